//! The parameters that every RPC-style request has, whatever its action.

use super::value::Value;

/// Their names, in canonical order.
pub(crate) const NAMES: [&str; COUNT] = [
    "AccessKeyId",
    "Action",
    "Format",
    "SecurityToken",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

pub(crate) const COUNT: usize = 9;

/// Their values, in the same order.
pub(crate) type Common<'a> = [Value<'a>; COUNT];

/// The action's name, and nothing else.
pub(crate) const fn action(name: &str) -> Common<'_> {
    let mut common = [Value::ABSENT; COUNT];
    let [_, action, ..] = &mut common;
    *action = Value::text(name);
    common
}
