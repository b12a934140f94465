//! The Ethernet of a Stellaris LM3S6965, one frame at a time and without interrupts.
//!
//! Registers by the data sheet of the LM3S6965, chapter 16. A frame that is received starts with its
//! length in two bytes, which count these two and the checksum as well. So does one that is sent, where
//! they count what follows the Ethernet header.

use smoltcp::phy::{Device, DeviceCapabilities, Medium, RxToken, TxToken};
use smoltcp::time::Instant;

use super::{FRAME, MAC, Register};

const RECEIVE_CONTROL: Register = Register(0x4004_8008);
const TRANSMIT_CONTROL: Register = Register(0x4004_800c);
const DATA: Register = Register(0x4004_8010);
const ADDRESS_0: Register = Register(0x4004_8014);
const ADDRESS_1: Register = Register(0x4004_8018);
const THRESHOLD: Register = Register(0x4004_801c);
const FRAMES: Register = Register(0x4004_8034);
const TRANSMIT: Register = Register(0x4004_8038);

/// The Ethernet header, which the length of a frame to be sent does not count.
const HEADER: usize = 14;

/// The length and the checksum, which the length of a received frame counts.
const AROUND: usize = 6;

/// The Ethernet of the board.
pub struct Ethernet {
    frame: &'static mut [u8; FRAME],
}

impl Ethernet {
    /// Starts it, with memory for a frame that is received.
    pub fn start(frame: &'static mut [u8; FRAME]) -> Self {
        let [a, b, c, d, e, f] = MAC;
        ADDRESS_0.write(u32::from_le_bytes([a, b, c, d]));
        ADDRESS_1.write(u32::from_le_bytes([e, f, 0, 0]));
        // A frame is sent when it is whole.
        THRESHOLD.write(0x3f);
        // Pad short frames, add the checksum, full duplex.
        TRANSMIT_CONTROL.write(0x17);
        // Empty what is left from before a reset, and refuse frames with a wrong checksum.
        RECEIVE_CONTROL.write(0x10);
        RECEIVE_CONTROL.write(0x09);
        Self { frame }
    }
}

impl Device for Ethernet {
    type RxToken<'a> = Received<'a>;
    type TxToken<'a> = ToSend;

    fn receive(&mut self, _: Instant) -> Option<(Received<'_>, ToSend)> {
        if FRAMES.read() & 0x3f == 0 {
            return None;
        }
        let [len_0, len_1, first, second] = DATA.read().to_le_bytes();
        let counted = usize::from(u16::from_le_bytes([len_0, len_1]));
        let mut bytes = self.frame.iter_mut();
        let mut put = |word: &[u8]| word.iter().zip(&mut bytes).for_each(|(byte, to)| *to = *byte);
        put(&[first, second]);
        // Four bytes a word, and the first is read.
        for _ in 1..counted.div_ceil(4) {
            put(&DATA.read().to_le_bytes());
        }
        Some((Received(self.frame.get(..counted.saturating_sub(AROUND))?), ToSend))
    }

    fn transmit(&mut self, _: Instant) -> Option<ToSend> {
        (TRANSMIT.read() & 1 == 0).then_some(ToSend)
    }

    fn capabilities(&self) -> DeviceCapabilities {
        let mut capabilities = DeviceCapabilities::default();
        capabilities.medium = Medium::Ethernet;
        capabilities.max_transmission_unit = FRAME;
        capabilities.max_burst_size = Some(1);
        capabilities
    }
}

/// A frame that was received.
pub struct Received<'a>(&'a [u8]);

impl RxToken for Received<'_> {
    fn consume<R, F: FnOnce(&[u8]) -> R>(self, read: F) -> R {
        read(self.0)
    }
}

/// There is space for a frame to send.
pub struct ToSend;

impl TxToken for ToSend {
    fn consume<R, F: FnOnce(&mut [u8]) -> R>(self, len: usize, write: F) -> R {
        let mut frame = [0; 2 + FRAME];
        let len = len.min(FRAME);
        let (counted, rest) = frame.split_at_mut(2);
        let result = write(&mut rest[..len]);
        counted.copy_from_slice(&(len.saturating_sub(HEADER) as u16).to_le_bytes());
        for word in frame[..2 + len].chunks(4) {
            let mut bytes = [0; 4];
            bytes[..word.len()].copy_from_slice(word);
            DATA.write(u32::from_le_bytes(bytes));
        }
        TRANSMIT.write(1);
        while TRANSMIT.read() & 1 != 0 {}
        result
    }
}
