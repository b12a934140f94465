//! What to do about a failure, and how long to wait.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::registration::Backoff;
use aliyun_customer_gateway::{ErrorCode, Retry, RetryAfter};

use crate::decode;
use crate::numbers::result::ACG_E_ARGUMENT;
use crate::numbers::{code, parameter, retry};
use crate::output::Output;
use crate::text::{self, Text};

/// A header of a response.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Header {
    /// Its name, in any case.
    pub name: Text,
    /// Its value.
    pub value: Text,
}

/// What to do (ACG_RETRY_..) about an HTTP status and the code and the message of a response that has them.
/// Where there was no response at all: ACG_RETRY_AFTER_PAUSE. Texts that are not UTF-8 count as absent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_retry(status: i32, code: Text, message: Text) -> i32 {
    // SAFETY: the caller vouches for the texts.
    let code = unsafe { code.get() }.ok().flatten();
    // SAFETY: as before.
    let message = unsafe { message.get() }.ok().flatten();
    retry::of(Retry::of(decode::status(status), code, message))
}

/// Writes what an ACG_RETRY_.. asks for: "after a pause, with the same ClientToken".
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_retry_sentence(
    retry: i32,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(retry) = retry::from(retry) else { return ACG_E_ARGUMENT };
    // SAFETY: the caller vouches for the buffer.
    unsafe { Output { buf, cap, len }.print(format_args!("{retry}")) }
}

/// The number of a code (ACG_CODE_..) as the service writes it; ACG_CODE_UNKNOWN for any other text.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_code(code: Text) -> i32 {
    // SAFETY: the caller vouches for the text.
    let code = unsafe { code.get() }.ok().flatten();
    code.and_then(|code| code.parse().ok()).map_or(0, |code: ErrorCode| code::of(code))
}

/// Writes a code as the service does: Resource.QuotaFull for ACG_CODE_QUOTA_FULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_code_text(
    code: i32,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(code) = code::from(code) else { return ACG_E_ARGUMENT };
    // SAFETY: the caller vouches for the buffer.
    unsafe { Output { buf, cap, len }.print(format_args!("{code}")) }
}

/// Writes the name of a parameter: RegionId for ACG_PARAMETER_REGION_ID.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_parameter_text(
    parameter: i32,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(parameter) = parameter::from(parameter) else { return ACG_E_ARGUMENT };
    // SAFETY: the caller vouches for the buffer.
    unsafe { Output { buf, cap, len }.print(format_args!("{parameter}")) }
}

/// The pause that headers of a response ask for, in milliseconds, `max_ms` at most; 0 where none does. Only
/// x-acs-retry-after, x-ratelimit-user-api and x-ratelimit-user count; NULL is no header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_retry_after(
    headers: *const Header,
    header_count: usize,
    max_ms: u32,
) -> u32 {
    // SAFETY: the caller vouches for the headers.
    let headers = unsafe { text::list(headers, header_count) }.unwrap_or_default();
    let headers = headers.iter().map(|header| {
        // SAFETY: the caller vouches for the texts.
        let name = unsafe { text::bytes(header.name.bytes.cast(), header.name.len) };
        // SAFETY: as before.
        let value = unsafe { text::bytes(header.value.bytes.cast(), header.value.len) };
        (name.unwrap_or_default(), value.unwrap_or_default())
    });
    RetryAfter::from_headers(headers, max_ms).map_or(0, RetryAfter::milliseconds)
}

/// How long to pause before a call is sent again, in milliseconds, after `failures` failures in a row: from
/// `first_ms`, doubled up to `max_ms`, with jitter from 32 `random` bits, and no shorter than what the service
/// asked for (`acg_retry_after`, else 0) as far as that is within `max_ms`.
#[unsafe(no_mangle)]
pub extern "C" fn acg_pause_ms(
    first_ms: u32,
    max_ms: u32,
    failures: u32,
    asked_ms: u32,
    random: u32,
) -> u32 {
    let asked = if asked_ms > 0 { Some(asked_ms) } else { None };
    Backoff::new(first_ms, max_ms).pause(failures, asked).ms(random)
}
