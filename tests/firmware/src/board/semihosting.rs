//! A Cortex-M whose debugger is QEMU.

use core::fmt;

use cortex_m_semihosting::{debug, hprintln};

pub fn print(line: fmt::Arguments<'_>) {
    hprintln!("{}", line);
}

pub fn exit(succeeded: bool) -> ! {
    debug::exit(if succeeded { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {}
}
