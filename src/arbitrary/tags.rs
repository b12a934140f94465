//! Tags.

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use super::fields::{ANYTHING, ASCII, TEXT_HINT, text_of};
use super::pool::{Pool, own, part};
use crate::field::owned::tags::{OwnedTag, OwnedTags};
use crate::field::tag::Tag;
use crate::field::tags::Tags;

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

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        arbitrary::size_hint::and(TEXT_HINT, TEXT_HINT)
    }
}

impl<'a, const N: usize> Arbitrary<'a> for OwnedTags<N> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let mut tags = Self::new();
        for _ in 0..u.int_in_range(0..=Tags::MAX)? {
            // A key that is there already is left out, and what does not fit.
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
