//! Links only if nothing in it can panic: the panic handler calls a function that does not exist.
//!
//! For the microcontroller and for the host alike.

#![no_std]
#![no_main]

use core::panic::PanicInfo;

use firmware::calls;
use firmware::scratch::Scratch;

unsafe extern "C" {
    /// There is no such function.
    fn a_panic_is_reachable() -> !;
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    // SAFETY: no image that has this call gets linked.
    unsafe { a_panic_is_reachable() }
}

fn call_all() {
    let mut scratch = Scratch::new();
    for call in calls::all() {
        (call.run)(&mut scratch);
    }
}

#[cfg(target_os = "none")]
#[cortex_m_rt::entry]
fn main() -> ! {
    call_all();
    loop {}
}

#[cfg(not(target_os = "none"))]
#[unsafe(no_mangle)]
extern "C" fn main() -> core::ffi::c_int {
    call_all();
    0
}

// `memcpy` and its like are the C library's.
#[cfg(not(target_os = "none"))]
#[link(name = "c")]
unsafe extern "C" {}
