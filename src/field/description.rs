//! `Description`: the customer gateway's description.

use crate::field::{ascii, characters, scheme, text_field};
use crate::invalid_parameter::InvalidParameter;
use crate::rule;

/// The description of a customer gateway.
///
/// # Rules
///
/// All from the contract:
///
/// - 2 to 256 characters (Unicode scalar values).
/// - The first is a letter ([`char::is_alphabetic`]); every later one is free, control characters
///   included.
/// - Not starting with `http://` or `https://`, in lower case.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Description;
///
/// assert!(Description::new("Branch office, 2nd floor").is_ok());
/// assert_eq!(
///     Description::new("2nd floor").unwrap_err().to_string(),
///     "unexpected character '2' at byte 0 of Description: start with a letter",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Description<'a> {
    text: &'a str,
}

text_field!(Description);

impl<'a> Description<'a> {
    /// The fewest characters of a description.
    pub const MIN_CHARS: usize = rule::DESCRIPTION.min;
    /// The most characters of a description.
    pub const MAX_CHARS: usize = rule::DESCRIPTION.max;
    /// The most bytes of a description, in UTF-8.
    pub const MAX_BYTES: usize = rule::DESCRIPTION.max.saturating_mul(4);

    /// Checks a description.
    ///
    /// This is no `const fn`, because `char::is_alphabetic` is none; for a constant there is
    /// [`new_ascii`](Self::new_ascii).
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"G"`: 1 character
    /// - `"2nd floor"`: unexpected character `'2'` at byte 0
    /// - `"https://gateway"`: starts with `https://`
    /// - 257 times `"上"`: 257 characters
    pub fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        let starts_with_letter = text.chars().next().is_some_and(char::is_alphabetic);
        Self::check(text, starts_with_letter, characters::count(text))
    }

    /// Checks a description that starts with an ASCII letter, in a constant as well as at run time.
    ///
    /// ```
    /// use aliyun_customer_gateway::Description;
    ///
    /// const DESCRIPTION: Description = match Description::new_ascii("Filiale Zürich") {
    ///     Ok(description) => description,
    ///     Err(_) => panic!("not a description"),
    /// };
    /// assert_eq!(DESCRIPTION, Description::new("Filiale Zürich").unwrap());
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), and
    ///
    /// - `"上海"`: character `'上'` at byte 0 cannot be checked in a constant
    pub const fn new_ascii(text: &'a str) -> Result<Self, InvalidParameter> {
        let starts_with_letter = matches!(text.as_bytes(), [b'A'..=b'Z' | b'a'..=b'z', ..]);
        match Self::check(text, starts_with_letter, characters::const_count(text)) {
            Ok(description) => Ok(description),
            Err(refusal) => Err(refusal.in_constant()),
        }
    }

    const fn check(
        text: &'a str,
        starts_with_letter: bool,
        characters: usize,
    ) -> Result<Self, InvalidParameter> {
        if let Some(refusal) = scheme::refusal(&rule::DESCRIPTION, text) {
            return Err(refusal);
        }
        if !starts_with_letter && !text.is_empty() {
            return Err(ascii::unexpected(&rule::DESCRIPTION, text, text.as_bytes()));
        }
        if let Err(refusal) = ascii::check_length(&rule::DESCRIPTION, characters) {
            return Err(refusal);
        }
        Ok(Self { text })
    }
}
