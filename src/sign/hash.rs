//! The hashes of both signatures, each step of which stands once in an image.

use digest::block_api::{
    Block, BlockSizeUser, Buffer, BufferKindUser, CoreProxy, Eager, FixedOutputCore,
    OutputSizeUser, SmallBlockSizeUser, UpdateCore,
};
use digest::consts::U64;
use digest::{HashMarker, Output};
use sha1::Sha1;
use sha2::Sha256;
use zeroize::ZeroizeOnDrop;

/// What takes blocks of 64 bytes: SHA-1, SHA-256, and an HMAC of each.
pub(super) trait Core:
    UpdateCore
    + FixedOutputCore
    + SmallBlockSizeUser<_BlockSize = U64>
    + BufferKindUser<BufferKind = Eager>
{
}

impl<C> Core for C where
    C: UpdateCore
        + FixedOutputCore
        + SmallBlockSizeUser<_BlockSize = U64>
        + BufferKindUser<BufferKind = Eager>
{
}

/// A hash of which an HMAC has calls. By itself it is inlined at its start, at both of its ends and
/// where a key is hashed.
#[derive(Clone, Default)]
pub(super) struct Outlined<C>(C);

impl<C> HashMarker for Outlined<C> {}

impl<C: BlockSizeUser> BlockSizeUser for Outlined<C> {
    type BlockSize = C::BlockSize;
}

impl<C: BufferKindUser> BufferKindUser for Outlined<C> {
    type BufferKind = C::BufferKind;
}

impl<C: OutputSizeUser> OutputSizeUser for Outlined<C> {
    type OutputSize = C::OutputSize;
}

impl<C: UpdateCore> UpdateCore for Outlined<C> {
    #[inline(never)]
    fn update_blocks(&mut self, blocks: &[Block<Self>]) {
        self.0.update_blocks(blocks);
    }
}

impl<C: FixedOutputCore> FixedOutputCore for Outlined<C> {
    #[inline(never)]
    fn finalize_fixed_core(&mut self, buffer: &mut Buffer<Self>, output: &mut Output<Self>) {
        self.0.finalize_fixed_core(buffer, output);
    }
}

type Sha1Core = Outlined<<Sha1 as CoreProxy>::Core>;
pub(super) type Sha256Core = Outlined<<Sha256 as CoreProxy>::Core>;

digest::buffer_fixed!(
    /// What an HMAC with SHA-1 is made of.
    #[allow(dead_code, reason = "its type names its core")]
    pub(super) struct OutlinedSha1(Sha1Core);
    impl: BaseFixedTraits Default Clone HashMarker;
);

digest::buffer_fixed!(
    /// What an HMAC with SHA-256 is made of.
    #[allow(dead_code, reason = "its type names its core")]
    pub(super) struct OutlinedSha256(Sha256Core);
    impl: BaseFixedTraits Default Clone HashMarker;
);

// What an HMAC consists of is wiped when it is dropped.
const _: fn() = || {
    fn is_wiped<T: ZeroizeOnDrop>() {}
    is_wiped::<Sha1>();
    is_wiped::<Sha256>();
};
