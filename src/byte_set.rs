//! Sets of bytes.

#[cfg(any(feature = "http1", feature = "sign"))]
pub(crate) mod field;

/// A set of bytes, which can be joined with others.
#[derive(Clone, Copy)]
pub(crate) struct ByteSet(u8);

/// The sets that each byte belongs to, a bit each.
#[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
static SETS: [u8; 256] = {
    let mut sets = [0; 256];
    let mut byte = 0_u8;
    loop {
        sets[byte as usize] = sets_of(byte);
        if byte == u8::MAX {
            break sets;
        }
        byte += 1;
    }
};

const fn sets_of(byte: u8) -> u8 {
    let mut sets = 0;
    if !matches!(byte, ..b' ' | b'"' | b'\\') {
        sets |= ByteSet::JSON_PLAIN.0;
    }
    if !byte.is_ascii() {
        return sets;
    }
    if !matches!(byte, b' ' | b'?') {
        sets |= ByteSet::AUTH_KEY.0;
    }
    if !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'.' | b'_' | b':') {
        sets |= ByteSet::ENDS_XML_NAME.0;
    }
    if byte.is_ascii_alphanumeric() {
        sets |= ByteSet::REGION_ID.0 | ByteSet::NAME.0 | ByteSet::UNRESERVED.0;
    }
    match byte {
        b'-' | b'_' => sets |= ByteSet::REGION_ID.0 | ByteSet::NAME.0,
        b'.' => sets |= ByteSet::NAME.0,
        _ => {}
    }
    if matches!(byte, b'-' | b'.' | b'_' | b'~') {
        sets |= ByteSet::UNRESERVED.0;
    }
    if byte.is_ascii_graphic() {
        sets |= ByteSet::GRAPHIC.0;
        if byte != b',' {
            sets |= ByteSet::ACCESS_KEY_ID.0;
        }
    }
    sets
}

impl ByteSet {
    /// What a string of JSON holds as it is, every byte beyond ASCII included: all except `"`, `\`
    /// and control characters.
    pub(crate) const JSON_PLAIN: Self = Self(1);
    /// `A-Z a-z 0-9 _ -`
    pub(crate) const REGION_ID: Self = Self(1 << 1);
    /// `A-Z a-z 0-9 . _ -`
    pub(crate) const NAME: Self = Self(1 << 2);
    /// All of ASCII except the space and `?`.
    pub(crate) const AUTH_KEY: Self = Self(1 << 3);
    /// `!` to `~`
    pub(crate) const GRAPHIC: Self = Self(1 << 4);
    /// `!` to `~`, except the comma.
    pub(crate) const ACCESS_KEY_ID: Self = Self(1 << 5);
    /// `A-Z a-z 0-9 - . _ ~`: `unreserved` of RFC 3986, 2.3.
    pub(crate) const UNRESERVED: Self = Self(1 << 6);
    /// What ends a name of XML 1.0: every ASCII character except its `NameChar`.
    pub(crate) const ENDS_XML_NAME: Self = Self(1 << 7);
    /// All 128.
    pub(crate) const ASCII: Self = Self::AUTH_KEY.union(Self::ENDS_XML_NAME);

    /// The bytes of both sets.
    pub(crate) const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn contains(self, byte: u8) -> bool {
        Self::of(byte).meets(self)
    }

    /// Whether every byte belongs to the set.
    pub(crate) const fn contains_all(self, mut bytes: &[u8]) -> bool {
        // Neither loop exits early: that leaves less to do for each byte.
        if self.0.is_power_of_two() {
            let mut shared = u8::MAX;
            while let Some((byte, rest)) = bytes.split_first() {
                shared &= Self::of(*byte).0;
                bytes = rest;
            }
            return Self(shared).meets(self);
        }
        // Two bytes of a joined set need not share a set, so that each is looked at for itself.
        let mut all = true;
        while let Some((byte, rest)) = bytes.split_first() {
            all &= Self::of(*byte).meets(self);
            bytes = rest;
        }
        all
    }

    /// The sets that a byte belongs to, joined.
    #[expect(clippy::indexing_slicing, reason = "there is an entry for every byte")]
    const fn of(byte: u8) -> Self {
        Self(SETS[byte as usize])
    }

    const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_hold_what_their_docs_say() {
        for byte in 0..=255_u8 {
            let alphanumeric = byte.is_ascii_alphanumeric();
            let graphic = (b'!'..=b'~').contains(&byte);
            for (set, holds) in [
                (ByteSet::ASCII, byte.is_ascii()),
                (ByteSet::REGION_ID, alphanumeric || b"_-".contains(&byte)),
                (ByteSet::NAME, alphanumeric || b"._-".contains(&byte)),
                (ByteSet::AUTH_KEY, byte.is_ascii() && !b" ?".contains(&byte)),
                (ByteSet::GRAPHIC, graphic),
                (ByteSet::ACCESS_KEY_ID, graphic && byte != b','),
                (ByteSet::JSON_PLAIN, byte >= b' ' && !b"\"\\".contains(&byte)),
                (
                    ByteSet::ENDS_XML_NAME,
                    byte.is_ascii() && !alphanumeric && !b"-._:".contains(&byte),
                ),
                (ByteSet::UNRESERVED, alphanumeric || b"-._~".contains(&byte)),
            ] {
                assert_eq!(set.contains(byte), holds, "set {}, byte {byte}", set.0);
                assert_eq!(set.contains_all(&[byte]), holds, "set {}, byte {byte}", set.0);
            }
        }
    }

    #[test]
    fn joined_sets_hold_the_bytes_of_each() {
        for one in (0..8).map(|bit| ByteSet(1 << bit)) {
            for other in (0..8).map(|bit| ByteSet(1 << bit)) {
                let both = one.union(other);
                let bytes: heapless::Vec<u8, 256> =
                    (0..=255).filter(|byte| one.contains(*byte) || other.contains(*byte)).collect();
                assert!(both.contains_all(&bytes), "sets {} and {}", one.0, other.0);
                for byte in 0..=255_u8 {
                    assert_eq!(both.contains(byte), bytes.contains(&byte));
                    // A byte of one set beside one of the other only, and one of neither.
                    let with_first = [byte, *bytes.first().expect("a byte")];
                    assert_eq!(both.contains_all(&with_first), both.contains(byte));
                }
            }
        }
    }

    #[test]
    fn there_is_no_byte_outside_of_nothing() {
        assert!(ByteSet::NAME.contains_all(b""));
        assert!(ByteSet::ASCII.contains_all(b""));
    }
}
