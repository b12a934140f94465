//! QEMU's `virt` with a RISC-V processor: a serial port, and a device that ends it.

use core::arch::global_asm;
use core::fmt::{self, Write as _};
use core::ptr::write_volatile;

// The stack pointer, then `main`; QEMU has loaded and cleared the memory.
global_asm!(
    ".section .start, \"ax\"",
    ".global _start",
    "_start:",
    ".option push",
    ".option norelax",
    "la gp, __global_pointer$",
    ".option pop",
    "la sp, stack_top",
    "call main",
);

/// The NS16550A.
const SERIAL: *mut u8 = 0x1000_0000 as *mut u8;
/// The "SiFive test finisher".
const FINISHER: *mut u32 = 0x10_0000 as *mut u32;

struct Serial;

impl fmt::Write for Serial {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            // SAFETY: there the port takes a byte at any time.
            unsafe { write_volatile(SERIAL, byte) };
        }
        Ok(())
    }
}

pub fn print(line: fmt::Arguments<'_>) {
    let _ = writeln!(Serial, "{line}");
}

pub fn exit(succeeded: bool) -> ! {
    let code = if succeeded { 0x5555 } else { 1 << 16 | 0x3333 };
    // SAFETY: there the device takes such a code.
    unsafe { write_volatile(FINISHER, code) };
    loop {}
}
