//! A response, as its bytes come.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use aliyun_customer_gateway::RetryAfter;
use aliyun_customer_gateway::http1::{self, HeadError, Reader, State};

use crate::numbers::choice::ACG_CREATE;
use crate::numbers::http::{self, ACG_HTTP_WHOLE};
use crate::numbers::result::{
    ACG_E_ARGUMENT, ACG_E_NOT_STARTED, ACG_E_NULL, ACG_E_OVERLAP, ACG_END, ACG_NO_RESPONSE, ACG_OK,
};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::registration::Machine;
use crate::request::Request;
use crate::request::action::Action;
use crate::text;

/// Where the reading of a response stands. It holds no pointer: the buffer is passed to each call, and is the same
/// for one response. One of zeros is not started.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CReader {
    /// The library's own.
    pub started: usize,
    /// The library's own.
    pub opaque: MaybeUninit<[usize; 20]>,
}

/// A number that a structure which was never started hardly has.
const STARTED: usize = 0xac63;

const _: () = assert!(size_of::<State>() <= size_of::<[usize; 20]>());
const _: () = assert!(align_of::<State>() <= align_of::<usize>());

/// A response of HTTP/1.1.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CHttpResponse {
    /// What is wrong: ACG_HTTP_.. With ACG_HTTP_BODY_.. the body is there as far as it came: read it all the same.
    pub fault: i32,
    /// The status.
    pub status: i32,
    /// The body, its chunks joined: in the buffer.
    pub body: *const c_void,
    /// How many bytes it has.
    pub body_len: usize,
    /// 1 where the connection may carry another request. Else 0.
    pub keeps_alive: i32,
    /// The pause that the headers ask for, in milliseconds; 0 for none.
    pub retry_after_ms: u32,
    /// The Date, in seconds since 1970: a hint for the clock, -1 where it is absent or before the bound.
    pub date: i64,
}

impl CHttpResponse {
    const fn failed(error: HeadError) -> Self {
        Self {
            fault: http::of_head(error),
            status: 0,
            body: core::ptr::null(),
            body_len: 0,
            keeps_alive: 0,
            retry_after_ms: 0,
            date: -1,
        }
    }

    fn of(response: &http1::Response<'_>, not_before: i64) -> Self {
        let body = response.body();
        Self {
            fault: response.fault().map_or(ACG_HTTP_WHOLE, http::of_body),
            status: response.status().into(),
            body: body.as_ptr().cast(),
            body_len: body.len(),
            keeps_alive: response.keeps_alive().into(),
            retry_after_ms: response.retry_after(u32::MAX).map_or(0, RetryAfter::milliseconds),
            date: response.date(not_before).unwrap_or(-1),
        }
    }
}

impl CReader {
    /// The reader, on its buffer.
    ///
    /// # Safety
    ///
    /// A reader that says that it was started was, and the buffer is as the header says.
    unsafe fn resume<'b>(&self, buf: *mut c_void, cap: usize) -> Result<Reader<'b>, i32> {
        if self.started != STARTED {
            return Err(ACG_E_NOT_STARTED);
        }
        if buf.is_null() && cap > 0 {
            return Err(ACG_E_NULL);
        }
        if isize::try_from(cap).is_err() {
            return Err(ACG_E_ARGUMENT);
        }
        let buf: &'b mut [u8] = if buf.is_null() {
            &mut []
        } else {
            // SAFETY: it is not NULL, no longer than a slice may be, and the caller vouches for the bytes, of
            // which those are read that were written.
            unsafe { core::slice::from_raw_parts_mut(buf.cast(), cap) }
        };
        // SAFETY: `keep` wrote it there, and since then it was only copied.
        let state = unsafe { self.opaque.as_ptr().cast::<State>().read() };
        Ok(Reader::resume(buf, state))
    }

    fn keep(&mut self, state: State) {
        // SAFETY: there is room for it, and the words are aligned as it is, as was asserted above.
        unsafe { self.opaque.as_mut_ptr().cast::<State>().write(state) };
        self.started = STARTED;
    }
}

/// Starts reading a response.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_start(reader: Option<&mut MaybeUninit<CReader>>) -> i32 {
    let Some(reader) = reader else { return ACG_E_NULL };
    let mut started = CReader { started: 0, opaque: MaybeUninit::zeroed() };
    started.keep(Reader::new(&mut []).state());
    reader.write(started);
    ACG_OK
}

