//! Parameters in canonical order as one canonical query string.

use core::fmt;

use crate::byte_set::ByteSet;
use crate::encode::encodable;
use crate::parameter::Parameter;
use crate::percent::Layers;
use crate::value::Value;
use crate::writer::Writer;

/// A list of parameters in canonical order: that of the bytes of their names.
///
/// Implemented by [`List`] and [`Named`], which see to the order.
pub trait Parameters: sealed::Sealed {
    /// Calls a function for each parameter in turn.
    fn for_each(&self, each: impl FnMut(&str, &Value<'_>));
}

mod sealed {
    pub trait Sealed {
        /// Whether no name needs encoding, as is known of constants.
        fn has_plain_names(&self) -> bool;
    }

    impl Sealed for super::List<'_> {
        fn has_plain_names(&self) -> bool {
            false
        }
    }

    impl<const N: usize> Sealed for super::Named<'_, N> {
        fn has_plain_names(&self) -> bool {
            self.names.plain
        }
    }
}

/// Any parameters, their order checked at run time or in a constant.
///
/// ```
/// use aliyun_customer_gateway::{List, Query};
///
/// const PARAMETERS: List = match List::new(&[("Action", "DescribeRegions"), ("Format", "JSON")]) {
///     Ok(list) => list,
///     Err(_) => panic!("not in canonical order"),
/// };
/// assert_eq!(Query::new(PARAMETERS).to_string(), "Action=DescribeRegions&Format=JSON");
/// ```
///
/// In a constant, the wrong order does not compile:
///
/// ```compile_fail,E0080
/// use aliyun_customer_gateway::List;
///
/// const PARAMETERS: List = match List::new(&[("Format", "JSON"), ("Action", "DescribeRegions")]) {
///     Ok(list) => list,
///     Err(_) => panic!("not in canonical order"),
/// };
/// assert_eq!(PARAMETERS.len(), 2);
/// ```
///
/// `Debug` does not print the value of a `SecurityToken`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct List<'a> {
    pairs: &'a [(&'a str, &'a str)],
}

impl<'a> List<'a> {
    /// Checks that names ascend, and that none stands twice.
    ///
    /// # Errors
    ///
    /// - `[("B", "1"), ("A", "2")]`: `A` must stand before `B`
    /// - `[("A", "1"), ("A", "2")]`: `A` stands twice
    /// - `[("Signature", "..")]`: a signature is made from the other parameters
    pub const fn new(pairs: &'a [(&'a str, &'a str)]) -> Result<Self, InvalidList<'a>> {
        let mut rest = pairs;
        while let [(name, _), after @ ..] = rest {
            let next = if let [(next, _), ..] = after { Some(*next) } else { None };
            if let Err(error) = check_order(name, next) {
                return Err(error);
            }
            rest = after;
        }
        Ok(Self { pairs })
    }

    /// How many parameters there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }
}

impl fmt::Debug for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let is_secret = |name: &str| name == Parameter::SecurityToken.as_str();
        let pairs = self
            .pairs
            .iter()
            .map(|(name, value)| (name, if is_secret(name) { "[redacted]" } else { value }));
        f.debug_map().entries(pairs).finish()
    }
}

impl Parameters for List<'_> {
    fn for_each(&self, mut each: impl FnMut(&str, &Value<'_>)) {
        for (name, value) in self.pairs {
            each(name, &Value::text(value));
        }
    }
}

/// A list of parameters that has no canonical query string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum InvalidList<'a> {
    /// A name stands behind one that is greater.
    OutOfOrder {
        /// The name that must move to the front.
        name: &'a str,
        /// The name right before it, which must stand behind it.
        previous: &'a str,
    },
    /// A name stands twice.
    Duplicate {
        /// The name.
        name: &'a str,
    },
    /// `Signature` is among the parameters that are to be signed.
    Signature,
}

impl fmt::Display for InvalidList<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutOfOrder { name, previous } => write!(
                f,
                "parameter {name:?} stands behind {previous:?}: sort the names by their bytes"
            ),
            Self::Duplicate { name } => write!(f, "parameter {name:?} stands twice: leave one out"),
            Self::Signature => {
                f.write_str("parameter \"Signature\" is among those to be signed: leave it out")
            }
        }
    }
}

impl core::error::Error for InvalidList<'_> {}

/// Checks a name against the one behind it.
const fn check_order<'a>(name: &'a str, next: Option<&'a str>) -> Result<(), InvalidList<'a>> {
    if let Ordering::Equal = compare(name, Parameter::Signature.as_str()) {
        return Err(InvalidList::Signature);
    }
    let Some(next) = next else { return Ok(()) };
    match compare(name, next) {
        Ordering::Less => Ok(()),
        Ordering::Equal => Err(InvalidList::Duplicate { name }),
        Ordering::Greater => Err(InvalidList::OutOfOrder { name: next, previous: name }),
    }
}

