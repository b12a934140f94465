//! The machine that registers a gateway once.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use aliyun_customer_gateway::registration::{Backoff, Policy, Step};
use aliyun_customer_gateway::{Registration, RetryAfter};

use crate::decode;
use crate::numbers::choice::ACG_CREATE;
use crate::numbers::result::{
    ACG_E_ARGUMENT, ACG_E_NOT_DONE, ACG_E_NOT_STARTED, ACG_E_NULL, ACG_OK,
};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::request::Request;
use crate::request::action::Action;
use crate::text;

pub mod events;
pub mod step;
pub mod to_send;

/// How patient a registration is. `acg_policy_default` writes the defaults; a value outside of its bounds counts
/// as the nearest within.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CPolicy {
    /// The pause after the first failure, in milliseconds: 1000 unless set.
    pub first_ms: u32,
    /// The longest pause, in milliseconds: 300000 unless set, a day at most.
    pub max_ms: u32,
    /// How many pages a listing may take: 100 unless set, 1 to 1000.
    pub max_pages: u16,
    /// After how many failures nothing more is sent that could create: 16 unless set, 1 to 100.
    pub failures: u8,
    /// How many failures more a last look at the list is given: 4 unless set, 0 to 100.
    pub last_look_ups: u8,
    /// After how many failures to look at the list once in between: 5 unless set, 0 to 100; 0 never.
    pub peek_after: u8,
    /// How many gateways to ask for in a page: 10 unless set, 1 to 50.
    pub page_size: u8,
    /// How many listings have to agree that a gateway is not there: 2 unless set, 1 to 10.
    pub listings: u8,
    /// How often to set the clock: 3 unless set, 0 to 10.
    pub clock_settings: u8,
    /// How many new tokens to make: 2 unless set, 0 to 10.
    pub new_tokens: u8,
    /// How often to renew the credentials: 2 unless set, 0 to 10.
    pub credential_renewals: u8,
}

impl CPolicy {
    const fn of(policy: &Policy) -> Self {
        Self {
            first_ms: policy.backoff().first_ms(),
            max_ms: policy.backoff().max_ms(),
            max_pages: policy.max_pages(),
            failures: policy.failures(),
            last_look_ups: policy.last_look_ups(),
            peek_after: policy.peek_after(),
            page_size: policy.page_size(),
            listings: policy.listings(),
            clock_settings: policy.clock_settings(),
            new_tokens: policy.new_tokens(),
            credential_renewals: policy.credential_renewals(),
        }
    }

    const fn get(&self) -> Policy {
        Policy::new()
            .with_backoff(Backoff::new(self.first_ms, self.max_ms))
            .with_max_pages(self.max_pages)
            .with_failures(self.failures)
            .with_last_look_ups(self.last_look_ups)
            .with_peek_after(self.peek_after)
            .with_page_size(self.page_size)
            .with_listings(self.listings)
            .with_clock_settings(self.clock_settings)
            .with_new_tokens(self.new_tokens)
            .with_credential_renewals(self.credential_renewals)
    }
}

/// The machine that registers one gateway once, over a network that loses requests.
///
/// It is the caller's: 160 bytes, aligned as a uint32_t, started by `acg_registration_start`; nothing has to be
/// freed. It holds no pointer, no token and no secret, and may be copied. Never store it: store the ClientToken and
/// the parameters before the first call is sent, and the id once there is one; after a power cut, or some time
/// after it gave up, start it `resumed`, with the same token.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Machine {
    /// The library's own.
    pub started: u32,
    /// The library's own.
    pub opaque: MaybeUninit<[u32; 39]>,
}

/// A number that a structure which was never started hardly has.
const STARTED: u32 = 0xac6e_57a7;

const _: () = assert!(size_of::<Registration>() <= size_of::<[u32; 39]>());
const _: () = assert!(align_of::<Registration>() <= align_of::<u32>());
const _: () = assert!(size_of::<Machine>() == 160);

impl Machine {
    fn started(machine: Registration) -> Self {
        let mut started = Self { started: STARTED, opaque: MaybeUninit::zeroed() };
        // SAFETY: there is room for it, and the words are aligned as it is, as was asserted above.
        unsafe { started.opaque.as_mut_ptr().cast::<Registration>().write(machine) };
        started
    }

