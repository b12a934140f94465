//! The request to send.

use core::mem::MaybeUninit;

use aliyun_customer_gateway::registration::{Step, ToCall};

use super::Machine;
use crate::numbers::choice::{ACG_CREATE, ACG_LIST};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NOT_DONE, ACG_E_NULL, ACG_OK};
use crate::refusal::{Problem, Refusal};
use crate::request::Request;
use crate::request::action::Action;

/// Writes the request to send at ACG_STEP_SEND: `wanted` itself, which is of ACG_CREATE, or one of ACG_LIST with
/// its region, and its tags where they filter the list. Sign and send it as any other, with a new nonce.
///
/// Its texts and tags are those of `wanted`, borrowed. ACG_E_NOT_DONE: nothing is to be sent now.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_request(
    machine: Option<&Machine>,
    wanted: Option<&Request>,
    to_send: Option<&mut MaybeUninit<Request>>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(machine), Some(wanted), Some(out)) = (machine, wanted, to_send) else {
        return ACG_E_NULL;
    };
    if wanted.action != ACG_CREATE {
        return ACG_E_ARGUMENT;
    }
    // SAFETY: the caller vouches for the machine.
    let to_send = match unsafe { machine.get() }.map(aliyun_customer_gateway::Registration::step) {
        Ok(Step::Send(to_send)) => to_send,
        Ok(_) => return ACG_E_NOT_DONE,
        Err(number) => return number,
    };
    let mut write = |action: &Action<'_>| {
        let Action::Create(create) = action else { return Err(Problem::Number(ACG_E_ARGUMENT)) };
        let made = match to_send.parameters(create) {
            ToCall::List(list) => {
                let is_filtered = !list.tags().is_empty();
                Request {
                    edition: wanted.edition,
                    region_id: wanted.region_id,
                    tags: if is_filtered { wanted.tags } else { core::ptr::null() },
                    tag_count: if is_filtered { wanted.tag_count } else { 0 },
                    page_number: list.page_number().map_or(0, |number| number.get()),
                    page_size: list.page_size().map_or(0, |size| size.get()),
                    ..Request::new(ACG_LIST)
                }
            }
            _ => *wanted,
        };
        out.write(made);
        Ok(ACG_OK)
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { wanted.with(&mut write) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}
