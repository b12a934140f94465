//! `Host`: the host that a request goes to.

use crate::field::ascii;
use crate::field::text_field;
use crate::invalid_parameter::InvalidParameter;
use crate::rule;

/// The host that a request goes to, such as `vpc.aliyuncs.com` or `vpc.cn-shanghai.aliyuncs.com`:
/// the ACS3 signature covers it.
///
/// # Rules
///
/// - 1 to 259 ASCII letters, digits, `.`, `-` and `:`: a name of RFC 1035, and perhaps a port.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::Host;
///
/// assert_eq!(Host::VPC.as_str(), "vpc.aliyuncs.com");
/// assert_eq!(
///     Host::new("https://vpc.aliyuncs.com").unwrap_err().to_string(),
///     "unexpected character '/' at byte 6 of Host: \
///      use ASCII letters, digits, '.', '-' and ':', as in vpc.aliyuncs.com",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Host<'a> {
    text: &'a str,
}

text_field!(Host);

impl<'a> Host<'a> {
    /// The most characters.
    pub const MAX_CHARS: usize = rule::HOST.max;

    /// The central endpoint of the VPC service.
    pub const VPC: Host<'static> = Host { text: "vpc.aliyuncs.com" };

    /// Checks a host.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"vpc.aliyuncs.com/"`: unexpected character `'/'` at byte 16
    /// - 260 times `"a"`: 260 characters
    pub const fn new(text: &'a str) -> Result<Self, InvalidParameter> {
        let mut rest = text.as_bytes();
        while let [byte, after @ ..] = rest {
            if !matches!(byte, b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'.' | b'-' | b':') {
                return Err(ascii::unexpected(&rule::HOST, text, rest));
            }
            rest = after;
        }
        match ascii::check_length(&rule::HOST, text.len()) {
            Ok(()) => Ok(Self { text }),
            Err(refusal) => Err(refusal),
        }
    }
}
