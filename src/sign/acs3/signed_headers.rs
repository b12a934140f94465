//! Which headers are signed, and how they are written.

use core::fmt;

use crate::writer::Writer;

/// What has headers that can be signed: [`Headers`](super::Headers), [`Request`](super::Request).
pub trait SignedHeaders: Sealed {}

/// What this crate asks of them.
pub trait Sealed {
    /// Calls a function for each header that is signed, in canonical order.
    fn for_each_signed(&self, each: &mut dyn FnMut(&str, &str));
}

impl<T: SignedHeaders> SignedHeaders for &T {}

impl<T: Sealed> Sealed for &T {
    fn for_each_signed(&self, each: &mut dyn FnMut(&str, &str)) {
        (**self).for_each_signed(each);
    }
}

/// Whether the service's documentation wants a header signed.
pub(super) fn is_documented(name: &str) -> bool {
    name.eq_ignore_ascii_case("host") || name.eq_ignore_ascii_case("content-type") || is_acs(name)
}

/// Whether a header is one of Alibaba Cloud's own.
pub(super) fn is_acs(name: &str) -> bool {
    name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("x-acs-"))
}

/// The canonical headers, a line each.
pub(super) fn write_lines(headers: &dyn Sealed, to: &mut Writer<'_>) {
    headers.for_each_signed(&mut |name, value| {
        write_name(name, to);
        to.put(b":");
        to.put(trim(value).as_bytes());
        to.put(b"\n");
    });
}

/// A value without the spaces and tabs at its edges: OWS of RFC 9110, 5.6.3.
pub(super) fn trim(value: &str) -> &str {
    value.trim_matches([' ', '\t'])
}

/// The names of the signed headers, with `;` between.
pub(super) fn write_names(headers: &dyn Sealed, to: &mut Writer<'_>) {
    let mut is_first = true;
    headers.for_each_signed(&mut |name, _| {
        if !is_first {
            to.put(b";");
        }
        is_first = false;
        write_name(name, to);
    });
}

fn write_name(name: &str, to: &mut Writer<'_>) {
    lower_case(name).for_each(|byte| to.put(&[byte]));
}

pub(super) fn lower_case(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| byte.to_ascii_lowercase())
}

/// Whose values are not printed.
const SECRET: [&str; 4] =
    ["authorization", "cookie", "proxy-authorization", "x-acs-security-token"];

pub(crate) fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|secret| name.eq_ignore_ascii_case(secret))
}

/// Prints headers without their secrets.
pub(super) fn debug(list: &[(&str, &str)], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shown =
        list.iter().map(|(name, value)| (name, if is_secret(name) { "[redacted]" } else { value }));
    f.debug_map().entries(shown).finish()
}