#[derive(Clone, Copy)]
enum Ordering {
    Less,
    Equal,
    Greater,
}

/// Compares bytes in a constant, where `Ord` cannot be used.
const fn compare(one: &str, other: &str) -> Ordering {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    loop {
        match (one, other) {
            ([], []) => return Ordering::Equal,
            ([], _) => return Ordering::Less,
            (_, []) => return Ordering::Greater,
            ([a, after_a @ ..], [b, after_b @ ..]) => {
                if *a < *b {
                    return Ordering::Less;
                }
                if *a > *b {
                    return Ordering::Greater;
                }
                one = after_a;
                other = after_b;
            }
        }
    }
}

/// Names in canonical order, checked by the compiler through [`names!`](crate::names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Names<const N: usize> {
    names: [&'static str; N],
    /// Whether none needs encoding.
    plain: bool,
}

impl<const N: usize> Names<N> {
    /// Checks that names ascend.
    ///
    /// # Errors
    ///
    /// Those of [`List::new`].
    pub const fn new(names: [&'static str; N]) -> Result<Self, InvalidList<'static>> {
        let mut rest: &[&'static str] = &names;
        let mut plain = true;
        while let [name, after @ ..] = rest {
            let next = if let [next, ..] = after { Some(*next) } else { None };
            if let Err(error) = check_order(name, next) {
                return Err(error);
            }
            plain &= ByteSet::UNRESERVED.contains_all(name.as_bytes());
            rest = after;
        }
        Ok(Self { names, plain })
    }

    /// The names with a value each.
    #[must_use]
    pub const fn with<'a>(&'static self, values: [Value<'a>; N]) -> Named<'a, N> {
        Named { names: self, values }
    }

    /// The sum of the lengths of the names, of a `=` behind each and a `&` between them.
    pub(crate) const fn frame_len(&self) -> usize {
        let mut rest: &[&'static str] = &self.names;
        let mut len: usize = 0;
        while let [name, after @ ..] = rest {
            len = len.saturating_add(name.len()).saturating_add(2);
            rest = after;
        }
        len.saturating_sub(1)
    }
}

/// [`Names`] whose order the compiler checks.
///
/// ```
/// use aliyun_customer_gateway::{Names, Query, Value, names};
///
/// static NAMES: Names<2> = names!["Action", "RegionId"];
///
/// let query = Query::new(NAMES.with([Value::text("DescribeVpcs"), Value::text("cn-shanghai")]));
/// assert_eq!(query.to_string(), "Action=DescribeVpcs&RegionId=cn-shanghai");
/// ```
///
/// The wrong order does not compile:
///
/// ```compile_fail,E0080
/// use aliyun_customer_gateway::{Names, names};
///
/// static NAMES: Names<2> = names!["RegionId", "Action"];
/// ```
#[macro_export]
macro_rules! names {
    ($($name:expr),* $(,)?) => {
        const {
            match $crate::Names::new([$($name),*]) {
                Ok(names) => names,
                Err(_) => panic!("the names do not stand in canonical order"),
            }
        }
    };
}

/// Parameters whose names are constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named<'a, const N: usize> {
    names: &'static Names<N>,
    values: [Value<'a>; N],
}

impl<const N: usize> Parameters for Named<'_, N> {
    fn for_each(&self, mut each: impl FnMut(&str, &Value<'_>)) {
        for (name, value) in self.names.names.iter().zip(&self.values) {
            if !value.is_absent() {
                each(name, value);
            }
        }
    }
}

/// The canonical query string of a list of parameters: `name=value` joined by `&`, each name and
/// value percent-encoded over UTF-8 but for `A-Z a-z 0-9 - _ . ~`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Query<P> {
    parameters: P,
}

impl<P: Parameters> Query<P> {
    /// The canonical query string of these parameters.
    #[must_use]
    pub const fn new(parameters: P) -> Self {
        Self { parameters }
    }

    /// The parameters.
    #[must_use]
    pub const fn parameters(&self) -> &P {
        &self.parameters
    }

    pub(crate) fn write(&self, to: &mut Writer<'_>) {
        self.write_layers(Layers::One, to);
    }

    /// Writes the parameters, and tells whether there are any.
    pub(crate) fn write_layers(&self, layers: Layers, to: &mut Writer<'_>) -> bool {
        let plain_names = self.parameters.has_plain_names();
        let mut is_first = true;
        self.parameters.for_each(|name, value| {
            if !is_first {
                layers.separator(b'&', to);
            }
            is_first = false;
            if plain_names {
                to.put(name.as_bytes());
            } else {
                layers.text(name, to);
            }
            layers.separator(b'=', to);
            value.write(layers, to);
        });
        !is_first
    }
}

encodable!([P: Parameters] Query<P>);
