//! The key type of both signatures, documented once.

/// Defines `SigningKey`: an HMAC with this hash, keyed with the secret and a suffix.
macro_rules! signing_key {
    ($hash:ty, $suffix:literal) => {
        /// The secret of an access key, keyed for this signature.
        ///
        /// Keying happens once, at construction; a key signs any number of requests. It takes the
        /// same memory whatever the length of the secret, prints as `[redacted]`, and is wiped when
        /// it is dropped. So is what making and using it leaves on the stack. A key that is moved
        /// leaves a copy where it was, as every value in Rust does: keep it where it was made. The text of
        /// the secret is the caller's to wipe.
        pub struct SigningKey {
            hmac: hmac::block_api::HmacCore<$hash>,
        }

        impl SigningKey {
            /// The key of a secret.
            #[must_use]
            pub fn new(secret: AccessKeySecret<'_>) -> Self {
                let mut block = mac::KeyBlock::new();
                block.fill::<<$hash as digest::block_api::EagerHash>::Core>([
                    secret.as_str().as_bytes(),
                    $suffix,
                ]);
                let key = Self::keyed(&block);
                wipe::stack();
                key
            }

            /// The key is made in place: a copy of it would stay where it was.
            #[inline(never)]
            fn keyed(block: &mac::KeyBlock) -> Self {
                Self { hmac: block.hmac() }
            }

            /// The HMAC of a text.
            pub(super) fn mac(&self, text: &dyn Encode) -> Output {
                let mac = self.mac_unwiped(text);
                wipe::stack();
                mac
            }

            #[inline(never)]
            fn mac_unwiped(&self, text: &dyn Encode) -> Output {
                mac::of_text(&mut self.hmac.clone(), text)
            }
        }

        type Output = digest::Output<$hash>;

        impl core::fmt::Debug for SigningKey {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str("SigningKey([redacted])")
            }
        }
    };
}
pub(super) use signing_key;
