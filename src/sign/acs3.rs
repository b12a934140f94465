//! The signature `ACS3-HMAC-SHA256`: it stands in a header, and covers headers and body.
//!
//! [`Request`] is for this service's requests; [`CanonicalRequest`] for any other of Alibaba Cloud's.
//!
//! ```
//! use aliyun_customer_gateway::{
//!     AccessKeyId, CreateCustomerGateway, Host, IpAddress, RegionId, SignatureNonce, Timestamp, acs3,
//! };
//!
//! let request =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.1")?);
//! let query = request.query_without_action();
//! let to_send = acs3::Request::new(
//!     acs3::Method::Get,
//!     Host::VPC,
//!     CreateCustomerGateway::ACTION,
//!     CreateCustomerGateway::VERSION,
//!     &query,
//!     SignatureNonce::new("15215528852396")?,
//!     Timestamp::new("2024-01-02T03:04:05Z")?,
//! );
//! let key = acs3::SigningKey::new("testsecret");
//! let authorization = to_send.authorize(AccessKeyId::new("testid")?, &key);
//!
//! let mut curl = format!("curl 'https://{}/?{query}'", Host::VPC);
//! for (name, value) in to_send.headers() {
//!     curl += &format!(" -H '{name}: {value}'");
//! }
//! curl += &format!(" -H 'authorization: {authorization}'");
//! assert!(curl.contains("-H 'x-acs-action: CreateCustomerGateway'"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```

use core::fmt;

use digest::consts::U32;
use digest::{FixedOutput, KeyInit as _, Update};
use hmac::Hmac;
use sha2::Sha256;

use super::{Absorb, Hex, KeyBlock};
use crate::encode::encodable;
use crate::field::access_key_id::AccessKeyId;
use crate::field::format::Format;
use crate::field::host::Host;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::percent::{Layers, Writer};
use crate::query::{Parameters, Query};
use crate::sink::Sink;
use crate::timestamp::Timestamp;

pub use super::Method;

const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// The secret of an access key, made ready for the ACS3 signature.
///
/// It takes the same room whatever the length of the secret, prints as `[redacted]`, and is wiped
/// when it is dropped. The text that it was made from is the caller's to wipe.
pub struct SigningKey(KeyBlock);

impl SigningKey {
    /// The key of an access key's secret.
    #[must_use]
    pub fn new(secret: &str) -> Self {
        Self(KeyBlock::new::<Sha256>([secret.as_bytes(), b""]))
    }

    fn mac(&self) -> Hmac<Sha256> {
        Hmac::new(self.0.as_array())
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey([redacted])")
    }
}

/// Headers in canonical order: that of the bytes of their names in lower case.
///
/// Those that are signed are `host`, `content-type` and every `x-acs-*`; others may stand among them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headers<H>(H);

impl<'a, H: AsRef<[(&'a str, &'a str)]>> Headers<H> {
    /// Checks that names ascend, that none stands twice, and that nothing in a name or a value breaks
    /// out of its header.
    ///
    /// # Errors
    ///
    /// - `[("x-acs-date", ".."), ("host", "..")]`: `host` must stand before `x-acs-date`
    /// - `[("host", "a"), ("Host", "b")]`: `Host` stands twice
    /// - `[("x acs", "..")]`: no name of a header
    /// - `[("host", "a\r\nx-acs-date: b")]`: a value with a control character
    pub fn new(headers: H) -> Result<Self, InvalidHeaders<'a>> {
        let mut previous: Option<&'a str> = None;
        for &(name, value) in headers.as_ref() {
            if name.is_empty() || !name.bytes().all(is_token) {
                return Err(InvalidHeaders::Name { name });
            }
            if value.chars().any(char::is_control) {
                return Err(InvalidHeaders::Value { name });
            }
            if let Some(previous) = previous {
                match lower_case(previous).cmp(lower_case(name)) {
                    core::cmp::Ordering::Less => {}
                    core::cmp::Ordering::Equal => return Err(InvalidHeaders::Duplicate { name }),
                    core::cmp::Ordering::Greater => {
                        return Err(InvalidHeaders::OutOfOrder { name, previous });
                    }
                }
            }
            previous = Some(name);
        }
        Ok(Self(headers))
    }

    /// The headers that are signed.
    fn signed<'s>(&'s self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'s, 'a, H>
    where
        'a: 's,
    {
        self.0.as_ref().iter().copied().filter(|(name, _)| is_signed(name))
    }

    /// Writes the names of the headers that are signed, with `;` between.
    fn write_names(&self, to: &mut Writer<'_>) {
        for (position, (name, _)) in self.signed().enumerate() {
            if position > 0 {
                to.verbatim(b";");
            }
            lower_case(name).for_each(|byte| to.verbatim(&[byte]));
        }
    }
}

