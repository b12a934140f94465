//! Keyed HMACs, and what goes into them.

use digest::block_api::EagerHash;
use digest::consts::U64;
use digest::{Digest, FixedOutput, KeyInit, Output, Update};
use hmac::Hmac;
use sha1::Sha1;
use sha2::Sha256;
use zeroize::{Zeroize as _, ZeroizeOnDrop};

use super::hex::Hex;
use crate::writer::{self, Sink, Writer};

/// A block of SHA-1 or SHA-256, in bytes: the length of an HMAC's key (RFC 2104, 2).
const BLOCK: usize = 64;

/// The key of an HMAC, filled up to a block. It is cleared when it is dropped.
pub(super) struct KeyBlock([u8; BLOCK]);

impl KeyBlock {
    pub(super) fn new() -> Self {
        Self([0; BLOCK])
    }

    /// Fills in a key that consists of two parts: a short one is followed by zeros, one that is longer than a
    /// block is hashed.
    #[inline(never)]
    pub(super) fn fill<D: Digest>(&mut self, parts: [&[u8]; 2]) {
        let len = parts.iter().fold(0_usize, |len, part| len.saturating_add(part.len()));
        if len > BLOCK {
            let mut hash = D::new();
            for part in parts {
                hash.update(part);
            }
            self.0.iter_mut().zip(&hash.finalize()).for_each(|(to, from)| *to = *from);
        } else {
            let key = parts.iter().flat_map(|part| part.iter());
            self.0.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
        }
    }

    /// The HMAC with this key.
    pub(super) fn hmac<D: EagerHash>(&self) -> Hmac<D>
    where
        Hmac<D>: KeyInit<KeySize = U64>,
    {
        Hmac::new((&self.0).into())
    }
}

impl Drop for KeyBlock {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

// What an HMAC consists of is wiped when it is dropped.
const _: fn() = || {
    fn is_wiped<T: ZeroizeOnDrop>() {}
    is_wiped::<Sha1>();
    is_wiped::<Sha256>();
};

/// The MAC of what is written, by a MAC that has its key.
pub(super) fn mac<M: Update + FixedOutput>(
    mut mac: M,
    write: impl Fn(&mut Writer<'_>),
) -> Output<M> {
    absorb(&mut mac, write);
    mac.finalize_fixed()
}

/// The SHA-256 of what is written.
pub(super) fn sha256(write: impl Fn(&mut Writer<'_>)) -> Hex {
    let mut hash = Sha256::default();
    absorb(&mut hash, write);
    Hex::new(&hash.finalize_fixed().into())
}

/// Lets a MAC or a hash take what is written.
fn absorb<D: Update>(digest: &mut D, write: impl Fn(&mut Writer<'_>)) {
    struct Absorb<'d, D>(&'d mut D);

    impl<D: Update> Sink for Absorb<'_, D> {
        fn put(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
    }

    writer::buffered(&mut Absorb(digest), write);
}
