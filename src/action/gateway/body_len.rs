//! How long the bodies are that tell of gateways: bounds for a receive buffer.
//!
//! They hold what the documentation lists, each member at its longest, in JSON and in XML, written
//! without spaces between. An id of the service has 24 to 36 characters, and 64 are counted. A
//! character of a name takes up to 12 bytes, as `\ud83c\udfe2` does in JSON of ASCII only; one of
//! ASCII up to 6, as `\u0026`.

use crate::response::owned::REQUEST_ID_LEN;

/// `\ud83c\udfe2`, the longest way to write a character.
const CHARACTER: usize = 12;

/// 64 characters of ASCII, each at its longest: `\u0026`.
const AUTH_KEY: usize = 64 * 6;

/// As many bytes as an id is counted for.
const ID: usize = 64;

/// The digits of the greatest `Long`.
const LONG: usize = 19;

/// What stands around a member in XML, which is more than in JSON: two tags.
const fn member(name: &str, value: usize) -> usize {
    sum(&["<></>".len(), name.len(), name.len(), value])
}

const fn sum(mut parts: &[usize]) -> usize {
    let mut sum: usize = 0;
    while let Some((part, rest)) = parts.split_first() {
        sum = sum.saturating_add(*part);
        parts = rest;
    }
    sum
}

/// A whole response of an action: the prolog, the root, and the id of the request.
pub(in crate::action) const fn response(action: &str, members: usize) -> usize {
    let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n".len();
    let root = member("Response", sum(&[action.len(), action.len()]));
    sum(&[prolog, root, member("RequestId", REQUEST_ID_LEN), members])
}

/// What every output that tells of a gateway has.
pub(in crate::action) const fn gateway(name_chars: usize, description_chars: usize) -> usize {
    sum(&[
        member("CustomerGatewayId", ID),
        member("IpAddress", super::owned::IP_ADDRESS_LEN),
        member("Name", name_chars.saturating_mul(CHARACTER)),
        member("Description", description_chars.saturating_mul(CHARACTER)),
        member("CreateTime", LONG),
    ])
}

pub(in crate::action) const fn resource_group() -> usize {
    member("ResourceGroupId", ID)
}

/// A gateway as it is described and listed, without tags.
pub(in crate::action) const fn described(name_chars: usize, description_chars: usize) -> usize {
    sum(&[
        gateway(name_chars, description_chars),
        resource_group(),
        member("Asn", "4294967295".len()),
        member("AuthKey", AUTH_KEY),
        member("Tags", member("Tag", 0)),
    ])
}

/// So many of these on a page, and its numbers.
pub(in crate::action) const fn page(
    items: usize,
    name_chars: usize,
    description_chars: usize,
) -> usize {
    let number = "2147483647".len();
    let item = member("CustomerGateway", described(name_chars, description_chars));
    sum(&[
        member("PageNumber", number),
        member("PageSize", number),
        member("TotalCount", number),
        member("CustomerGateways", items.saturating_mul(item)),
    ])
}
