//! Makes every call once, and tells how deep each went into the stack.
//!
//! Nothing here formats anything: what this image needs for itself is taken off what is measured.

#![no_std]
#![no_main]

use core::arch::asm;
use core::panic::PanicInfo;
use core::ptr;

use cortex_m_rt::entry;
use cortex_m_semihosting::{debug, nr, syscall1};
use firmware::calls;
use firmware::scratch::Scratch;

const PAINT: u32 = 0xa5a5_5a5a;

unsafe extern "C" {
    /// Where the static RAM ends, so that the stack may go down to it.
    static mut __sheap: u32;
}

// Every firmware copies, fills and compares memory: that is the runtime's, and so in the empty image
// too. With another type than these, the compiler would not know them, and optimise less.
unsafe extern "C" {
    fn memcpy(to: *mut u8, from: *const u8, len: usize) -> *mut u8;
    fn memmove(to: *mut u8, from: *const u8, len: usize) -> *mut u8;
    fn memset(to: *mut u8, byte: i32, len: usize) -> *mut u8;
    fn memcmp(one: *const u8, other: *const u8, len: usize) -> i32;
}

/// Functions that are linked, whether something calls them or not.
#[expect(dead_code, reason = "it is there to be linked")]
struct Runtime(
    [unsafe extern "C" fn(*mut u8, *const u8, usize) -> *mut u8; 2],
    unsafe extern "C" fn(*mut u8, i32, usize) -> *mut u8,
    unsafe extern "C" fn(*const u8, *const u8, usize) -> i32,
);

#[used]
#[unsafe(link_section = ".inputs")]
static RUNTIME: Runtime = Runtime([memcpy, memmove], memset, memcmp);

#[entry]
fn main() -> ! {
    core::hint::black_box(&RUNTIME);
    let mut scratch = Scratch::new();
    for call in calls::all() {
        let used = stack_of(call.run, &mut scratch);
        print_number(used);
        print(call.name.as_bytes());
        print(b"\n");
    }
    debug::exit(debug::EXIT_SUCCESS);
    loop {}
}

/// How many bytes of stack a call uses.
#[inline(never)]
fn stack_of(call: fn(&mut Scratch), scratch: &mut Scratch) -> u32 {
    let bottom = &raw mut __sheap;
    let top: *mut u32;
    // SAFETY: reads a register. The frame of this function ends at the stack pointer, nothing
    // below it is in use, and there are no interrupts.
    unsafe {
        asm!("mov {}, sp", out(reg) top, options(nomem, nostack, preserves_flags));
        let mut word = bottom;
        while word < top {
            ptr::write_volatile(word, PAINT);
            word = word.add(1);
        }
        call(scratch);
        word = bottom;
        while word < top && ptr::read_volatile(word) == PAINT {
            word = word.add(1);
        }
        // What the caller's own frame takes is not the crate's.
        (scratch.stack_pointer() as u32).saturating_sub(word as u32)
    }
}

fn print_number(mut number: u32) {
    let mut place = 10_000;
    while place > 0 {
        let digit = number / place;
        number -= digit * place;
        place /= 10;
        print_byte(b'0' | digit as u8);
    }
    print_byte(b' ');
}

fn print(text: &[u8]) {
    for byte in text {
        print_byte(*byte);
    }
}

fn print_byte(byte: u8) {
    // SAFETY: the call takes the address of one byte.
    unsafe { syscall1(nr::WRITEC, &raw const byte as usize) };
}

#[panic_handler]
fn panic(_: &PanicInfo) -> ! {
    debug::exit(debug::EXIT_FAILURE);
    loop {}
}
