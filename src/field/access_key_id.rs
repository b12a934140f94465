//! `AccessKeyId`: the access key's id.

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::ACCESS_KEY_ID;

/// The id of an access key, such as `LTAI5tExample`: which secret signs a request.
///
/// # Rules
///
/// - 1 to 128 visible ASCII characters except the comma, which would end the `Credential` of an
///   ACS3 header. No source states a bound; ids of today have up to 30 characters.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::AccessKeyId;
///
/// assert!(AccessKeyId::new("LTAI5tExample").is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct AccessKeyId<'a> {
    text: Checked<'a>,
}

text_field!(AccessKeyId, Checked);

impl<'a> AccessKeyId<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = ACCESS_KEY_ID.max_chars();

    /// Checks an id.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"LTAI "`: unexpected character `' '` at byte 4
    /// - `"LTAI,"`: unexpected character `','` at byte 4
    /// - 129 times `"a"`: 129 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&ACCESS_KEY_ID, text) {
            Ok(text) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&ACCESS_KEY_ID, text)),
        }
    }
}
