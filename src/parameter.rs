//! The names of the service's parameters.

use core::fmt;

macro_rules! parameters {
    ($($(#[$doc:meta])* $name:ident $text:literal,)+) => {
        /// A parameter of the service, under the service's own name.
        ///
        /// The variants stand in canonical order: the byte order of their names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "defmt", derive(defmt::Format))]
        #[non_exhaustive]
        pub enum Parameter {
            $($(#[$doc])* $name,)+
        }

        impl Parameter {
            /// Every parameter, in canonical order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Each parameter by its name.
            pub(crate) const NAMES: [(&'static str, Self); Self::ALL.len()] =
                [$(($text, Self::$name),)+];

            /// The name on the wire, such as `IpAddress`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

parameters! {
    /// The access key's id.
    AccessKeyId "AccessKeyId",
    /// The secret of the access key: never sent, every request is signed with it.
    AccessKeySecret "AccessKeySecret",
    /// The operation to perform.
    Action "Action",
    /// The autonomous system number of the on-premises data center.
    Asn "Asn",
    /// The authentication key of BGP: a secret.
    AuthKey "AuthKey",
    /// The token that makes a request idempotent.
    ClientToken "ClientToken",
    /// The id of a customer gateway that exists.
    CustomerGatewayId "CustomerGatewayId",
    /// The customer gateway's description.
    Description "Description",
    /// The format of the answer, `JSON` or `XML`.
    Format "Format",
    /// The host that a request goes to: an HTTP header.
    Host "Host",
    /// The public IP address of the on-premises VPN gateway.
    IpAddress "IpAddress",
    /// The customer gateway's name.
    Name "Name",
    /// Which page of a listing.
    PageNumber "PageNumber",
    /// How many customer gateways a page of a listing holds.
    PageSize "PageSize",
    /// The region that the customer gateway belongs to.
    RegionId "RegionId",
    /// The resource group that the customer gateway belongs to.
    ResourceGroupId "ResourceGroupId",
    /// The token that comes with temporary credentials.
    SecurityToken "SecurityToken",
    /// The signature of the request.
    Signature "Signature",
    /// How the request is signed.
    SignatureMethod "SignatureMethod",
    /// A text that no other request has.
    SignatureNonce "SignatureNonce",
    /// Which version of the signature is used.
    SignatureVersion "SignatureVersion",
    /// The tags that a listing is filtered by.
    Tag "Tag",
    /// The customer gateway's tags.
    Tags "Tags",
    /// When the request was made.
    Timestamp "Timestamp",
    /// The version of the service's API.
    Version "Version",
}

impl fmt::Display for Parameter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
