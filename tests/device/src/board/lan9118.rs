//! The Ethernet of an Arm MPS2, an SMSC LAN9118, one frame at a time and without interrupts.
//!
//! Registers by the data sheet of the LAN9118, chapter 5.

use smoltcp::phy::{Device, DeviceCapabilities, Medium, RxToken, TxToken};
use smoltcp::time::Instant;

use super::{FRAME, MAC, Register};

const RECEIVED: Register = Register(0x4020_0000);
const TO_SEND: Register = Register(0x4020_0020);
const RECEIVED_STATUS: Register = Register(0x4020_0040);
const SENT_STATUS: Register = Register(0x4020_0048);
const TRANSMIT_CONFIGURATION: Register = Register(0x4020_0070);
const HARDWARE_CONFIGURATION: Register = Register(0x4020_0074);
const RECEIVED_FRAMES: Register = Register(0x4020_007c);
const SENT_FRAMES: Register = Register(0x4020_0080);
const MAC_COMMAND: Register = Register(0x4020_00a4);
const MAC_DATA: Register = Register(0x4020_00a8);

/// The registers of the MAC, behind a command.
const CONTROL: u32 = 1;
const ADDRESS_HIGH: u32 = 2;
const ADDRESS_LOW: u32 = 3;

/// The checksum, which the length of a received frame counts.
const CHECKSUM: usize = 4;

/// The Ethernet of the board.
pub struct Ethernet {
    frame: &'static mut [u8; FRAME],
}

impl Ethernet {
    /// Starts it, with memory for a frame that is received.
    pub fn start(frame: &'static mut [u8; FRAME]) -> Self {
        // What is left from before a reset goes.
        HARDWARE_CONFIGURATION.write(1);
        while HARDWARE_CONFIGURATION.read() & 1 != 0 {}
        HARDWARE_CONFIGURATION.write(0x0005_0000);
        let [a, b, c, d, e, f] = MAC;
        write_mac(ADDRESS_LOW, u32::from_le_bytes([a, b, c, d]));
        write_mac(ADDRESS_HIGH, u32::from_le_bytes([e, f, 0, 0]));
        // Full duplex, send and receive.
        write_mac(CONTROL, 0x0010_000c);
        TRANSMIT_CONFIGURATION.write(2);
        Self { frame }
    }
}

fn write_mac(register: u32, word: u32) {
    while MAC_COMMAND.read() & 0x8000_0000 != 0 {}
    MAC_DATA.write(word);
    MAC_COMMAND.write(0x8000_0000 | register);
    while MAC_COMMAND.read() & 0x8000_0000 != 0 {}
}

impl Device for Ethernet {
    type RxToken<'a> = Received<'a>;
    type TxToken<'a> = ToSend;

    fn receive(&mut self, _: Instant) -> Option<(Received<'_>, ToSend)> {
        if RECEIVED_FRAMES.read() & 0x00ff_0000 == 0 {
            return None;
        }
        let counted = (RECEIVED_STATUS.read() >> 16 & 0x3fff) as usize;
        let mut bytes = self.frame.iter_mut();
        for _ in 0..counted.div_ceil(4) {
            let word = RECEIVED.read().to_le_bytes();
            word.iter().zip(&mut bytes).for_each(|(byte, to)| *to = *byte);
        }
        Some((Received(self.frame.get(..counted.saturating_sub(CHECKSUM))?), ToSend))
    }

    fn transmit(&mut self, _: Instant) -> Option<ToSend> {
        // The status of what was sent is of no interest, but there is space for a number of them only.
        while SENT_FRAMES.read() & 0x00ff_0000 != 0 {
            SENT_STATUS.read();
        }
        (SENT_FRAMES.read() & 0xffff >= FRAME as u32 + 8).then_some(ToSend)
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
        let mut frame = [0; FRAME];
        let frame = &mut frame[..len.min(FRAME)];
        let result = write(frame);
        // The whole frame in one segment.
        TO_SEND.write(0x3000 | frame.len() as u32);
        TO_SEND.write(frame.len() as u32);
        for word in frame.chunks(4) {
            let mut bytes = [0; 4];
            bytes[..word.len()].copy_from_slice(word);
            TO_SEND.write(u32::from_le_bytes(bytes));
        }
        result
    }
}
