//! Sets of bytes.

#[cfg(any(feature = "http1", feature = "sign"))]
pub(crate) mod field;

/// A set of bytes.
#[derive(Clone, Copy)]
pub(crate) struct ByteSet(u8);

/// How many bytes have an entry: firmware has no room for those beyond ASCII, which are all alike.
const LEN: usize = if cfg!(target_pointer_width = "64") { 256 } else { 128 };

static SETS: [u8; LEN] = table();

/// The sets that each byte belongs to, a bit each.
#[expect(clippy::indexing_slicing, reason = "it is made by the compiler")]
const fn table<const LEN: usize>() -> [u8; LEN] {
    let mut sets = [0; LEN];
    let mut byte = 0_u8;
    loop {
        sets[byte as usize] = sets_of(byte);
        byte = byte.wrapping_add(1);
        if byte as usize == LEN & 0xff {
            break sets;
        }
    }
}

const fn sets_of(byte: u8) -> u8 {
    if !byte.is_ascii() {
        return ByteSet::BEYOND_ASCII;
    }
    let mut sets = ByteSet::ASCII.0;
    if !matches!(byte, ..b' ' | b'"' | b'\\') {
        sets |= ByteSet::JSON_PLAIN.0;
    }
    if !matches!(byte, b' ' | b'?') {
        sets |= ByteSet::AUTH_KEY.0;
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
    /// All 128.
    pub(crate) const ASCII: Self = Self(1 << 7);

    /// The sets that a byte beyond ASCII belongs to.
    const BEYOND_ASCII: u8 = Self::JSON_PLAIN.0;

    pub(crate) const fn contains(self, byte: u8) -> bool {
        Sets::of(byte).are_in(self)
    }

    /// Whether every byte belongs to the set.
    pub(crate) const fn contains_all(self, bytes: &[u8]) -> bool {
        Sets::of_all(bytes).are_in(self)
    }
}

/// The sets that a byte belongs to, or that all bytes of a text do.
#[derive(Clone, Copy)]
pub(crate) struct Sets(u8);

impl Sets {
    pub(crate) const NONE: Self = Self(0);

    const fn of(byte: u8) -> Self {
        Self::by(&SETS, byte)
    }

    #[expect(clippy::indexing_slicing, reason = "there is an entry")]
    const fn by(table: &[u8], byte: u8) -> Self {
        let has_entry = (byte as usize) < table.len();
        Self(if has_entry { table[byte as usize] } else { ByteSet::BEYOND_ASCII })
    }

    /// The sets that every byte belongs to.
    #[inline(never)]
    pub(crate) const fn of_all(mut bytes: &[u8]) -> Self {
        // The loop does not exit early: that leaves less to do for each byte.
        let mut sets = u8::MAX;
        while let [byte, rest @ ..] = bytes {
            sets &= Self::of(*byte).0;
            bytes = rest;
        }
        Self(sets)
    }

    /// Whether a set is among them.
    pub(crate) const fn are_in(self, set: ByteSet) -> bool {
        self.0 & set.0 != 0
    }
}

/// Whether a byte ends a name of XML 1.0: every ASCII character except its `NameChar`.
#[cfg(feature = "xml")]
pub(crate) const fn ends_xml_name(byte: u8) -> bool {
    // Most are of the set.
    !ByteSet::NAME.contains(byte) && byte != b':' && byte.is_ascii()
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
                (ByteSet::UNRESERVED, alphanumeric || b"-._~".contains(&byte)),
            ] {
                assert_eq!(set.contains(byte), holds, "set {}, byte {byte}", set.0);
                assert_eq!(set.contains_all(&[byte]), holds, "set {}, byte {byte}", set.0);
            }
        }
    }

    #[test]
    fn a_shorter_table_says_the_same() {
        let (short, long): ([u8; 128], [u8; 256]) = (table(), table());
        for byte in 0..=255_u8 {
            assert_eq!(Sets::by(&short, byte).0, Sets::by(&long, byte).0, "byte {byte}");
        }
    }

    #[test]
    fn a_text_has_the_sets_that_its_bytes_share() {
        for one in 0..=255_u8 {
            for other in 0..=255_u8 {
                let shared = Sets::of(one).0 & Sets::of(other).0;
                assert_eq!(Sets::of_all(&[one, other]).0, shared, "bytes {one} and {other}");
            }
        }
    }

    #[test]
    #[cfg(feature = "xml")]
    fn names_of_xml() {
        for byte in 0..=255_u8 {
            let in_name = byte.is_ascii_alphanumeric() || b"-._:".contains(&byte);
            assert_eq!(ends_xml_name(byte), byte.is_ascii() && !in_name, "byte {byte}");
        }
    }

    #[test]
    fn there_is_no_byte_outside_of_nothing() {
        assert!(ByteSet::NAME.contains_all(b""));
        assert!(ByteSet::ASCII.contains_all(b""));
    }
}
