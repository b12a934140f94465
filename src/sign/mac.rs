//! Keyed HMACs, and what goes into them.

use digest::block_api::{Buffer, EagerHash, FixedOutputCore as _, UpdateCore as _};
use digest::consts::U64;
use digest::{Digest, FixedOutput, KeyInit, Output, Update};
use hmac::block_api::HmacCore;
use sha1::Sha1;
use sha2::Sha256;
use zeroize::{Zeroize as _, ZeroizeOnDrop};

use super::hex::Hex;
use super::wipe;
use crate::encode::Encode;
use crate::writer::{self, Sink};

/// A block of SHA-1 or SHA-256, in bytes: the length of an HMAC's key (RFC 2104, 2).
const BLOCK: usize = 64;

/// The key of an HMAC, filled up to a block. It is cleared when it is dropped.
pub(super) struct KeyBlock([u8; BLOCK]);

impl KeyBlock {
    pub(super) fn new() -> Self {
        Self([0; BLOCK])
    }

    /// Fills in a key that consists of two parts: a short one is followed by zeros, one that is longer
    /// than a block is hashed.
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

    /// The key of an HMAC.
    pub(super) fn hmac<D: EagerHash>(&self) -> HmacCore<D>
    where
        HmacCore<D>: KeyInit<KeySize = U64>,
    {
        HmacCore::new((&self.0).into())
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

/// The MAC of a text, which starts from a copy of the key.
///
/// It is put together of blocks, because `Hmac` would be moved, and is larger by a buffer.
pub(super) fn of_key<D: EagerHash>(key: &HmacCore<D>, text: &dyn Encode) -> Output<HmacCore<D>> {
    struct Running<D: EagerHash> {
        core: HmacCore<D>,
        buffer: Buffer<HmacCore<D>>,
    }

    impl<D: EagerHash> Running<D> {
        #[inline(never)]
        fn take(&mut self, data: &[u8]) {
            self.buffer.digest_blocks(data, |blocks| self.core.update_blocks(blocks));
        }
    }

    impl<D: EagerHash> Update for Running<D> {
        fn update(&mut self, data: &[u8]) {
            self.take(data);
            // How deep in the stack this is depends on what writes the text.
            wipe::stack_of_blocks();
        }
    }

    let mut running = Running { core: key.clone(), buffer: Buffer::<HmacCore<D>>::default() };
    absorb(&mut running, text);
    let mut mac = Output::<HmacCore<D>>::default();
    running.core.finalize_fixed_core(&mut running.buffer, &mut mac);
    mac
}

/// The MAC of a text, by a MAC of the caller's that has its key.
pub(super) fn of_mac<M: Update + FixedOutput>(mut mac: M, text: &dyn Encode) -> Output<M> {
    absorb(&mut mac, text);
    mac.finalize_fixed()
}

/// The SHA-256 of a text.
pub(super) fn sha256(text: &dyn Encode) -> Hex {
    let mut hash = Sha256::default();
    absorb(&mut hash, text);
    Hex::new(&hash.finalize_fixed().into())
}

/// Lets a MAC or a hash take a text.
fn absorb<D: Update>(digest: &mut D, text: &dyn Encode) {
    struct Absorb<'d, D>(&'d mut D);

    impl<D: Update> Sink for Absorb<'_, D> {
        fn put(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
    }

    writer::buffered(&mut Absorb(digest), |to| text.write(to));
}
