//! Tokens and nonces from random bytes.

use core::fmt;

use crate::field::client_token::ClientToken;
use crate::field::signature_nonce::SignatureNonce;

/// A random UUID (version 4, RFC 9562) as text, to be a [`ClientToken`] or a [`SignatureNonce`].
///
/// The random bytes are the caller's: a firmware has a generator in hardware, or a seed in flash.
///
/// On a second try, the token stays and everything else is new:
///
/// ```
/// use aliyun_customer_gateway::{
///     AccessKeyId, AccessKeySecret, Call, CreateCustomerGateway, Credentials, IpAddress, Method,
///     RegionId, Timestamp, UuidText, rpc,
/// };
///
/// # let random = |n: u8| [n; 16];
/// # let now = |n: i64| 1_704_164_645 + n;
/// let (id, secret) = (AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?);
/// let signer = rpc::Signer::new(&Credentials::new(id, secret)?);
/// // Once, before the first try. Keep it where a restart does not lose it.
/// let token = UuidText::from_random_bytes(random(1));
/// let request =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?)
///         .with_client_token(token.client_token());
///
/// let mut sent = Vec::new();
/// for attempt in 0..2 {
///     // On each try.
///     let nonce = UuidText::from_random_bytes(random(2 + attempt));
///     let timestamp = Timestamp::from_unix_seconds(now(attempt.into()))?;
///     let call = Call::new(request, nonce.signature_nonce(), timestamp);
///     sent.push(signer.sign(Method::Get, &call).to_string());
/// }
/// let token = format!("&ClientToken={token}&");
/// assert!(sent.iter().all(|query| query.contains(&token)));
/// assert_ne!(sent[0], sent[1]);
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UuidText {
    text: [u8; LEN],
}

const LEN: usize = 36;

/// Where the five groups of digits begin and end.
const GROUPS: [core::ops::Range<usize>; 5] = [0..8, 9..13, 14..18, 19..23, 24..36];

impl UuidText {
    /// The UUID of 16 random bytes, of which 6 bits give way to the version and the variant.
    ///
    /// ```
    /// use aliyun_customer_gateway::UuidText;
    ///
    /// let uuid = UuidText::from_random_bytes([0xff; 16]);
    /// assert_eq!(uuid.as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    /// ```
    #[must_use]
    pub fn from_random_bytes(mut bytes: [u8; 16]) -> Self {
        let [.., version, _, variant, _, _, _, _, _, _, _] = &mut bytes;
        *version = *version & 0x0f | 0x40;
        *variant = *variant & 0x3f | 0x80;
        let mut digits = [0; 32];
        // 16 bytes are 32 digits.
        let _ = base16ct::lower::encode(&bytes, &mut digits);
        let mut text = [b'-'; LEN];
        let mut rest = digits.as_slice();
        for group in GROUPS {
            let place = text.get_mut(group).unwrap_or_default();
            for (byte, digit) in place.iter_mut().zip(rest) {
                *byte = *digit;
            }
            rest = rest.get(place.len()..).unwrap_or_default();
        }
        Self { text }
    }

    /// The UUID of the next 16 bytes of a random number generator.
    #[cfg(feature = "rand_core")]
    #[must_use]
    pub fn from_rng<R: rand_core::Rng + ?Sized>(rng: &mut R) -> Self {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        Self::from_random_bytes(bytes)
    }

    /// The UUID in lower-case hexadecimal digits and hyphens.
    #[must_use]
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(&self.text) {
            Ok(text) => text,
            // Digits and hyphens are ASCII.
            Err(_) => "",
        }
    }

    /// The UUID as a token: to be kept, and sent again on every try.
    #[must_use]
    pub const fn client_token(&self) -> ClientToken<'_> {
        ClientToken::of_checked(self.as_str())
    }

    /// The UUID as a nonce: to be sent once.
    #[must_use]
    pub const fn signature_nonce(&self) -> SignatureNonce<'_> {
        SignatureNonce::of_checked(self.as_str())
    }
}

impl AsRef<str> for UuidText {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for UuidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for UuidText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "UuidText({:?})", self.as_str())
    }
}
