//! Tags that own their texts.

use core::fmt;

use crate::field::tag::Tag;
use crate::field::tags::Tags;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::current::TAGS;

/// A [`Tag`] that owns its texts.
///
/// Its capacity is what the rules allow at most: 256 bytes for the key and 512 for the value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnedTag {
    key: heapless::String<{ Tag::MAX_KEY_BYTES }>,
    value: heapless::String<{ Tag::MAX_VALUE_BYTES }>,
}

impl OwnedTag {
    /// Checks a tag, and keeps a copy.
    ///
    /// # Errors
    ///
    /// Those of [`Tag::new`].
    pub fn new(key: &str, value: &str) -> Result<Self, InvalidParameter> {
        Tag::new(key, value).map(Self::from)
    }

    /// The tag.
    #[must_use]
    pub fn get(&self) -> Tag<'_> {
        Tag::of_checked(&self.key, &self.value)
    }
}

impl From<Tag<'_>> for OwnedTag {
    fn from(tag: Tag<'_>) -> Self {
        // The capacities are what the rules allow at most.
        let key = heapless::String::try_from(tag.key()).unwrap_or_default();
        let value = heapless::String::try_from(tag.value()).unwrap_or_default();
        Self { key, value }
    }
}

impl Tag<'_> {
    /// The same tag, with texts of its own.
    #[must_use]
    pub fn to_owned(self) -> OwnedTag {
        self.into()
    }
}

impl fmt::Display for OwnedTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(f)
    }
}

/// Up to `N` tags that own their texts, of up to [`Tags::MAX`].
///
/// ```
/// use aliyun_customer_gateway::{OwnedTags, Tag};
///
/// let mut tags = OwnedTags::<2>::new();
/// tags.push(Tag::new("site", "Zürich")?)?;
/// assert_eq!(tags.get().len(), 1);
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OwnedTags<const N: usize> {
    tags: heapless::Vec<OwnedTag, N>,
}

impl<const N: usize> OwnedTags<N> {
    /// How many fit.
    const CAPACITY: usize = if N < Tags::MAX { N } else { Tags::MAX };

    /// No tags.
    #[must_use]
    pub const fn new() -> Self {
        Self { tags: heapless::Vec::new() }
    }

    /// Adds a copy of a tag.
    ///
    /// # Errors
    ///
    /// - there are `N` tags, or 20: too many
    /// - there is a tag with this key: duplicated
    pub fn push(&mut self, tag: Tag<'_>) -> Result<(), InvalidParameter> {
        let number = self.tags.len().saturating_add(1);
        if number > Self::CAPACITY {
            return Err(too_many(number, Self::CAPACITY));
        }
        let position = self.get().iter().position(|other| other.key() == tag.key());
        // A number is 20 at most.
        let number_of = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
        if let Some(index) = position {
            let first = number_of(index.saturating_add(1));
            let reason = Reason::DuplicateKey { first, second: number_of(number) };
            return Err(InvalidParameter::new(&TAGS, reason));
        }
        self.tags.push(tag.to_owned()).map_err(|_| too_many(number, Self::CAPACITY))
    }

    /// The tags.
    #[must_use]
    pub fn get(&self) -> Tags<'_> {
        Tags::of_owned(&self.tags)
    }
}

fn too_many(tags: usize, max: usize) -> InvalidParameter {
    InvalidParameter::new(&TAGS, Reason::TooManyTags { tags, max })
}

impl<const N: usize> TryFrom<Tags<'_>> for OwnedTags<N> {
    type Error = InvalidParameter;

    /// Copies tags, if there are no more than `N`.
    fn try_from(tags: Tags<'_>) -> Result<Self, Self::Error> {
        if tags.len() > Self::CAPACITY {
            return Err(too_many(tags.len(), Self::CAPACITY));
        }
        let mut owned = Self::new();
        for tag in tags.iter() {
            owned.push(tag)?;
        }
        Ok(owned)
    }
}

impl Tags<'_> {
    /// The same tags, with texts of their own.
    ///
    /// # Errors
    ///
    /// - more than `N` tags: too many
    pub fn to_owned<const N: usize>(self) -> Result<OwnedTags<N>, InvalidParameter> {
        self.try_into()
    }
}
