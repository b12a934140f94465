//! `Name`: the customer gateway's name.

use crate::edition::Edition;
use crate::field::checked::Checked;
use crate::field::{letters, text_field};
use crate::invalid_parameter::InvalidParameter;
use crate::parameter::Parameter;
use crate::rule::{Rule, current, letter, november_2020};

/// The name of a customer gateway.
///
/// # Rules
///
/// Characters are Unicode scalar values.
///
/// | | November 2020, the contract | today |
/// |---|---|---|
/// | characters | 2 to 128 | 1 to 100 |
/// | of which kind | letters (`Alphabetic` in Unicode 17.0.0), digits `0-9`, `.`, `_` and `-` | any |
/// | starts with | neither `http://` nor `https://`, in lower case | the same |
///
/// Sources: see [`Edition`]; the Chinese original of the contract allows Chinese characters.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::{Edition, Name};
///
/// assert!(Name::new("上海-1").is_ok());
/// assert!(Name::new_in("branch office", Edition::Current).is_ok());
/// assert_eq!(
///     Name::new("http://gateway").unwrap_err().to_string(),
///     "Name starts with \"http://\": leave the prefix out",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Name<'a> {
    text: Checked<'a>,
}

text_field!(Name, Checked);

impl<'a> Name<'a> {
    /// The fewest characters of a name, in any edition.
    pub const MIN_CHARS: usize = 1;
    /// The most characters of a name, in any edition.
    pub const MAX_CHARS: usize = november_2020::RULES.name.max_chars();
    /// The most bytes of a name in UTF-8, in any edition.
    pub const MAX_BYTES: usize = november_2020::RULES.name.max_bytes();

    /// The version of Unicode whose letters a name may have. What is a letter is the same with every
    /// compiler, where `char::is_alphabetic` grows with it.
    pub const UNICODE_VERSION: (u8, u8, u8) = letter::UNICODE_VERSION;

    /// Checks a name by the contract.
    ///
    /// For a constant there is [`literal!`](crate::literal).
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"G"`: 1 character
    /// - `"branch office"`: unexpected character `' '` at byte 6
    /// - `"http://gateway"`: starts with `http://`
    /// - 129 times `"上"`: 129 characters
    #[inline]
    pub fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        Self::new_in(text, Edition::November2020)
    }

    /// Checks a name by an edition of the rules.
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
            Ok(unreserved) => Ok(Self { text: Checked::new(text, unreserved & 1 != 0) }),
            Err(breach) => Err(letters::refuse(PARAMETER, edition, text, breach, letters::of_any)),
        }
    }

    /// Checks a name that is ASCII by the contract: firmware that makes names in no other way links no
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

    /// Checks a name that is ASCII by an edition of the rules.
    ///
    /// # Errors
    ///
    /// Those of [`new_in`](Self::new_in), and
    ///
    /// - `"Zürich"`: character `'ü'` at byte 1 is not ASCII
    #[inline]
    pub fn new_ascii_in(text: &'a str, edition: Edition) -> Result<Self, InvalidParameter> {
        match letters::of_ascii(rule(edition), text).get() {
            Ok(unreserved) => Ok(Self { text: Checked::new(text, unreserved & 1 != 0) }),
            Err(breach) => {
                Err(letters::refuse(PARAMETER, edition, text, breach, letters::of_ascii))
            }
        }
    }

    /// Checks a name in a constant: see [`literal!`](crate::literal).
    ///
    /// # Errors
    ///
    /// Those of [`new_in`](Self::new_in), and with [`Edition::November2020`]
    ///
    /// - `"é"`: character `'é'` at byte 0 cannot be checked in a constant. Letters are here those of
    ///   ASCII and the Chinese characters from U+4E00 to U+9FFF.
    pub const fn new_const(text: &'a str, edition: Edition) -> Result<Self, InvalidParameter> {
        match letters::of_constant(rule(edition), text).get() {
            Ok(unreserved) => Ok(Self { text: Checked::new(text, unreserved & 1 != 0) }),
            Err(breach) => Err(letters::refuse_constant(PARAMETER, edition, text, breach)),
        }
    }
}

const PARAMETER: Parameter = Parameter::Name;

#[inline]
const fn rule(edition: Edition) -> &'static Rule {
    edition.rule(PARAMETER)
}

// A buffer for every edition is as long as the contract's.
const _: () = assert!(current::RULES.name.max <= november_2020::RULES.name.max);
