//! The connections, a thread each.

use core::time::Duration;
use std::net::TcpListener;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::connection;
use super::service::Service;
use crate::exit::Exit;

/// The most connections at a time; more wait.
const MAX: usize = 512;

/// What a thread of a connection needs of stack, twice over.
const STACK: usize = 512 * 1024;

/// Counts connections.
#[derive(Default)]
struct Open {
    count: Mutex<usize>,
    closed: Condvar,
}

/// One of the connections that are counted.
struct Slot(Arc<Open>);

impl Slot {
    /// Waits until there are not too many.
    fn take(open: &Arc<Open>) -> Self {
        let count = open.count.lock().unwrap_or_else(PoisonError::into_inner);
        let is_full = |count: &mut usize| *count >= MAX;
        let free = open.closed.wait_while(count, is_full);
        let mut count = free.unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_add(1);
        Self(Arc::clone(open))
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let mut count = self.0.count.lock().unwrap_or_else(PoisonError::into_inner);
        *count = count.saturating_sub(1);
        self.0.closed.notify_one();
    }
}

/// Takes connections for as long as the process lives.
pub(super) fn run(listener: &TcpListener, service: &Arc<Service>) -> Exit {
    let open = Arc::new(Open::default());
    loop {
        let slot = Slot::take(&open);
        let Ok((stream, _)) = listener.accept() else {
            // Out of descriptors, say: others will be closed.
            thread::sleep(Duration::from_millis(20));
            continue;
        };
        let service = Arc::clone(service);
        let run = move || {
            connection::run(stream, &service);
            drop(slot);
        };
        // Without a thread, the connection is closed.
        drop(thread::Builder::new().stack_size(STACK).spawn(run));
    }
}
