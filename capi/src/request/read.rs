//! The library's request for one of C.

use aliyun_customer_gateway::{
    Asn, AuthKey, ClientToken, CreateCustomerGateway, CustomerGatewayId, DeleteCustomerGateway,
    DescribeCustomerGateway, DescribeCustomerGateways, Description, Edition, IpAddress,
    ModifyCustomerGatewayAttribute, Name, PageNumber, PageSize, Parameter, RegionId,
    ResourceGroupId, Tag, Tags,
};

use super::action::Action;
use super::{CTag, Request};
use crate::numbers::choice::{ACG_CREATE, ACG_DELETE, ACG_DESCRIBE, ACG_LIST, ACG_MODIFY};
use crate::numbers::result::ACG_E_ARGUMENT;
use crate::refusal::Problem;
use crate::text::Text;

impl Request {
    /// # Safety
    ///
    /// The texts are as the header says.
    pub(super) unsafe fn read<'a>(
        &'a self,
        edition: Edition,
        tags: Tags<'a>,
    ) -> Result<Action<'a>, Problem> {
        // SAFETY: the caller vouches for the texts; so for those that follow.
        let region = unsafe { required(Parameter::RegionId, self.region_id) }?;
        let region = RegionId::new(region)?;
        let id = || {
            // SAFETY: as before.
            let id = unsafe { required(Parameter::CustomerGatewayId, self.customer_gateway_id) }?;
            CustomerGatewayId::new(id).map_err(Problem::Refused)
        };
        Ok(match self.action {
            ACG_CREATE => {
                // SAFETY: as before.
                Action::Create(unsafe { self.create(region, edition, tags) }?)
            }
            ACG_DESCRIBE => Action::Describe(DescribeCustomerGateway::new(region, id()?)),
            ACG_LIST => {
                // SAFETY: as before.
                Action::List(unsafe { self.list(region, tags) }?)
            }
            ACG_MODIFY => {
                let modify = ModifyCustomerGatewayAttribute::new(region, id()?);
                // SAFETY: as before.
                Action::Modify(unsafe { self.modify(modify, edition) }?)
            }
            _ => {
                let mut delete = DeleteCustomerGateway::new(region, id()?);
                // SAFETY: as before.
                if let Some(token) = unsafe { optional(Parameter::ClientToken, self.client_token) }?
                {
                    delete = delete.with_client_token(ClientToken::new(token)?);
                }
                Action::Delete(delete)
            }
        })
    }

    /// # Safety
    ///
    /// The texts are as the header says.
    unsafe fn create<'a>(
        &'a self,
        region: RegionId<'a>,
        edition: Edition,
        tags: Tags<'a>,
    ) -> Result<CreateCustomerGateway<'a>, Problem> {
        // SAFETY: the caller vouches for the texts; so for those that follow.
        let address = unsafe { required(Parameter::IpAddress, self.ip_address) }?;
        let address = IpAddress::new_in(address, edition)?;
        let mut create = CreateCustomerGateway::new(region, address).with_tags(tags);
        // SAFETY: as before.
        if let Some(token) = unsafe { optional(Parameter::ClientToken, self.client_token) }? {
            create = create.with_client_token(ClientToken::new(token)?);
        }
        // SAFETY: as before.
        if let Some(name) = unsafe { optional(Parameter::Name, self.name) }? {
            create = create.with_name(Name::new_in(name, edition)?);
        }
        // SAFETY: as before.
        if let Some(text) = unsafe { optional(Parameter::Description, self.description) }? {
            create = create.with_description(Description::new_in(text, edition)?);
        }
        let group = Parameter::ResourceGroupId;
        // SAFETY: as before.
        if let Some(group) = unsafe { optional(group, self.resource_group_id) }? {
            create = create.with_resource_group_id(ResourceGroupId::new(group)?);
        }
        // SAFETY: as before.
        let asn = unsafe { optional(Parameter::Asn, self.asn) }?.map(Asn::new).transpose()?;
        // SAFETY: as before.
        let key = unsafe { optional(Parameter::AuthKey, self.auth_key) }?;
        let key = key.map(AuthKey::new).transpose()?;
        Ok(create.with_optional_bgp(asn, key)?)
    }

    /// # Safety
    ///
    /// The texts are as the header says.
    unsafe fn list<'a>(
        &'a self,
        region: RegionId<'a>,
        tags: Tags<'a>,
    ) -> Result<DescribeCustomerGateways<'a>, Problem> {
        let mut list = DescribeCustomerGateways::new(region).with_tags(tags);
        let id = Parameter::CustomerGatewayId;
        // SAFETY: the caller vouches for the texts; so for those that follow.
        if let Some(id) = unsafe { optional(id, self.customer_gateway_id) }? {
            list = list.with_customer_gateway_id(CustomerGatewayId::new(id)?);
        }
        let group = Parameter::ResourceGroupId;
        // SAFETY: as before.
        if let Some(group) = unsafe { optional(group, self.resource_group_id) }? {
            list = list.with_resource_group_id(ResourceGroupId::new(group)?);
        }
        if self.page_number > 0 {
            list = list.with_page_number(PageNumber::from_number(self.page_number)?);
        }
        if self.page_size > 0 {
            list = list.with_page_size(PageSize::from_number(self.page_size)?);
        }
        Ok(list)
    }

    /// # Safety
    ///
    /// The texts are as the header says.
    unsafe fn modify<'a>(
        &'a self,
        mut modify: ModifyCustomerGatewayAttribute<'a>,
        edition: Edition,
    ) -> Result<ModifyCustomerGatewayAttribute<'a>, Problem> {
        // SAFETY: the caller vouches for the texts; so for those that follow.
        if let Some(token) = unsafe { optional(Parameter::ClientToken, self.client_token) }? {
            modify = modify.with_client_token(ClientToken::new(token)?);
        }
        // SAFETY: as before.
        if let Some(name) = unsafe { optional(Parameter::Name, self.name) }? {
            modify = modify.with_name(Name::new_in(name, edition)?);
        }
        // SAFETY: as before.
        if let Some(text) = unsafe { optional(Parameter::Description, self.description) }? {
            modify = modify.with_description(Description::new_in(text, edition)?);
        }
        // SAFETY: as before.
        if let Some(key) = unsafe { optional(Parameter::AuthKey, self.auth_key) }? {
            modify = modify.with_auth_key(AuthKey::new(key)?);
        }
        Ok(modify)
    }

    /// Refuses a parameter that the action does not have, or the edition.
    pub(super) fn check_presence(&self, edition: Edition) -> Result<(), Problem> {
        const CREATE: u8 = 1;
        const DESCRIBE: u8 = 2;
        const LIST: u8 = 4;
        const MODIFY: u8 = 8;
        const DELETE: u8 = 16;
        let action = match self.action {
            ACG_CREATE => CREATE,
            ACG_DESCRIBE => DESCRIBE,
            ACG_LIST => LIST,
            ACG_MODIFY => MODIFY,
            ACG_DELETE => DELETE,
            _ => return Err(Problem::Number(ACG_E_ARGUMENT)),
        };
        let given = [
            (
                Parameter::CustomerGatewayId,
                self.customer_gateway_id.is_present(),
                DESCRIBE | LIST | MODIFY | DELETE,
            ),
            (Parameter::IpAddress, self.ip_address.is_present(), CREATE),
            (Parameter::ClientToken, self.client_token.is_present(), CREATE | MODIFY | DELETE),
            (Parameter::Name, self.name.is_present(), CREATE | MODIFY),
            (Parameter::Description, self.description.is_present(), CREATE | MODIFY),
            (Parameter::Asn, self.asn.is_present(), CREATE),
            (Parameter::AuthKey, self.auth_key.is_present(), CREATE | MODIFY),
            (Parameter::ResourceGroupId, self.resource_group_id.is_present(), CREATE | LIST),
            (Parameter::Tags, self.tag_count > 0, CREATE | LIST),
            (Parameter::PageNumber, self.page_number > 0, LIST),
            (Parameter::PageSize, self.page_size > 0, LIST),
        ];
        for (parameter, is_given, actions) in given {
            if is_given && actions & action == 0 {
                return Err(Problem::NotOfAction(parameter));
            }
            if is_given {
                edition.require(parameter)?;
            }
        }
        Ok(())
    }
}

impl CTag {
    /// # Safety
    ///
    /// The texts are as the header says.
    pub(super) unsafe fn get<'a>(self) -> Result<Tag<'a>, Problem> {
        // SAFETY: the caller vouches for the texts.
        let key = unsafe { required(Parameter::Tags, self.key) }?;
        // SAFETY: as before.
        let value = unsafe { optional(Parameter::Tags, self.value) }?;
        Ok(Tag::new(key, value.unwrap_or_default())?)
    }
}

/// # Safety
///
/// The text is as the header says.
pub(crate) unsafe fn optional<'a>(
    parameter: Parameter,
    text: Text,
) -> Result<Option<&'a str>, Problem> {
    // SAFETY: as for this function.
    unsafe { text.get() }.map_err(|problem| Problem::of_text(parameter, problem))
}

/// # Safety
///
/// The text is as the header says.
pub(crate) unsafe fn required<'a>(parameter: Parameter, text: Text) -> Result<&'a str, Problem> {
    // SAFETY: as for this function.
    unsafe { optional(parameter, text) }?.ok_or(Problem::Missing(parameter))
}
