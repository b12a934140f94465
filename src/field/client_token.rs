//! `ClientToken`: what makes a request idempotent.

use crate::field::check::check;
use crate::field::checked::Checked;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule::every_edition::CLIENT_TOKEN;

/// The token that makes a request idempotent: the service carries out one request for each token.
///
/// Choose it once for each gateway that you want, keep it where a restart does not lose it, and send
/// the same on every try. A new token on each try can create a gateway on each try.
///
/// # Rules
///
/// - 1 to 64 characters (the contract; an empty token would guard nothing).
/// - ASCII, any of the 128 (the contract).
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::ClientToken;
///
/// let token = ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b")?;
/// assert_eq!(token.as_str(), "02fb3da4-130e-11e9-8e44-0016e04115b");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ClientToken<'a> {
    text: Checked<'a>,
}

text_field!(ClientToken, Checked);

impl<'a> ClientToken<'a> {
    /// The most characters of a token.
    pub const MAX_CHARS: usize = CLIENT_TOKEN.max_chars();

    /// Checks a token.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"branch-é"`: unexpected character `'é'` at byte 7
    /// - 65 times `"a"`: 65 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(&CLIENT_TOKEN, text) {
            Ok(text) => Ok(Self { text }),
            Err(breach) => Err(breach.refuse(&CLIENT_TOKEN, text)),
        }
    }
}
