//! `Host`: the host that a request goes to.

pub(crate) mod of_region;

use crate::field::breach::{Breach, Kind};
use crate::field::ip_address::{is_ipv6, parse};
use crate::field::{forbidden, number, text_field};
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::every_edition::HOST;

/// The host that a request goes to, such as `vpc.aliyuncs.com` or `vpc.cn-shanghai.aliyuncs.com`:
/// the ACS3 signature covers it.
///
/// [`OwnedHost::of_region`](crate::OwnedHost::of_region) makes the host of a region.
///
/// # Rules
///
/// - A name of 1 to 253 characters: labels of 1 to 63 lower-case letters, digits and `-`, which
///   neither start nor end with `-`, with `.` between (RFC 1123, 2.1). A name whose last label is a
///   number is an IPv4 address.
/// - Then perhaps `:` and a port, 1 to 65535 without leading zeros, but neither 80 nor 443.
/// - HTTP clients write a host in lower case and leave out the port that their scheme implies. What
///   they send must be what was signed, so that upper case and these two ports are refused.
/// - No IPv6 address: the service has none.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Host;
///
/// assert_eq!(Host::VPC.as_str(), "vpc.aliyuncs.com");
/// assert_eq!(
///     Host::new("VPC.aliyuncs.com").unwrap_err().to_string(),
///     "upper-case 'V' at byte 0 of Host: write it in lower case, as HTTP clients do, \
///      because the host is signed",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Host<'a> {
    text: &'a str,
}

text_field!(Host);

impl<'a> Host<'a> {
    /// The most characters: a name, a colon and five digits.
    pub const MAX_CHARS: usize = HOST.max_chars().saturating_add(6);

    /// The central endpoint of the VPC service.
    pub const VPC: Host<'static> = Host { text: "vpc.aliyuncs.com" };

    /// Checks a host.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"https://vpc.aliyuncs.com"`: starts with `https://`
    /// - `"https:vpc.aliyuncs.com"`: no port at byte 6
    /// - `"vpc.aliyuncs.com/"`: unexpected character `'/'` at byte 16
    /// - `"-vpc.aliyuncs.com"`: unexpected character `'-'` at byte 0
    /// - `"VPC.aliyuncs.com"`: upper-case `'V'` at byte 0
    /// - `"vpc..com"`, `":8080"`: empty label at byte 4, or 0
    /// - 64 times `"a"`: label of 64 characters at byte 0
    /// - `"vpc.aliyuncs.com:443"`, `":80"` likewise: the port that HTTP clients leave out
    /// - `"vpc.aliyuncs.com:0"`: no port at byte 17
    /// - `"vpc.aliyuncs.com:99999"`: number at byte 17 is too large
    /// - `"1.2.3"`, `"1.2.3.256"`: number that ends no IPv4 address at byte 4, or 6
    /// - `"[2001:db8::1]:8080"`: an IPv6 address
    /// - 127 times `"a."` and `"a"`: 255 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        match check(text) {
            Ok(()) => Ok(Self { text }),
            Err(_) if is_ipv6(text.as_bytes()) => Err(InvalidParameter::new(&HOST, Reason::Ipv6)),
            Err(refusal) => Err(refusal),
        }
    }

    /// The name or address without the port, as TLS and DNS want it.
    #[must_use]
    pub const fn name(&self) -> &'a str {
        let (name, _) = before_colon(self.text);
        name
    }

    /// The port, if one is written.
    #[must_use]
    pub const fn port(&self) -> Option<u16> {
        let (_, mut port) = before_colon(self.text);
        match number::read(self.text, &mut port, PORT) {
            Ok(port) => Some((port & 0xffff) as u16),
            Err(_) => None,
        }
    }
}

/// What a port is that is none.
const PORT: Kind = Kind::MoreThan16Bits;

