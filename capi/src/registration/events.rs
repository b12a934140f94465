//! Events other than a response.

use aliyun_customer_gateway::Registration;

use super::Machine;
use crate::numbers::result::{ACG_E_NULL, ACG_OK};

/// # Safety
///
/// The machine is as the header says.
unsafe fn report(machine: Option<&mut Machine>, event: fn(&mut Registration)) -> i32 {
    let Some(machine) = machine else { return ACG_E_NULL };
    // SAFETY: as for this function.
    match unsafe { machine.get_mut() } {
        Ok(machine) => {
            event(machine);
            ACG_OK
        }
        Err(number) => number,
    }
}

/// No response came: no connection, a timeout, a connection that broke. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_no_response(machine: Option<&mut Machine>) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_no_response) }
}

/// The response is longer than the receive buffer. Of a listing, smaller pages are asked for. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_too_long(machine: Option<&mut Machine>) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_too_long) }
}

/// The pause is over. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_paused(machine: Option<&mut Machine>) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_paused) }
}

/// The clock was set, as far as it could be. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_clock_set(machine: Option<&mut Machine>) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_clock_set) }
}

/// A new token was made and stored, and is in the request from now on. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_new_token(machine: Option<&mut Machine>) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_new_token) }
}

/// The credentials were renewed, as far as they could be. Where the step is another one, nothing changes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_credentials_renewed(
    machine: Option<&mut Machine>,
) -> i32 {
    // SAFETY: the caller vouches for the machine.
    unsafe { report(machine, Registration::on_credentials_renewed) }
}
