//! Everything that prints: sentences for people, and what the library explains.

use core::fmt::{self, Debug, Display, Write as _};
use core::hint::black_box;

use aliyun_customer_gateway::escaped::{EscapedStr, InvalidEscape};
use aliyun_customer_gateway::mismatch::{self, Mismatch};
use aliyun_customer_gateway::query::{List, OrderError, Pairs, Query, Value};
use aliyun_customer_gateway::registration::{
    Differences, Ending, Outcome, Policy, Received, Refusal, Step, ToSend,
};
use aliyun_customer_gateway::response::{Damage, DoesNotFit, Fault, NotAResponse};
use aliyun_customer_gateway::{
    AccessKeyId, Action as _, Asn, BufferTooSmall, ClientToken, Created, CustomerGatewayId,
    DecodeError, Deleted, Description, Edition, Encode as _, ErrorCode, Failed, Format, Gateway, Host,
    InvalidParameter, IpAddress, Method, Modified, Name, OwnedFailed, OwnedName, OwnedTag, PageNumber,
    PageSize, Parameter, Redacted, RegionId, Registration, ResourceGroupId, Response, Retry,
    SignatureNonce, SpecialBlock, Tag, Tags, Timestamp, UnknownEdition, UnknownErrorCode, UuidText,
    acs3, http1, rpc,
};

use super::signing::{credentials, try_once};
use super::validators::build;
use super::{call, call2};
use crate::input::{bodies, bytes, opaque};
use crate::scratch::Scratch;

/// A sink of the caller.
struct Lengths(usize);

impl fmt::Write for Lengths {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.wrapping_add(black_box(text).len());
        Ok(())
    }
}

/// Prints a value for people, and for programmers.
#[inline(always)]
fn print<T: Display + Debug>(scratch: &mut Scratch, value: T) {
    let display: &dyn Display = black_box(&value);
    scratch.keep(write!(Lengths(0), "{display}"));
    scratch.keep(write!(Lengths(0), "{display:>40.8}"));
    #[cfg(feature = "debug")]
    {
        let debug: &dyn Debug = black_box(&value);
        scratch.keep(write!(Lengths(0), "{debug:?}"));
    }
}

macro_rules! prints {
    ($($call:ident($type:ty): $value:expr;)*) => {
        calls! {
            $(
                fn $call(scratch) {
                    let value: Option<$type> = $value;
                    if let Some(value) = black_box(value) {
                        print(scratch, value);
                    }
                }
            )*

            fn text(scratch) {
                print(scratch, call(EscapedStr::plain, opaque!("a")));
            }

            fn query(scratch) {
                if let Ok(request) = build() {
                    print::<Query<_>>(scratch, request.query());
                    print::<Query<_>>(scratch, request.query_without_action());
                }
            }

            fn rpc(scratch) {
                if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
                    let signer = rpc::Signer::new(&credentials);
                    let signed = signer.sign(Method::Get, &to_sign);
                    print::<&rpc::SignedQuery<_>>(scratch, &signed);
                    print(scratch, signed.signature());
                    let identity = credentials.identity();
                    print(scratch, rpc::StringToSign::of_call(Method::Get, &to_sign, identity));
                    let signed = signer.post_form(Host::VPC, &to_sign);
                    print(scratch, http1::Request::new(&signed));
                }
            }

            fn acs3(scratch) {
                if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
                    let signer = acs3::Signer::new(&credentials);
                    let request = acs3::Request::get(Host::VPC, &to_sign, signer.identity());
                    print::<acs3::CanonicalRequest<_, _>>(scratch, request.canonical_request());
                    print(scratch, request.string_to_sign());
                    let signed = signer.sign(request);
                    print(scratch, signed.signature());
                    print::<acs3::Authorization<_>>(scratch, signed.authorization());
                    print(scratch, http1::Request::new(&signed));
                }
            }

            fn tags(scratch) {
                if let Ok(tag) = Tag::new(opaque!("site"), opaque!("上海")) {
                    print(scratch, tag);
                    print(scratch, tag.to_owned());
                    if let Ok(tags) = Tags::new(black_box(&[tag])) {
                        print(scratch, Value::from(black_box(&List::from(tags))));
                    }
                }
            }

            #[cfg(feature = "read_errors")]
            fn read_error(scratch) {
                use aliyun_customer_gateway::config::ReadError;

                // There is none without a parser, which keeps a bounds check.
                if let Some(error) = black_box(None::<ReadError>) {
                    print(scratch, &error);
                    scratch.keep(write!(Lengths(0), "{:.8}", error.sentence()));
                }
            }

            fn explain(scratch) {
                let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) else { return };
                let body = bytes!(include_bytes!("../../../vectors/bodies/failed-signature.json"));
                let identity = credentials.identity();
                let ours = rpc::StringToSign::of_call(Method::Get, &to_sign, identity);
                let failed = failed(403, body);
                if let Some(mismatch) =
                    failed.and_then(|failed| call2(rpc::StringToSign::explain, &ours, &failed))
                {
                    print(scratch, mismatch.kind());
                    print::<Mismatch>(scratch, mismatch);
                }
            }
        }
    };
}

