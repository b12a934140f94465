//! Everything that prints: sentences for people, and what the library explains.

use core::fmt::{self, Debug, Display, Write as _};
use core::hint::black_box;

use aliyun_customer_gateway::escaped::{EscapedStr, InvalidEscape};
use aliyun_customer_gateway::query::{OrderError, Pairs};
use aliyun_customer_gateway::{
    AccessKeyId, Action as _, Asn, BufferTooSmall, ClientToken, Created, DecodeError, Description,
    Encode as _, ErrorCode, Format, Host, InvalidParameter, IpAddress, Method, Name, Parameter,
    RegionId, Response, Retry, SignatureNonce, SpecialBlock, Timestamp, UuidText,
    acs3, rpc,
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
                    print(scratch, request.query());
                    print(scratch, request.query_without_action());
                }
            }

            fn rpc(scratch) {
                if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
                    let signer = rpc::Signer::new(&credentials);
                    let signed = signer.sign(Method::Get, &to_sign);
                    print(scratch, &signed);
                    print(scratch, signed.signature());
                    let identity = credentials.identity();
                    print(scratch, rpc::StringToSign::of_call(Method::Get, &to_sign, identity));
                }
            }

            fn explain(scratch) {
                let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) else { return };
                for &(status, body) in bodies![
                    (403, include_bytes!("../../../vectors/bodies/failed-signature.json")),
                ] {
                    let response = call2(Response::<Created>::decode, status, body);
                    if let Ok(Response::Failed(failed)) = &response {
                        let identity = credentials.identity();
                        let ours = rpc::StringToSign::of_call(Method::Get, &to_sign, identity);
                        if let Some(mismatch) = call2(rpc::StringToSign::explain, &ours, failed) {
                            print(scratch, mismatch);
                        }
                        print(scratch, failed);
                    }
                    if let Ok(Response::Success(created)) = &response {
                        print(scratch, created);
                        if let Err(does_not_fit) = created.to_owned::<1, 1>() {
                            print(scratch, does_not_fit);
                        }
                    }
                }
            }
        }
    };
}

prints! {
    invalid_parameter(InvalidParameter): Name::new(opaque!("branch office")).err();
    asn(Asn): Asn::new(opaque!("123.456")).ok();
    ip_address(IpAddress): IpAddress::new(opaque!("101.12.0.12")).ok();
    region_id(RegionId<'static>): RegionId::new(opaque!("cn-shanghai")).ok();
    name(Name<'static>): Name::new(opaque!("上海-1")).ok();
    description(Description<'static>): Description::new(opaque!("上海")).ok();
    client_token(ClientToken<'static>): ClientToken::new(opaque!("1")).ok();
    access_key_id(AccessKeyId<'static>): AccessKeyId::new(opaque!("1")).ok();
    signature_nonce(SignatureNonce<'static>): SignatureNonce::new(opaque!("1")).ok();
    host(Host<'static>): Some(Host::VPC);
    format(Format): Some(Format::Json);
    timestamp(Timestamp): Timestamp::from_unix_seconds(black_box(0)).ok();
    uuid(UuidText): Some(UuidText::from_random_bytes(black_box([0; 16])));
    parameter(Parameter): Some(Parameter::Asn);
    special_block(_): SpecialBlock::of(black_box([10, 0, 0, 1]));
    error_code(ErrorCode): Some(ErrorCode::QuotaFull);
    retry(Retry): Some(Retry::Never);
    method(Method): Some(Method::Get);
    decode_error(DecodeError): Response::<Created>::decode(400, black_box(bytes!(b""))).err();
    buffer_too_small(BufferTooSmall):
        EscapedStr::plain(opaque!("a")).encode(black_box(&mut [])).err();
    invalid_text(InvalidEscape): EscapedStr::from_xml(opaque!("&a;")).err();
    order(OrderError<'static>):
        Pairs::new(black_box(&[("上", ""), ("上", "")])).err();
    invalid_headers(acs3::InvalidHeaders<'static>):
        acs3::Headers::new(black_box(&[("上", "")])).err();
}
