//! What a driver of a registration stores.

use super::{ObjectWriter, ToJson, members};
use crate::action::create_customer_gateway::owned::OwnedCreateCustomerGateway;
use crate::action::gateway::owned::CUSTOMER_GATEWAY_ID_LEN;
use crate::field::asn::Asn;
use crate::field::ip_address::IpAddress;
use crate::field::owned::secret::OwnedAuthKey;
use crate::field::owned::tags::OwnedTags;
use crate::field::owned::{
    OwnedClientToken, OwnedDescription, OwnedName, OwnedRegionId, OwnedResourceGroupId,
};
use crate::registration::Stored;

members! {
    owned [const TAG_BYTES: usize] [TAG_BYTES] Stored<TAG_BYTES> as "the parameters of a registration", {
        required "RegionId" region_id: OwnedRegionId;
        required "IpAddress" ip_address: IpAddress;
        required "ClientToken" client_token: OwnedClientToken;
        optional "Name" name: OwnedName;
        optional "Description" description: OwnedDescription;
        optional "Asn" asn: Asn;
        later "AuthKey" auth_key: OwnedAuthKey;
        later "ResourceGroupId" resource_group_id: OwnedResourceGroupId;
        later "Tags" tags: OwnedTags<TAG_BYTES>;
        optional "CustomerGatewayId" customer_gateway_id: heapless::String<CUSTOMER_GATEWAY_ID_LEN>;
    } => OwnedCreateCustomerGateway::<TAG_BYTES>::refusal(asn, auth_key.is_some()), Stored {
        request: OwnedCreateCustomerGateway {
            region_id,
            ip_address,
            client_token: Some(client_token),
            name,
            description,
            asn,
            auth_key,
            resource_group_id,
            tags: tags.unwrap_or_default(),
        },
        customer_gateway_id,
    }
}

impl<const TAG_BYTES: usize> ToJson for Stored<TAG_BYTES> {
    fn put_members(&self, to: &mut ObjectWriter<'_, '_>) {
        self.wanted().put_members(to);
        to.member("CustomerGatewayId", &self.customer_gateway_id);
    }
}
