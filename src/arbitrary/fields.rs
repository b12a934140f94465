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
use crate::field::owned::tags::{OwnedTag, OwnedTags};
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::field::tag::Tag;
use crate::field::tags::Tags;

pub(super) static REGION_ID: Pool = Pool::new(ByteSet::REGION_ID);
pub(super) static ASCII: Pool = Pool::new(ByteSet::ASCII);
pub(super) static GRAPHIC: Pool = Pool::new(ByteSet::GRAPHIC);
static NAME: Pool = Pool::new(ByteSet::NAME);
static AUTH_KEY: Pool = Pool::new(ByteSet::AUTH_KEY);

/// Letters of one to four bytes.
static NAME_BEYOND_ASCII: Pool =
    Pool::repeating("Ab1上海é_Ω.д-办公室Zürich9ñ公司XyשקÆ中𠀀k北京-ꙮ_ßtøʼnㄅ");

/// Characters of every kind.
static ANYTHING: Pool = Pool::repeating(
    "Ab1 上海\u{301}é,🏢\u{7f}Ω\n%д&-办=公室\0Zü\"rich\u{200b}9ñ<公>\u{feff}司X\t+y#שקÆ中/🛰",
);

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
#[cfg(feature = "sign")]
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
                let allows = |c: char| c.is_alphabetic() || in_set(ByteSet::NAME)(c);
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
                    Self::new(text.trim_start_matches(|first: char| !first.is_alphabetic()))
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

impl<'a> Arbitrary<'a> for Tag<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        fn text<'a>(u: &mut Unstructured<'a>, min: usize, max: usize) -> Result<&'a str> {
            let new =
                |text: &'a str| Tag::new(if min == 0 { "k" } else { text }, text).map(|_| text);
            text_of!(u, &[&ANYTHING, &ASCII], min, max, |_| true, new)
        }
        let key = text(u, 1, Tag::MAX_KEY_CHARS)?;
        let value = text(u, 0, Tag::MAX_VALUE_CHARS)?;
        Self::new(key, value).map_err(|_| Error::IncorrectFormat)
    }
}

impl<'a, const N: usize> Arbitrary<'a> for OwnedTags<N> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut tags = Self::new();
        for _ in 0..u.int_in_range(0..=N.min(Tags::MAX))? {
            // A key that is there already is left out.
            let _ = tags.push(u.arbitrary()?);
        }
        Ok(tags)
    }
}

impl<'a> Arbitrary<'a> for OwnedTag {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.arbitrary::<Tag<'_>>().map(Self::from)
    }
}

/// Tags for a type that borrows them.
static TAGS: [(&str, &str); Tags::MAX] = [
    ("site", "Zürich"),
    ("k", ""),
    ("上海", "办公室"),
    ("serial", "0042"),
    ("a b", "c&d=e"),
    ("Site", "+"),
    ("🏢", "%41"),
    ("env", "prod"),
    ("~", "~"),
    ("owner", "network team"),
    ("eleven", "11"),
    ("\n", "\0"),
    ("x:acs:", "x"),
    ("http:/", "https:/"),
    ("Aliyun", "ACS:"),
    ("\u{301}", "\""),
    ("floor", "2nd"),
    ("rack", "7/3"),
    ("_", "-"),
    ("twenty", "20"),
];

/// The tags of [`TAGS`], checked.
#[expect(clippy::indexing_slicing, reason = "it is made by the compiler")]
static CHECKED: [Tag<'static>; Tags::MAX] = {
    let mut tags = [Tag::of_checked("", ""); Tags::MAX];
    let mut index = 0;
    while index < Tags::MAX {
        let (key, value) = TAGS[index];
        tags[index] = Tag::of_checked(key, value);
        index += 1;
    }
    tags
};

const _: () = assert!(Tags::new(&CHECKED).is_ok());

impl<'a> Arbitrary<'a> for Tags<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let end = u.int_in_range(0..=Tags::MAX)?;
        let start = u.int_in_range(0..=end)?;
        let tags = CHECKED.get(start..end).unwrap_or_default();
        Self::new(tags).map_err(|_| Error::IncorrectFormat)
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
            }
        )+
    };
}

numbers!(PageNumber PageSize);
