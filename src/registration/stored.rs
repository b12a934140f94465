//! What outlives a power cut.

use heapless::String;

use super::machine::Registration;
use super::outcome::Outcome;
use super::policy::Policy;
use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::action::create_customer_gateway::owned::OwnedCreateCustomerGateway;
use crate::action::gateway::owned::CUSTOMER_GATEWAY_ID_LEN;
use crate::field::owned::OwnedClientToken;

/// What a driver of a [`Registration`] stores: the token and the parameters, before the first call is
/// sent, and the id once there is one.
///
/// With the feature `serde-json-core` it is written with `config::to_json`, and read with
/// `config::from_json` by the edition of the rules that the parameters were checked by. With an
/// `AuthKey` among the parameters what is stored is a secret: the key is stored in clear, for it has to
/// be sent again, and the memory that it is stored in has to be protected.
///
#[cfg_attr(feature = "serde-json-core", doc = "```")]
#[cfg_attr(not(feature = "serde-json-core"), doc = "```ignore")]
/// use aliyun_customer_gateway::config::{from_json, to_json};
/// use aliyun_customer_gateway::registration::{Policy, Stored};
/// use aliyun_customer_gateway::{Edition, Encode as _, OwnedClientToken};
///
/// // What came with the device has no token yet.
/// let provisioned = br#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","Asn":65001}"#;
/// let request = from_json(provisioned, Edition::Current)?;
/// let mut stored: Stored = Stored::new(request, OwnedClientToken::new("token-1")?);
///
/// // Before the first call, and whenever something changes.
/// let mut flash = [0; 512];
/// let written = to_json(&stored).encode(&mut flash)?;
/// assert_eq!(
///     written,
///     r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","ClientToken":"token-1","Asn":"65001"}"#,
/// );
///
/// // After a power cut.
/// let again: Stored = from_json(written.as_bytes(), Edition::Current)?;
/// assert_eq!(again, stored);
/// if again.customer_gateway_id().is_none() {
///     let registration = again.resumed(Policy::new());
///     // ..
/// }
/// # Ok::<(), Box<dyn core::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Stored<const TAG_BYTES: usize = 512> {
    pub(crate) request: OwnedCreateCustomerGateway<TAG_BYTES>,
    pub(crate) customer_gateway_id: Option<String<CUSTOMER_GATEWAY_ID_LEN>>,
}

impl<const TAG_BYTES: usize> Stored<TAG_BYTES> {
    /// A gateway that is wanted, and the token to create it with.
    #[must_use]
    pub fn new(request: OwnedCreateCustomerGateway<TAG_BYTES>, token: OwnedClientToken) -> Self {
        let mut stored = Self { request, customer_gateway_id: None };
        stored.set_client_token(token);
        stored
    }

    /// The request, with the token.
    #[must_use]
    pub fn wanted(&self) -> CreateCustomerGateway<'_> {
        self.request.get()
    }

    /// Replaces the token, when [`Step::NewToken`](super::Step::NewToken) asks for a new one.
    pub fn set_client_token(&mut self, token: OwnedClientToken) {
        self.request.client_token = Some(token);
    }

    /// The id of the gateway, once there is one.
    #[must_use]
    pub fn customer_gateway_id(&self) -> Option<&str> {
        self.customer_gateway_id.as_deref()
    }

    /// Keeps the id of an outcome, if there is one.
    pub fn set_outcome(&mut self, outcome: &Outcome<'_>) {
        // A registration reports no id of more than 64 bytes.
        if let Some(id) = outcome.id().and_then(|id| String::try_from(id).ok()) {
            self.customer_gateway_id = Some(id);
        }
    }

    /// The registration to go on with: the token may have been sent.
    #[must_use]
    pub fn resumed(&self, policy: Policy) -> Registration {
        Registration::resumed(policy)
    }
}
