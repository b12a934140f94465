//! Memory that no start clears, so that it outlives a reset: here in place of a page of flash.
//!
//! What is in it after a power-up is chance, so everything has a checksum. A value has two places, and
//! the older one is written to: a reset in the middle of writing leaves the newer one whole. Where a
//! place is depends on the image, so that an update of the firmware needs a fixed address instead.

use core::mem::MaybeUninit;
use core::ptr;

/// The longest value, in bytes.
pub const LONGEST: usize = 1024;

/// One of the two places of a value.
#[repr(C)]
#[derive(Clone, Copy)]
struct Place {
    /// Of all but itself. It is written last.
    checksum: u32,
    /// The greater one is the newer one.
    sequence: u32,
    len: u32,
    bytes: [u8; LONGEST],
}

#[unsafe(link_section = ".uninit.places")]
static mut PLACES: [MaybeUninit<Place>; 2] = [const { MaybeUninit::uninit() }; 2];

/// A value that outlives a reset.
pub struct Survivor {
    places: &'static mut [Place; 2],
}

impl Survivor {
    /// What is there. There is one of it.
    pub fn take() -> Self {
        let places = (&raw mut PLACES).cast::<[Place; 2]>();
        // SAFETY: this is called once, so there is no other reference; any bits are a place. They are
        // read through `black_box`, for no code has written them since the start.
        let places = core::hint::black_box(unsafe { &mut *places });
        Self { places }
    }

    /// The value that was stored last, if there is one.
    pub fn get(&self) -> Option<&[u8]> {
        let newest = self.newest()?;
        self.places.get(newest)?.value()
    }

    /// Stores a value in place of the older one.
    ///
    /// It is longer than its place: `None`.
    pub fn set(&mut self, value: &[u8]) -> Option<()> {
        let newest = self.newest();
        let sequence = newest.map_or(0, |newest| self.places[newest].sequence.wrapping_add(1));
        let older = &mut self.places[newest.map_or(0, |newest| 1 - newest)];
        older.bytes.get_mut(..value.len())?.copy_from_slice(value);
        older.sequence = sequence;
        older.len = value.len() as u32;
        let checksum = older.sum();
        // SAFETY: it is a field. The compiler must not leave out what no code reads before a reset.
        unsafe { ptr::write_volatile(&raw mut older.checksum, checksum) };
        Some(())
    }

    /// The place of the newest value that is whole.
    fn newest(&self) -> Option<usize> {
        let [a, b] = &*self.places;
        match (a.value(), b.value()) {
            (None, None) => None,
            (Some(_), None) => Some(0),
            (None, Some(_)) => Some(1),
            // The difference is 1, whichever it is.
            (Some(_), Some(_)) => Some(usize::from(b.sequence == a.sequence.wrapping_add(1))),
        }
    }
}

impl Place {
    /// The value, if it is whole.
    fn value(&self) -> Option<&[u8]> {
        let value = self.bytes.get(..self.len as usize)?;
        (self.checksum == self.sum()).then_some(value)
    }

    /// The checksum, which differs from that of memory full of zeros or of ones.
    fn sum(&self) -> u32 {
        let value = self.bytes.get(..self.len as usize).unwrap_or_default();
        let head = self.sequence.to_le_bytes().into_iter().chain(self.len.to_le_bytes());
        head.chain(value.iter().copied()).fold(0, crc32) ^ 0x7374_6f72
    }
}

/// A step of CRC-32, of one byte.
fn crc32(crc: u32, byte: u8) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(crc & 1));
    !(0..8).fold(!crc ^ u32::from(byte), step)
}
