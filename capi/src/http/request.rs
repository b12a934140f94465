//! The bytes of a request.

use core::convert::Infallible;
use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use aliyun_customer_gateway::http1::{self, Connection};
use aliyun_customer_gateway::{Call, Credentials, Encode, Host, Parameter, acs3, rpc};

use crate::numbers::choice::{ACG_GET, ACG_POST, ACG_POST_FORM};
use crate::numbers::http::{
    ACG_CONNECTION_CLOSE, ACG_CONNECTION_OPEN, ACG_SIGNATURE_ACS3, ACG_SIGNATURE_RPC,
};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL, ACG_E_OVERLAP, ACG_E_SINK, ACG_OK};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::request::Request;
use crate::request::action::Action;
use crate::request::read::required;
use crate::sign::{CCall, CCredentials, Parts};
use crate::text::Text;

/// Where a request goes, and how it is signed and sent. One of zeros lacks the host only.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Target {
    /// The host, such as vpc.aliyuncs.com.
    pub host: Text,
    /// ACG_SIGNATURE_..
    pub signature: i32,
    /// ACG_GET, ACG_POST or ACG_POST_FORM.
    pub method: i32,
    /// ACG_CONNECTION_..
    pub connection: i32,
    /// 1 where a proxy takes the request: its target is then a whole URL of http. Else 0.
    pub through_proxy: i32,
}

/// Takes some bytes of a request. They are borrowed until it returns, and there may be none. Anything but 0 stops the
/// call, which then returns ACG_E_SINK. It must return: no `longjmp`, no exception.
pub type Sink =
    Option<unsafe extern "C" fn(context: *mut c_void, bytes: *const c_void, len: usize) -> i32>;

impl Target {
    /// Signs, and hands the request to a function.
    ///
    /// # Safety
    ///
    /// The text is as the header says.
    unsafe fn send(
        &self,
        call: &Call<'_, &Action<'_>>,
        credentials: &Credentials<'_>,
        then: &mut dyn FnMut(&dyn Encode) -> i32,
    ) -> Result<i32, Problem> {
        // SAFETY: as for this function.
        let host = Host::new(unsafe { required(Parameter::Host, self.host) }?)?;
        let connection = match self.connection {
            ACG_CONNECTION_OPEN => None,
            ACG_CONNECTION_CLOSE => Some(Connection::Close),
            _ => return Err(Problem::Number(ACG_E_ARGUMENT)),
        };
        let through_proxy = match self.through_proxy {
            0 => false,
            1 => true,
            _ => return Err(Problem::Number(ACG_E_ARGUMENT)),
        };
        macro_rules! send {
            ($signer:expr) => {{
                let signer = $signer;
                let signed = match self.method {
                    ACG_GET => signer.get(host, call),
                    ACG_POST => signer.post(host, call),
                    ACG_POST_FORM => signer.post_form(host, call),
                    _ => return Err(Problem::Number(ACG_E_ARGUMENT)),
                };
                let mut request = http1::Request::new(signed);
                if let Some(connection) = connection {
                    request = request.with_connection(connection);
                }
                if through_proxy {
                    request = request.through_proxy();
                }
                Ok(then(&request))
            }};
        }
        match self.signature {
            ACG_SIGNATURE_RPC => send!(rpc::Signer::new(credentials)),
            ACG_SIGNATURE_ACS3 => send!(acs3::Signer::new(credentials)),
            _ => Err(Problem::Number(ACG_E_ARGUMENT)),
        }
    }
}

/// Writes a whole signed request of HTTP/1.1 into a buffer: the head, and the form if it has one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_request(
    request: Option<&Request>,
    call: Option<&CCall>,
    credentials: Option<&CCredentials>,
    target: Option<&Target>,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(parts), Some(target)) = (Parts::new(request, call, credentials), target) else {
        return ACG_E_NULL;
    };
    let mut output = Some(Output { buf, cap, len });
    let overlaps =
        |output: &Output<'_>| parts.are_overlapped_by(output) || output.overlaps(&[target.host]);
    if output.as_ref().is_some_and(overlaps) {
        return ACG_E_OVERLAP;
    }
    let mut send = |call: &Call<'_, &Action<'_>>, credentials: &Credentials<'_>| {
        let mut write = |request: &dyn Encode| {
            let Some(output) = output.take() else { return ACG_E_ARGUMENT };
            // SAFETY: the caller vouches for the buffer.
            unsafe { output.encode(request) }
        };
        // SAFETY: the caller vouches for the text.
        unsafe { target.send(call, credentials, &mut write) }
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { parts.with(&mut send) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}

/// Hands a whole signed request of HTTP/1.1 to a function, in blocks of up to 128 bytes or the length of a text: for a
/// socket, without a buffer for all of it. A request that is refused is refused before the first block.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_http_write(
    request: Option<&Request>,
    call: Option<&CCall>,
    credentials: Option<&CCredentials>,
    target: Option<&Target>,
    sink: Sink,
    context: *mut c_void,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(parts), Some(target), Some(sink)) =
        (Parts::new(request, call, credentials), target, sink)
    else {
        return ACG_E_NULL;
    };
    let mut send = |call: &Call<'_, &Action<'_>>, credentials: &Credentials<'_>| {
        let mut write = |request: &dyn Encode| {
            let mut result = ACG_OK;
            let written: Result<(), Infallible> = (&request).write_to(|block| {
                if result == ACG_OK {
                    // SAFETY: the caller vouches for the function.
                    let stopped = unsafe { sink(context, block.as_ptr().cast(), block.len()) };
                    result = if stopped == 0 { ACG_OK } else { ACG_E_SINK };
                }
                Ok(())
            });
            let Ok(()) = written;
            result
        };
        // SAFETY: the caller vouches for the text.
        unsafe { target.send(call, credentials, &mut write) }
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { parts.with(&mut send) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}
