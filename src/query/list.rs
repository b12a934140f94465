//! Lists, which a query has flattened.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::label::Label;
use super::parameters::Each;
use super::value::Value;
use crate::decimal::Decimal;
use crate::field::tags::Tags;

/// A list, which a query has flattened: `Tags.1.Key`, `Tags.1.Value`, `Tags.10.Key`, ..
///
/// In [`visit!`](crate::query::visit) its name ends with `.N`, as in the service's documentation:
///
/// ```
/// use aliyun_customer_gateway::query::{List, Parameters, Query, Visitor, visit};
/// use aliyun_customer_gateway::{RegionId, Tag, Tags};
///
/// struct DescribeVpcs<'a> {
///     region_id: RegionId<'a>,
///     tags: Option<List<'a>>,
/// }
///
/// impl Parameters for DescribeVpcs<'_> {
///     fn visit(&self, visitor: Visitor<'_>) {
///         visit!(visitor, { "RegionId": self.region_id, "Tag.N": self.tags.as_ref() });
///     }
/// }
///
/// let tags = [Tag::new("site", "Zürich")?];
/// let tags = Some(List::from(Tags::new(&tags)?));
/// let vpcs = DescribeVpcs { region_id: RegionId::new("cn-shanghai")?, tags };
/// assert_eq!(
///     Query::new(vpcs).to_string(),
///     "RegionId=cn-shanghai&Tag.1.Key=site&Tag.1.Value=Z%C3%BCrich",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy)]
pub struct List<'a> {
    tags: Tags<'a>,
    /// What flattens the list. Named where a list is made, it is linked only where one is.
    flatten: Flatten,
}

type Flatten = for<'t> fn(&Tags<'t>, &Label<'_>, &mut Each<'_>);

impl<'a> List<'a> {
    /// A list of tags, unless there are none.
    pub(crate) const fn of_tags(tags: Tags<'a>) -> Option<Self> {
        if tags.is_empty() { None } else { Some(Self { tags, flatten }) }
    }

    /// The tags.
    #[must_use]
    pub const fn tags(&self) -> Tags<'a> {
        self.tags
    }

    /// Hands each member to a visitor, in canonical order.
    pub(super) fn visit(&self, label: &Label<'_>, each: &mut Each<'_>) {
        (self.flatten)(&self.tags, label, each);
    }
}

fn flatten(tags: &Tags<'_>, list: &Label<'_>, each: &mut Each<'_>) {
    let text = list.text();
    let (prefix, end) = if list.is_framed() {
        (text.strip_suffix("N=").unwrap_or("&"), "=")
    } else {
        (text.strip_suffix('N').unwrap_or_default(), "")
    };
    for (number, tag) in tags.canonical() {
        let (key, value) = tag.checked();
        for (member, value) in [(".Key", key), (".Value", value)] {
            let name = member_name([prefix, Decimal::new(number.into()).as_str(), member, end]);
            let label = if list.is_framed() { Label::framed(&name) } else { Label::bare(&name) };
            each(&label, &Value::from(value));
        }
    }
}

/// The name of a member, such as `Tags.10.Value`.
fn member_name(parts: [&str; 4]) -> heapless::String<MAX> {
    let mut name = heapless::String::new();
    for part in parts {
        // The length of the list's name was checked with its order.
        let _ = name.push_str(part);
    }
    name
}

/// The longest name of a member with its frame.
const MAX: usize = 66;

/// The longest name of a list, `.N` included: a number has up to two digits.
pub(super) const MAX_NAME: usize = MAX - "&1.Value=".len();

impl<'a> From<Tags<'a>> for List<'a> {
    fn from(tags: Tags<'a>) -> Self {
        Self { tags, flatten }
    }
}

impl PartialEq for List<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.tags == other.tags
    }
}

impl Eq for List<'_> {}

impl Hash for List<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tags.hash(state);
    }
}

impl fmt::Debug for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.tags, f)
    }
}

/// Writes each tag as `key=value`, in brackets: `[site=Zürich, a=]`.
impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[")?;
        for (place, tag) in self.tags.iter().enumerate() {
            f.write_str(if place == 0 { "" } else { ", " })?;
            write!(f, "{tag}")?;
        }
        f.write_str("]")
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for List<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        self.tags.format(f);
    }
}
