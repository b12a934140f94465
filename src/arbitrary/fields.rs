//! Fields.
//!
//! A text is the part of the fuzzer's bytes that keeps the rule, or the part of a text of the allowed
//! characters that they choose.

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use super::pool::{Pool, own, part};
use crate::byte_set::ByteSet;
use crate::edition::Edition;
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
use crate::rule::letter::is_letter;

pub(super) static REGION_ID: Pool = Pool::new(ByteSet::REGION_ID);
pub(super) static ASCII: Pool = Pool::new(ByteSet::ASCII);
pub(super) static GRAPHIC: Pool = Pool::new(ByteSet::GRAPHIC);
static NAME: Pool = Pool::new(ByteSet::NAME);
static AUTH_KEY: Pool = Pool::new(ByteSet::AUTH_KEY);

/// Letters of one to four bytes.
static NAME_BEYOND_ASCII: Pool =
    Pool::repeating("Ab1上海é_Ω.д-办公室Zürich9ñ公司XyשקÆ中𠀀k北京-ꙮ_ßtøʼnㄅ");

/// Characters of every kind.
pub(super) static ANYTHING: Pool = Pool::repeating(
    "Ab1 上海\u{301}é,🏢\u{7f}Ω\n%д&-办=公室\0Zü\"rich\u{200b}9ñ<公>\u{feff}司X\t+y#שקÆ中/🛰",
);

/// A text takes a byte to choose where it comes from, and one at least of what it is.
pub(super) const TEXT_HINT: (usize, Option<usize>) = (2, None);

/// The fuzzer's own text, if it keeps the rule, or a part of a pool.
macro_rules! text_of {
    ($u:ident, $pools:expr, $min:expr, $max:expr, $allows:expr, $new:expr) => {{
        if $u.arbitrary()? {
            let own = own($u, $max, $allows)?;
            if let Ok(field) = $new(own) {
                return Ok(field);
            }
        }
        let pools: &[&Pool] = $pools;
        let pool = $u.choose(pools)?;
        let text = part($u, pool.as_str(), $min, $max)?;
        $new(text).map_err(|_| Error::IncorrectFormat)
    }};
}
pub(super) use text_of;

pub(super) fn in_set(set: ByteSet) -> impl Fn(char) -> bool {
    move |character| u8::try_from(character).is_ok_and(|byte| set.contains(byte))
}

macro_rules! texts {
    ($($name:ident $pool:ident $set:ident;)+) => {
        $(
            impl<'a> Arbitrary<'a> for $name<'a> {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    text_of!(u, &[&$pool], 1, $name::MAX_CHARS, in_set(ByteSet::$set), $name::new)
                }

                fn size_hint(_: usize) -> (usize, Option<usize>) {
                    TEXT_HINT
                }
            }
        )+
    };
}
#[cfg(feature = "sign")]
pub(super) use texts;

texts! {
    RegionId REGION_ID REGION_ID;
    ClientToken ASCII ASCII;
    CustomerGatewayId GRAPHIC GRAPHIC;
    ResourceGroupId GRAPHIC GRAPHIC;
    AuthKey AUTH_KEY AUTH_KEY;
}

impl<'a> Arbitrary<'a> for Name<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Self::arbitrary_in(u, Edition::November2020)
    }

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        TEXT_HINT
    }
}

impl<'a> Name<'a> {
    /// A valid name of an edition from a fuzzer's bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Arbitrary::arbitrary`].
    pub fn arbitrary_in(u: &mut Unstructured<'a>, edition: Edition) -> Result<Self> {
        let new = |text| Self::new_in(text, edition);
        match edition {
            Edition::November2020 => {
                let allows = |c: char| is_letter(c) || in_set(ByteSet::NAME)(c);
                let pools = &[&NAME, &NAME_BEYOND_ASCII];
                text_of!(u, pools, 2, Self::MAX_CHARS, allows, new)
            }
            Edition::Current => text_of!(u, &[&ANYTHING, &ASCII], 1, 100, |_| true, new),
        }
    }
}

impl<'a> Arbitrary<'a> for Description<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Self::arbitrary_in(u, Edition::November2020)
    }

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        TEXT_HINT
    }
}

impl<'a> Description<'a> {
    /// A valid description of an edition from a fuzzer's bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Arbitrary::arbitrary`].
    pub fn arbitrary_in(u: &mut Unstructured<'a>, edition: Edition) -> Result<Self> {
        match edition {
            Edition::November2020 => {
                // What comes before the first letter is left out.
                let new = |text: &'a str| {
                    Self::new(text.trim_start_matches(|first: char| !is_letter(first)))
                };
                // A pool has a letter among eight characters.
                text_of!(u, &[&ANYTHING], 32, Self::MAX_CHARS, |_| true, new)
            }
            Edition::Current => {
                let new = |text| Self::new_in(text, edition);
                text_of!(u, &[&ANYTHING, &ASCII], 1, 100, |_| true, new)
            }
        }
    }
}

impl<'a> Arbitrary<'a> for Edition {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(Self::ALL).copied()
    }

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        (1, Some(1))
    }
}

impl<'a> Arbitrary<'a> for IpAddress {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Self::arbitrary_in(u, Edition::November2020)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <[u8; 4]>::size_hint(depth)
    }
}

impl IpAddress {
    /// A valid address of an edition from a fuzzer's bytes.
    ///
    /// # Errors
    ///
    /// Those of [`Arbitrary::arbitrary`].
    pub fn arbitrary_in(u: &mut Unstructured<'_>, edition: Edition) -> Result<Self> {
        let [first, second, third, fourth] = u.arbitrary()?;
        Self::from_octets_in([first, second, third, fourth], edition)
            // No block starts with 101.
            .or_else(|_| Self::from_octets([101, second, third, fourth]))
            .map_err(|_| Error::IncorrectFormat)
    }
}

