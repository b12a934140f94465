//! The fields that own their texts, for a program that keeps them.

pub(crate) mod secret;
pub(crate) mod tags;

use core::fmt;

use crate::edition::Edition;
#[cfg(feature = "sign")]
use crate::field::access_key_id::AccessKeyId;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
#[cfg(feature = "sign")]
use crate::field::host::Host;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
#[cfg(feature = "sign")]
use crate::field::signature_nonce::SignatureNonce;
use crate::invalid_parameter::InvalidParameter;

macro_rules! owning {
    ($($(#[$attribute:meta])* $owned:ident $name:ident $bytes:expr;)+) => {
        $(
            $(#[$attribute])*
            #[doc = concat!("A [`", stringify!($name), "`] that owns its text.")]
            ///
            /// Its capacity is what the rule allows at most, so that everything fits.
            #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $owned {
                text: heapless::String<{ $bytes }>,
            }

            $(#[$attribute])*
            impl $owned {
                /// Checks a text, and keeps a copy.
                ///
                /// # Errors
                ///
                #[doc = concat!("Those of [`", stringify!($name), "::new`].")]
                pub fn new(text: &str) -> Result<Self, InvalidParameter> {
                    $name::new(text).map(Self::from)
                }

                /// The field.
                #[must_use]
                pub fn get(&self) -> $name<'_> {
                    $name::of_checked(&self.text)
                }

                /// The text.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    &self.text
                }
            }

            $(#[$attribute])*
            impl $name<'_> {
                /// The same field, with a text of its own.
                #[must_use]
                pub fn to_owned(self) -> $owned {
                    self.into()
                }
            }

            $(#[$attribute])*
            impl From<$name<'_>> for $owned {
                fn from(field: $name<'_>) -> Self {
                    // The capacity is what the field's rule allows at most.
                    let text = heapless::String::try_from(field.as_str()).unwrap_or_default();
                    Self { text }
                }
            }

            $(#[$attribute])*
            impl TryFrom<&str> for $owned {
                type Error = InvalidParameter;

                fn try_from(text: &str) -> Result<Self, Self::Error> {
                    Self::new(text)
                }
            }

            $(#[$attribute])*
            impl core::str::FromStr for $owned {
                type Err = InvalidParameter;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    Self::new(text)
                }
            }

            $(#[$attribute])*
            impl AsRef<str> for $owned {
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }

            $(#[$attribute])*
            impl fmt::Display for $owned {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(&self.text)
                }
            }
        )+
    };
}

owning! {
    OwnedRegionId RegionId RegionId::MAX_CHARS;
    OwnedClientToken ClientToken ClientToken::MAX_CHARS;
    OwnedName Name Name::MAX_BYTES;
    OwnedDescription Description Description::MAX_BYTES;
    OwnedCustomerGatewayId CustomerGatewayId CustomerGatewayId::MAX_CHARS;
    OwnedResourceGroupId ResourceGroupId ResourceGroupId::MAX_CHARS;
    #[cfg(feature = "sign")]
    OwnedAccessKeyId AccessKeyId AccessKeyId::MAX_CHARS;
    #[cfg(feature = "sign")]
    OwnedHost Host Host::MAX_CHARS;
    #[cfg(feature = "sign")]
    OwnedSignatureNonce SignatureNonce SignatureNonce::MAX_CHARS;
}

macro_rules! by_edition {
    ($($owned:ident $name:ident;)+) => {
        $(
            impl $owned {
                /// Checks a text by an edition of the rules, and keeps a copy.
                ///
                /// # Errors
                ///
                #[doc = concat!("Those of [`", stringify!($name), "::new_in`].")]
                #[inline]
                pub fn new_in(text: &str, edition: Edition) -> Result<Self, InvalidParameter> {
                    $name::new_in(text, edition).map(Self::from)
                }
            }
        )+
    };
}

by_edition! {
    OwnedName Name;
    OwnedDescription Description;
}

#[cfg(feature = "sign")]
impl OwnedHost {
    /// The host of parts that are known to be one together.
    pub(crate) fn of_parts<const N: usize>(parts: [&str; N]) -> Self {
        let mut text = heapless::String::new();
        for part in parts {
            // The capacity is what a host has at most.
            let _ = text.push_str(part);
        }
        Self { text }
    }
}
