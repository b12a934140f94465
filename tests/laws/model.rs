//! What a body says, by the rules of the service (`Created` and `Failed`): an independent reading of
//! members that somebody else's parser found.

/// A member of a body, in the order of the body.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Text(String),
    /// A text that is not UTF-8, or not escaped as it should be; as it is written.
    Broken(Vec<u8>),
    /// `true`, an array, an object, an element with elements in it; as it is written.
    Other(String),
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Id,
    Number,
}

/// What is read for a member.
#[derive(Clone, Debug, PartialEq)]
enum Read {
    Absent,
    Text(String),
    WrongType,
    Unreadable,
}

/// What a response says: an outcome, its members, and whether it is damaged.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome {
    Error,
    Created(Vec<Option<String>>, bool),
    Failed(Vec<Option<String>>, bool),
}

pub(crate) const CREATED: [&str; 6] =
    ["CustomerGatewayId", "RequestId", "IpAddress", "Name", "Description", "CreateTime"];
pub(crate) const FAILED: [&str; 5] = ["Code", "Message", "RequestId", "HostId", "Recommend"];

fn kind_of(name: &str) -> Kind {
    match name {
        "CreateTime" => Kind::Number,
        "CustomerGatewayId" | "RequestId" | "Code" | "HostId" => Kind::Id,
        _ => Kind::Text,
    }
}

fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}

/// A whole number in any notation, by moving its point as text.
fn whole(text: &str) -> Option<u64> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (before, after) = match mantissa.split_once('.') {
        Some((before, after)) => (before, Some(after)),
        None => (mantissa, None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let unsigned = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    if !is_digits(before) || !after.is_none_or(is_digits) || !unsigned.is_none_or(is_digits) {
        return None;
    }
    let digits = format!("{before}{}", after.unwrap_or_default());
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return Some(0);
    }
    let leading = digits.len() - significant.len();
    let exponent: i64 = exponent.map_or(0, |text| {
        text.parse().unwrap_or(if text.starts_with('-') { -1_000_000 } else { 1_000_000 })
    });
    let exponent = exponent.clamp(-1_000_000, 1_000_000);
    let len = |text: &str| i64::try_from(text.len()).unwrap();
    let point = len(before) - i64::try_from(leading).unwrap() + exponent;
    let significant = significant.trim_end_matches('0');
    let zeros = usize::try_from(point - len(significant)).ok().filter(|zeros| *zeros < 20)?;
    let number: u64 = format!("{significant}{}", "0".repeat(zeros)).parse().ok()?;
    i64::try_from(number).is_ok().then_some(number)
}

fn is_same(kind: Kind, one: &Value, two: &Value) -> bool {
    let (Value::Text(a), Value::Text(b)) = (one, two) else { return one == two };
    match kind {
        Kind::Text => a == b,
        Kind::Id => trim(a) == trim(b),
        Kind::Number => match (whole(trim(a)), whole(trim(b))) {
            (Some(a), Some(b)) => a == b,
            _ => a == b,
        },
    }
}

fn read(entries: &[Entry], name: &str) -> Read {
    let kind = kind_of(name);
    let has_meaning = |entry: &&Entry| match &entry.value {
        Value::Null => false,
        Value::Text(text) => kind == Kind::Text || !trim(text).is_empty(),
        Value::Broken(_) | Value::Other(_) => true,
    };
    let named = |entry: &&Entry| entry.name.eq_ignore_ascii_case(name);
    let all: Vec<_> = entries.iter().filter(named).filter(has_meaning).collect();
    let exact: Vec<_> = all.iter().copied().filter(|entry| entry.name == name).collect();
    let spelling = if exact.is_empty() { all } else { exact };
    let Some(first) = spelling.first() else { return Read::Absent };
    if !spelling.iter().all(|entry| is_same(kind, &first.value, &entry.value)) {
        return Read::Unreadable;
    }
    match (&first.value, kind) {
        (Value::Text(text), Kind::Text) => Read::Text(text.clone()),
        (Value::Text(text), Kind::Id) => Read::Text(trim(text).to_owned()),
        (Value::Text(text), Kind::Number) => match whole(trim(text)) {
            Some(number) => Read::Text(number.to_string()),
            None => Read::Unreadable,
        },
        (Value::Other(_), _) => Read::WrongType,
        _ => Read::Unreadable,
    }
}

fn texts(entries: &[Entry], names: &[&str]) -> (Vec<Option<String>>, bool) {
    let values: Vec<_> = names.iter().map(|name| read(entries, name)).collect();
    let damaged = values.iter().any(|value| matches!(value, Read::WrongType | Read::Unreadable));
    let text = |value| match value {
        Read::Text(text) => Some(text),
        _ => None,
    };
    (values.into_iter().map(text).collect(), damaged)
}

/// What a body with these members says.
pub(crate) fn outcome(status: u16, entries: &[Entry]) -> Outcome {
    let success = (200..300).contains(&status);
    if success {
        match read(entries, "CustomerGatewayId") {
            Read::Text(_) => {
                let (members, damaged) = texts(entries, &CREATED);
                return Outcome::Created(members, damaged);
            }
            Read::Unreadable => return Outcome::Error,
            Read::Absent | Read::WrongType => {}
        }
    }
    let is_there = |name: &&str| read(entries, name) != Read::Absent;
    let is_failure = match read(entries, "Code") {
        Read::Unreadable => false,
        Read::Text(code) => {
            !success || !["200", "ok", "success"].contains(&code.to_ascii_lowercase().as_str())
        }
        _ => !success && ["RequestId", "HostId", "Message"].iter().any(is_there),
    };
    if !is_failure {
        return Outcome::Error;
    }
    let (members, damaged) = texts(entries, &FAILED);
    Outcome::Failed(members, damaged)
}
