//! The board: its Ethernet, and how fast its processor is.

#[cfg(feature = "mps2-an386")]
mod lan9118;
#[cfg(feature = "lm3s6965evb")]
mod stellaris;

use core::ptr;

#[cfg(feature = "mps2-an386")]
pub use lan9118::Ethernet;
#[cfg(feature = "lm3s6965evb")]
pub use stellaris::Ethernet;

/// How many ticks of the processor are in a millisecond.
#[cfg(feature = "lm3s6965evb")]
pub const TICKS_A_MILLISECOND: u32 = 12_500;
#[cfg(feature = "mps2-an386")]
pub const TICKS_A_MILLISECOND: u32 = 25_000;

/// The address of the device on its wire. A device has one of its own.
pub const MAC: [u8; 6] = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56];

/// The longest frame, without its checksum.
pub const FRAME: usize = 1514;

/// A register of a device, by its address.
#[derive(Clone, Copy)]
struct Register(usize);

impl Register {
    fn read(self) -> u32 {
        // SAFETY: only this module makes these, of addresses that the board's manual lists.
        unsafe { ptr::read_volatile(self.0 as *const u32) }
    }

    fn write(self, word: u32) {
        // SAFETY: as above.
        unsafe { ptr::write_volatile(self.0 as *mut u32, word) }
    }
}
