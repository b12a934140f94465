//! What a caller chooses from.

use aliyun_customer_gateway::{Edition, Format, Network};

/// The edition of the rules of November 2020: the default.
pub const ACG_EDITION_2020_11: i32 = 0;
/// Today's edition of the rules.
pub const ACG_EDITION_CURRENT: i32 = 1;
/// CreateCustomerGateway: RegionId, IpAddress; ClientToken, Name, Description, Asn, AuthKey, ResourceGroupId,
/// tags.
pub const ACG_CREATE: i32 = 1;
/// DescribeCustomerGateway: RegionId, CustomerGatewayId.
pub const ACG_DESCRIBE: i32 = 2;
/// DescribeCustomerGateways: RegionId; CustomerGatewayId, PageNumber, PageSize, ResourceGroupId, tags.
pub const ACG_LIST: i32 = 3;
/// ModifyCustomerGatewayAttribute: RegionId, CustomerGatewayId; ClientToken, Name, Description, AuthKey.
pub const ACG_MODIFY: i32 = 4;
/// DeleteCustomerGateway: RegionId, CustomerGatewayId; ClientToken.
pub const ACG_DELETE: i32 = 5;
/// A response in JSON: the default.
pub const ACG_FORMAT_JSON: i32 = 0;
/// A response in XML.
pub const ACG_FORMAT_XML: i32 = 1;
/// GET, the parameters in the URL.
pub const ACG_GET: i32 = 0;
/// POST, the parameters in the URL and no body.
pub const ACG_POST: i32 = 1;
/// POST, the parameters in a form as the body: nothing of them is in logs of URLs.
pub const ACG_POST_FORM: i32 = 2;
/// The public network.
pub const ACG_NETWORK_PUBLIC: i32 = 0;
/// A private network of the provider's.
pub const ACG_NETWORK_VPC: i32 = 1;
/// There is no text.
pub const ACG_ESCAPING_ABSENT: i32 = 0;
/// The text is as it reads.
pub const ACG_ESCAPING_PLAIN: i32 = 1;
/// As the inside of a JSON string.
pub const ACG_ESCAPING_JSON: i32 = 2;
/// As the content of an XML element.
pub const ACG_ESCAPING_XML: i32 = 3;
/// As the content of an XML element, from within a CDATA section on.
pub const ACG_ESCAPING_CDATA: i32 = 4;

/// The edition of a number.
pub(crate) const fn edition(number: i32) -> Option<Edition> {
    match number {
        ACG_EDITION_2020_11 => Some(Edition::November2020),
        ACG_EDITION_CURRENT => Some(Edition::Current),
        _ => None,
    }
}

/// The number of an edition; -1 for one that is newer than this interface.
pub(crate) const fn of_edition(edition: Edition) -> i32 {
    match edition {
        Edition::November2020 => ACG_EDITION_2020_11,
        Edition::Current => ACG_EDITION_CURRENT,
        _ => -1,
    }
}

/// The format of a number.
pub(crate) const fn format(number: i32) -> Option<Format> {
    match number {
        ACG_FORMAT_JSON => Some(Format::Json),
        ACG_FORMAT_XML => Some(Format::Xml),
        _ => None,
    }
}

/// The network of a number.
pub(crate) const fn network(number: i32) -> Option<Network> {
    match number {
        ACG_NETWORK_PUBLIC => Some(Network::Public),
        ACG_NETWORK_VPC => Some(Network::Vpc),
        _ => None,
    }
}
