//! Lists of texts that are searched: a pointer and a length for each would take eight bytes more.

/// Texts one after another, each behind its length.
#[derive(Clone)]
pub(crate) struct Packed {
    bytes: &'static [u8],
}

impl Packed {
    pub(crate) const fn of_packed(bytes: &'static [u8]) -> Self {
        Self { bytes }
    }
}

impl Iterator for Packed {
    type Item = &'static [u8];

    fn next(&mut self) -> Option<&'static [u8]> {
        let (len, rest) = self.bytes.split_first()?;
        let (text, rest) = rest.split_at_checked(usize::from(*len))?;
        self.bytes = rest;
        Some(text)
    }
}

/// How many bytes a list takes.
pub(crate) const fn len(mut texts: &[&str]) -> usize {
    let mut len: usize = 0;
    while let [text, rest @ ..] = texts {
        len = len.saturating_add(1).saturating_add(text.len());
        texts = rest;
    }
    len
}

/// Packs a list into as many bytes as it takes.
pub(crate) const fn pack<const N: usize>(mut texts: &[&str]) -> [u8; N] {
    let mut bytes = [0; N];
    let mut place: &mut [u8] = &mut bytes;
    while let [text, rest @ ..] = texts {
        assert!(text.len() <= u8::MAX as usize, "a length is a byte");
        let Some((len, after)) = place.split_first_mut() else { break };
        let Some((to, after)) = after.split_at_mut_checked(text.len()) else { break };
        [*len, ..] = text.len().to_le_bytes();
        to.copy_from_slice(text.as_bytes());
        place = after;
        texts = rest;
    }
    bytes
}

/// A list of texts, packed by the compiler.
macro_rules! packed {
    ($texts:expr) => {{
        static BYTES: [u8; crate::packed::len($texts)] = crate::packed::pack($texts);
        crate::packed::Packed::of_packed(&BYTES)
    }};
}
pub(crate) use packed;

#[cfg(test)]
mod tests {
    #[test]
    fn a_list_reads_as_it_was_written() {
        const TEXTS: &[&str] = &["a", "", "b c"];
        let list = packed!(TEXTS);
        assert!(list.eq(TEXTS.iter().map(|text| text.as_bytes())));
    }
}
