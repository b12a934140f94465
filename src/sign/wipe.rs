//! Overwrites what work with a key leaves on the stack.
//!
//! Copies of a key that the compiler makes, and registers that it spills, have no name that could be
//! cleared. So whatever works with a key is a function of its own that is not inlined; once it has
//! returned, the stack below its caller is overwritten as deep as it went. `tests/wiping` looks at the
//! stack afterwards.

/// As deep as that work goes, in bytes, with something to spare.
const DEPTH: usize = if cfg!(target_pointer_width = "64") { 2048 } else { 1024 };

/// Overwrites the stack below the caller.
pub(super) fn stack() {
    zeroize::zeroize_stack::<DEPTH>();
}
