//! Random numbers of a test: repeatable, so **not for a device**.
//!
//! A device replaces this file. Tokens and nonces have to differ from those of all other devices, and
//! the keys of TLS must not be guessed: both take a generator in hardware, or a seed from the factory
//! that is replaced at every start.

/// SplitMix64, from the seed on the command line and the number of the start.
pub struct Random(u64);

impl Random {
    /// The generator of a seed, different after every reset.
    pub fn new(seed: u32, start: u32) -> Self {
        Self(u64::from(seed) << 32 | u64::from(start))
    }

    /// 32 random bits.
    pub fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) as u32
    }

    /// 16 random bytes.
    pub fn bytes(&mut self) -> [u8; 16] {
        let mut bytes = [0; 16];
        bytes.chunks_mut(4).for_each(|to| to.copy_from_slice(&self.bits().to_le_bytes()));
        bytes
    }
}
