//! A counter of milliseconds, from the timer that every Cortex-M has.

use core::sync::atomic::{AtomicU32, Ordering};

use cortex_m::peripheral::SYST;
use cortex_m::peripheral::syst::SystClkSource;
use cortex_m_rt::exception;

use crate::board::TICKS_A_MILLISECOND;

static MILLISECONDS: AtomicU32 = AtomicU32::new(0);

#[exception]
fn SysTick() {
    MILLISECONDS.store(now().wrapping_add(1), Ordering::Relaxed);
}

/// Starts the counter.
pub fn start(timer: &mut SYST) {
    timer.set_clock_source(SystClkSource::Core);
    timer.set_reload(TICKS_A_MILLISECOND - 1);
    timer.clear_current();
    timer.enable_interrupt();
    timer.enable_counter();
}

/// Milliseconds since the start. After 49 days it starts over.
pub fn now() -> u32 {
    MILLISECONDS.load(Ordering::Relaxed)
}

/// Sleeps until something happens: the next millisecond at the latest.
pub fn sleep() {
    cortex_m::asm::wfi();
}

/// When patience ends.
#[derive(Clone, Copy)]
pub struct Deadline {
    since: u32,
    ms: u32,
}

impl Deadline {
    /// In so many milliseconds.
    pub fn after(ms: u32) -> Self {
        Self { since: now(), ms }
    }

    /// Whether that time is over. By wrapping subtraction: the counter starts over.
    pub fn is_over(self) -> bool {
        now().wrapping_sub(self.since) >= self.ms
    }
}
