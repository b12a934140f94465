//! `Tag`: a key and a value that the owner of a gateway puts on it.

use core::fmt;

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::current::{TAG_KEY, TAG_VALUE};

/// A key and a value that the owner of a gateway puts on it.
///
/// # Rules
///
/// - November 2020: a gateway has no tags; see [`Edition::require`](crate::Edition::require).
/// - Today: the key has 1 to 64 characters (Unicode scalar values), the value 0 to 128. Neither starts
///   with `aliyun` or `acs:`, and neither holds `http://` or `https://` anywhere, all in lower case.
///   A value of no characters is sent.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Tag;
///
/// assert!(Tag::new("site", "Zürich, 2nd floor").is_ok());
/// assert_eq!(
///     Tag::new("acs:site", "").unwrap_err().to_string(),
///     "Tags.N.Key starts with \"acs:\": leave the prefix out",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Tag<'a> {
    key: Checked<'a>,
    value: Checked<'a>,
}

impl<'a> Tag<'a> {
    /// The most characters of a key.
    pub const MAX_KEY_CHARS: usize = TAG_KEY.max_chars();
    /// The most bytes of a key, in UTF-8.
    pub const MAX_KEY_BYTES: usize = TAG_KEY.max_bytes();
    /// The most characters of a value.
    pub const MAX_VALUE_CHARS: usize = TAG_VALUE.max_chars();
    /// The most bytes of a value, in UTF-8.
    pub const MAX_VALUE_BYTES: usize = TAG_VALUE.max_bytes();

    /// Checks a tag.
    ///
    /// # Errors
    ///
    /// - `("", "a")`: `Tags.N.Key` is empty
    /// - 65 times `"a"` as the key: 65 characters
    /// - 129 times `"a"` as the value: 129 characters
    /// - `("aliyun", "a")`, `("a", "acs:b")`: starts with `aliyun`, or `acs:`
    /// - `("a", "see http://b")`: contains a URL at byte 4
    pub const fn new(key: &'a str, value: &'a str) -> Result<Self, InvalidParameter> {
        // Neither rule speaks of letters, so that all of it can be checked in a constant.
        match (check(&TAG_KEY, key), check(&TAG_VALUE, value)) {
            (Ok(key), Ok(value)) => Ok(Self { key, value }),
            (Err(breach), _) => Err(breach.refuse(&TAG_KEY, key)),
            (_, Err(breach)) => Err(breach.refuse(&TAG_VALUE, value)),
        }
    }

    /// The tag of texts that are known to keep the rules.
    pub(crate) const fn of_checked(key: &'a str, value: &'a str) -> Self {
        Self { key: Checked::of(key), value: Checked::of(value) }
    }

    /// The key.
    #[must_use]
    pub const fn key(&self) -> &'a str {
        self.key.as_str()
    }

    /// The value.
    #[must_use]
    pub const fn value(&self) -> &'a str {
        self.value.as_str()
    }

    /// The key and the value, and whether they need encoding.
    pub(crate) const fn checked(&self) -> (Checked<'a>, Checked<'a>) {
        (self.key, self.value)
    }
}

impl fmt::Display for Tag<'_> {
    /// Writes `key=value`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.key(), self.value())
    }
}
