//! `Description`: the customer gateway's description.

use crate::edition::Edition;
use crate::field::{letters, text_field};
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;
use crate::rule::{Rule, current, november_2020};

/// The description of a customer gateway.
///
/// # Rules
///
/// Characters are Unicode scalar values, control characters included.
///
/// | | November 2020, the contract | today |
/// |---|---|---|
/// | characters | 2 to 256 | 1 to 100 |
/// | starts with | a letter (`Alphabetic` in Unicode 17.0.0); neither `http://` nor `https://`, in lower case | neither `http://` nor `https://` |
/// | later on | any | any |
///
/// Sources: see [`Edition`].
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::{Description, Edition};
///
/// assert!(Description::new("Branch office, 2nd floor").is_ok());
/// assert!(Description::new_in("2nd floor", Edition::Current).is_ok());
/// assert_eq!(
///     Description::new("2nd floor").unwrap_err().to_string(),
///     "unexpected character '2' at byte 0 of Description: start with a letter \
///      (edition 2020-11; current accepts the value)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Description<'a> {
    text: &'a str,
}

text_field!(Description);

impl<'a> Description<'a> {
    /// The fewest characters of a description, in any edition.
    pub const MIN_CHARS: usize = 1;
    /// The most characters of a description, in any edition.
    pub const MAX_CHARS: usize = november_2020::RULES.description.max_chars();
    /// The most bytes of a description in UTF-8, in any edition.
    pub const MAX_BYTES: usize = november_2020::RULES.description.max_bytes();

    /// Checks a description by the contract.
    ///
    /// For a constant there is [`literal!`](crate::literal).
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"G"`: 1 character
    /// - `"2nd floor"`: unexpected character `'2'` at byte 0
    /// - `"https://gateway"`: starts with `https://`
    /// - 257 times `"上"`: 257 characters
    #[inline]
    pub fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        Self::new_in(text, Edition::November2020)
    }

    /// Checks a description by an edition of the rules.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new); with [`Edition::Current`]
    ///
    /// - `""`: empty
    /// - `"http://gateway"`: starts with `http://`
    /// - 101 times `"上"`: 101 characters
    #[inline]
    pub fn new_in(text: &'a str, edition: Edition) -> Result<Self, InvalidParameter> {
        match letters::of_any(rule(edition), text).get() {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(letters::refuse(PARAMETER, edition, text, breach, letters::of_any)),
        }
    }

    /// Checks a description that is ASCII by the contract: firmware that makes descriptions in no other way links no
    /// table of Unicode's letters.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), and
    ///
    /// - `"Zürich"`: character `'ü'` at byte 1 is not ASCII
    #[inline]
    pub fn new_ascii(text: &'a str) -> Result<Self, InvalidParameter> {
        Self::new_ascii_in(text, Edition::November2020)
    }

    /// Checks a description that is ASCII by an edition of the rules.
    ///
    /// # Errors
    ///
    /// Those of [`new_in`](Self::new_in), and
    ///
    /// - `"Zürich"`: character `'ü'` at byte 1 is not ASCII
    #[inline]
    pub fn new_ascii_in(text: &'a str, edition: Edition) -> Result<Self, InvalidParameter> {
        match letters::of_ascii(rule(edition), text).get() {
            Ok(_) => Ok(Self { text }),
            Err(breach) => {
                Err(letters::refuse(PARAMETER, edition, text, breach, letters::of_ascii))
            }
        }
    }

    /// Checks a description in a constant: see [`literal!`](crate::literal).
    ///
    /// # Errors
    ///
    /// Those of [`new_in`](Self::new_in), and with [`Edition::November2020`]
    ///
    /// - `"é"`: character `'é'` at byte 0 cannot be checked in a constant. Letters are here those of
    ///   ASCII and the Chinese characters from U+4E00 to U+9FFF.
    pub const fn new_const(text: &'a str, edition: Edition) -> Result<Self, InvalidParameter> {
        match letters::of_constant(rule(edition), text).get() {
            Ok(_) => Ok(Self { text }),
            Err(breach) => Err(letters::refuse_constant(PARAMETER, edition, text, breach)),
        }
    }
}

const PARAMETER: Parameter = Parameter::Description;

#[inline]
const fn rule(edition: Edition) -> &'static Rule {
    edition.rule(PARAMETER)
}

// A buffer for every edition is as long as the contract's.
const _: () = assert!(current::RULES.description.max <= november_2020::RULES.description.max);
