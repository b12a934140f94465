//! `ResourceGroupId`: the resource group that a customer gateway belongs to.

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::RESOURCE_GROUP_ID;

/// The id of a resource group, such as `rg-aek2qo2h4jy****`; without one, a gateway belongs to the
/// account's default group.
///
/// # Rules
///
/// - November 2020: a gateway has no such parameter, it is a filter of a list only; see
///   [`Edition::require`](crate::Edition::require).
/// - Today: 1 to 64 visible ASCII characters. No source states a rule.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::ResourceGroupId;
///
/// assert!(ResourceGroupId::new("rg-aek2qo2h4jy****").is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ResourceGroupId<'a> {
    text: Checked<'a>,
}

text_field!(ResourceGroupId, Checked);

impl<'a> ResourceGroupId<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = RESOURCE_GROUP_ID.max_chars();

    /// Checks an id.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"rg 1"`: unexpected character `' '` at byte 2
    /// - 65 times `"a"`: 65 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&RESOURCE_GROUP_ID, text) {
            Ok(text) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&RESOURCE_GROUP_ID, text)),
        }
    }
}
