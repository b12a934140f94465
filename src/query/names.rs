//! The names of an action's parameters, their order checked by the compiler.

use super::common;
use super::list;
use super::order::{self, OrderError};
use crate::byte_set::ByteSet;

/// The names of an action's parameters in canonical order, and where the common ones go among them.
#[derive(Debug)]
pub struct Names {
    all: &'static [&'static str],
    /// Whether none needs encoding.
    plain: bool,
    /// For each common name, how many of these come before it.
    before: [u8; common::COUNT],
}

impl Names {
    /// Checks that the names ascend, and that no common one is among them.
    ///
    /// # Errors
    ///
    /// The sentence for the compiler's message.
    pub const fn new(names: &'static [&'static str]) -> Result<Self, &'static str> {
        let mut rest = names;
        let mut plain = true;
        while let [name, after @ ..] = rest {
            let next = if let [next, ..] = after { Some(*next) } else { None };
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
            plain &= ByteSet::UNRESERVED.contains_all(name.as_bytes());
            rest = after;
        }
        let mut before = [0; common::COUNT];
        let (mut cuts, mut commons): (&mut [u8], &[&str]) = (&mut before, &common::NAMES);
        while let ([cut, after_cut @ ..], [name, after_name @ ..]) = (cuts, commons) {
            *cut = match count_before(names, name) {
                Ok(count) => count,
                Err(sentence) => return Err(sentence),
            };
            (cuts, commons) = (after_cut, after_name);
        }
        Ok(Self { all: names, plain, before })
    }

    pub(super) const fn all(&self) -> &'static [&'static str] {
        self.all
    }

    pub(super) const fn are_plain(&self) -> bool {
        self.plain
    }

    pub(super) const fn before(&self) -> &[u8; common::COUNT] {
        &self.before
    }
}

/// How many of some ascending names come before a common one.
const fn count_before(names: &[&str], common: &str) -> Result<u8, &'static str> {
    let mut count: u8 = 0;
    let mut rest = names;
    while let [name, after @ ..] = rest {
        match order::compare(name, common) {
            core::cmp::Ordering::Less => {}
            core::cmp::Ordering::Equal => {
                return Err("a parameter is one that every call has: leave it out");
            }
            core::cmp::Ordering::Greater => break,
        }
        count = match count.checked_add(1) {
            Some(count) => count,
            None => return Err("an action has at most 255 parameters"),
        };
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
        static NAMES: $crate::query::Names = match $crate::query::Names::new(&[$($name),*]) {
            Ok(names) => names,
            Err(sentence) => panic!("{}", sentence),
        };
        $crate::query::Visitor::named($visitor, &NAMES, &[$($crate::query::Value::from($value)),*]);
    }};
}
