//! `Tags`: the tags of a gateway.

use core::fmt;
use core::hash::{Hash, Hasher};

use crate::field::owned::tags::{AllLens, Lens};
use crate::field::tag::Tag;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::current::TAGS;

/// The tags of a gateway, or those that a list is filtered by.
///
/// # Rules
///
/// - November 2020: a gateway has no tags; see [`Edition::require`](crate::Edition::require). The
///   filter of a list has them in both editions.
/// - Today: up to 20, no key twice.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::{Tag, Tags};
///
/// let tags = [Tag::new("site", "Zürich")?, Tag::new("serial", "0042")?];
/// assert_eq!(Tags::new(&tags)?.len(), 2);
/// assert_eq!(
///     Tags::new(&[tags[0], tags[1], tags[0]]).unwrap_err().to_string(),
///     "Tags.1.Key is duplicated in Tags.3.Key: give each tag a key of its own",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct Tags<'a>(Source<'a>);

#[derive(Clone, Copy)]
enum Source<'a> {
    Tags(&'a [Tag<'a>]),
    /// Texts one behind the other.
    Owned(&'a str, &'a AllLens),
}

impl Default for Source<'_> {
    fn default() -> Self {
        Self::Tags(&[])
    }
}

/// The numbers of tags in canonical order: `Tags.1.Key`, `Tags.10.Key`, .. `Tags.2.Key`.
const CANONICAL: [u8; Tags::MAX] =
    [1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 2, 20, 3, 4, 5, 6, 7, 8, 9];

impl<'a> Tags<'a> {
    /// The most tags.
    pub const MAX: usize = TAGS.max_chars();

    /// The most bytes that the keys and the values of all tags have, in UTF-8.
    pub const MAX_BYTES: usize = Self::MAX * (Tag::MAX_KEY_BYTES + Tag::MAX_VALUE_BYTES);

    /// No tags.
    pub const NONE: Self = Self(Source::Tags(&[]));

    /// Checks a number of tags.
    ///
    /// # Errors
    ///
    /// - 21 tags: too many
    /// - two tags of one key: duplicated
    pub const fn new(tags: &'a [Tag<'a>]) -> Result<Self, InvalidParameter> {
        if tags.len() > Self::MAX {
            let reason = Reason::TooManyTags { tags: tags.len(), max: Self::MAX };
            return Err(InvalidParameter::new(&TAGS, reason));
        }
        let mut rest = tags;
        let mut first: u8 = 1;
        while let Some((tag, after)) = rest.split_first() {
            let mut others = after;
            let mut second = first.saturating_add(1);
            while let Some((other, after)) = others.split_first() {
                if same(tag.key().as_bytes(), other.key().as_bytes()) {
                    let reason = Reason::DuplicateKey { first, second };
                    return Err(InvalidParameter::new(&TAGS, reason));
                }
                others = after;
                second = second.saturating_add(1);
            }
            rest = after;
            first = first.saturating_add(1);
        }
        Ok(Self(Source::Tags(tags)))
    }

    /// The tags of a list that is known to keep the rules.
    pub(crate) const fn of_owned(texts: &'a str, lens: &'a AllLens) -> Self {
        Self(Source::Owned(texts, lens))
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.0 {
            Source::Tags(tags) => tags.len(),
            Source::Owned(_, lens) => lens.count(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The tag at a place from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<Tag<'a>> {
        match self.0 {
            Source::Tags(tags) => tags.get(index).copied(),
            Source::Owned(texts, lens) => owned_tag(texts, lens.as_slice(), index),
        }
    }

    /// The tags in the order in which they were given: the first is number 1.
    pub fn iter(&self) -> impl Iterator<Item = Tag<'a>> + Clone + use<'a> {
        let tags = *self;
        (0..tags.len()).filter_map(move |index| tags.get(index))
    }

    /// The number of each tag, from 1, and the tag, in canonical order: 1, 10 to 19, 2, 20, 3 to 9.
    pub fn canonical(&self) -> impl Iterator<Item = (u8, Tag<'a>)> + Clone + use<'a> {
        let tags = *self;
        CANONICAL.into_iter().filter_map(move |number| {
            let tag = tags.get(usize::from(number).checked_sub(1)?)?;
            Some((number, tag))
        })
    }

    /// How many bytes so many tags take at most in a query, each with the `&` before it.
    ///
    /// ```
    /// use aliyun_customer_gateway::Tags;
    ///
    /// const BUFFER: usize = Tags::max_encoded_len(2);
    /// assert_eq!(BUFFER, 2 * ("&Tags.1.Key=&Tags.1.Value=".len() + 3 * 4 * (64 + 128)));
    /// ```
    #[must_use]
    pub const fn max_encoded_len(tags: usize) -> usize {
        const NAMES: usize = "&Tags.1.Key=&Tags.1.Value=".len();
        // A byte takes three characters when it is encoded.
        const TAG: usize = NAMES + 3 * (Tag::MAX_KEY_BYTES + Tag::MAX_VALUE_BYTES);
        // A number has two digits from 10 on, in the key's name and in the value's.
        let more_digits = tags.saturating_sub(9).saturating_mul(2);
        tags.saturating_mul(TAG).saturating_add(more_digits)
    }
}

/// The tag at a place of texts that stand one behind the other.
fn owned_tag<'a>(mut texts: &'a str, lens: &[Lens], index: usize) -> Option<Tag<'a>> {
    let (own, before) = lens.get(..=index)?.split_last()?;
    for Lens { key, value } in before {
        texts = texts.get(usize::from(*key).saturating_add((*value).into())..)?;
    }
    let (key, rest) = texts.split_at_checked(own.key.into())?;
    Some(Tag::of_checked(key, rest.get(..own.value.into())?))
}

const fn same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let (Some((a, one_rest)), Some((b, other_rest))) =
        (one.split_first(), other.split_first())
    {
        if *a != *b {
            return false;
        }
        (one, other) = (one_rest, other_rest);
    }
    one.is_empty() && other.is_empty()
}

impl fmt::Debug for Tags<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Tags<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        for tag in self.iter() {
            defmt::write!(f, "{} ", tag);
        }
    }
}

impl PartialEq for Tags<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Eq for Tags<'_> {}

impl Hash for Tags<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len().hash(state);
        self.iter().for_each(|tag| tag.hash(state));
    }
}

impl<'a> TryFrom<&'a [Tag<'a>]> for Tags<'a> {
    type Error = InvalidParameter;

    fn try_from(tags: &'a [Tag<'a>]) -> Result<Self, Self::Error> {
        Self::new(tags)
    }
}
