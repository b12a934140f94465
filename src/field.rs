//! The methods that every validated text has.

#[cfg(feature = "sign")]
pub(crate) mod access_key_id;
#[cfg(feature = "sign")]
pub(crate) mod access_key_secret;
pub(crate) mod asn;
pub(crate) mod auth_key;
mod breach;
mod check;
pub(crate) mod checked;
pub(crate) mod client_token;
pub(crate) mod customer_gateway_id;
pub(crate) mod description;
mod forbidden;
#[cfg(feature = "sign")]
pub(crate) mod format;
#[cfg(feature = "sign")]
pub(crate) mod host;
pub(crate) mod ip_address;
mod letters;
pub(crate) mod literal;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod owned;
pub(crate) mod page;
mod presence;
pub(crate) mod region_id;
pub(crate) mod resource_group_id;
#[cfg(feature = "sign")]
pub(crate) mod security_token;
#[cfg(feature = "sign")]
pub(crate) mod signature_nonce;
pub(crate) mod tag;
pub(crate) mod tags;
#[cfg(feature = "sign")]
pub(crate) mod timestamp;
mod utf8;
#[cfg(feature = "sign")]
pub(crate) mod uuid_text;

/// Gives a type `T<'a> { text: &'a str }` with a constructor `new` the methods that all such types
/// share; a type `T<'a> { text: Checked<'a> }` if `Checked` follows its name.
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
                Self { text: crate::field::checked::Checked::of(text) }
            }

            /// The text, as it was given.
            #[must_use]
            pub const fn as_str(&self) -> &'a str {
                self.text.as_str()
            }

            /// The text, and whether it needs encoding.
            #[allow(dead_code, reason = "not every field is a value of a request yet")]
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

/// Gives a type `T<'a> { text: &'a str }` with a constructor `new` the methods that all secrets share:
/// nothing prints one, and two are compared in constant time.
macro_rules! secret_field {
    ($name:ident) => {
        impl<'a> $name<'a> {
            /// The secret of a text that is known to keep the rules.
            #[allow(dead_code, reason = "not every secret is kept")]
            pub(crate) const fn of_checked(text: &'a str) -> Self {
                Self { text }
            }

            /// The secret itself, as it was given: not to be logged.
            #[must_use]
            pub const fn as_str(&self) -> &'a str {
                self.text
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "([redacted])"))
            }
        }

        #[cfg(feature = "defmt")]
        impl defmt::Format for $name<'_> {
            fn format(&self, f: defmt::Formatter<'_>) {
                defmt::write!(f, "{=str}([redacted])", stringify!($name));
            }
        }

        impl PartialEq for $name<'_> {
            /// Takes as long as the secrets are, whether or not they are equal; their lengths are no
            /// secret.
            fn eq(&self, other: &Self) -> bool {
                subtle::ConstantTimeEq::ct_eq(self.text.as_bytes(), other.text.as_bytes()).into()
            }
        }

        impl Eq for $name<'_> {}

        impl core::hash::Hash for $name<'_> {
            fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                self.text.hash(state);
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
pub(crate) use secret_field;
