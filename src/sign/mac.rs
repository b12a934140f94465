//! HMACs that are keyed once and leave nothing of the key behind.

use digest::block_api::EagerHash;
use digest::consts::U64;
use digest::{Digest, FixedOutput, KeyInit, Output, Update};
use hmac::Hmac;
use sha1::Sha1;
use sha2::Sha256;
use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

use super::hex::Hex;
use super::wipe;
use crate::writer::Sink;
use crate::writer::{self, Writer};

/// A block of SHA-1 or SHA-256, in bytes: the length of an HMAC's key (RFC 2104, 2).
const BLOCK: usize = 64;

/// An HMAC with its key, from which each signature starts.
///
/// The key is absorbed where the value lies; whoever moves the value leaves a copy behind.
pub(super) struct Keyed<D: EagerHash>(Hmac<D>);

impl<D> Keyed<D>
where
    D: EagerHash + Digest,
    Hmac<D>: KeyInit<KeySize = U64> + FixedOutput + Update + Clone,
{
    /// An HMAC with the key that consists of these parts.
    pub(super) fn new(parts: [&[u8]; 2]) -> Self {
        let mut block = Zeroizing::new([0; BLOCK]);
        fill::<D>(&mut block, parts);
        let keyed = Self::absorbed(&block);
        wipe::stack();
        keyed
    }

    #[inline(never)]
    fn absorbed(block: &[u8; BLOCK]) -> Self {
        Self(Hmac::new(block.into()))
    }

    /// The MAC of what is written.
    pub(super) fn mac(&self, write: impl Fn(&mut Writer<'_>)) -> Output<Hmac<D>> {
        let mac = self.computed(write);
        wipe::stack();
        mac
    }

    #[inline(never)]
    fn computed(&self, write: impl Fn(&mut Writer<'_>)) -> Output<Hmac<D>> {
        mac(self.0.clone(), write)
    }
}

/// Fills a block with a key: a short one is followed by zeros, one that is too long is hashed.
#[inline(never)]
fn fill<D: Digest>(block: &mut [u8; BLOCK], parts: [&[u8]; 2]) {
    let len = parts.iter().fold(0_usize, |len, part| len.saturating_add(part.len()));
    if len > BLOCK {
        let mut hash = D::new();
        for part in parts {
            hash.update(part);
        }
        let mut hash = hash.finalize();
        block.iter_mut().zip(&hash).for_each(|(to, from)| *to = *from);
        hash.as_mut_slice().zeroize();
    } else {
        let key = parts.iter().flat_map(|part| part.iter());
        block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
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
