//! Overwrites what work with a key leaves on the stack.
//!
//! Copies of a key that the compiler makes, and registers that it spills, have no name that could be
//! cleared. So whatever works with a key is a function of its own that is not inlined; once it has
//! returned, the stack below its caller is overwritten as deep as it went. `tests/wiping` looks at the
//! stack afterwards.

/// The width of the target's registers: what is as wide takes as much of the stack.
const IS_64_BIT: bool = cfg!(target_pointer_width = "64");

/// How deep the making of a key and the end of a signature go, in bytes, with something to spare.
const WORK: usize = if IS_64_BIT { 2048 } else { 888 };

/// How deep the blocks of a text go, wherever in the stack they are absorbed.
const BLOCKS: usize = if IS_64_BIT { 1024 } else { 416 };

/// Overwrites the stack below the caller, after a key was made or has signed.
pub(super) fn stack() {
    zeroize::zeroize_stack::<WORK>();
}

/// Overwrites the stack below the caller, after blocks of a text were absorbed: on a processor with few
/// registers, a hash spills the state that it starts from.
pub(super) fn stack_of_blocks() {
    zeroize::zeroize_stack::<BLOCKS>();
}
