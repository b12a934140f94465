//! Whether standard output was closed when the tool started, as by `>&-` in a shell.
//!
//! The standard library opens `/dev/null` in its place before `main`, and whatever is written then
//! seems to be written. So this looks before the standard library does.

use core::sync::atomic::{AtomicBool, Ordering};

static CLOSED: AtomicBool = AtomicBool::new(false);

/// The system is asked about the descriptor, and nothing of the standard library is used: it may not
/// be ready.
#[cfg(unix)]
#[ctor::ctor]
fn look() {
    let found = rustix::io::fcntl_getfd(rustix::stdio::stdout());
    CLOSED.store(found.is_err(), Ordering::Relaxed);
}

/// Always `false` on systems other than Unix.
pub(crate) fn standard_output() -> bool {
    CLOSED.load(Ordering::Relaxed)
}