fn failed(status: u16, body: &'static [u8]) -> Option<Failed<'static>> {
    match call2(Response::<Created>::decode, status, body) {
        Ok(Response::Failed(failed)) => Some(failed),
        _ => None,
    }
}

/// What a body of success says.
macro_rules! success {
    ($type:ident, $body:literal) => {
        match call2(Response::<$type>::decode, 200, bytes!($body)) {
            Ok(Response::Success(success)) => Some(success),
            _ => None,
        }
    };
}

/// A failure, and damage behind it.
macro_rules! refused {
    () => {
        failed(400, bytes!(b"{\"Code\":\"A\",\"Message\":\"b\"} B"))
    };
}

prints! {
    invalid_parameter(InvalidParameter): Name::new(opaque!("branch office")).err();
    asn(Asn): Asn::new(opaque!("123.456")).ok();
    ip_address(IpAddress): IpAddress::new(opaque!("101.12.0.12")).ok();
    region_id(RegionId<'static>): RegionId::new(opaque!("cn-shanghai")).ok();
    name(Name<'static>): Name::new(opaque!("上海-1")).ok();
    owned_name(OwnedName): OwnedName::new(opaque!("上海-1")).ok();
    description(Description<'static>): Description::new(opaque!("上海")).ok();
    client_token(ClientToken<'static>): ClientToken::new(opaque!("1")).ok();
    customer_gateway_id(CustomerGatewayId<'static>): CustomerGatewayId::new(opaque!("cgw-1")).ok();
    resource_group_id(ResourceGroupId<'static>): ResourceGroupId::new(opaque!("rg-1")).ok();
    page_number(PageNumber): Some(PageNumber::MIN);
    page_size(PageSize): Some(PageSize::MIN);
    owned_tag(OwnedTag): OwnedTag::new(opaque!("site"), opaque!("")).ok();
    access_key_id(AccessKeyId<'static>): AccessKeyId::new(opaque!("1")).ok();
    signature_nonce(SignatureNonce<'static>): SignatureNonce::new(opaque!("1")).ok();
    host(Host<'static>): Some(Host::VPC);
    format(Format): Some(Format::Json);
    timestamp(Timestamp): Timestamp::from_unix_seconds(black_box(0)).ok();
    uuid(UuidText): Some(UuidText::from_random_bytes(black_box([0; 16])));
    parameter(Parameter): Some(Parameter::Asn);
    special_block(_): SpecialBlock::of(black_box([10, 0, 0, 1]));
    error_code(ErrorCode): Some(ErrorCode::QuotaFull);
    unknown_error_code(UnknownErrorCode): opaque!("A").parse::<ErrorCode>().err();
    edition(Edition): Some(Edition::Current);
    unknown_edition(UnknownEdition): opaque!("2020").parse::<Edition>().err();
    retry(Retry): Some(Retry::Never);
    method(Method): Some(Method::Get);
    value(Value<'static>): Some(Value::text(opaque!("上海")));
    buffer_too_small(BufferTooSmall):
        EscapedStr::plain(opaque!("a")).encode(black_box(&mut [])).err();
    invalid_text(InvalidEscape): EscapedStr::from_xml(opaque!("&a;")).err();
    order(OrderError<'static>):
        Pairs::new(black_box(&[("上", ""), ("上", "")])).err();
    invalid_headers(acs3::InvalidHeaders<'static>):
        acs3::Headers::new(black_box(&[("上", "")])).err();
    invalid_path(acs3::InvalidPath): acs3::Path::new(opaque!("/ ")).err();
    invalid_signature(rpc::InvalidSignature): rpc::Signature::new(opaque!("上")).err();
    kind_of_mismatch(mismatch::Kind): Some(mismatch::Kind::Differs);
    created(Created<'static>): success!(Created, b"{\"CustomerGatewayId\":\"cgw-1\"}");
    gateway(Gateway<'static>): success!(Gateway, b"{\"CustomerGatewayId\":\"cgw-1\"}");
    modified(Modified<'static>): success!(Modified, b"{\"CustomerGatewayId\":\"cgw-1\"}");
    deleted(Deleted<'static>): success!(Deleted, b"{\"RequestId\":\"A\"}");
    failed_call(Failed<'static>): refused!();
    redacted(Redacted<'static>): refused!().and_then(|failed| failed.message());
    owned_failed(OwnedFailed): refused!().and_then(|failed| failed.to_owned().ok());
    damage(Damage): refused!().and_then(|failed| failed.damage());
    fault(Fault): Some(Fault::TooDeep { index: 1 });
    decode_error(DecodeError): Response::<Created>::decode(400, black_box(bytes!(b""))).err();
    not_a_response(NotAResponse): Some(NotAResponse::Html);
    does_not_fit(DoesNotFit):
        success!(Created, b"{\"CustomerGatewayId\":\"cgw-1\"}")
            .and_then(|created| created.to_owned::<1, 1>().err());
    head_error(http1::HeadError): Some(http1::HeadError::Empty);
    body_fault(http1::BodyFault): Some(http1::BodyFault::Encoded);
    received(Received<'static>): Some(Received::Unexpected);
    outcome(Outcome<'static>): Some(Outcome::GaveUp);
    refusal(Refusal<'static>): match black_box(Outcome::GaveUp) {
        Outcome::Refused { refusal, .. } => Some(refusal),
        _ => None,
    };
    ending(Ending<'static>): Some(Ending::GaveUp);
    differences(Differences): Some(Differences::default());
    to_send(ToSend): match Registration::new(Policy::new()).step() {
        Step::Send(to_send) => Some(to_send),
        _ => None,
    };
}