    /// # Safety
    ///
    /// A machine that says that it was started was.
    unsafe fn get(&self) -> Result<&Registration, i32> {
        if self.started != STARTED {
            return Err(ACG_E_NOT_STARTED);
        }
        // SAFETY: `started` wrote it there, and since then it was only copied.
        Ok(unsafe { &*self.opaque.as_ptr().cast() })
    }

    /// # Safety
    ///
    /// A machine that says that it was started was.
    pub(crate) unsafe fn get_mut(&mut self) -> Result<&mut Registration, i32> {
        if self.started != STARTED {
            return Err(ACG_E_NOT_STARTED);
        }
        // SAFETY: `started` wrote it there, and since then it was only copied.
        Ok(unsafe { &mut *self.opaque.as_mut_ptr().cast() })
    }
}

/// Writes the default policy: at most 20 calls that fail, with half an hour to an hour of pauses between them.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_policy_default(policy: Option<&mut MaybeUninit<CPolicy>>) -> i32 {
    let Some(policy) = policy else { return ACG_E_NULL };
    policy.write(CPolicy::of(&Policy::new()));
    ACG_OK
}

/// Starts a machine. `policy` may be NULL for the defaults, and is copied. `resumed` is 0 for a ClientToken that
/// was never sent, and 1 where it comes out of storage: it may have been sent before the power was cut.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_start(
    machine: Option<&mut MaybeUninit<Machine>>,
    policy: Option<&CPolicy>,
    resumed: i32,
) -> i32 {
    let Some(machine) = machine else { return ACG_E_NULL };
    let policy = policy.map_or(Policy::new(), CPolicy::get);
    let started = match resumed {
        0 => Registration::new(policy),
        1 => Registration::resumed(policy),
        _ => return ACG_E_ARGUMENT,
    };
    machine.write(Machine::started(started));
    ACG_OK
}

/// How long to wait at ACG_STEP_PAUSE, in milliseconds, with jitter from 32 `random` bits; 0 at any other step.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_pause_ms(machine: Option<&Machine>, random: u32) -> u32 {
    // SAFETY: the caller vouches for the machine.
    let machine = machine.and_then(|machine| unsafe { machine.get() }.ok());
    match machine.map(Registration::step) {
        Some(Step::Pause(pause)) => pause.ms(random),
        _ => 0,
    }
}

/// Writes what came of it, at ACG_STEP_DONE: "created cgw-1". ACG_E_NOT_DONE at any other step.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_sentence(
    machine: Option<&Machine>,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(machine) = machine else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the machine.
    match unsafe { machine.get() }.map(Registration::step) {
        Ok(Step::Done(outcome)) => {
            // SAFETY: the caller vouches for the buffer.
            unsafe { Output { buf, cap, len }.print(format_args!("{outcome}")) }
        }
        Ok(_) => ACG_E_NOT_DONE,
        Err(number) => number,
    }
}

/// A response came: `wanted` is the request that is registered, of ACG_CREATE; `status` and the body are those of
/// the response, `asked_ms` the pause that its headers ask for (`acg_retry_after`), or 0.
///
/// Nothing of the body is borrowed afterwards. A response that nobody waits for changes nothing. ACG_E_INVALID:
/// `wanted` is not the request that was sent; nothing has changed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_registration_on_response(
    machine: Option<&mut Machine>,
    wanted: Option<&Request>,
    status: i32,
    asked_ms: u32,
    body: *const c_void,
    body_len: usize,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(machine), Some(wanted)) = (machine, wanted) else { return ACG_E_NULL };
    if wanted.action != ACG_CREATE {
        return ACG_E_ARGUMENT;
    }
    // SAFETY: the caller vouches for the machine.
    let machine = match unsafe { machine.get_mut() } {
        Ok(machine) => machine,
        Err(number) => return number,
    };
    // SAFETY: the caller vouches for the body.
    let body = match unsafe { text::bytes(body, body_len) } {
        Ok(body) => body,
        Err(number) => return number,
    };
    let asked = RetryAfter::from_milliseconds(asked_ms);
    let mut hear = |action: &Action<'_>| match action {
        Action::Create(create) => {
            let _ = machine.on_response(create, decode::status(status), asked, body);
            Ok(ACG_OK)
        }
        _ => Err(Problem::Number(ACG_E_ARGUMENT)),
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { wanted.with(&mut hear) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}
