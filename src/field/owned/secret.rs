//! Secrets that own their texts, and wipe them.

use core::fmt;

use zeroize::Zeroize as _;

#[cfg(feature = "sign")]
use crate::field::access_key_secret::AccessKeySecret;
use crate::field::auth_key::AuthKey;
use crate::invalid_parameter::InvalidParameter;

/// Up to `N` bytes of text, which are wiped when they are dropped.
#[derive(Clone)]
struct SecretText<const N: usize> {
    bytes: [u8; N],
    len: usize,
}

impl<const N: usize> SecretText<N> {
    /// A copy of a text, which is not longer than `N`.
    fn new(text: &str) -> Self {
        let mut secret = Self { bytes: [0; N], len: text.len().min(N) };
        for (place, byte) in secret.bytes.iter_mut().zip(text.bytes()) {
            *place = byte;
        }
        secret
    }

    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.len).unwrap_or_default();
        // A whole text was put in.
        core::str::from_utf8(bytes).unwrap_or_default()
    }
}

impl<const N: usize> Drop for SecretText<N> {
    fn drop(&mut self) {
        self.bytes.zeroize();
        self.len.zeroize();
    }
}

macro_rules! owning_secret {
    ($($(#[$attribute:meta])* $owned:ident $name:ident;)+) => {
        $(
            $(#[$attribute])*
            #[doc = concat!("[`", stringify!($name), "`] that owns its text, and wipes it when it")]
            /// is dropped.
            ///
            /// Moving it can leave a copy behind, as with any value: put it where it stays.
            #[derive(Clone)]
            pub struct $owned {
                text: SecretText<{ $name::MAX_CHARS }>,
            }

            $(#[$attribute])*
            impl $owned {
                /// Checks a secret, and keeps a copy.
                ///
                /// # Errors
                ///
                #[doc = concat!("Those of [`", stringify!($name), "::new`].")]
                pub fn new(text: &str) -> Result<Self, InvalidParameter> {
                    $name::new(text).map(Self::from)
                }

                /// The secret.
                #[must_use]
                pub fn get(&self) -> $name<'_> {
                    $name::of_checked(self.text.as_str())
                }
            }

            $(#[$attribute])*
            impl $name<'_> {
                /// The same secret, with a text of its own.
                #[must_use]
                pub fn to_owned(self) -> $owned {
                    self.into()
                }
            }

            $(#[$attribute])*
            impl From<$name<'_>> for $owned {
                fn from(secret: $name<'_>) -> Self {
                    Self { text: SecretText::new(secret.as_str()) }
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
            impl fmt::Debug for $owned {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.write_str(concat!(stringify!($owned), "([redacted])"))
                }
            }

            $(#[$attribute])*
            #[cfg(feature = "defmt")]
            impl defmt::Format for $owned {
                fn format(&self, f: defmt::Formatter<'_>) {
                    defmt::write!(f, "{=str}([redacted])", stringify!($owned));
                }
            }

            $(#[$attribute])*
            impl PartialEq for $owned {
                fn eq(&self, other: &Self) -> bool {
                    self.get() == other.get()
                }
            }

            $(#[$attribute])*
            impl Eq for $owned {}

            $(#[$attribute])*
            impl core::hash::Hash for $owned {
                fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
                    self.get().hash(state);
                }
            }
        )+
    };
}

owning_secret! {
    OwnedAuthKey AuthKey;
    #[cfg(feature = "sign")]
    OwnedAccessKeySecret AccessKeySecret;
}
