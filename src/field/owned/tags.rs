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

/// Up to [`Tags::MAX`] tags that own their texts, in `BYTES` bytes for all of them.
///
/// Tags are of a few bytes mostly, and 20 of the longest take [`Tags::MAX_BYTES`], which is much for a
/// firmware. So the space is shared.
///
/// ```
/// use aliyun_customer_gateway::{OwnedTags, Tag};
///
/// let mut tags = OwnedTags::<16>::new();
/// tags.push(Tag::new("site", "Zürich")?)?;
/// assert_eq!(tags.get().len(), 1);
/// assert_eq!(
///     tags.push(Tag::new("serial", "0042")?).unwrap_err().to_string(),
///     "Tags takes 21 bytes, and there is space for 16: use a type of greater capacity",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct OwnedTags<const BYTES: usize = 512> {
    /// Keys and values, one behind the other.
    texts: heapless::String<BYTES>,
    lens: AllLens,
}

/// How long the key and the value of a tag are, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Lens {
    pub(crate) key: u16,
    pub(crate) value: u16,
}

/// Those of all tags, which are referred to by one word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct AllLens {
    lens: [Lens; Tags::MAX],
    count: usize,
}

impl AllLens {
    const NONE: Self = Self { lens: [Lens { key: 0, value: 0 }; Tags::MAX], count: 0 };

    pub(crate) const fn count(&self) -> usize {
        self.count
    }

    pub(crate) fn as_slice(&self) -> &[Lens] {
        self.lens.get(..self.count).unwrap_or_default()
    }

    /// Adds one, unless there are as many as there may be.
    fn push(&mut self, lens: Lens) {
        if let Some(place) = self.lens.get_mut(self.count) {
            *place = lens;
            self.count = self.count.saturating_add(1);
        }
    }
}

impl<const BYTES: usize> OwnedTags<BYTES> {
    /// No tags.
    #[must_use]
    pub const fn new() -> Self {
        Self { texts: heapless::String::new(), lens: AllLens::NONE }
    }

    /// Adds a copy of a tag.
    ///
    /// # Errors
    ///
    /// - there are 20 tags: too many
    /// - there is a tag with this key: duplicated
    /// - the keys and the values take more than `BYTES` bytes: there is no space
    pub fn push(&mut self, tag: Tag<'_>) -> Result<(), InvalidParameter> {
        let number = self.lens.count().saturating_add(1);
        if number > Tags::MAX {
            return Err(InvalidParameter::new(
                &TAGS,
                Reason::TooManyTags { tags: number, max: Tags::MAX },
            ));
        }
        let position = self.get().iter().position(|other| other.key() == tag.key());
        // A number is 20 at most.
        let number_of = |index: usize| u8::try_from(index).unwrap_or(u8::MAX);
        if let Some(index) = position {
            let first = number_of(index.saturating_add(1));
            let reason = Reason::DuplicateKey { first, second: number_of(number) };
            return Err(InvalidParameter::new(&TAGS, reason));
        }
        let bytes = self.texts.len().saturating_add(len_of(tag));
        if bytes > BYTES {
            return Err(no_space(bytes, BYTES));
        }
        // There is space for both, and neither is longer than a `u16` counts.
        let len = |text: &str| u16::try_from(text.len()).unwrap_or_default();
        let lens = Lens { key: len(tag.key()), value: len(tag.value()) };
        let _ = self.texts.push_str(tag.key());
        let _ = self.texts.push_str(tag.value());
        self.lens.push(lens);
        Ok(())
    }

    /// The tags.
    #[must_use]
    pub fn get(&self) -> Tags<'_> {
        Tags::of_owned(&self.texts, &self.lens)
    }
}

fn len_of(tag: Tag<'_>) -> usize {
    tag.key().len().saturating_add(tag.value().len())
}

fn no_space(bytes: usize, capacity: usize) -> InvalidParameter {
    InvalidParameter::new(&TAGS, Reason::NoSpace { bytes, capacity })
}

impl<const BYTES: usize> TryFrom<Tags<'_>> for OwnedTags<BYTES> {
    type Error = InvalidParameter;

    /// Copies tags, if they take no more than `BYTES` bytes.
    fn try_from(tags: Tags<'_>) -> Result<Self, Self::Error> {
        let bytes = tags.iter().fold(0, |bytes: usize, tag| bytes.saturating_add(len_of(tag)));
        if bytes > BYTES {
            return Err(no_space(bytes, BYTES));
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
    /// - the keys and the values take more than `BYTES` bytes: there is no space
    pub fn to_owned<const BYTES: usize>(self) -> Result<OwnedTags<BYTES>, InvalidParameter> {
        self.try_into()
    }
}
