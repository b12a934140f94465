//! The fields that own their texts, for a program that keeps them.

use core::fmt;

#[cfg(feature = "sign")]
use crate::field::access_key_id::AccessKeyId;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
#[cfg(feature = "sign")]
use crate::field::host::Host;
use crate::field::name::Name;
use crate::field::region_id::RegionId;
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
    #[cfg(feature = "sign")]
    OwnedAccessKeyId AccessKeyId AccessKeyId::MAX_CHARS;
    #[cfg(feature = "sign")]
    OwnedHost Host Host::MAX_CHARS;
}