/// `tchar` of RFC 9110, 5.6.2.
const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'-'
                | b'.'
                | b'^'
                | b'_'
                | b'`'
                | b'|'
                | b'~'
        )
}

fn lower_case(name: &str) -> impl Iterator<Item = u8> {
    name.bytes().map(|byte| byte.to_ascii_lowercase())
}

fn is_signed(name: &str) -> bool {
    name.eq_ignore_ascii_case("host")
        || name.eq_ignore_ascii_case("content-type")
        || name.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("x-acs-"))
}

/// A list of headers that cannot be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum InvalidHeaders<'a> {
    /// A name stands behind one that is greater.
    OutOfOrder {
        /// The name that must move to the front.
        name: &'a str,
        /// The name right before it, which must stand behind it.
        previous: &'a str,
    },
    /// A name stands twice.
    Duplicate {
        /// The name.
        name: &'a str,
    },
    /// A name is none of HTTP.
    Name {
        /// The name.
        name: &'a str,
    },
    /// A value has a control character.
    Value {
        /// The name of the header.
        name: &'a str,
    },
}

impl fmt::Display for InvalidHeaders<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfOrder { name, previous } => write!(
                f,
                "header {name:?} stands behind {previous:?}: sort the names by their lower case"
            ),
            Self::Duplicate { name } => write!(f, "header {name:?} stands twice: leave one out"),
            Self::Name { name } => write!(f, "header {name:?} has a name that HTTP does not allow"),
            Self::Value { name } => {
                write!(f, "header {name:?} has a control character in its value: leave it out")
            }
        }
    }
}

impl core::error::Error for InvalidHeaders<'_> {}

/// The SHA-256 of a body, in hexadecimal digits: `x-acs-content-sha256`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct BodyHash(Hex);

impl BodyHash {
    /// The hash of a body.
    #[must_use]
    pub fn new(body: &[u8]) -> Self {
        let mut hash = Sha256::default();
        Update::update(&mut hash, body);
        Self(Hex::new(&hash.finalize_fixed().into()))
    }

    /// The hash of a query as a form body, which never stands in a buffer.
    #[must_use]
    pub fn of_form<P: Parameters>(query: &Query<P>) -> Self {
        let mut hash = Sha256::default();
        query.write(&mut Absorb(&mut hash));
        Self(Hex::new(&hash.finalize_fixed().into()))
    }

    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl fmt::Debug for BodyHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BodyHash({:?})", self.as_str())
    }
}

/// Everything of a request that the signature covers.
#[derive(Clone, Copy, Debug)]
pub struct CanonicalRequest<'a, P, H> {
    method: Method,
    path: &'a str,
    query: Option<&'a Query<P>>,
    headers: Headers<H>,
    body_hash: BodyHash,
}

impl<'a, P: Parameters, H: AsRef<[(&'a str, &'a str)]>> CanonicalRequest<'a, P, H> {
    /// A request to a path, which is `/` for this service, and percent-encoded for others. Without a
    /// query string there is no query.
    #[must_use]
    pub const fn new(
        method: Method,
        path: &'a str,
        query: Option<&'a Query<P>>,
        headers: Headers<H>,
        body_hash: BodyHash,
    ) -> Self {
        Self { method, path, query, headers, body_hash }
    }

    /// What the signature signs.
    #[must_use]
    pub fn string_to_sign(&self) -> StringToSign {
        let mut hash = Sha256::default();
        self.write(&mut Absorb(&mut hash));
        StringToSign { hash: Hex::new(&hash.finalize_fixed().into()) }
    }

