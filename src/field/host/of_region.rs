//! The host of a region.

use crate::field::owned::OwnedHost;
use crate::field::region_id::RegionId;
use crate::field::utf8;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::every_edition::REGION_ID;

/// Where a request comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Network {
    /// The internet.
    #[default]
    Public,
    /// A VPC of the region, whose hosts need no way to the internet.
    Vpc,
}

impl OwnedHost {
    /// The host of a region: `vpc.cn-shanghai.aliyuncs.com`, or `vpc-vpc.cn-shanghai.aliyuncs.com`
    /// inside a VPC.
    ///
    /// The service answers `InvalidOperation.NotSupportedEndpoint` to the region of another host.
    ///
    /// ```
    /// use aliyun_customer_gateway::{Network, OwnedHost, RegionId};
    ///
    /// let region = RegionId::new("cn-shanghai")?;
    /// let host = OwnedHost::of_region(region, Network::Public)?;
    /// assert_eq!(host.as_str(), "vpc.cn-shanghai.aliyuncs.com");
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    ///
    /// Source: the official SDKs and the service's page of endpoints, which has 36 regions.
    ///
    /// # Errors
    ///
    /// A region whose id is not a label of a host has none, and is not written in another way:
    ///
    /// - `"cn_shanghai"`: no host has `'_'` at byte 2
    /// - `"CN-SHANGHAI"`: no host has `'C'` at byte 0
    /// - `"-cn"`: no host has `'-'` at byte 0
    pub fn of_region(region: RegionId<'_>, network: Network) -> Result<Self, InvalidParameter> {
        let region = region.as_str();
        check_label(region)?;
        let before = match network {
            Network::Public => "vpc.",
            Network::Vpc => "vpc-vpc.",
        };
        Ok(Self::of_parts([before, region, ".aliyuncs.com"]))
    }
}

fn check_label(region: &str) -> Result<(), InvalidParameter> {
    let mut rest = region.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let at_edge = rest.len() == region.len() || after.is_empty();
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b'-' if !at_edge => {}
            _ => {
                let index = region.len().saturating_sub(rest.len());
                let (character, _) = utf8::first(rest).unwrap_or_default();
                return Err(InvalidParameter::new(&REGION_ID, Reason::NoHost { character, index }));
            }
        }
        rest = after;
    }
    Ok(())
}
