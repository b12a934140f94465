//! The members of an answer in JSON.
//!
//! `serde-json-core` reads the strings: borrowed, still escaped, as its `EscapedStr`. The frame of the
//! object is read here, and so is what is skipped, because it would go down nested values without a
//! limit, take garbage for a value that nobody reads, lose the whole body over one string that is not
//! UTF-8, and say of no mistake where it is.

use serde::Deserialize as _;
use serde_json_core::de::Deserializer;
use serde_json_core::str::EscapedStr;

use super::members::{Bytes, Member, Members, RawText, Spelling};
use crate::body_error::BodyError;
use crate::text::{Form, Text};

mod syntax;

use syntax::{Content, Cursor};

/// Notes the members of the answer that starts at `start`.
pub(super) fn read<'a>(
    body: &'a [u8],
    start: usize,
    members: &mut Members<'a>,
) -> Result<(), BodyError> {
    let mut cursor = Cursor::new(body, start);
    cursor.expect(b'{')?;
    cursor.skip_spaces();
    if cursor.peek() == Some(b'}') {
        cursor.expect(b'}')?;
    } else {
        loop {
            member(&mut cursor, members)?;
            cursor.skip_spaces();
            if cursor.peek() != Some(b',') {
                break;
            }
            cursor.expect(b',')?;
            cursor.skip_spaces();
        }
        cursor.expect(b'}')?;
    }
    cursor.skip_spaces();
    match cursor.peek() {
        None => Ok(()),
        Some(_) => Err(BodyError::Trailing { index: cursor.index() }),
    }
}

/// Reads a name and its value.
fn member<'a>(cursor: &mut Cursor<'a>, members: &mut Members<'a>) -> Result<(), BodyError> {
    let index = cursor.index();
    let name = cursor.string()?;
    cursor.colon()?;
    let Some((member, spelling)) = member_of(&name) else { return cursor.value(1) };
    let start = cursor.index();
    let value = if cursor.peek() == Some(b'"') {
        let index = start.saturating_add(1);
        Some(RawText { bytes: string(cursor)?, form: Form::Json, index })
    } else {
        cursor.value(1)?;
        let bytes = cursor.since(start);
        let is_number = matches!(bytes, [b'-' | b'0'..=b'9', ..]);
        is_number.then_some(RawText { bytes: Bytes::Any(bytes), form: Form::Plain, index: start })
    };
    members.insert(member, spelling, value, index);
    Ok(())
}

/// What stands between the quotes of the string at the cursor.
fn string<'a>(cursor: &mut Cursor<'a>) -> Result<Bytes<'a>, BodyError> {
    match EscapedStr::deserialize(&mut Deserializer::new(cursor.rest(), None)) {
        Ok(EscapedStr(raw)) => {
            cursor.advance(raw.len().saturating_add(2));
            Ok(Bytes::Utf8(raw))
        }
        // It is cut off, or not UTF-8: which matters only if the member does.
        Err(_) => Ok(Bytes::Any(cursor.string()?.bytes)),
    }
}

/// The member with a name that may be escaped.
fn member_of(name: &Content<'_>) -> Option<(Member, Spelling)> {
    if !name.is_escaped {
        return Member::of(name.bytes);
    }
    let name = Text::from_json(core::str::from_utf8(name.bytes).ok()?).ok()?;
    Member::of(name.copy_to(&mut [0; Member::MAX_LEN]).ok()?.as_bytes())
}
