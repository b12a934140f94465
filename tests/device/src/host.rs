//! The host that the test runs on, by semihosting: its command line, its clock, its screen.

use cortex_m_semihosting::{debug, nr, syscall1};

/// What the command line asks of the test: words such as `seed=1`, after the name of the image.
pub struct Options {
    line: &'static str,
}

impl Options {
    /// Reads the command line. There is one buffer for it, so that this is done once.
    pub fn read(buf: &'static mut [u8; 256]) -> Self {
        let mut block = [buf.as_mut_ptr() as usize, buf.len()];
        // SAFETY: the host writes to the buffer, and its length to the second word.
        let failed = unsafe { syscall1(nr::GET_CMDLINE, &raw mut block as usize) };
        let line = buf.get(..block[1]).filter(|_| failed == 0).unwrap_or_default();
        Self { line: str::from_utf8(line).unwrap_or_default().trim_end_matches('\0') }
    }

    /// The text of an option.
    pub fn text(&self, name: &str) -> Option<&'static str> {
        self.line.split(' ').find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }

    /// The number of an option.
    pub fn number(&self, name: &str) -> Option<i32> {
        self.text(name)?.parse().ok()
    }
}

/// The time of the host, in Unix seconds.
pub fn time() -> i64 {
    // SAFETY: the call has no argument.
    i64::from(unsafe { syscall1(nr::TIME, 0) } as u32)
}

/// Prints texts, without the code that formats.
pub fn print(texts: &[&str]) {
    texts.iter().flat_map(|text| text.bytes()).for_each(print_byte);
}

/// Prints a number.
pub fn print_number(mut number: u32) {
    let mut digits = [0; 10];
    let mut len = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' | (number % 10) as u8;
        number /= 10;
        len += 1;
        if number == 0 {
            break;
        }
    }
    digits.iter().skip(10 - len).copied().for_each(print_byte);
}

fn print_byte(byte: u8) {
    // SAFETY: the call takes the address of one byte.
    unsafe { syscall1(nr::WRITEC, &raw const byte as usize) };
}

/// Ends the emulation.
pub fn exit(is_well: bool) -> ! {
    debug::exit(if is_well { debug::EXIT_SUCCESS } else { debug::EXIT_FAILURE });
    loop {}
}

/// How deep the stack went since it was painted, in bytes.
pub fn stack_in_use() -> u32 {
    let words = stack();
    // SAFETY: from the end of the static RAM to the top of the stack all is RAM.
    let is_untouched =
        |word: &*mut u32| unsafe { word.read_volatile() } == cortex_m_rt::STACK_PAINT_VALUE;
    let len = words.clone().count();
    ((len - words.take_while(is_untouched).count()) * size_of::<u32>()) as u32
}

/// Paints what is below the caller's stack, as the start of the image did.
pub fn paint_stack() {
    // This function's own frame is within the margin.
    let end = (cortex_m::register::msp::read() as *mut u32).wrapping_sub(64);
    for word in stack().take_while(|word| *word < end) {
        // SAFETY: nothing below the stack pointer is in use, and a timer that comes now pushes and pops.
        unsafe { word.write_volatile(cortex_m_rt::STACK_PAINT_VALUE) };
    }
}

/// The words between the end of the static RAM and the top of the stack, from below.
fn stack() -> impl Iterator<Item = *mut u32> + Clone {
    unsafe extern "C" {
        static mut _stack_end: u32;
        static mut _stack_start: u32;
    }
    let (end, start) = (&raw mut _stack_end, &raw mut _stack_start);
    (0..).map(move |index| end.wrapping_add(index)).take_while(move |word| *word < start)
}
