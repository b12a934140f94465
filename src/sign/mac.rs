//! Keyed HMACs, and what goes into them.

use core::mem::ManuallyDrop;

use digest::array::Array;
use digest::block_api::EagerHash;
use digest::block_buffer::EagerBuffer;
use digest::consts::U64;
use digest::{FixedOutput, KeyInit, Output, Update};
use hmac::block_api::HmacCore;
use zeroize::Zeroize as _;

use super::hash::{Core, Sha256Core};
use super::hex::Hex;
use super::wipe;
use crate::encode::Encode;
use crate::writer::{self, Sink, Writer};

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
    pub(super) fn fill<C: Core + Default>(&mut self, parts: [&[u8]; 2]) {
        let len = parts.iter().fold(0_usize, |len, part| len.saturating_add(part.len()));
        if len > BLOCK {
            let hash = of_text(&mut C::default(), &Parts(&parts));
            self.0.iter_mut().zip(&hash).for_each(|(to, from)| *to = *from);
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

/// The MAC of a text by a copy of a key, or its hash.
///
/// It is put together of blocks, because `Hmac` would be moved, and is larger by a buffer.
pub(super) fn of_text<C: Core>(core: &mut C, text: &dyn Encode) -> Output<C> {
    struct Absorb<'c, C>(&'c mut C);

    impl<C: Core> Sink for Absorb<'_, C> {
        fn put(&mut self, bytes: &[u8]) {
            let (blocks, _) = bytes.as_chunks();
            self.0.update_blocks(Array::cast_slice_from_core(blocks));
            // How deep in the stack this is depends on what writes the text.
            wipe::stack_of_blocks();
        }

        fn is_for_text(&self) -> bool {
            false
        }
    }

    let mut block = writer::Block::default();
    let rest = block.write(&mut Absorb(core), |to| text.write(to));
    finish(core, rest)
}

/// The end of a text. Out of line, so that the stack has no room for it while the text is written.
#[inline(never)]
fn finish<C: Core>(core: &mut C, rest: &[u8]) -> Output<C> {
    // To be cleared, it would be overwritten by a copy. It goes with the stack that it is on.
    let mut buffer = ManuallyDrop::new(EagerBuffer::default());
    let mut output = Output::<C>::default();
    buffer.digest_blocks(rest, |blocks| core.update_blocks(blocks));
    core.finalize_fixed_core(&mut buffer, &mut output);
    output
}

/// The MAC of a text, by a MAC of the caller's that has its key.
pub(super) fn of_mac<M: Update + FixedOutput>(mut mac: M, text: &dyn Encode) -> Output<M> {
    struct Absorb<'m, M>(&'m mut M);

    impl<M: Update> Sink for Absorb<'_, M> {
        #[inline(never)]
        fn put(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }

        fn is_for_text(&self) -> bool {
            false
        }
    }

    writer::buffered(&mut Absorb(&mut mac), |to| text.write(to));
    mac.finalize_fixed()
}

/// The SHA-256 of a text.
pub(super) fn sha256(text: &dyn Encode) -> Hex {
    Hex::new(&of_text(&mut Sha256Core::default(), text).into())
}

/// The SHA-256 of bytes.
pub(super) fn sha256_of_bytes(bytes: &[u8]) -> Hex {
    sha256(&Parts(&[bytes]))
}

/// Bytes that are written one after another.
struct Parts<'p>(&'p [&'p [u8]]);

impl Encode for Parts<'_> {
    fn write(&self, to: &mut Writer<'_>) {
        self.0.iter().for_each(|part| to.put(part));
    }
}
