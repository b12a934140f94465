//! A stack that can be looked at afterwards.

/// What nothing writes by chance.
const PAINT: u8 = 0xa5;

/// The size of the stack, in bytes, and its alignment.
const SIZE: usize = 1 << 16;

#[repr(align(4096))]
struct Stack([u8; SIZE]);

/// Runs a function on a stack of its own, and returns what it left there.
pub(crate) fn run(run: impl FnOnce()) -> Vec<u8> {
    let mut stack = Box::new(Stack([PAINT; SIZE]));
    let base = stack.0.as_mut_ptr();
    // SAFETY: the stack is large and aligned, nothing else uses it, and no panic leaves it: they
    // abort.
    unsafe { psm::on_stack(base, SIZE, run) };
    // The compiler does not know that the stack was written.
    let base = core::hint::black_box(base);
    // SAFETY: the bytes are initialised, and the box is still there.
    let left = unsafe { core::slice::from_raw_parts(base, SIZE) }.to_vec();
    let touched = left.iter().position(|byte| *byte != PAINT).unwrap_or(SIZE);
    assert!(touched > SIZE / 4, "the stack is too short");
    assert!(touched < SIZE, "nothing ran on the stack");
    left
}
