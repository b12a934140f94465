//! The name and the value of a parameter.

use core::fmt;

use super::value::Value;

/// The name and the value of a parameter, as a query has them before they are encoded.
///
/// `Debug` does not print the value of a parameter that is known to be secret.
#[derive(Clone, Copy)]
pub struct Pair<'p> {
    name: &'p str,
    value: &'p Value<'p>,
}

impl<'p> Pair<'p> {
    pub(super) const fn new(name: &'p str, value: &'p Value<'p>) -> Self {
        Self { name, value }
    }

    /// The name.
    #[must_use]
    pub const fn name(&self) -> &'p str {
        self.name
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &'p Value<'p> {
        self.value
    }

    /// Whether the value must not be shown: an access key's token, or a key of BGP.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        is_secret(self.name()) || self.value.is_secret()
    }

    /// The value as `Debug` shows it.
    pub(super) fn shown(&self) -> Value<'p> {
        if self.is_secret() { Value::secret("") } else { *self.value }
    }
}

impl fmt::Debug for Pair<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entry(&self.name(), &self.shown()).finish()
    }
}

/// Whether a parameter or a header of this name has a secret value.
pub(crate) fn is_secret(name: &str) -> bool {
    ["AuthKey", "SecurityToken", "x-acs-security-token"]
        .into_iter()
        .any(|secret| secret.eq_ignore_ascii_case(name))
}
