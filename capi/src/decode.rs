//! Responses, read.

use core::ffi::c_void;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::response::Output;
use aliyun_customer_gateway::{
    Action as _, Created, DeleteCustomerGateway, Deleted, Gateway, Modified, Page, PageItem,
    ReceivedTag, Response,
};

use crate::cursor::{Cursor, GATEWAYS, TAGS};
use crate::escaped::Escaped;
use crate::numbers::result::{
    ACG_E_NOT_STARTED, ACG_E_NULL, ACG_END, ACG_FAILED, ACG_OK, ACG_UNREADABLE,
};
use crate::response::{CDamage, CDeleted, CGateway, CPage, CReceivedTag, Failure};
use crate::text;

/// An HTTP status; one that is none is as good as a status that nobody knows.
pub(crate) fn status(status: i32) -> u16 {
    u16::try_from(status).unwrap_or(0)
}

/// Reads a body, and writes what it is.
///
/// # Safety
///
/// The body is as the header says.
unsafe fn decode<'b, T: Output<'b>, C>(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<C>>,
    failure: Option<&mut MaybeUninit<Failure>>,
    of: fn(&T) -> C,
) -> i32 {
    let Some(out) = out else { return ACG_E_NULL };
    // SAFETY: as for this function.
    let body: &'b [u8] = match unsafe { text::bytes(body, body_len) } {
        Ok(body) => body,
        Err(number) => return number,
    };
    match Response::<T>::decode(self::status(status), body) {
        Ok(Response::Success(output)) => {
            out.write(of(&output));
            ACG_OK
        }
        Ok(Response::Failed(failed)) => {
            if let Some(failure) = failure {
                failure.write(Failure::of(&failed, DeleteCustomerGateway::NAME));
            }
            ACG_FAILED
        }
        Err(error) => {
            if let Some(failure) = failure {
                failure.write(Failure::of_error(&error));
            }
            ACG_UNREADABLE
        }
    }
}

/// Reads a response to ACG_CREATE.
///
/// ACG_OK: `out` is written, and its id is there whatever else is damaged. ACG_FAILED, ACG_UNREADABLE: `failure`
/// is written, unless it is NULL. Whatever was written borrows the body.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_decode_created(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<CGateway>>,
    failure: Option<&mut MaybeUninit<Failure>>,
) -> i32 {
    // SAFETY: the caller vouches for the body.
    unsafe { decode::<Created<'_>, _>(status, body, body_len, out, failure, CGateway::of_created) }
}

/// Reads a response to ACG_MODIFY, as `acg_decode_created` does one to ACG_CREATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_decode_modified(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<CGateway>>,
    failure: Option<&mut MaybeUninit<Failure>>,
) -> i32 {
    // SAFETY: the caller vouches for the body.
    unsafe {
        decode::<Modified<'_>, _>(status, body, body_len, out, failure, CGateway::of_modified)
    }
}

/// Reads a response to ACG_DESCRIBE, as `acg_decode_created` does one to ACG_CREATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_decode_gateway(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<CGateway>>,
    failure: Option<&mut MaybeUninit<Failure>>,
) -> i32 {
    // SAFETY: the caller vouches for the body.
    unsafe { decode::<Gateway<'_>, _>(status, body, body_len, out, failure, CGateway::of_gateway) }
}

/// Reads a response to ACG_DELETE. A failure whose `is_done` is 1 says that there was no such gateway.
///
/// Results, and what is written, as for `acg_decode_created`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_decode_deleted(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<CDeleted>>,
    failure: Option<&mut MaybeUninit<Failure>>,
) -> i32 {
    let of = |deleted: &Deleted<'_>| CDeleted {
        request_id: Escaped::of(deleted.request_id()),
        damage: CDamage::of(deleted.damage()),
    };
    // SAFETY: the caller vouches for the body.
    unsafe { decode(status, body, body_len, out, failure, of) }
}

/// Reads a response to ACG_LIST; `acg_page_next` reads its gateways.
///
/// Results, and what is written, as for `acg_decode_created`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_decode_page(
    status: i32,
    body: *const c_void,
    body_len: usize,
    out: Option<&mut MaybeUninit<CPage>>,
    failure: Option<&mut MaybeUninit<Failure>>,
) -> i32 {
    let of = |page: &Page<'_>| CPage {
        request_id: Escaped::of(page.request_id()),
        page_number: page.page_number().unwrap_or(0),
        page_size: page.page_size().unwrap_or(0),
        total_count: page.total_count().unwrap_or(u32::MAX),
        damage: CDamage::of(page.damage()),
        gateways: Cursor::start(GATEWAYS, page.gateways()),
    };
    // SAFETY: the caller vouches for the body.
    unsafe { decode(status, body, body_len, out, failure, of) }
}

/// Reads the next gateway of a page, and moves `page->gateways` on: ACG_OK, or ACG_END.
///
/// The body of the page must be unchanged. ACG_E_NOT_STARTED: `page` was not written by `acg_decode_page`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_page_next(
    page: Option<&mut CPage>,
    out: Option<&mut MaybeUninit<CGateway>>,
) -> i32 {
    let (Some(page), Some(out)) = (page, out) else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the page and its body.
    match unsafe { page.gateways.next::<PageItem<'_>>(GATEWAYS) } {
        Ok(Some(item)) => {
            out.write(CGateway::of_item(&item));
            ACG_OK
        }
        Ok(None) => ACG_END,
        Err(()) => ACG_E_NOT_STARTED,
    }
}

/// Reads the next tag of a gateway, and moves `gateway->tags` on: ACG_OK, or ACG_END.
///
/// The body of the gateway must be unchanged. An output that has no tags ends at once.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_tags_next(
    gateway: Option<&mut CGateway>,
    out: Option<&mut MaybeUninit<CReceivedTag>>,
) -> i32 {
    let (Some(gateway), Some(out)) = (gateway, out) else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the gateway and its body.
    match unsafe { gateway.tags.next::<ReceivedTag<'_>>(TAGS) } {
        Ok(Some(tag)) => {
            out.write(CReceivedTag {
                key: Escaped::of(tag.key()),
                value: Escaped::of(tag.value()),
                damage: CDamage::of(tag.damage()),
            });
            ACG_OK
        }
        Ok(None) | Err(()) => ACG_END,
    }
}
