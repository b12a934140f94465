//! `CreateCustomerGateway`

use aliyun_customer_gateway::{Asn, ErrorCode, IpAddress};

use super::{Call, Known};
use crate::serve::failure::Failure;
use crate::serve::gateways::Gateway;
use crate::serve::written::Member;

const PARAMETERS: [&str; 8] =
    ["RegionId", "IpAddress", "Name", "Description", "Asn", "AuthKey", "ResourceGroupId", "Tags"];

pub(super) fn carry_out(call: &Call<'_>, known: &mut Known) -> Result<Vec<Member>, Failure> {
    let values = call.values;
    let region = values.region()?;
    let address = values.required("IpAddress", |text| IpAddress::new_in(text, values.edition))?;
    let name = values.name()?;
    let description = values.description()?;
    let asn = values.optional("Asn", Asn::new)?.map(|asn| asn.get());
    let auth_key = values.auth_key()?;
    if auth_key.is_some() && asn.is_none() {
        return Err(Failure::of(ErrorCode::MissingAsn));
    }
    let group = values.group()?;
    let tags = values.tags()?;
    let created = call.once(known, &PARAMETERS, |known| {
        let address = address.to_string();
        let there = || known.gateways.of(call.account, region);
        if there().any(|gateway| gateway.address == address) {
            return Err(Failure::of(ErrorCode::IpAddressAlreadyExist));
        }
        if there().count() >= call.quota || known.gateways.is_full() {
            return Err(Failure::of(ErrorCode::QuotaFull));
        }
        let gateway = Gateway {
            account: call.account.to_owned(),
            region: region.to_owned(),
            id: known.gateways.new_id(&mut known.random),
            address,
            name,
            description,
            asn,
            auth_key,
            group,
            tags,
            created: call.now,
        };
        known.gateways.add(gateway.clone());
        Ok(Some(gateway))
    })?;
    Ok(created.map(|gateway| gateway.brief()).unwrap_or_default())
}
