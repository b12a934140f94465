//! The caller's memory: buffers and results, apart from the stack that is measured.

use core::hint::black_box;
use core::mem::{MaybeUninit, align_of, size_of};

/// Room for the longest query and for the greatest result.
pub struct Scratch {
    buffer: [u8; 5 * 1024],
    kept: [MaybeUninit<u64>; KEPT],
    stack_pointer: usize,
}

const KEPT: usize = 256;

impl Scratch {
    #[expect(clippy::new_without_default, reason = "nobody asks for a default one")]
    pub const fn new() -> Self {
        Self { buffer: [0; _], kept: [MaybeUninit::uninit(); _], stack_pointer: 0 }
    }

    #[inline(always)]
    pub fn buffer(&mut self) -> &mut [u8] {
        black_box(&mut self.buffer)
    }

    /// Keeps a result.
    #[inline(always)]
    pub fn keep<T>(&mut self, result: T) {
        const { assert!(size_of::<T>() <= KEPT * 8 && align_of::<T>() <= 8) };
        let slot = self.kept.as_mut_ptr().cast::<T>();
        // SAFETY: the slot is large and aligned enough, as was asserted just now.
        unsafe { slot.write(result) };
        black_box(slot);
    }

    /// Notes where the caller's own frame ends.
    #[inline(always)]
    pub fn note_stack_pointer(&mut self) {
        #[cfg(target_arch = "arm")]
        // SAFETY: reads a register.
        unsafe {
            core::arch::asm!("mov {}, sp", out(reg) self.stack_pointer, options(nomem, nostack));
        }
    }

    /// Where the frame of the last caller ended.
    pub fn stack_pointer(&self) -> usize {
        self.stack_pointer
    }
}
