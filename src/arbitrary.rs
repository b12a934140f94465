//! A valid value of every input type from any bytes, for fuzzers.
//!
//! A text is the part of the fuzzer's bytes that keeps the rule; where none does, a text of the
//! contract.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::byte_set::ByteSet;
use crate::field::asn::Asn;
use crate::field::client_token::ClientToken;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::region_id::RegionId;

/// The longest part of a text of which every character is allowed, up to a number of characters.
fn part(text: &str, max: usize, allows: impl Fn(char) -> bool) -> &str {
    let longest = text.split(|character| !allows(character)).max_by_key(|part| part.len());
    cut(longest.unwrap_or_default(), max)
}

fn in_set(set: ByteSet) -> impl Fn(char) -> bool {
    move |character| u8::try_from(character).is_ok_and(|byte| set.contains(byte))
}

fn cut(text: &str, max: usize) -> &str {
    text.char_indices().nth(max).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

macro_rules! texts {
    ($($name:ident, $max:expr, $allows:expr, $otherwise:literal;)+) => {
        $(
            impl<'a> Arbitrary<'a> for $name<'a> {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    let text = part(u.arbitrary()?, $max, $allows);
                    $name::new(text)
                        .or_else(|_| $name::new($otherwise))
                        .map_err(|_| arbitrary::Error::IncorrectFormat)
                }
            }
        )+
    };
}

texts! {
    RegionId, RegionId::MAX_CHARS, in_set(ByteSet::REGION_ID), "cn-shanghai";
    ClientToken, ClientToken::MAX_CHARS, in_set(ByteSet::ASCII), "02fb3da4-130e-11e9-8e44-0016e04115b";
    Name, Name::MAX_CHARS, Name::allows, "Gateway";
}

impl<'a> Arbitrary<'a> for Description<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let text: &str = u.arbitrary()?;
        let text = cut(text.trim_start_matches(|c: char| !c.is_alphabetic()), Self::MAX_CHARS);
        Self::new(text)
            .or_else(|_| Self::new("Gateway"))
            .map_err(|_| arbitrary::Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for IpAddress {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let octets = u.arbitrary()?;
        Self::from_octets(octets)
            .or_else(|_| Self::from_octets([101, 12, 0, 12]))
            .map_err(|_| arbitrary::Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for Asn {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let number = u.arbitrary()?;
        Self::from_number(number)
            .or_else(|_| Self::from_number(10_001))
            .map_err(|_| arbitrary::Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for CreateCustomerGateway<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            region_id: u.arbitrary()?,
            ip_address: u.arbitrary()?,
            client_token: u.arbitrary()?,
            name: u.arbitrary()?,
            description: u.arbitrary()?,
            asn: u.arbitrary()?,
        })
    }
}

#[cfg(feature = "sign")]
mod signed {
    use super::{Arbitrary, ByteSet, Result, Unstructured, in_set, part};
    use crate::common::CommonParameters;
    use crate::field::access_key_id::AccessKeyId;
    use crate::field::format::Format;
    use crate::field::host::Host;
    use crate::field::security_token::SecurityToken;
    use crate::field::signature_nonce::SignatureNonce;
    use crate::field::timestamp::Timestamp;
    use crate::field::uuid_text::UuidText;
    use crate::sign::method::Method;

    texts! {
        AccessKeyId, AccessKeyId::MAX_CHARS, in_set(ByteSet::ACCESS_KEY_ID), "testid";
        Host, Host::MAX_CHARS, |c| matches!(c, 'a'..='z' | '0'..='9'), "vpc.aliyuncs.com";
        SecurityToken, SecurityToken::MAX_CHARS, in_set(ByteSet::GRAPHIC), "CAIS";
        SignatureNonce, SignatureNonce::MAX_CHARS, in_set(ByteSet::GRAPHIC), "15215528852396";
    }

    impl<'a> Arbitrary<'a> for Format {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
            Ok(if u.arbitrary()? { Self::Json } else { Self::Xml })
        }
    }

    impl<'a> Arbitrary<'a> for Method {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
            u.choose(Self::ALL).copied()
        }
    }

    impl<'a> Arbitrary<'a> for Timestamp {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
            let seconds = u.int_in_range(0..=Self::MAX_UNIX_SECONDS)?;
            Self::from_unix_seconds(seconds).map_err(|_| arbitrary::Error::IncorrectFormat)
        }
    }

    impl<'a> Arbitrary<'a> for UuidText {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
            u.arbitrary().map(Self::from_random_bytes)
        }
    }

    impl<'a> Arbitrary<'a> for CommonParameters<'a> {
        fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
            let common = Self::new(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?);
            let common = common.with_format(u.arbitrary()?);
            Ok(match u.arbitrary()? {
                Some(token) => common.with_security_token(token),
                None => common,
            })
        }
    }
}

#[cfg(any(feature = "json", feature = "xml"))]
impl<'a> Arbitrary<'a> for crate::escaped::EscapedStr<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (form, text) = (u.int_in_range(0..=2)?, u.arbitrary()?);
        let escaped = match form {
            #[cfg(feature = "json")]
            1 => Self::from_json(text).ok(),
            #[cfg(feature = "xml")]
            2 => Self::from_xml(text).ok(),
            _ => None,
        };
        Ok(escaped.unwrap_or_else(|| Self::plain(text)))
    }
}
