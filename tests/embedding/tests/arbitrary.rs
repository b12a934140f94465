//! A fuzz target's input, derived from the crate's own types.

use std::collections::HashSet;

use aliyun_customer_gateway::query::{Pairs, Query};
use aliyun_customer_gateway::rpc;
use aliyun_customer_gateway::{
    AccessKeyId, Asn, Call, ClientToken, CreateCustomerGateway, Credentials, Description,
    Encode as _, Format, Host, IpAddress, Method, Name, RegionId, SecurityToken, SignatureNonce,
    Timestamp, UuidText, escaped::EscapedStr,
};
use arbitrary::{Arbitrary, Unstructured};

/// Whatever a fuzzer hands over, every field is valid.
#[derive(Arbitrary, Debug)]
struct Input<'a> {
    call: Call<'a, CreateCustomerGateway<'a>>,
    credentials: Credentials<'a>,
    method: Method,
    fields: (RegionId<'a>, IpAddress, ClientToken<'a>, Name<'a>, Description<'a>, Asn),
    signed: (AccessKeyId<'a>, Format, Host<'a>, SecurityToken<'a>, SignatureNonce<'a>, Timestamp),
    uuid: UuidText,
    text: EscapedStr<'a>,
}

/// Bytes that repeat late, so that every field gets some of its own.
fn bytes(seed: u8, len: usize) -> Vec<u8> {
    let mut state = u32::from(seed).wrapping_mul(0x9e37_79b9) | 1;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(len).collect()
}

#[test]
fn any_bytes_are_a_valid_input() {
    let mut names = HashSet::new();
    let mut descriptions = HashSet::new();
    let mut formats = HashSet::new();
    let mut methods = HashSet::new();
    for seed in 0..=255 {
        for len in [0, 1, 40, 400, 4000] {
            // Mostly ASCII, so that texts are not cut off at the first byte.
            let bytes: Vec<u8> = bytes(seed, len).iter().map(|byte| byte & 0x7f).collect();
            let input = Input::arbitrary_take_rest(Unstructured::new(&bytes)).expect("valid");
            let (region, address, token, name, description, asn) = input.fields;
            assert_eq!(RegionId::new(region.as_str()), Ok(region));
            assert_eq!(IpAddress::new(&address.to_string()), Ok(address));
            assert_eq!(ClientToken::new(token.as_str()), Ok(token));
            assert_eq!(Name::new(name.as_str()), Ok(name));
            assert_eq!(Description::new(description.as_str()), Ok(description));
            assert_eq!(Asn::new(&asn.to_string()), Ok(asn));
            let (id, format, host, security, nonce, timestamp) = input.signed;
            assert_eq!(AccessKeyId::new(id.as_str()), Ok(id));
            assert_eq!(Format::new(format.as_str()), Ok(format));
            assert_eq!(Host::new(host.as_str()), Ok(host));
            assert_eq!(SecurityToken::new(security.as_str()), Ok(security));
            assert_eq!(SignatureNonce::new(nonce.as_str()), Ok(nonce));
            assert_eq!(Timestamp::new(timestamp.as_str()), Ok(timestamp));
            assert_eq!(input.uuid.as_str().len(), 36);
            assert_eq!(input.text.to_string().len(), input.text.encoded_len());

            let to_sign =
                rpc::StringToSign::of_call(input.method, &input.call, input.credentials.identity());
            let signer = rpc::Signer::new(&input.credentials);
            let signed = signer.sign(input.method, &input.call).to_string();
            assert!(signed.starts_with(&Query::new(to_sign.parameters()).to_string()));
            names.insert(name.as_str().to_owned());
            descriptions.insert(description.as_str().to_owned());
            formats.insert(format);
            methods.insert(input.method);
        }
    }
    assert!(descriptions.len() > 50, "{} descriptions", descriptions.len());
    assert_eq!(formats.len(), 2);
    assert_eq!(methods.len(), Method::ALL.len());
    assert!(names.len() > 50, "{} names are not what a fuzzer looks for", names.len());
}

#[test]
fn texts_are_escaped_in_every_way() {
    let mut texts = HashSet::new();
    for form in 0..=2 {
        for len in 0..=u8::MAX {
            let bytes = [&[form], br"\u0041&#66;.".as_slice(), &[len]].concat();
            let text = EscapedStr::arbitrary(&mut Unstructured::new(&bytes)).expect("valid");
            texts.insert(text.to_string());
        }
    }
    for text in [r"\u0041&#66;.", "A&#66;.", r"\u0041B."] {
        assert!(texts.contains(text), "{text} is not in {texts:?}");
    }
}

#[test]
fn a_list_takes_names_of_a_fuzzer() {
    // The text is the fuzzer's own, and its length stands at the end.
    let mut unstructured = Unstructured::new(b"\x01Name-value\x0a");
    let name = Name::arbitrary(&mut unstructured).expect("valid");
    let pairs = [("Name", name.as_str())];
    let query = Query::new(Pairs::new(&pairs).expect("one name"));
    assert_eq!(query.to_string(), "Name=Name-value");
}
