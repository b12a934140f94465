//! The methods that every validated text has.

#[cfg(feature = "sign")]
pub(crate) mod access_key_id;
pub(crate) mod asn;
pub(crate) mod characters;
pub(crate) mod checked;
pub(crate) mod client_token;
pub(crate) mod description;
#[cfg(feature = "sign")]
pub(crate) mod format;
#[cfg(feature = "sign")]
pub(crate) mod host;
pub(crate) mod ip_address;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod owned;
pub(crate) mod region_id;
#[cfg(feature = "sign")]
pub(crate) mod security_token;
#[cfg(feature = "sign")]
pub(crate) mod signature_nonce;
#[cfg(feature = "sign")]
pub(crate) mod timestamp;
#[cfg(feature = "sign")]
pub(crate) mod uuid_text;

pub(crate) mod ascii;
mod scheme;

/// Gives a type `T<'a> { text: &'a str }` with a constructor `new` the methods that all such types
/// share; `T<'a> { text: Checked<'a> }`, where `Checked` stands behind the name.
macro_rules! text_field {
    ($name:ident) => {
        impl<'a> $name<'a> {
            /// The field of a text that is known to keep the rules.
            #[allow(dead_code, reason = "not every field is kept")]
            pub(crate) const fn of_checked(text: &'a str) -> Self {
                Self { text }
            }

            /// The text, as it was given.
            #[must_use]
            pub const fn as_str(&self) -> &'a str {
                self.text
            }
        }

        crate::field::text_field!(@shared $name);
    };
    ($name:ident, Checked) => {
        impl<'a> $name<'a> {
            /// The field of a text that is known to keep the rules.
            #[allow(dead_code, reason = "not every field is kept, or made from a UUID")]
            pub(crate) const fn of_checked(text: &'a str) -> Self {
                Self { text: crate::field::ascii::checked(text) }
            }

            /// The text, as it was given.
            #[must_use]
            pub const fn as_str(&self) -> &'a str {
                self.text.as_str()
            }

            /// The text, and whether it needs encoding.
            pub(crate) const fn checked(&self) -> crate::field::checked::Checked<'a> {
                self.text
            }
        }

        crate::field::text_field!(@shared $name);
    };
    (@shared $name:ident) => {
        impl AsRef<str> for $name<'_> {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::fmt::Display for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl<'a> TryFrom<&'a str> for $name<'a> {
            type Error = crate::invalid_parameter::InvalidParameter;

            fn try_from(text: &'a str) -> Result<Self, Self::Error> {
                Self::new(text)
            }
        }
    };
}
pub(crate) use text_field;