/// Takes bytes that were received into the buffer of the response, which holds its head and its body: ACG_OK where more
/// are wanted, ACG_END where the response ends here, or cannot be read. What follows the response is left out.
///
/// `bytes` must not overlap the buffer (ACG_E_OVERLAP).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_take(
    reader: Option<&mut CReader>,
    buf: *mut c_void,
    cap: usize,
    bytes: *const c_void,
    len: usize,
) -> i32 {
    let Some(reader) = reader else { return ACG_E_NULL };
    if (Output { buf: buf.cast(), cap, len: None }).overlaps_bytes(bytes, len) {
        return ACG_E_OVERLAP;
    }
    // SAFETY: the caller vouches for the bytes.
    let mut rest = match unsafe { text::bytes(bytes, len) } {
        Ok(bytes) => bytes,
        Err(number) => return number,
    };
    // SAFETY: the caller vouches for the reader and the buffer.
    let mut resumed = match unsafe { reader.resume(buf, cap) } {
        Ok(resumed) => resumed,
        Err(number) => return number,
    };
    while resumed.wants_more() && !rest.is_empty() {
        let spare = resumed.spare();
        let count = spare.len().min(rest.len());
        let Some((now, later)) = rest.split_at_checked(count) else { break };
        spare.iter_mut().zip(now).for_each(|(to, byte)| *to = *byte);
        resumed.filled(count);
        rest = later;
    }
    let more = resumed.wants_more();
    reader.keep(resumed.state());
    if more { ACG_OK } else { ACG_END }
}

/// The stream has ended: ACG_END.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_end(
    reader: Option<&mut CReader>,
    buf: *mut c_void,
    cap: usize,
) -> i32 {
    let Some(reader) = reader else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the reader and the buffer.
    match unsafe { reader.resume(buf, cap) } {
        Ok(mut resumed) => {
            resumed.end();
            reader.keep(resumed.state());
            ACG_END
        }
        Err(number) => number,
    }
}

/// Writes the response: ACG_OK, whole or not, or ACG_NO_RESPONSE. May be called early, as after a timeout: then the
/// body counts as cut off. A Date before `not_before`, such as when the firmware was built, is left out.
///
/// The body is in the buffer, and lives as long as that is not changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_finish(
    reader: Option<&CReader>,
    buf: *mut c_void,
    cap: usize,
    not_before: i64,
    response: Option<&mut MaybeUninit<CHttpResponse>>,
) -> i32 {
    let (Some(reader), Some(out)) = (reader, response) else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the reader and the buffer.
    match unsafe { reader.resume(buf, cap) }.map(Reader::finish) {
        Ok(Ok(response)) => {
            out.write(CHttpResponse::of(&response, not_before));
            ACG_OK
        }
        Ok(Err(error)) => {
            out.write(CHttpResponse::failed(error));
            ACG_NO_RESPONSE
        }
        Err(number) => number,
    }
}

/// Writes what is wrong with a response of HTTP/1.1, its head or its body; nothing where it is whole. The buffer of the
/// response must not overlap that of the sentence.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_sentence(
    reader: Option<&CReader>,
    response_buf: *mut c_void,
    response_cap: usize,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(reader) = reader else { return ACG_E_NULL };
    let output = Output { buf, cap, len };
    if output.overlaps_bytes(response_buf, response_cap) {
        return ACG_E_OVERLAP;
    }
    // SAFETY: the caller vouches for the reader and its buffer.
    let response = match unsafe { reader.resume(response_buf, response_cap) }.map(Reader::finish) {
        Ok(response) => response,
        Err(number) => return number,
    };
    match response.map(|response| response.fault()) {
        // SAFETY: the caller vouches for the buffer.
        Err(error) => unsafe { output.print(format_args!("{error}")) },
        // SAFETY: as before.
        Ok(Some(fault)) => unsafe { output.print(format_args!("{fault}")) },
        // SAFETY: as before.
        Ok(None) => unsafe { output.print(format_args!("")) },
    }
}

/// A response came, or none: what `acg_registration_on_response`, `acg_registration_on_no_response` and
/// `acg_registration_on_too_long` say, whichever it is, of a response that was read by `reader`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_http(
    machine: Option<&mut Machine>,
    wanted: Option<&Request>,
    reader: Option<&CReader>,
    buf: *mut c_void,
    cap: usize,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(machine), Some(wanted), Some(reader)) = (machine, wanted, reader) else {
        return ACG_E_NULL;
    };
    if wanted.action != ACG_CREATE {
        return ACG_E_ARGUMENT;
    }
    // SAFETY: the caller vouches for the machine.
    let machine = match unsafe { machine.get_mut() } {
        Ok(machine) => machine,
        Err(number) => return number,
    };
    // SAFETY: the caller vouches for the reader and the buffer.
    let response = match unsafe { reader.resume(buf, cap) }.map(Reader::finish) {
        Ok(response) => response,
        Err(number) => return number,
    };
    let mut hear = |action: &Action<'_>| {
        let Action::Create(create) = action else { return Err(Problem::Number(ACG_E_ARGUMENT)) };
        match &response {
            Ok(response) => drop(machine.on_http1(create, response)),
            Err(_) => machine.on_no_response(),
        }
        Ok(ACG_OK)
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { wanted.with(&mut hear) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}
