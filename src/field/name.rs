//! `Name`: the customer gateway's name.

use crate::byte_set::ByteSet;
use crate::field::ascii;
use crate::field::checked::Checked;
use crate::field::{characters, scheme, text_field};
use crate::invalid_parameter::InvalidParameter;
use crate::rule;

/// The name of a customer gateway.
///
/// # Rules
///
/// All from the contract, whose Chinese original allows Chinese characters:
///
/// - 2 to 128 characters (Unicode scalar values).
/// - Letters ([`char::is_alphabetic`]), digits `0-9`, `.`, `_` and `-`.
/// - Not starting with `http://` or `https://`, in lower case.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Name;
///
/// assert!(Name::new("上海-1").is_ok());
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
    /// The fewest characters of a name.
    pub const MIN_CHARS: usize = rule::NAME.min;
    /// The most characters of a name.
    pub const MAX_CHARS: usize = rule::NAME.max;
    /// The most bytes of a name, in UTF-8.
    pub const MAX_BYTES: usize = rule::NAME.max.saturating_mul(4);

    /// Checks a name.
    ///
    /// This is no `const fn`, because `char::is_alphabetic` is none; for a constant there is
    /// [`new_ascii`](Self::new_ascii).
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"G"`: 1 character
    /// - `"branch office"`: unexpected character `' '` at byte 6
    /// - `"http://gateway"`: starts with `http://`
    /// - 129 times `"上"`: 129 characters
    pub fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        if let Some(refusal) = scheme::refusal(&rule::NAME, text) {
            return Err(refusal);
        }
        // Two simple passes are faster than a clever one.
        let is_ascii = text.is_ascii();
        if !(is_ascii && ByteSet::NAME.contains_all(text.as_bytes())) {
            check_characters(text)?;
        }
        ascii::check_length(&rule::NAME, characters::count(text))?;
        // The ASCII characters of a name need no encoding.
        Ok(Self { text: Checked::new(text, is_ascii) })
    }

    /// Checks a name of ASCII characters, in a constant as well as at run time.
    ///
    /// ```
    /// use aliyun_customer_gateway::Name;
    ///
    /// const NAME: Name = match Name::new_ascii("Gateway") {
    ///     Ok(name) => name,
    ///     Err(_) => panic!("not a name"),
    /// };
    /// assert_eq!(NAME, Name::new("Gateway").unwrap());
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new), and
    ///
    /// - `"上海"`: character `'上'` at byte 0 cannot be checked in a constant
    pub const fn new_ascii(text: &'a str) -> Result<Self, InvalidParameter> {
        if let Some(refusal) = scheme::refusal(&rule::NAME, text) {
            return Err(refusal);
        }
        match ascii::check(&rule::NAME, ByteSet::NAME, text) {
            Ok(text) => Ok(Self { text }),
            Err(refusal) => Err(refusal.in_constant()),
        }
    }

    /// Whether a character may stand in a name.
    pub(crate) fn allows(character: char) -> bool {
        match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => ByteSet::NAME.contains(byte),
            _ => character.is_alphabetic(),
        }
    }
}

fn check_characters(text: &str) -> Result<(), InvalidParameter> {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            // U+4E00 to U+9FFF, all of them letters: most of what is not ASCII in a name, and slow to
            // look up.
            [0xe5..=0xe9, _, _, after @ ..] | [0xe4, 0xb8..=0xbf, _, after @ ..] => after,
            _ => match ascii::first(rest) {
                Some(character) if Name::allows(character) => {
                    rest.get(character.len_utf8()..).unwrap_or_default()
                }
                Some(_) => return Err(ascii::unexpected(&rule::NAME, text, rest)),
                None => return Ok(()),
            },
        };
    }
}
