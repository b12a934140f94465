//! Requests as JSON, and what a program stores.

use core::fmt;

use crate::byte_set::ByteSet;
use crate::decimal::Decimal;
use crate::encode::Encode;
use crate::field::asn::Asn;
use crate::field::auth_key::AuthKey;
use crate::field::client_token::ClientToken;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::field::tags::Tags;
use crate::writer::Writer;

/// What [`to_json`] writes: the requests, borrowed and owned, and what [`from_json`](super::from_json)
/// reads.
///
/// It cannot be implemented outside of this crate.
pub trait ToJson {
    #[doc(hidden)]
    fn put_members(&self, to: &mut ObjectWriter<'_, '_>);
}

/// Writes a request as JSON, or what a program stores: what [`from_json`](super::from_json) reads.
///
/// The names of the members are the service's; a member that is not there is left out. What is written
/// with an [`AuthKey`](crate::AuthKey) in it is a secret itself.
///
/// ```
/// use aliyun_customer_gateway::config::{from_json, to_json};
/// use aliyun_customer_gateway::{
///     ClientToken, CustomerGatewayId, DeleteCustomerGateway, Edition, Encode as _,
///     OwnedDeleteCustomerGateway, RegionId,
/// };
///
/// let request =
///     DeleteCustomerGateway::new(RegionId::new("cn-shanghai")?, CustomerGatewayId::new("cgw-1")?)
///         .with_client_token(ClientToken::new("\"1\"")?);
/// let mut buf = [0; 128];
/// let file = to_json(&request).encode(&mut buf)?;
/// assert_eq!(
///     file,
///     r#"{"RegionId":"cn-shanghai","CustomerGatewayId":"cgw-1","ClientToken":"\"1\""}"#,
/// );
/// let read: OwnedDeleteCustomerGateway = from_json(file.as_bytes(), Edition::Current)?;
/// assert_eq!(read.get(), request);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub const fn to_json<T: ToJson>(value: &T) -> Json<'_, T> {
    Json { value }
}

/// A value as JSON: see [`to_json`].
///
/// It has no `Display`, for it may hold a secret.
pub struct Json<'v, T> {
    value: &'v T,
}

impl<T> Clone for Json<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Json<'_, T> {}

impl<T> fmt::Debug for Json<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Json(..)")
    }
}

impl<T: ToJson> Encode for Json<'_, T> {
    fn write(&self, to: &mut Writer<'_>) {
        to.put(b"{");
        self.value.put_members(&mut ObjectWriter { to, is_first: true });
        to.put(b"}");
    }
}

/// The members of an object that is written.
pub struct ObjectWriter<'o, 'w> {
    to: &'o mut Writer<'w>,
    is_first: bool,
}

impl fmt::Debug for ObjectWriter<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ObjectWriter(..)")
    }
}

impl ObjectWriter<'_, '_> {
    /// Writes a member, if it is there.
    pub(in crate::config) fn member(&mut self, name: &str, value: &impl Part) {
        if value.is_there() {
            self.name(name);
            value.put(self.to);
        }
    }

    fn name(&mut self, name: &str) {
        if !self.is_first {
            self.to.put(b",");
        }
        self.is_first = false;
        self.to.put(b"\"");
        self.to.put(name.as_bytes());
        self.to.put(b"\":");
    }
}

/// The value of a member.
pub(in crate::config) trait Part {
    fn is_there(&self) -> bool {
        true
    }

    fn put(&self, to: &mut Writer<'_>);
}

impl<T: Part> Part for Option<T> {
    fn is_there(&self) -> bool {
        self.is_some()
    }

    fn put(&self, to: &mut Writer<'_>) {
        if let Some(value) = self {
            value.put(to);
        }
    }
}

/// What is written as a text.
macro_rules! texts {
    ($([$($generics:tt)*] $type:ty: |$value:ident| $text:expr;)+) => {
        $(
            impl<$($generics)*> Part for $type {
                fn put(&self, to: &mut Writer<'_>) {
                    let $value = self;
                    put_text($text, to);
                }
            }
        )+
    };
}

texts! {
    ['a] RegionId<'a>: |field| field.as_str();
    ['a] ClientToken<'a>: |field| field.as_str();
    ['a] Name<'a>: |field| field.as_str();
    ['a] Description<'a>: |field| field.as_str();
    ['a] AuthKey<'a>: |field| field.as_str();
    ['a] ResourceGroupId<'a>: |field| field.as_str();
    ['a] CustomerGatewayId<'a>: |field| field.as_str();
    [] IpAddress: |address| Decimal::dotted_quad(address.octets()).as_str();
    [] Asn: |asn| Decimal::new(asn.get()).as_str();
    [] PageNumber: |number| Decimal::new(number.get()).as_str();
    [] PageSize: |size| Decimal::new(size.get()).as_str();
    [const N: usize] heapless::String<N>: |text| text.as_str();
}

impl Part for Tags<'_> {
    fn is_there(&self) -> bool {
        !self.is_empty()
    }

    fn put(&self, to: &mut Writer<'_>) {
        let mut before: &[u8] = b"[{\"Key\":";
        for tag in self.iter() {
            to.put(before);
            put_text(tag.key(), to);
            to.put(b",\"Value\":");
            put_text(tag.value(), to);
            to.put(b"}");
            before = b",{\"Key\":";
        }
        to.put(b"]");
    }
}

impl Part for u32 {
    fn put(&self, to: &mut Writer<'_>) {
        to.put(Decimal::new(*self).as_bytes());
    }
}

impl Part for u64 {
    fn put(&self, to: &mut Writer<'_>) {
        let (mut digits, mut start, mut number) = ([b'0'; 20], 20_usize, *self);
        for digit in digits.iter_mut().rev() {
            let [.., last] = (number % 10).to_be_bytes();
            *digit = b'0' | last;
            start = start.saturating_sub(1);
            number /= 10;
            if number == 0 {
                break;
            }
        }
        to.put(digits.get(start..).unwrap_or_default());
    }
}

/// Writes a text between quotation marks, as `serde_json` escapes it.
#[inline(never)]
fn put_text(mut text: &str, to: &mut Writer<'_>) {
    to.put(b"\"");
    loop {
        let plain = text.bytes().take_while(|byte| ByteSet::JSON_PLAIN.contains(*byte)).count();
        // The byte behind it is one of ASCII, if there is one.
        let (run, rest) = text.split_at_checked(plain).unwrap_or_default();
        if !run.is_empty() {
            to.put_text(run);
        }
        let Some((escaped, rest)) = rest.split_at_checked(1) else { break };
        put_escape(escaped.bytes().next().unwrap_or_default(), to);
        text = rest;
    }
    to.put(b"\"");
}

fn put_escape(byte: u8, to: &mut Writer<'_>) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => {
            let digit = |digit: u8| {
                char::from_digit(digit.into(), 16).and_then(|digit| u8::try_from(digit).ok())
            };
            let (high, low) = (digit(byte >> 4), digit(byte & 0xf));
            to.put(&[b'\\', b'u', b'0', b'0', high.unwrap_or(b'0'), low.unwrap_or(b'0')]);
            return;
        }
    };
    to.put(&[b'\\', letter]);
}