    /// The value of the `Authorization` header with a signature.
    #[must_use]
    pub const fn authorization(
        &self,
        access_key_id: AccessKeyId<'a>,
        signature: Signature,
    ) -> Authorization<'a, H>
    where
        H: Copy,
    {
        Authorization { access_key_id, headers: self.headers, signature }
    }

    fn write(&self, sink: &mut dyn Sink) {
        let mut writer = Writer::new(sink, Layers::One);
        writer.verbatim(self.method.as_str().as_bytes());
        writer.verbatim(b"\n");
        writer.verbatim_text(self.path);
        writer.verbatim(b"\n");
        if let Some(query) = self.query {
            query.write_layers(&mut writer);
        }
        writer.verbatim(b"\n");
        for (name, value) in self.headers.signed() {
            lower_case(name).for_each(|byte| writer.verbatim(&[byte]));
            writer.verbatim(b":");
            writer.verbatim_text(value.trim());
            writer.verbatim(b"\n");
        }
        writer.verbatim(b"\n");
        self.headers.write_names(&mut writer);
        writer.verbatim(b"\n");
        writer.verbatim(self.body_hash.as_str().as_bytes());
        writer.finish();
    }
}

encodable!(['a, P: Parameters, H: AsRef<[(&'a str, &'a str)]>] CanonicalRequest<'a, P, H>);

/// What the signature signs: the algorithm, and the hash of the canonical request.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct StringToSign {
    hash: Hex,
}

impl StringToSign {
    /// The SHA-256 of the canonical request, in hexadecimal digits.
    #[must_use]
    pub fn hashed_canonical_request(&self) -> &str {
        self.hash.as_str()
    }

    /// The signature by a key.
    #[must_use]
    pub fn sign(&self, key: &SigningKey) -> Signature {
        self.sign_with(key.mac())
    }

    /// The signature by an HMAC-SHA256 of the caller's own, such as one in hardware: it is keyed with
    /// the secret alone.
    #[must_use]
    pub fn sign_with<M>(&self, mut mac: M) -> Signature
    where
        M: Update + FixedOutput<OutputSize = U32> + digest::MacMarker,
    {
        self.write(&mut Absorb(&mut mac));
        Signature { text: Hex::new(&mac.finalize_fixed().into()) }
    }

    fn write(&self, sink: &mut dyn Sink) {
        sink.put(ALGORITHM.as_bytes());
        sink.put(b"\n");
        sink.put(self.hash.as_str().as_bytes());
    }
}

encodable!([] StringToSign);

impl fmt::Debug for StringToSign {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "StringToSign({:?})", self.hash.as_str())
    }
}

/// A signature: 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature {
    text: Hex,
}

impl Signature {
    /// The hexadecimal digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }
}

impl AsRef<str> for Signature {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Signature({:?})", self.as_str())
    }
}

/// The value of the `Authorization` header.
#[derive(Clone, Copy, Debug)]
pub struct Authorization<'a, H> {
    access_key_id: AccessKeyId<'a>,
    headers: Headers<H>,
    signature: Signature,
}

impl<'a, H: AsRef<[(&'a str, &'a str)]>> Authorization<'a, H> {
    /// The signature.
    #[must_use]
    pub const fn signature(&self) -> Signature {
        self.signature
    }

    fn write(&self, sink: &mut dyn Sink) {
        let mut writer = Writer::new(sink, Layers::One);
        writer.verbatim(ALGORITHM.as_bytes());
        writer.verbatim(b" Credential=");
        writer.verbatim(self.access_key_id.as_str().as_bytes());
        writer.verbatim(b",SignedHeaders=");
        self.headers.write_names(&mut writer);
        writer.verbatim(b",Signature=");
        writer.verbatim(self.signature.as_str().as_bytes());
        writer.finish();
    }
}