/// The name of a host, and what stands after the colon.
const fn before_colon(text: &str) -> (&str, &[u8]) {
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        if *byte == b':'
            && let Some((name, _)) = text.split_at_checked(text.len().saturating_sub(rest.len()))
        {
            return (name, after);
        }
        rest = after;
    }
    (text, &[])
}

const fn refuse(reason: Reason) -> Result<(), InvalidParameter> {
    Err(InvalidParameter::new(&HOST, reason))
}

/// The refusal of the character that `rest`, the end of `text`, starts with.
const fn unexpected(text: &str, rest: &[u8]) -> InvalidParameter {
    Breach::unexpected(text, rest).refuse(&HOST, text)
}

const fn check(text: &str) -> Result<(), InvalidParameter> {
    if text.is_empty() {
        return refuse(Reason::Empty);
    }
    if forbidden::starts(&HOST, text) {
        return Err(Breach::PREFIX.refuse(&HOST, text));
    }
    let mut rest = text.as_bytes();
    let (name_len, after_name) = loop {
        let label = rest;
        let index = text.len().saturating_sub(label.len());
        let (characters, is_number) = match check_label(text, label) {
            Ok(checked) => checked,
            Err(refusal) => return Err(refusal),
        };
        let Some((_, after)) = label.split_at_checked(characters) else {
            return refuse(Reason::Incomplete);
        };
        if let [b'.', after @ ..] = after {
            rest = after;
            continue;
        }
        let name_len = text.len().saturating_sub(after.len());
        if is_number
            && let Some((name, _)) = text.split_at_checked(name_len)
            && parse(name).is_err()
        {
            return refuse(Reason::NoIpv4 { index });
        }
        break (name_len, after);
    };
    if name_len > HOST.max_chars() {
        return refuse(Reason::TooLong { characters: name_len });
    }
    match after_name {
        [b':', port @ ..] => check_port(text, port),
        [] => Ok(()),
        _ => Err(unexpected(text, after_name)),
    }
}

/// How long the label is that `label`, the end of `text`, starts with, and whether it is a number.
const fn check_label(text: &str, label: &[u8]) -> Result<(usize, bool), InvalidParameter> {
    let index = text.len().saturating_sub(label.len());
    let mut rest = label;
    let mut is_number = true;
    while let Some((byte, after)) = rest.split_first() {
        let at_edge = rest.len() == label.len() || matches!(after, [] | [b'.' | b':', ..]);
        match *byte {
            b'.' | b':' => break,
            b'0'..=b'9' => {}
            b'a'..=b'z' => is_number = false,
            b'-' if !at_edge => is_number = false,
            b'A'..=b'Z' => {
                let index = text.len().saturating_sub(rest.len());
                let reason = Reason::UpperCase { character: *byte as char, index };
                return Err(InvalidParameter::new(&HOST, reason));
            }
            _ => return Err(unexpected(text, rest)),
        }
        rest = after;
    }
    let characters = label.len().saturating_sub(rest.len());
    match characters {
        0 => Err(InvalidParameter::new(&HOST, Reason::EmptyLabel { index })),
        1..=63 => Ok((characters, is_number)),
        _ => Err(InvalidParameter::new(&HOST, Reason::LabelTooLong { index, characters })),
    }
}

const fn check_port(text: &str, port: &[u8]) -> Result<(), InvalidParameter> {
    let index = text.len().saturating_sub(port.len());
    if !matches!(port, [b'0'..=b'9', ..]) {
        return refuse(Reason::NoPort { index });
    }
    let mut rest = port;
    match number::read(text, &mut rest, PORT) {
        Err(breach) => Err(breach.refuse(&HOST, text)),
        Ok(0) => refuse(Reason::NoPort { index }),
        Ok(_) if !rest.is_empty() => Err(unexpected(text, rest)),
        Ok(80) => refuse(Reason::DefaultPort(80)),
        Ok(443) => refuse(Reason::DefaultPort(443)),
        Ok(_) => Ok(()),
    }
}
