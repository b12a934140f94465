//! Texts that are made for requests.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use aliyun_customer_gateway::{OwnedHost, Parameter, RegionId, UuidText};

use crate::numbers::choice;
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL, ACG_E_OVERLAP};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::request::read::required;
use crate::text::{self, Text};

/// Writes a UUID made of 16 random bytes: a ClientToken, to be stored and sent again on every try of the same
/// request, or a nonce, new for each try. It takes 36 bytes and the NUL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_uuid(
    random: *const c_void,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let output = Output { buf, cap, len };
    if random.is_null() {
        return ACG_E_NULL;
    }
    if output.overlaps_bytes(random, 16) {
        return ACG_E_OVERLAP;
    }
    // SAFETY: the caller vouches for 16 bytes.
    match unsafe { text::bytes(random, 16) }.map(TryInto::try_into) {
        Ok(Ok(bytes)) => {
            let uuid = UuidText::from_random_bytes(bytes);
            // SAFETY: the caller vouches for the buffer.
            unsafe { output.print(format_args!("{}", uuid.as_str())) }
        }
        _ => ACG_E_ARGUMENT,
    }
}

/// Writes the host of a region: vpc.cn-shanghai.aliyuncs.com with ACG_NETWORK_PUBLIC. The host of all regions is
/// vpc.aliyuncs.com.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_host_of_region(
    region_id: Text,
    network: i32,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let output = Output { buf, cap, len };
    if output.overlaps(&[region_id]) {
        return ACG_E_OVERLAP;
    }
    let Some(network) = choice::network(network) else { return ACG_E_ARGUMENT };
    // SAFETY: the caller vouches for the text.
    let host = unsafe { required(Parameter::RegionId, region_id) }.and_then(|region| {
        Ok(OwnedHost::of_region(RegionId::new(region).map_err(Problem::Refused)?, network)?)
    });
    match host {
        // SAFETY: the caller vouches for the buffer.
        Ok(host) => unsafe { output.print(format_args!("{}", host.as_str())) },
        Err(problem) => problem.report(refusal),
    }
}
