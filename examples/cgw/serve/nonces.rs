//! The nonces that were used.

use core::hash::BuildHasher as _;
use std::collections::hash_map::RandomState;
use std::collections::{HashSet, VecDeque};

/// The nonces of the last half hour, which is as long as a timestamp is taken, but no more than this
/// many.
const MAX: usize = 65_536;

/// How long a nonce is kept, in seconds.
const LIFE: u64 = 30 * 60;

/// The nonces that were used, as hashes: the memory that it takes does not grow.
#[derive(Debug)]
pub(super) struct Nonces {
    hasher: RandomState,
    used: HashSet<u64>,
    by_time: VecDeque<(u64, u64)>,
}

impl Nonces {
    pub(super) fn new() -> Self {
        Self {
            hasher: RandomState::new(),
            used: HashSet::with_capacity(MAX),
            by_time: VecDeque::with_capacity(MAX),
        }
    }

    /// Keeps the nonce of a key, and tells whether it is new.
    pub(super) fn is_new(&mut self, key: &str, nonce: &str, now: u64) -> bool {
        let hash = self.hasher.hash_one((key, nonce));
        while let Some((at, oldest)) = self.by_time.front().copied()
            && (self.by_time.len() >= MAX || at.saturating_add(LIFE) < now)
        {
            self.by_time.pop_front();
            self.used.remove(&oldest);
        }
        let is_new = self.used.insert(hash);
        if is_new {
            self.by_time.push_back((now, hash));
        }
        is_new
    }
}
