//! A text of a file, unescaped.

use zeroize::Zeroize as _;

use crate::escaped::EscapedStr;

/// As much of a text as any value may have, and a character more: what is longer is too long.
///
/// It is wiped when it is dropped, for it may be a secret.
pub(super) struct Unescaped {
    bytes: [u8; Unescaped::MAX_BYTES],
    len: usize,
    /// Whether there is more.
    is_cut: bool,
}

impl Unescaped {
    const MAX_BYTES: usize = crate::field::description::Description::MAX_BYTES + 4;

    #[inline(never)]
    pub(super) fn new(text: EscapedStr<'_>) -> Self {
        let mut unescaped = Self { bytes: [0; Self::MAX_BYTES], len: 0, is_cut: false };
        for character in text.chars() {
            let mut utf8 = [0; 4];
            let utf8 = character.encode_utf8(&mut utf8).as_bytes();
            let spare = unescaped.bytes.get_mut(unescaped.len..).unwrap_or_default();
            // So cut that the linker sees the lengths to be equal.
            let Some(place) = spare.get_mut(..utf8.len()) else {
                unescaped.is_cut = true;
                break;
            };
            place.copy_from_slice(utf8);
            unescaped.len = unescaped.len.saturating_add(utf8.len());
        }
        unescaped
    }

    pub(super) fn as_str(&self) -> &str {
        // Whole characters were put in.
        core::str::from_utf8(self.bytes.get(..self.len).unwrap_or_default()).unwrap_or_default()
    }

    pub(super) const fn is_cut(&self) -> bool {
        self.is_cut
    }
}

impl Drop for Unescaped {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

/// Where the byte stands in an escaped text that is at an index of the unescaped one.
pub(super) fn escaped_index(raw: &str, index: usize) -> usize {
    let (mut rest, mut unescaped) = (raw, 0_usize);
    while unescaped < index {
        let len = match rest.as_bytes() {
            [] => break,
            // Of a surrogate pair, neither half is a character.
            [b'\\', b'u', b'd' | b'D', b'8'..=b'9' | b'a'..=b'f' | b'A'..=b'F', ..] => 12,
            [b'\\', b'u', ..] => 6,
            [b'\\', ..] => 2,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        let Some((first, after)) = rest.split_at_checked(len) else { break };
        let read = EscapedStr::from_json(first).ok().and_then(|text| text.chars().next());
        unescaped = unescaped.saturating_add(read.map_or(1, char::len_utf8));
        rest = after;
    }
    raw.len().saturating_sub(rest.len())
}
