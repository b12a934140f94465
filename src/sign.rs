//! What both signatures share: the HTTP method, and keys that are wiped.

use core::fmt;

use digest::block_api::EagerHash;
use digest::consts::U64;
use digest::{Digest, FixedOutput as _, KeyInit};
use hmac::Hmac;
use sha1::Sha1;
use sha2::Sha256;
use zeroize::{Zeroize as _, ZeroizeOnDrop, Zeroizing};

use crate::sink::Sink;
use crate::writer::{self, Writer};

pub mod acs3;
pub mod rpc;

/// The HTTP method that a request is sent with: it is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Method {
    /// `GET`: the parameters stand in the URL.
    #[default]
    Get,
    /// `POST`: the parameters stand in a form body.
    Post,
    /// `PUT`, which this service does not take; others do.
    Put,
    /// `DELETE`, which this service does not take; others do.
    Delete,
    /// `PATCH`, which this service does not take; others do.
    Patch,
    /// `HEAD`, which this service does not take; others do.
    Head,
    /// `OPTIONS`, which this service does not take; others do.
    Options,
}

impl Method {
    /// Every method.
    pub const ALL: &'static [Self] =
        &[Self::Get, Self::Post, Self::Put, Self::Delete, Self::Patch, Self::Head, Self::Options];

    /// The method with this name, in upper case as in HTTP.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|method| method.as_str() == name)
    }

    /// The method in the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An HMAC with the key that consists of these parts, ready for what is to be signed.
///
/// The key is as long as a block of the hash (RFC 2104, 2): a shorter one is filled up with zeros, a
/// longer one is hashed first.
fn keyed<D>(parts: [&[u8]; 2]) -> Hmac<D>
where
    D: EagerHash + Digest,
    Hmac<D>: KeyInit<KeySize = U64>,
{
    let mut block = Zeroizing::new([0; 64]);
    let len = parts.iter().fold(0_usize, |len, part| len.saturating_add(part.len()));
    if len > block.len() {
        let mut hash = D::new();
        for part in parts {
            hash.update(part);
        }
        let mut hash = hash.finalize();
        block.iter_mut().zip(&hash).for_each(|(to, from)| *to = *from);
        hash.as_mut_slice().zeroize();
    } else {
        let key = parts.iter().flat_map(|part| part.iter());
        block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    }
    Hmac::new((&*block).into())
}

// What an HMAC consists of is wiped when it is dropped.
const _: fn() = || {
    fn is_wiped<T: ZeroizeOnDrop>() {}
    is_wiped::<Sha1>();
    is_wiped::<Sha256>();
};

/// Lets a MAC or a hash take what is written.
fn absorb<D: digest::Update>(digest: &mut D, write: impl Fn(&mut Writer<'_>)) {
    struct Absorb<'d, D>(&'d mut D);

    impl<D: digest::Update> Sink for Absorb<'_, D> {
        fn put(&mut self, bytes: &[u8]) {
            self.0.update(bytes);
        }
    }

    writer::gather(&mut Absorb(digest), write);
}

/// The SHA-256 of what is written.
fn sha256(write: impl Fn(&mut Writer<'_>)) -> Hex {
    let mut hash = Sha256::default();
    absorb(&mut hash, write);
    Hex::new(&hash.finalize_fixed().into())
}

/// A hash in lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Hex([u8; 64]);

impl Hex {
    pub(crate) fn new(hash: &[u8; 32]) -> Self {
        let mut text = [b'0'; 64];
        // Twice as many digits as bytes: this cannot fail.
        let _ = base16ct::lower::encode(hash, &mut text);
        Self(text)
    }

    pub(crate) fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }
}