impl<'a> Arbitrary<'a> for Asn {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let number: u32 = u.arbitrary()?;
        Self::from_number(number)
            .or_else(|_| Self::from_number(number.saturating_add(1)))
            .map_err(|_| Error::IncorrectFormat)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        u32::size_hint(depth)
    }
}

macro_rules! numbers {
    ($($name:ident)+) => {
        $(
            impl<'a> Arbitrary<'a> for $name {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    let number = u.int_in_range(Self::MIN.get()..=Self::MAX.get())?;
                    Self::from_number(number).map_err(|_| Error::IncorrectFormat)
                }

                fn size_hint(_: usize) -> (usize, Option<usize>) {
                    (Self::BYTES, Some(Self::BYTES))
                }
            }
        )+
    };
}

impl PageNumber {
    /// As many bytes as a number of the range takes.
    const BYTES: usize = 4;
}

impl PageSize {
    const BYTES: usize = 1;
}

numbers!(PageNumber PageSize);

macro_rules! owned {
    ($($owned:ident $name:ident)+) => {
        $(
            impl<'a> Arbitrary<'a> for $crate::$owned {
                fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
                    u.arbitrary::<$crate::$name<'_>>().map(Self::from)
                }
            }
        )+
    };
}
#[cfg(feature = "sign")]
pub(super) use owned;

owned! {
    OwnedRegionId RegionId
    OwnedClientToken ClientToken
    OwnedCustomerGatewayId CustomerGatewayId
    OwnedName Name
    OwnedDescription Description
    OwnedResourceGroupId ResourceGroupId
    OwnedAuthKey AuthKey
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::string::String;
    use std::vec::Vec;

    use super::*;

    /// Bytes without a pattern, as a fuzzer starts with.
    fn random(seed: u64) -> Vec<u8> {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_be_bytes()[0]
        };
        let len = 16 + usize::from(byte());
        (0..len).map(|_| byte()).collect()
    }

    /// The different texts that random inputs become.
    fn distinct(make: impl for<'a> Fn(&mut Unstructured<'a>) -> Result<String>) -> usize {
        let texts = (0..5000).map(|seed| {
            let bytes = random(seed);
            make(&mut Unstructured::new(&bytes)).expect("a value of any bytes")
        });
        texts.collect::<HashSet<_>>().len()
    }

    /// A text that random bytes fall back to is a fuzzer's time lost.
    #[test]
    fn random_bytes_become_different_texts() {
        let texts = [
            ("RegionId", distinct(|u| Ok(u.arbitrary::<RegionId<'_>>()?.as_str().into()))),
            ("ClientToken", distinct(|u| Ok(u.arbitrary::<ClientToken<'_>>()?.as_str().into()))),
            ("Name", distinct(|u| Ok(u.arbitrary::<Name<'_>>()?.as_str().into()))),
            ("Description", distinct(|u| Ok(u.arbitrary::<Description<'_>>()?.as_str().into()))),
            ("AuthKey", distinct(|u| Ok(u.arbitrary::<AuthKey<'_>>()?.as_str().into()))),
            (
                "Name, today",
                distinct(|u| Ok(Name::arbitrary_in(u, Edition::Current)?.as_str().into())),
            ),
            (
                "Description, today",
                distinct(|u| Ok(Description::arbitrary_in(u, Edition::Current)?.as_str().into())),
            ),
        ];
        for (name, distinct) in texts {
            assert!(distinct > 4000, "{name}: {distinct}");
        }
    }

    /// What a fuzzer finds out to write is what it gets.
    #[test]
    fn its_own_text_is_taken() {
        let mut bytes = Vec::from(*b"\x01Gateway-\xe4\xb8\x8a\xff!");
        // The length of a text stands at the end.
        bytes.push(13);
        let name = Unstructured::new(&bytes).arbitrary::<Name<'_>>().expect("a name");
        assert_eq!(name.as_str(), "Gateway-上");
    }

    #[test]
    fn sizes_of_what_has_one() {
        assert_eq!(Asn::size_hint(0), (4, Some(4)));
        assert_eq!(IpAddress::size_hint(0), (4, Some(4)));
        assert_eq!(PageNumber::size_hint(0), (4, Some(4)));
        assert_eq!(PageSize::size_hint(0), (1, Some(1)));
        assert_eq!(Edition::size_hint(0), (1, Some(1)));
        // A text is of the length that its bytes say.
        assert_eq!(Name::size_hint(0), (2, None));
        for (given, hint) in [(4, Asn::size_hint(0)), (1, PageSize::size_hint(0))] {
            assert_eq!(Some(given), hint.1);
        }
        let bytes = [0x5a; 16];
        let left = |read: fn(&mut Unstructured<'_>)| {
            let mut u = Unstructured::new(&bytes);
            read(&mut u);
            bytes.len() - u.len()
        };
        assert_eq!(
            left(|u| {
                let _ = u.arbitrary::<Asn>();
            }),
            4
        );
        assert_eq!(
            left(|u| {
                let _ = u.arbitrary::<IpAddress>();
            }),
            4
        );
        assert_eq!(
            left(|u| {
                let _ = u.arbitrary::<PageNumber>();
            }),
            4
        );
        assert_eq!(
            left(|u| {
                let _ = u.arbitrary::<PageSize>();
            }),
            1
        );
        assert_eq!(
            left(|u| {
                let _ = u.arbitrary::<Edition>();
            }),
            1
        );
    }
}
