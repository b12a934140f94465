//! The signer type of both signatures, documented once.

/// Defines `Signer`: an identity with the `SigningKey` of a signature.
macro_rules! signer {
    () => {
        /// Credentials made ready for this signature: whose requests are signed, and the key.
        ///
        /// Made once, it signs any number of calls; each costs what a [`SigningKey`] takes. What that
        /// says of moves and of what is wiped holds here as well.
        pub struct Signer<'a> {
            identity: crate::sign::identity::Identity<'a>,
            key: SigningKey,
        }

        impl<'a> Signer<'a> {
            /// Makes credentials ready.
            #[must_use]
            pub fn new(credentials: &crate::sign::credentials::Credentials<'a>) -> Self {
                Self {
                    identity: credentials.identity(),
                    key: SigningKey::new(credentials.access_key_secret()),
                }
            }

            /// Whose requests are signed.
            #[must_use]
            pub const fn identity(&self) -> crate::sign::identity::Identity<'a> {
                self.identity
            }

            /// The key, for what is not a call.
            #[must_use]
            pub const fn key(&self) -> &SigningKey {
                &self.key
            }
        }

        impl core::fmt::Debug for Signer<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct("Signer")
                    .field("identity", &self.identity)
                    .field("key", &self.key)
                    .finish()
            }
        }
    };
}
pub(super) use signer;
