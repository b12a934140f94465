//! Sentences about responses, for a log.

use core::ffi::{c_char, c_void};
use core::fmt;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::response::{Damage, Output as Of};
use aliyun_customer_gateway::{Created, DecodeError, Deleted, Gateway, Modified, Page, Response};

use crate::decode;
use crate::numbers::choice::{ACG_CREATE, ACG_DELETE, ACG_DESCRIBE, ACG_LIST, ACG_MODIFY};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_OVERLAP};
use crate::output::Output;
use crate::text;

/// A response, as it reads in a log.
struct Told<'b, T> {
    response: Result<Response<'b, T>, DecodeError>,
    damage: fn(&T) -> Option<Damage>,
}

impl<T: fmt::Display> fmt::Display for Told<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let damage = match &self.response {
            Ok(Response::Success(output)) => {
                write!(f, "{output}")?;
                (self.damage)(output)
            }
            Ok(Response::Failed(failed)) => {
                write!(f, "{failed}: try again {}", failed.retry())?;
                failed.damage()
            }
            Err(error) => return write!(f, "{error}"),
        };
        damage.map_or(Ok(()), |damage| write!(f, " ({damage})"))
    }
}

/// A page, as it reads in a log.
struct Listed<'b>(Page<'b>);

impl<'b> Of<'b> for Listed<'b> {
    const MEMBERS: &'static [aliyun_customer_gateway::response::Member] = Page::MEMBERS;

    fn read(members: &mut aliyun_customer_gateway::response::Members<'b, '_>) -> Option<Self> {
        Page::read(members).map(Self)
    }
}

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "listed {} gateways", self.0.gateways().count())?;
        self.0.total_count().map_or(Ok(()), |total| write!(f, " of {total}"))
    }
}

/// Writes what a response to an action (ACG_CREATE, ..) says: "created cgw-1"; "failed with status 400,
/// Throttling.User: .., try again after a pause"; what keeps a body from being a response; damage in parentheses
/// behind it. Nothing of a secret is in it.
///
/// The body is read again, so that nothing has to be kept for it. It must not overlap the buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_response_sentence(
    action: i32,
    status: i32,
    body: *const c_void,
    body_len: usize,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let output = Output { buf, cap, len };
    if output.overlaps_bytes(body, body_len) {
        return ACG_E_OVERLAP;
    }
    // SAFETY: the caller vouches for the body.
    let body = match unsafe { text::bytes(body, body_len) } {
        Ok(body) => body,
        Err(number) => return number,
    };
    let status = decode::status(status);
    // SAFETY: the caller vouches for the buffer; so for those that follow.
    match action {
        // SAFETY: as before.
        ACG_CREATE => unsafe { tell::<Created<'_>>(status, body, Created::damage, output) },
        // SAFETY: as before.
        ACG_DESCRIBE => unsafe { tell::<Gateway<'_>>(status, body, Gateway::damage, output) },
        // SAFETY: as before.
        ACG_LIST => unsafe { tell::<Listed<'_>>(status, body, |list| list.0.damage(), output) },
        // SAFETY: as before.
        ACG_MODIFY => unsafe { tell::<Modified<'_>>(status, body, Modified::damage, output) },
        // SAFETY: as before.
        ACG_DELETE => unsafe { tell::<Deleted<'_>>(status, body, Deleted::damage, output) },
        _ => ACG_E_ARGUMENT,
    }
}

/// # Safety
///
/// The buffer is as the header says.
unsafe fn tell<'b, T: Of<'b> + fmt::Display>(
    status: u16,
    body: &'b [u8],
    damage: fn(&T) -> Option<Damage>,
    output: Output<'_>,
) -> i32 {
    let response = Response::<T>::decode(status, body);
    // SAFETY: as for this function.
    unsafe { output.print(format_args!("{}", Told { response, damage })) }
}
