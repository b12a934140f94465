//! What an answer tells, whatever its format.

use core::hint::black_box;

use aliyun_customer_gateway::escaped::{Chars, EscapedStr};
#[cfg(feature = "everything")]
use aliyun_customer_gateway::DecodeError;
use aliyun_customer_gateway::{Created, Encode as _, ErrorCode, Failed, Response, Retry};

use super::{call, call2};
use crate::input::{opaque, texts};
use crate::scratch::Scratch;

calls! {
    #[cfg(feature = "everything")]
    fn error_code(scratch) {
        for &text in texts!["Resource.QuotaFull", "InvalidZoneId.NotFound", "MissingRegionId", "a"] {
            scratch.keep(call(<ErrorCode as core::str::FromStr>::from_str, text));
        }
        scratch.keep(call(ErrorCode::as_str, ErrorCode::QuotaFull));
        scratch.keep(call(ErrorCode::message, ErrorCode::QuotaFull));
        scratch.keep(call(ErrorCode::statuses, ErrorCode::QuotaFull));
        scratch.keep(call(ErrorCode::blames, ErrorCode::QuotaFull));
    }

    #[cfg(feature = "everything")]
    fn retry(scratch) {
        for &code in texts!["Some.Throttling", "SignatureNonceUsed", "InvalidName"] {
            scratch.keep(call(|code| Retry::of(400, Some(code), None), code));
        }
        scratch.keep(call(Retry::as_str, Retry::Never));
    }

    #[cfg(feature = "everything")]
    fn text(scratch) {
        of_text(scratch, call(EscapedStr::plain, opaque!("上海")));
    }
}

/// Decodes bodies, and asks for everything in them.
#[inline(always)]
pub(crate) fn decode(scratch: &mut Scratch, bodies: &'static [(u16, &'static [u8])]) {
    for &(status, body) in bodies {
        match call2(Response::<Created>::decode, status, body) {
            Ok(Response::Success(created)) => of_created(scratch, black_box(&created)),
            Ok(Response::Failed(failed)) => of_failed(scratch, black_box(&failed)),
            Err(error) => {
                scratch.keep(error);
                #[cfg(feature = "everything")]
                scratch.keep(call(DecodeError::index, black_box(&error)));
            }
        }
    }
}

#[inline(always)]
fn of_created(scratch: &mut Scratch, created: &Created<'static>) {
    of_text(scratch, call(Created::customer_gateway_id, created));
    scratch.keep(call(Created::create_time, created));
    #[cfg(feature = "everything")]
    {
        scratch.keep(call(Created::to_owned::<64, 64>, created));
        scratch.keep(call(Created::damage, created));
    }
}

#[inline(always)]
fn of_failed(scratch: &mut Scratch, failed: &Failed<'static>) {
    scratch.keep(call(Failed::error_code, failed));
    scratch.keep(call(Failed::retry, failed));
    if let Some(message) = failed.message_as_received() {
        of_text(scratch, message);
    }
    #[cfg(feature = "everything")]
    {
        scratch.keep(call(Failed::to_owned, failed));
        scratch.keep(call(Failed::damage, failed));
        scratch.keep(call(Failed::blames, failed));
    }
}

#[inline(always)]
pub(crate) fn of_text(scratch: &mut Scratch, text: EscapedStr<'static>) {
    let text = black_box(&text);
    let _ = black_box(call2(EscapedStr::encode, text, scratch.buffer()));
    #[cfg(feature = "everything")]
    everything_of_text(scratch, text);
}

#[cfg(feature = "everything")]
#[inline(always)]
fn everything_of_text(scratch: &mut Scratch, text: &EscapedStr<'static>) {
    scratch.keep(call(EscapedStr::encoded_len, text));
    scratch.keep(call(EscapedStr::is_empty, text));
    scratch.keep(call2(EscapedStr::contains, text, opaque!("上海")));
    scratch.keep(call(EscapedStr::to_heapless::<64>, text));
    scratch.keep(call(EscapedStr::as_plain, text));
    let mut chars = call(EscapedStr::chars, text);
    while let Some(character) = call(<Chars as Iterator>::next, &mut chars) {
        scratch.keep(character);
    }
    scratch.keep(call2(<EscapedStr as PartialEq>::eq, text, text));
    scratch.keep(call2(<EscapedStr as PartialEq<str>>::eq, text, opaque!("上海")));
}
