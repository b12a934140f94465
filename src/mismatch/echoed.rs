//! What the service echoes of what it signed.

use core::iter::Take;

use crate::error_code::ErrorCode;
use crate::escaped::Chars;
use crate::response::Failed;

/// The characters of an echo.
pub(super) type Echo<'b> = Take<Chars<'b>>;

/// What stands before an echo, in lower case: then come a colon or a space, and maybe a bracket.
const STRING_TO_SIGN: [&str; 2] = ["string to sign is", "stringtosign is"];
const CANONICAL_REQUEST: [&str; 2] = ["canonicalrequest is", "canonical request is"];

/// The string to sign of RPC that a failure echoes. It holds no white space, and no bracket.
pub(super) fn string_to_sign<'b>(failed: &Failed<'b>) -> Option<Echo<'b>> {
    let text = behind(failed, STRING_TO_SIGN)?;
    if strip(text.clone(), ALGORITHM).is_some() {
        return None;
    }
    let is_end = |c: char| c == ']' || c.is_ascii_whitespace();
    let len = text.clone().take_while(|character| !is_end(*character)).count();
    (len > 0).then(|| text.take(len))
}

/// The hash of the canonical request, which stands in the string to sign of ACS3 that a failure
/// echoes.
pub(super) fn hash<'b>(failed: &Failed<'b>) -> Option<Echo<'b>> {
    let mut text = strip(behind(failed, STRING_TO_SIGN)?, ALGORITHM)?;
    while text.clone().next().is_some_and(|c| c.is_ascii_whitespace()) {
        text.next();
    }
    let len = text.clone().take_while(char::is_ascii_hexdigit).count();
    (len > 0).then(|| text.take(len))
}

/// The canonical request that a failure echoes: it ends with the hash of the body, and a bracket.
pub(super) fn canonical_request<'b>(failed: &Failed<'b>) -> Option<Echo<'b>> {
    let text = behind(failed, CANONICAL_REQUEST)?;
    let mut len: usize = 0;
    let mut last_bracket = None;
    // How many digits stand at the start of the line, if nothing else does.
    let mut digits = None;
    for character in text.clone() {
        match character {
            '\n' => digits = Some(0_usize),
            ']' => {
                last_bracket = Some(len);
                if digits == Some(64) {
                    break;
                }
                digits = None;
            }
            _ if character.is_ascii_hexdigit() => {
                digits = digits.map(|count| count.saturating_add(1));
            }
            _ => digits = None,
        }
        len = len.saturating_add(1);
    }
    let len = last_bracket.unwrap_or(len);
    (len > 0).then(|| text.take(len))
}

/// With which the string to sign of ACS3 starts, in lower case.
const ALGORITHM: &str = "acs3-hmac-sha256";

/// The text of a failure of this kind behind a marker.
fn behind<'b>(failed: &Failed<'b>, markers: [&str; 2]) -> Option<Chars<'b>> {
    if !matches!(
        failed.error_code()?,
        ErrorCode::SignatureDoesNotMatch | ErrorCode::IncompleteSignature
    ) {
        return None;
    }
    let mut text = failed.message_as_received()?.chars();
    loop {
        if let Some(after) = markers.iter().find_map(|marker| strip(text.clone(), marker)) {
            return Some(after);
        }
        text.next()?;
    }
}

/// What follows a marker that a text starts with.
fn strip<'b>(mut text: Chars<'b>, marker: &str) -> Option<Chars<'b>> {
    let is_next = |wanted| text.next().is_some_and(|next| next.to_ascii_lowercase() == wanted);
    if !marker.chars().all(is_next) {
        return None;
    }
    loop {
        let start = text.clone();
        match text.next() {
            Some(':' | ' ') => {}
            Some('[') => return Some(text),
            _ => return Some(start),
        }
    }
}
