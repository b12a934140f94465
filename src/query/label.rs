//! The names of an action's parameters, their order checked by the compiler.

use core::cmp::Ordering;

use super::common;
use super::list;
use super::order::{self, OrderError};
use crate::byte_set::ByteSet;

/// The name of a parameter.
#[derive(Clone, Copy, Debug)]
pub struct Label<'n> {
    text: &'n str,
    /// Whether the text has the frame of a name of which nothing needs encoding: `&` and `=`.
    is_framed: bool,
    /// How many of the common names come before it.
    common_before: u8,
}

impl<'n> Label<'n> {
    pub(super) const fn bare(text: &'n str) -> Self {
        Self { text, is_framed: false, common_before: 0 }
    }

    pub(super) const fn framed(text: &'n str) -> Self {
        Self { text, is_framed: true, common_before: 0 }
    }

    pub(super) const fn text(&self) -> &'n str {
        self.text
    }

    pub(super) const fn is_framed(&self) -> bool {
        self.is_framed
    }

    pub(super) const fn common_before(&self) -> u8 {
        self.common_before
    }

    /// The name.
    pub(super) fn name(&self) -> &'n str {
        let framed = self.text.strip_prefix('&').and_then(|text| text.strip_suffix('='));
        framed.filter(|_| self.is_framed).unwrap_or(self.text)
    }
}

impl Label<'static> {
    /// Checks that names ascend, and that no common one is among them. Each has its frame with it.
    ///
    /// # Errors
    ///
    /// The sentence for the compiler's message.
    pub const fn list<const N: usize>(
        names: [(&'static str, &'static str); N],
    ) -> Result<[Self; N], &'static str> {
        let mut labels = [Self::bare(""); N];
        let (mut rest, mut places): (&[_], &mut [Self]) = (&names, &mut labels);
        while let ([(name, framed), after @ ..], [place, after_place @ ..]) = (rest, places) {
            let next = if let [(next, _), ..] = after { Some(*next) } else { None };
            if let Err(sentence) = check(name, next) {
                return Err(sentence);
            }
            let is_framed = ByteSet::UNRESERVED.contains_all(name.as_bytes());
            place.text = if is_framed { framed } else { name };
            place.is_framed = is_framed;
            place.common_before = match common_before(name) {
                Ok(count) => count,
                Err(sentence) => return Err(sentence),
            };
            (rest, places) = (after, after_place);
        }
        Ok(labels)
    }
}

/// Checks a name against the one after it.
const fn check(name: &str, next: Option<&str>) -> Result<(), &'static str> {
    match order::check(name, next) {
        Ok(()) => {}
        Err(OrderError::OutOfOrder { .. }) => {
            return Err("a parameter is out of order; sort names in byte order");
        }
        Err(OrderError::Duplicate { .. }) => {
            return Err("a parameter is duplicated: remove one");
        }
        Err(OrderError::Signature) => {
            return Err("Signature is made from the other parameters: leave it out");
        }
    }
    if matches!(name.as_bytes(), [.., b'.', b'N']) && name.len() > list::MAX_NAME {
        return Err("the name of a list is too long");
    }
    Ok(())
}

/// How many of the common names come before a name.
const fn common_before(name: &str) -> Result<u8, &'static str> {
    let mut count: u8 = 0;
    let mut rest: &[&str] = &common::NAMES;
    while let [common, after @ ..] = rest {
        match order::compare(common, name) {
            Ordering::Less => count = count.saturating_add(1),
            Ordering::Equal => {
                return Err("a parameter is one that every call has: leave it out");
            }
            Ordering::Greater => break,
        }
        rest = after;
    }
    Ok(count)
}

/// Hands parameters to a [`Visitor`](crate::query::Visitor), names beside their values; the compiler
/// checks that the names are in canonical order.
///
/// A value is whatever a [`Value`](crate::query::Value) can be made from, an `Option` of it included.
///
/// ```
/// use aliyun_customer_gateway::RegionId;
/// use aliyun_customer_gateway::query::{Parameters, Query, Visitor, visit};
///
/// struct DescribeVpcs<'a> {
///     region_id: RegionId<'a>,
///     vpc_name: Option<&'a str>,
/// }
///
/// impl Parameters for DescribeVpcs<'_> {
///     fn visit(&self, visitor: Visitor<'_>) {
///         visit!(visitor, { "RegionId": self.region_id, "VpcName": self.vpc_name });
///     }
/// }
///
/// let vpcs = DescribeVpcs { region_id: RegionId::new("cn-shanghai")?, vpc_name: Some("a b") };
/// assert_eq!(Query::new(vpcs).to_string(), "RegionId=cn-shanghai&VpcName=a%20b");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
///
/// The wrong order does not compile:
///
/// ```compile_fail,E0080
/// use aliyun_customer_gateway::query::{Parameters, Visitor, visit};
///
/// struct DescribeVpcs;
///
/// impl Parameters for DescribeVpcs {
///     fn visit(&self, visitor: Visitor<'_>) {
///         visit!(visitor, { "VpcName": "a", "RegionId": "cn-shanghai" });
///     }
/// }
/// ```
///
/// Nor does a parameter that every call has, such as `Version`:
///
/// ```compile_fail,E0080
/// use aliyun_customer_gateway::query::{Parameters, Visitor, visit};
///
/// struct DescribeVpcs;
///
/// impl Parameters for DescribeVpcs {
///     fn visit(&self, visitor: Visitor<'_>) {
///         visit!(visitor, { "Version": "2016-04-28" });
///     }
/// }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __visit {
    ($visitor:expr, { $($name:literal: $value:expr),* $(,)? }) => {{
        const COUNT: usize = <[&str]>::len(&[$($name),*]);
        static LABELS: [$crate::query::Label<'_>; COUNT] = match $crate::query::Label::list([
            $(($name, concat!("&", $name, "="))),*
        ]) {
            Ok(labels) => labels,
            Err(sentence) => panic!("{}", sentence),
        };
        #[allow(unused_mut, unused_variables, reason = "there may be no names")]
        let mut named = $crate::query::Visitor::named($visitor, &LABELS);
        $(named.take(&$crate::query::Value::from($value));)*
    }};
}
