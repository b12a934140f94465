//! A place in a file.

/// A place in a file, as an editor shows it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) struct Place {
    /// Bytes from the start of the file.
    pub(super) index: usize,
    /// From 1.
    pub(super) line: usize,
    /// Characters from the start of the line, from 1.
    pub(super) column: usize,
}

impl Place {
    pub(super) fn of(file: &[u8], index: usize) -> Self {
        let mut place = Self { index, line: 1, column: 1 };
        for byte in file.iter().take(index) {
            match byte {
                b'\n' => {
                    place.line = place.line.saturating_add(1);
                    place.column = 1;
                }
                // A character is counted where it starts.
                0x80..=0xbf => {}
                _ => place.column = place.column.saturating_add(1),
            }
        }
        place
    }
}
