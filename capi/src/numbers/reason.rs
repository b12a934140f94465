//! Why a value was refused.

use aliyun_customer_gateway::Reason;

/// None.
pub const ACG_REASON_NONE: i32 = 0;
/// There is no text.
pub const ACG_REASON_EMPTY: i32 = 1;
/// There are too few characters.
pub const ACG_REASON_TOO_SHORT: i32 = 2;
/// There are too many characters.
pub const ACG_REASON_TOO_LONG: i32 = 3;
/// A character may not stand where it stands.
pub const ACG_REASON_UNEXPECTED_CHARACTER: i32 = 4;
/// A character may not stand where it stands, and is not shown because it may be part of a secret
/// (white space is none).
pub const ACG_REASON_UNEXPECTED_SECRET_CHARACTER: i32 = 5;
/// The text starts or ends with white space that was copied with it: an end of a line, mostly.
pub const ACG_REASON_WHITE_SPACE_AT_EDGE: i32 = 6;
/// A character that only run time can check: a constant knows the letters of ASCII and the
/// Chinese characters from U+4E00 to U+9FFF.
pub const ACG_REASON_NOT_CONSTANT: i32 = 7;
/// The text starts with something that is kept for others, such as `http://` or `acs:`.
pub const ACG_REASON_FORBIDDEN_PREFIX: i32 = 8;
/// The text holds `http://` or `https://`.
pub const ACG_REASON_CONTAINS_URL: i32 = 9;
/// The text ends where more is needed.
pub const ACG_REASON_INCOMPLETE: i32 = 10;
/// A number starts with a zero that it does not need.
pub const ACG_REASON_LEADING_ZERO: i32 = 11;
/// A number is smaller than may stand there.
pub const ACG_REASON_NUMBER_TOO_SMALL: i32 = 12;
/// A number is greater than may stand there.
pub const ACG_REASON_NUMBER_TOO_LARGE: i32 = 13;
/// The text is an IPv6 address.
pub const ACG_REASON_IPV6: i32 = 14;
/// The address lies in a block that no gateway has its address in.
pub const ACG_REASON_NOT_PUBLIC: i32 = 15;
/// The autonomous system number is one that nobody may use here.
pub const ACG_REASON_RESERVED_ASN: i32 = 16;
/// There is no such date or time.
pub const ACG_REASON_NO_SUCH_TIME: i32 = 17;
/// The time lies outside of the years 1970 to 9999.
pub const ACG_REASON_TIME_OUT_OF_RANGE: i32 = 18;
/// A host is written in upper case.
pub const ACG_REASON_UPPER_CASE: i32 = 19;
/// A label of a host has no characters.
pub const ACG_REASON_EMPTY_LABEL: i32 = 20;
/// A label of a host has too many characters.
pub const ACG_REASON_LABEL_TOO_LONG: i32 = 21;
/// A host's last label is a number, as in an IPv4 address, and the host is none.
pub const ACG_REASON_NO_IPV4: i32 = 22;
/// A host's port is none.
pub const ACG_REASON_NO_PORT: i32 = 23;
/// A host's port is the one that an HTTP client leaves out.
pub const ACG_REASON_DEFAULT_PORT: i32 = 24;
/// A region's id cannot be part of a host.
pub const ACG_REASON_NO_HOST: i32 = 25;
/// There are too many tags.
pub const ACG_REASON_TOO_MANY_TAGS: i32 = 26;
/// Two tags have the same key.
pub const ACG_REASON_DUPLICATE_KEY: i32 = 27;
/// There is none beside an `AccessKeyId` that starts with `STS.`, which comes with one.
pub const ACG_REASON_MISSING_TOKEN: i32 = 28;
/// A key of BGP is given without an `Asn`.
pub const ACG_REASON_MISSING_ASN: i32 = 29;
/// The edition has no such parameter.
pub const ACG_REASON_NOT_IN_EDITION: i32 = 30;
/// The text is not UTF-8.
pub const ACG_REASON_NOT_UTF8: i32 = 101;
/// A parameter that the action needs is missing.
pub const ACG_REASON_MISSING: i32 = 102;
/// The action has no such parameter.
pub const ACG_REASON_NOT_OF_ACTION: i32 = 103;

/// The number of a reason; 0 for one that is newer than this interface.
pub(crate) const fn of(reason: Reason) -> i32 {
    match reason {
        Reason::Empty => ACG_REASON_EMPTY,
        Reason::TooShort { .. } => ACG_REASON_TOO_SHORT,
        Reason::TooLong { .. } => ACG_REASON_TOO_LONG,
        Reason::UnexpectedCharacter { .. } => ACG_REASON_UNEXPECTED_CHARACTER,
        Reason::UnexpectedSecretCharacter { .. } => ACG_REASON_UNEXPECTED_SECRET_CHARACTER,
        Reason::WhiteSpaceAtEdge { .. } => ACG_REASON_WHITE_SPACE_AT_EDGE,
        Reason::NotConstant { .. } => ACG_REASON_NOT_CONSTANT,
        Reason::ForbiddenPrefix(..) => ACG_REASON_FORBIDDEN_PREFIX,
        Reason::ContainsUrl { .. } => ACG_REASON_CONTAINS_URL,
        Reason::Incomplete => ACG_REASON_INCOMPLETE,
        Reason::LeadingZero { .. } => ACG_REASON_LEADING_ZERO,
        Reason::NumberTooSmall { .. } => ACG_REASON_NUMBER_TOO_SMALL,
        Reason::NumberTooLarge { .. } => ACG_REASON_NUMBER_TOO_LARGE,
        Reason::Ipv6 => ACG_REASON_IPV6,
        Reason::NotPublic(..) => ACG_REASON_NOT_PUBLIC,
        Reason::ReservedAsn(..) => ACG_REASON_RESERVED_ASN,
        Reason::NoSuchTime { .. } => ACG_REASON_NO_SUCH_TIME,
        Reason::TimeOutOfRange => ACG_REASON_TIME_OUT_OF_RANGE,
        Reason::UpperCase { .. } => ACG_REASON_UPPER_CASE,
        Reason::EmptyLabel { .. } => ACG_REASON_EMPTY_LABEL,
        Reason::LabelTooLong { .. } => ACG_REASON_LABEL_TOO_LONG,
        Reason::NoIpv4 { .. } => ACG_REASON_NO_IPV4,
        Reason::NoPort { .. } => ACG_REASON_NO_PORT,
        Reason::DefaultPort(..) => ACG_REASON_DEFAULT_PORT,
        Reason::NoHost { .. } => ACG_REASON_NO_HOST,
        Reason::TooManyTags { .. } => ACG_REASON_TOO_MANY_TAGS,
        Reason::DuplicateKey { .. } => ACG_REASON_DUPLICATE_KEY,
        Reason::MissingToken => ACG_REASON_MISSING_TOKEN,
        Reason::MissingAsn => ACG_REASON_MISSING_ASN,
        Reason::NotInEdition(..) => ACG_REASON_NOT_IN_EDITION,
        _ => ACG_REASON_NONE,
    }
}
