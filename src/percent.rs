//! Percent-encoding (RFC 3986, 2.1), once, twice, and back.

#[cfg(all(feature = "sign", any(feature = "json", feature = "xml")))]
pub(crate) mod decode;

#[cfg(target_pointer_width = "64")]
mod straight;

#[cfg(any(test, not(target_pointer_width = "64")))]
use core::slice;

#[cfg(any(test, not(target_pointer_width = "64")))]
use crate::byte_set::ByteSet;
use crate::writer::Writer;

/// How often the names and values of a query are percent-encoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Percent {
    /// As in a query.
    Once,
    /// As in a string to sign, which is a query that was encoded once more.
    #[cfg(feature = "sign")]
    Twice,
}

impl Percent {
    /// Writes text in which every byte except the unreserved ones is encoded.
    pub(crate) fn text(self, text: &[u8], to: &mut Writer<'_>) {
        // A small processor goes byte by byte, which takes less flash.
        #[cfg(target_pointer_width = "64")]
        straight::text(self, text, to);
        #[cfg(not(target_pointer_width = "64"))]
        self.text_by_bytes(text, to);
    }

    #[cfg(any(test, not(target_pointer_width = "64")))]
    fn text_by_bytes(self, text: &[u8], to: &mut Writer<'_>) {
        for byte in text {
            if ByteSet::UNRESERVED.contains(*byte) {
                to.put(slice::from_ref(byte));
                continue;
            }
            match self {
                Self::Once => to.put(b"%"),
                #[cfg(feature = "sign")]
                Self::Twice => to.put(b"%25"),
            }
            let [_, digits @ ..] = encoded(*byte);
            to.put(&digits);
        }
    }

    /// Writes a byte of text that is not unreserved.
    #[cfg(all(feature = "sign", target_pointer_width = "64"))]
    pub(crate) fn reserved(self, byte: u8, to: &mut Writer<'_>) {
        match self {
            Self::Once => to.put_short(encoded(byte)),
            Self::Twice => to.put_short(encoded_twice(byte)),
        }
    }

    /// Writes a name between `&` and `=`; without the `&` if it is the first. One that is framed has
    /// them around it, and nothing in it needs encoding.
    pub(crate) fn name(self, text: &[u8], is_framed: bool, is_first: bool, to: &mut Writer<'_>) {
        if is_framed && self == Self::Once {
            return to.put(text.get(usize::from(is_first)..).unwrap_or_default());
        }
        #[cfg(all(feature = "sign", target_pointer_width = "64"))]
        if is_framed && !is_first && straight::framed_twice(text, to) {
            return;
        }
        // The separators of a query are encoded once less than its texts.
        if !is_first {
            match self {
                Self::Once => to.put(b"&"),
                #[cfg(feature = "sign")]
                Self::Twice => to.put(b"%26"),
            }
        }
        match text {
            [_, name @ .., _] if is_framed => to.put(name),
            name => self.text(name, to),
        }
        match self {
            Self::Once => to.put(b"="),
            #[cfg(feature = "sign")]
            Self::Twice => to.put(b"%3D"),
        }
    }
}

#[cfg(all(feature = "sign", target_pointer_width = "64"))]
const fn encoded_twice(byte: u8) -> [u8; 5] {
    let [percent, first, second] = encoded(byte);
    [percent, b'2', b'5', first, second]
}

/// A byte as `%` and two hexadecimal digits.
#[expect(clippy::indexing_slicing, reason = "there is a digit for every half of a byte")]
const fn encoded(byte: u8) -> [u8; 3] {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    [b'%', DIGITS[(byte >> 4) as usize], DIGITS[(byte & 0x0f) as usize]]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the smallest processors do, beside what this one does.
    #[test]
    fn byte_by_byte_is_the_same() {
        let ways: [fn(Percent, &[u8], &mut Writer<'_>); 2] =
            [Percent::text, Percent::text_by_bytes];
        let percents = [
            Percent::Once,
            #[cfg(feature = "sign")]
            Percent::Twice,
        ];
        let texts = [
            "",
            "a",
            "/",
            "ab-c.d_e~f",
            "上海-1",
            "a b",
            " a",
            "a ",
            "%%",
            "(2nd floor)",
            "\u{10ffff}\0",
        ];
        for (percent, text) in percents.into_iter().flat_map(|p| texts.map(|text| (p, text))) {
            for len in 0..64 {
                let [one, other] = ways.map(|write| {
                    let mut buf = [0xa5; 64];
                    let mut writer = Writer::into_slice(&mut buf[..len]);
                    write(percent, text.as_bytes(), &mut writer);
                    let needed = writer.finish().map_or_else(|error| error.needed(), str::len);
                    // The contents of a buffer that is too small are unspecified.
                    if needed > len { ([0xa5; 64], needed) } else { (buf, needed) }
                });
                assert_eq!(one, other, "{percent:?} of {text:?} into {len} bytes");
            }
        }
    }
}
