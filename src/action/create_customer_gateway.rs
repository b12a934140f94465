//! `CreateCustomerGateway`: the action's own parameters.

use super::{Action, VERSION};
use crate::field::asn::Asn;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::query::{Parameters, Visitor, visit};

/// A request to register the VPN gateway of an on-premises data center.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, Asn, CreateCustomerGateway, IpAddress, Name, RegionId};
///
/// let request =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?)
///         .with_name(Name::new("上海")?)
///         .with_asn(Asn::new("123.456")?);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=CreateCustomerGateway&Asn=8061384&IpAddress=101.12.0.12\
///      &Name=%E4%B8%8A%E6%B5%B7&RegionId=cn-shanghai",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "PascalCase", deny_unknown_fields))]
pub struct CreateCustomerGateway<'a> {
    #[cfg_attr(feature = "serde", serde(borrow))]
    pub(crate) region_id: RegionId<'a>,
    pub(crate) ip_address: IpAddress,
    #[cfg_attr(feature = "serde", serde(borrow, default, skip_serializing_if = "Option::is_none"))]
    pub(crate) client_token: Option<ClientToken<'a>>,
    #[cfg_attr(feature = "serde", serde(borrow, default, skip_serializing_if = "Option::is_none"))]
    pub(crate) name: Option<Name<'a>>,
    #[cfg_attr(feature = "serde", serde(borrow, default, skip_serializing_if = "Option::is_none"))]
    pub(crate) description: Option<Description<'a>>,
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub(crate) asn: Option<Asn>,
}

impl<'a> CreateCustomerGateway<'a> {
    /// No [`query`](Action::query) of any request is longer than this many bytes.
    pub const MAX_ENCODED_LEN: usize = {
        // A byte takes three characters when it is encoded.
        let encoded = ClientToken::MAX_CHARS + Description::MAX_BYTES + Name::MAX_BYTES;
        let plain = DIGITS + IpAddress::MAX_CHARS + RegionId::MAX_CHARS;
        let names = "Action=&Asn=&ClientToken=&Description=&IpAddress=&Name=&RegionId=".len();
        names + Self::NAME.len() + encoded * 3 + plain
    };

    /// No signed query of any request without a `SecurityToken` is longer than this many bytes. A
    /// token adds [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN) at most.
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// A request with the parameters that every one has.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>, ip_address: IpAddress) -> Self {
        Self { region_id, ip_address, client_token: None, name: None, description: None, asn: None }
    }

    /// The same request with a `ClientToken`.
    #[must_use]
    pub const fn with_client_token(mut self, client_token: ClientToken<'a>) -> Self {
        self.client_token = Some(client_token);
        self
    }

    /// The same request with a `Name`.
    #[must_use]
    pub const fn with_name(mut self, name: Name<'a>) -> Self {
        self.name = Some(name);
        self
    }

    /// The same request with a `Description`.
    #[must_use]
    pub const fn with_description(mut self, description: Description<'a>) -> Self {
        self.description = Some(description);
        self
    }

    /// The same request with an `Asn`.
    #[must_use]
    pub const fn with_asn(mut self, asn: Asn) -> Self {
        self.asn = Some(asn);
        self
    }

    /// The `RegionId`.
    #[must_use]
    pub const fn region_id(&self) -> RegionId<'a> {
        self.region_id
    }

    /// The `IpAddress`.
    #[must_use]
    pub const fn ip_address(&self) -> IpAddress {
        self.ip_address
    }

    /// The `ClientToken`, if there is one.
    #[must_use]
    pub const fn client_token(&self) -> Option<ClientToken<'a>> {
        self.client_token
    }

    /// The `Name`, if there is one.
    #[must_use]
    pub const fn name(&self) -> Option<Name<'a>> {
        self.name
    }

    /// The `Description`, if there is one.
    #[must_use]
    pub const fn description(&self) -> Option<Description<'a>> {
        self.description
    }

    /// The `Asn`, if there is one.
    #[must_use]
    pub const fn asn(&self) -> Option<Asn> {
        self.asn
    }
}

impl Parameters for CreateCustomerGateway<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "Asn": self.asn,
            "ClientToken": self.client_token,
            "Description": self.description,
            "IpAddress": self.ip_address,
            "Name": self.name,
            "RegionId": self.region_id,
        });
    }
}

impl Action for CreateCustomerGateway<'_> {
    const NAME: &'static str = "CreateCustomerGateway";
    const VERSION: &'static str = VERSION;
}

/// The digits of the greatest ASN.
const DIGITS: usize = 10;
