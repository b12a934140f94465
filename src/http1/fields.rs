//! The headers of a head that was checked.

/// The headers of a head that was checked, one by one: names, and values without spaces and tabs at
/// their edges.
pub(super) struct Fields<'b> {
    rest: &'b [u8],
}

impl<'b> Fields<'b> {
    /// The headers after a status line.
    pub(super) fn new(head: &'b [u8]) -> Self {
        let mut fields = Self { rest: head };
        fields.line();
        fields
    }

    /// The next line, without its end.
    fn line(&mut self) -> &'b [u8] {
        let end = memchr::memchr(b'\n', self.rest).unwrap_or(self.rest.len());
        let (line, rest) = self.rest.split_at_checked(end).unwrap_or_default();
        self.rest = rest.get(1..).unwrap_or_default();
        line.strip_suffix(b"\r").unwrap_or(line)
    }
}

impl<'b> Iterator for Fields<'b> {
    type Item = (&'b [u8], &'b [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.line();
        let colon = memchr::memchr(b':', line)?;
        let (name, value) = line.split_at_checked(colon)?;
        Some((name, trim(value.get(1..)?)))
    }
}

/// A value without the spaces and tabs at its edges: OWS of RFC 9110, 5.6.3.
pub(super) fn trim(mut value: &[u8]) -> &[u8] {
    while let [b' ' | b'\t', rest @ ..] | [rest @ .., b' ' | b'\t'] = value {
        value = rest;
    }
    value
}

/// The elements of a list that are not empty (RFC 9110, 5.6.1).
pub(super) fn elements(value: &[u8]) -> impl Iterator<Item = &[u8]> {
    value.split(|byte| *byte == b',').map(trim).filter(|element| !element.is_empty())
}
