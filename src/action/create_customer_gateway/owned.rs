//! `CreateCustomerGateway` that owns its texts.

use super::{Bgp, CreateCustomerGateway};
use crate::field::asn::Asn;
use crate::field::ip_address::IpAddress;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::tags::OwnedTags;
use crate::field::owned::{
    OwnedClientToken, OwnedDescription, OwnedName, OwnedRegionId, OwnedResourceGroupId,
};
use crate::invalid_parameter::InvalidParameter;
#[cfg(feature = "serde")]
use crate::invalid_parameter::reason::Reason;
use crate::query::List;
#[cfg(feature = "serde")]
use crate::rule::current::AUTH_KEY;

/// A [`CreateCustomerGateway`] that owns its texts: to be kept, or read from a file.
///
/// It has space for so many bytes of tags, keys and values together; [`Tags::MAX_BYTES`](crate::Tags::MAX_BYTES) hold any.
///
/// With the feature `serde`, the members of a file have the service's names; another one is refused.
///
#[cfg_attr(feature = "serde", doc = "```")]
#[cfg_attr(not(feature = "serde"), doc = "```ignore")]
/// use aliyun_customer_gateway::{Action as _, OwnedCreateCustomerGateway};
///
/// let file = r#"
///     RegionId = "cn-shanghai"
///     IpAddress = "101.12.0.12"
///     Description = "Branch \"A\""
///     Asn = 65001
/// "#;
/// let request: OwnedCreateCustomerGateway = toml::from_str(file).unwrap();
/// assert_eq!(
///     request.get().query_without_action().to_string(),
///     "Asn=65001&Description=Branch%20%22A%22&IpAddress=101.12.0.12&RegionId=cn-shanghai",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OwnedCreateCustomerGateway<const TAG_BYTES: usize = 512> {
    pub(crate) region_id: OwnedRegionId,
    pub(crate) ip_address: IpAddress,
    pub(crate) client_token: Option<OwnedClientToken>,
    pub(crate) name: Option<OwnedName>,
    pub(crate) description: Option<OwnedDescription>,
    pub(crate) asn: Option<Asn>,
    /// Only where there is an `asn`.
    pub(crate) auth_key: Option<OwnedAuthKey>,
    pub(crate) resource_group_id: Option<OwnedResourceGroupId>,
    pub(crate) tags: OwnedTags<TAG_BYTES>,
}

impl<const TAG_BYTES: usize> OwnedCreateCustomerGateway<TAG_BYTES> {
    /// What is wrong where what belongs together is not there.
    #[cfg(feature = "serde")]
    pub(crate) const fn refusal(asn: Option<Asn>, has_key: bool) -> Option<InvalidParameter> {
        match asn {
            None if has_key => Some(InvalidParameter::new(&AUTH_KEY, Reason::MissingAsn)),
            _ => None,
        }
    }

    /// The request.
    #[must_use]
    pub fn get(&self) -> CreateCustomerGateway<'_> {
        let request = CreateCustomerGateway::new(self.region_id.get(), self.ip_address);
        CreateCustomerGateway {
            client_token: self.client_token.as_ref().map(OwnedClientToken::get),
            name: self.name.as_ref().map(OwnedName::get),
            description: self.description.as_ref().map(OwnedDescription::get),
            resource_group_id: self.resource_group_id.as_ref().map(OwnedResourceGroupId::get),
            bgp: self
                .asn
                .map(|asn| Bgp { asn, auth_key: self.auth_key.as_ref().map(OwnedAuthKey::get) }),
            tags: List::of_tags(self.tags.get()),
            ..request
        }
    }
}

impl<const TAG_BYTES: usize> TryFrom<CreateCustomerGateway<'_>>
    for OwnedCreateCustomerGateway<TAG_BYTES>
{
    type Error = InvalidParameter;

    /// Copies a request, if its tags take no more than `TAG_BYTES` bytes.
    fn try_from(request: CreateCustomerGateway<'_>) -> Result<Self, Self::Error> {
        Ok(Self { tags: request.tags().try_into()?, ..without_tags(request) })
    }
}

impl CreateCustomerGateway<'_> {
    /// The same request, with texts of its own.
    ///
    /// # Errors
    ///
    /// - tags of more than `TAG_BYTES` bytes: there is no space
    pub fn to_owned<const TAG_BYTES: usize>(
        self,
    ) -> Result<OwnedCreateCustomerGateway<TAG_BYTES>, InvalidParameter> {
        self.try_into()
    }
}

fn without_tags<const TAG_BYTES: usize>(
    request: CreateCustomerGateway<'_>,
) -> OwnedCreateCustomerGateway<TAG_BYTES> {
    OwnedCreateCustomerGateway {
        region_id: request.region_id.into(),
        ip_address: request.ip_address,
        client_token: request.client_token.map(Into::into),
        name: request.name.map(Into::into),
        description: request.description.map(Into::into),
        asn: request.asn(),
        auth_key: request.auth_key().map(Into::into),
        resource_group_id: request.resource_group_id.map(Into::into),
        tags: OwnedTags::new(),
    }
}
