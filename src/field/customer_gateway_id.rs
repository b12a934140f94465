//! `CustomerGatewayId`: the id of a customer gateway.

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::CUSTOMER_GATEWAY_ID;

/// The id of a customer gateway, such as `cgw-bp1pvpl9r9adju6l5****`: what the service made of a
/// `CreateCustomerGateway`.
///
/// # Rules
///
/// The same in both editions:
///
/// - 1 to 64 visible ASCII characters. No source states a rule; ids start with `cgw-` today, and with
///   `vpn-` on an old page, so that no prefix is checked.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::CustomerGatewayId;
///
/// assert!(CustomerGatewayId::new("cgw-bp1pvpl9r9adju6l5****").is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct CustomerGatewayId<'a> {
    text: Checked<'a>,
}

text_field!(CustomerGatewayId, Checked);

impl<'a> CustomerGatewayId<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = CUSTOMER_GATEWAY_ID.max_chars();

    /// Checks an id.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"cgw 1"`: unexpected character `' '` at byte 3
    /// - 65 times `"a"`: 65 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&CUSTOMER_GATEWAY_ID, text) {
            Ok(text) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&CUSTOMER_GATEWAY_ID, text)),
        }
    }
}