encodable!(['a, H: AsRef<[(&'a str, &'a str)]>] Authorization<'a, H>);

/// A request of an action of this service, ready to be signed and sent.
///
/// The parameters stand in the query of the URL, or, in a POST, in a form body.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a, P> {
    method: Method,
    host: Host<'a>,
    action: &'a str,
    version: &'a str,
    query: &'a Query<P>,
    signature_nonce: SignatureNonce<'a>,
    timestamp: Timestamp,
    format: Format,
    security_token: Option<SecurityToken<'a>>,
    in_body: bool,
    body_hash: BodyHash,
}

/// As many headers as a request has, `accept` included.
const MAX_HEADERS: usize = 9;

type HeaderList<'a> = heapless::Vec<(&'a str, &'a str), MAX_HEADERS>;

const FORM: &str = "application/x-www-form-urlencoded";

impl<'a, P: Parameters> Request<'a, P> {
    /// A request with the parameters in the query of its URL, for an answer in JSON.
    #[must_use]
    pub fn new(
        method: Method,
        host: Host<'a>,
        action: &'a str,
        version: &'a str,
        query: &'a Query<P>,
        signature_nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Self {
        let (format, security_token) = (Format::Json, None);
        let (in_body, body_hash) = (false, BodyHash::new(b""));
        Self {
            method,
            host,
            action,
            version,
            query,
            signature_nonce,
            timestamp,
            format,
            security_token,
            in_body,
            body_hash,
        }
    }

    /// The same request with the parameters in a form body, to be sent with `POST`: the body is the
    /// query.
    #[must_use]
    pub fn with_form_body(mut self) -> Self {
        self.in_body = true;
        self.body_hash = BodyHash::of_form(self.query);
        self
    }

    /// The same request, for an answer in another format.
    #[must_use]
    pub const fn with_format(mut self, format: Format) -> Self {
        self.format = format;
        self
    }

    /// The same request with the token of temporary credentials.
    #[must_use]
    pub const fn with_security_token(mut self, security_token: SecurityToken<'a>) -> Self {
        self.security_token = Some(security_token);
        self
    }

    /// The headers to send beside `Authorization`, in canonical order.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.header_list().into_iter()
    }

    fn header_list(&self) -> HeaderList<'_> {
        let form = self.in_body.then_some(FORM);
        let token = self.security_token.as_ref().map(SecurityToken::as_str);
        let headers = [
            ("accept", Some(self.format.media_type())),
            ("content-type", form),
            ("host", Some(self.host.as_str())),
            ("x-acs-action", Some(self.action)),
            ("x-acs-content-sha256", Some(self.body_hash.as_str())),
            ("x-acs-date", Some(self.timestamp.as_str())),
            ("x-acs-security-token", token),
            ("x-acs-signature-nonce", Some(self.signature_nonce.as_str())),
            ("x-acs-version", Some(self.version)),
        ];
        headers.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The canonical request, for a look at it.
    #[must_use]
    pub fn canonical_request(
        &self,
    ) -> CanonicalRequest<'_, P, impl AsRef<[(&str, &str)]> + use<'_, P>> {
        let query = (!self.in_body).then_some(self.query);
        let headers = Headers(self.header_list());
        CanonicalRequest::new(self.method, "/", query, headers, self.body_hash)
    }

    /// The value of the `Authorization` header to send, signed by a key.
    #[must_use]
    pub fn authorize<'s>(
        &'s self,
        access_key_id: AccessKeyId<'s>,
        key: &SigningKey,
    ) -> Authorization<'s, impl AsRef<[(&'s str, &'s str)]> + use<'s, P>> {
        self.authorize_with(access_key_id, key.mac())
    }

    /// The value of the `Authorization` header to send, signed by an HMAC-SHA256 of the caller's own,
    /// such as one in hardware: it is keyed with the secret alone.
    #[must_use]
    pub fn authorize_with<'s, M>(
        &'s self,
        access_key_id: AccessKeyId<'s>,
        mac: M,
    ) -> Authorization<'s, impl AsRef<[(&'s str, &'s str)]> + use<'s, P, M>>
    where
        M: Update + FixedOutput<OutputSize = U32> + digest::MacMarker,
    {
        let signature = self.canonical_request().string_to_sign().sign_with(mac);
        Authorization { access_key_id, headers: Headers(self.header_list()), signature }
    }
}
