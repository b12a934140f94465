//! Fields of signed requests.

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use super::fields::{GRAPHIC, TEXT_HINT, in_set, owned, text_of, texts};
use super::pool::{Pool, own, part};
use crate::action::Action;
use crate::byte_set::ByteSet;
use crate::field::access_key_id::AccessKeyId;
use crate::field::access_key_secret::AccessKeySecret;
use crate::field::format::Format;
use crate::field::host::Host;
use crate::field::host::of_region::Network;
use crate::field::security_token::SecurityToken;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::field::uuid_text::UuidText;
use crate::sign::call::Call;
use crate::sign::credentials::Credentials;
use crate::sign::identity::Identity;
use crate::sign::method::Method;

static ACCESS_KEY_ID: Pool = Pool::new(ByteSet::ACCESS_KEY_ID);

texts! {
    AccessKeyId ACCESS_KEY_ID ACCESS_KEY_ID;
    AccessKeySecret GRAPHIC GRAPHIC;
    SecurityToken GRAPHIC GRAPHIC;
    SignatureNonce GRAPHIC GRAPHIC;
}

/// Hosts of every kind; each end of one is a host.
const HOSTS: &[&str] = &[
    "vpc-vpc.cn-shanghai.aliyuncs.com",
    "a0.b-c.d1.e--f.g2.h.i.j.k.l.m.n.o.p",
    "region-1.name-of-63-letters-and-digits-and-hyphens-with-nothing-else-x.com",
    "proxy.example:8080",
    "localhost:1",
    "101.12.0.12:65535",
    "xn--fiq228c.xn--55qx5d.cn",
];

impl<'a> Arbitrary<'a> for Host<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        if u.arbitrary()? {
            let allows = |c: char| matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | ':');
            if let Ok(host) = Host::new(own(u, Self::MAX_CHARS, allows)?) {
                return Ok(host);
            }
        }
        let host = *u.choose(HOSTS)?;
        let start = u.int_in_range(0..=host.len())?;
        Host::new(host.get(start..).unwrap_or(host))
            .or_else(|_| Host::new(host))
            .map_err(|_| Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for Network {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(if u.arbitrary()? { Self::Public } else { Self::Vpc })
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        bool::size_hint(depth)
    }
}

impl<'a> Arbitrary<'a> for Format {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(if u.arbitrary()? { Self::Json } else { Self::Xml })
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        bool::size_hint(depth)
    }
}

impl<'a> Arbitrary<'a> for Timestamp {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let seconds = u.int_in_range(0..=Self::MAX_UNIX_SECONDS)?;
        Self::from_unix_seconds(seconds).map_err(|_| Error::IncorrectFormat)
    }

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        // 253402300799 takes 38 bits, and a number in a range as many whole bytes as it needs.
        (5, Some(5))
    }
}

impl<'a> Arbitrary<'a> for UuidText {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.arbitrary().map(Self::from_random_bytes)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <[u8; 16]>::size_hint(depth)
    }
}

impl<'a> Arbitrary<'a> for Method {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(Self::ALL).copied()
    }
}

impl<'a> Arbitrary<'a> for Identity<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let access_key_id = u.arbitrary()?;
        match u.arbitrary()? {
            Some(token) => Ok(Self::temporary(access_key_id, token)),
            // The id of temporary credentials comes with a token.
            None => match Self::new(access_key_id) {
                Ok(identity) => Ok(identity),
                Err(_) => Ok(Self::temporary(access_key_id, u.arbitrary()?)),
            },
        }
    }
}

impl<'a> Arbitrary<'a> for Credentials<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (identity, secret): (Identity<'_>, _) = (u.arbitrary()?, u.arbitrary()?);
        Ok(Self::of_identity(identity, secret))
    }
}

impl<'a, A: Action + Arbitrary<'a>> Arbitrary<'a> for Call<'a, A> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let call = Self::new(u.arbitrary()?, u.arbitrary()?, u.arbitrary()?);
        Ok(call.with_format(u.arbitrary()?))
    }
}

owned! {
    OwnedAccessKeyId AccessKeyId
    OwnedAccessKeySecret AccessKeySecret
    OwnedHost Host
    OwnedSignatureNonce SignatureNonce
}
