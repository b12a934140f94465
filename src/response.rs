//! What the service answered.

use core::fmt;

use crate::advice;
use crate::body_error::BodyError;
use crate::error_code::{ErrorCode, Reading};
use crate::escaped::{EscapedStr, Fragment, is_space};
use crate::parameter::Parameter;
use crate::retry::Retry;
use echo::Redacted;

pub(crate) mod echo;
#[cfg(feature = "json")]
mod json;
mod members;
pub(crate) mod owned;
mod shown;
mod texts;
#[cfg(feature = "xml")]
mod xml;

use members::{Member, Members};
use texts::Texts;

/// What the service answered to a request, borrowed from the body.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{ErrorCode, Response, Retry};
///
/// let body = br#"{"Code":"Resource.QuotaFull","Message":"The quota of resource is full"}"#;
/// let Response::Failed(failed) = Response::decode(400, body)? else { panic!() };
/// assert_eq!(failed.error_code(), Some(ErrorCode::QuotaFull));
/// assert_eq!(failed.retry(), Retry::Never);
/// # }
/// # Ok::<(), aliyun_customer_gateway::BodyError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Response<'a> {
    /// The gateway exists.
    Created(Created<'a>),
    /// The service refused, or failed.
    Failed(Failed<'a>),
}

/// The customer gateway that the service created.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Created<'a> {
    customer_gateway_id: EscapedStr<'a>,
    request_id: Option<EscapedStr<'a>>,
    ip_address: Option<EscapedStr<'a>>,
    name: Option<EscapedStr<'a>>,
    description: Option<EscapedStr<'a>>,
    create_time: Option<u64>,
}

/// Why the service did not create a customer gateway.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Failed<'a> {
    status: u16,
    code: Option<EscapedStr<'a>>,
    message: Option<EscapedStr<'a>>,
    request_id: Option<EscapedStr<'a>>,
    host_id: Option<EscapedStr<'a>>,
    recommend: Option<EscapedStr<'a>>,
}

impl<'a> Response<'a> {
    /// How many levels of values or elements are read, the outermost one included. The service's own
    /// answers have up to four.
    pub const MAX_DEPTH: usize = crate::body_error::MAX_DEPTH;

    /// Reads an answer from its HTTP status and its body, in JSON or XML.
    ///
    /// A status from 200 to 299 with a `CustomerGatewayId` is [`Created`], whatever its other members
    /// are; with a `Code` instead it is [`Failed`], as is any other status. Members that are not
    /// known are skipped. A number reads as its text, and a member that is neither as absent. The names
    /// of the members are also read in lower camel case, as some of the service's gateways write them.
    ///
    /// # Errors
    ///
    /// - an empty body, an HTML page, plain text: no answer of the service, whatever the status
    /// - `{"Code":"Forb`: cut off at byte 13
    /// - `{"Code":}`: unexpected `'}'` at byte 8
    /// - 128 times `[` within an object: nested too deep
    /// - `<Error><Code>Forbidden</Message></Error>`: the end tag at byte 24 is not that of the element
    /// - `<!DOCTYPE Error>`: declares a document type
    /// - `{"Code":"A","Code":"B"}`: `Code` stands twice
    /// - `{"Code":"\ud83c"}`: a lone surrogate in `Code`
    /// - `{"RequestId":"1"}` with status 200: neither a `CustomerGatewayId` nor a `Code`
    pub fn decode(status: u16, body: &'a [u8]) -> Result<Self, BodyError> {
        let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        let offset = body.len().saturating_sub(text.len());
        let space = text.iter().take_while(|byte| is_space(**byte)).count();
        let start = offset.saturating_add(space);

        let mut members = Members::default();
        match body.get(start) {
            None => return Err(BodyError::Empty),
            #[cfg(feature = "json")]
            Some(b'{') => json::read(body, start, &mut members)?,
            #[cfg(not(feature = "json"))]
            Some(b'{') => return Err(BodyError::FeatureOff { feature: "json" }),
            #[cfg(feature = "xml")]
            Some(b'<') => xml::read(body, start, &mut members)?,
            #[cfg(not(feature = "xml"))]
            Some(b'<') => return Err(BodyError::FeatureOff { feature: "xml" }),
            Some(&byte) => return Err(BodyError::NotAnAnswer { byte, index: start }),
        }
        let mut texts = Texts::new(body, &members);
        let response = Self::from_texts(status, &mut texts);
        texts.finish()?;
        Ok(response)
    }

    /// Takes the members that matter: a mistake in any other one does not lose the answer.
    fn from_texts(status: u16, texts: &mut Texts<'a, '_>) -> Self {
        let success = matches!(status, 200..=299);
        if success && let Some(customer_gateway_id) = texts.named(Member::CustomerGatewayId) {
            return Self::Created(Created {
                customer_gateway_id,
                request_id: texts.text(Member::RequestId),
                ip_address: texts.text(Member::IpAddress),
                name: texts.text(Member::Name),
                description: texts.text(Member::Description),
                create_time: texts.text(Member::CreateTime).and_then(milliseconds),
            });
        }
        let code = texts.named(Member::Code);
        if success && code.is_none() {
            texts.fail(BodyError::NothingCreated);
        }
        Self::Failed(Failed {
            status,
            code,
            message: texts.text(Member::Message),
            request_id: texts.text(Member::RequestId),
            host_id: texts.text(Member::HostId),
            recommend: texts.text(Member::Recommend),
        })
    }
}

/// Reads a `Long` that is a number of milliseconds: digits, up to the greatest `Long`.
fn milliseconds(text: EscapedStr<'_>) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    let mut number = 0_u64;
    for fragment in text.fragments() {
        let mut utf8 = [0; 4];
        let digits = match fragment {
            Fragment::Run(run) => run,
            Fragment::Character(character) => character.encode_utf8(&mut utf8),
        };
        for digit in digits.bytes() {
            let digit = char::from(digit).to_digit(10)?;
            number = number.checked_mul(10)?.checked_add(digit.into())?;
        }
    }
    (number <= i64::MAX.unsigned_abs()).then_some(number)
}

impl<'a> Created<'a> {
    /// The id of the customer gateway, such as `cgw-bp1aw0a5nfff03xp1****`. It is never empty.
    #[must_use]
    pub const fn customer_gateway_id(&self) -> EscapedStr<'a> {
        self.customer_gateway_id
    }

    /// The id of the request.
    #[must_use]
    pub const fn request_id(&self) -> Option<EscapedStr<'a>> {
        self.request_id
    }

    /// The address of the on-premises gateway, as the service wrote it.
    #[must_use]
    pub const fn ip_address(&self) -> Option<EscapedStr<'a>> {
        self.ip_address
    }

    /// The name of the customer gateway.
    #[must_use]
    pub const fn name(&self) -> Option<EscapedStr<'a>> {
        self.name
    }

    /// The description of the customer gateway.
    #[must_use]
    pub const fn description(&self) -> Option<EscapedStr<'a>> {
        self.description
    }

    /// When the customer gateway was created: milliseconds since the Unix epoch, UTC.
    ///
    /// It reads from a number and from a text of digits alike; anything else is absent.
    #[must_use]
    pub const fn create_time(&self) -> Option<u64> {
        self.create_time
    }
}

impl<'a> Failed<'a> {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The error code, as it stands in the body.
    #[must_use]
    pub const fn code(&self) -> Option<EscapedStr<'a>> {
        self.code
    }

    /// The error code, where it is one of [`ErrorCode`].
    #[must_use]
    pub fn error_code(&self) -> Option<ErrorCode> {
        Reading::of(self.code?.chars()).known
    }

    /// What went wrong, in words.
    #[must_use]
    pub const fn message(&self) -> Option<EscapedStr<'a>> {
        self.message
    }

    /// What went wrong, in words, as the service wrote it: it may echo secrets of the request.
    #[must_use]
    pub const fn message_as_received(&self) -> Option<EscapedStr<'a>> {
        self.message
    }

    /// What went wrong, in words, without the secrets that the service may echo there.
    #[must_use]
    pub fn message_without_secrets(&self) -> Option<Redacted<'a>> {
        self.redacted(self.message)
    }

    /// A text of the failure without secrets.
    fn redacted(&self, text: Option<EscapedStr<'a>>) -> Option<Redacted<'a>> {
        text.map(|text| Redacted::new(text, self.code))
    }

    /// The id of the request, which Alibaba Cloud's support asks for.
    #[must_use]
    pub const fn request_id(&self) -> Option<EscapedStr<'a>> {
        self.request_id
    }

    /// The host that answered.
    #[must_use]
    pub const fn host_id(&self) -> Option<EscapedStr<'a>> {
        self.host_id
    }

    /// The address of a page that explains the error.
    #[must_use]
    pub const fn recommend(&self) -> Option<EscapedStr<'a>> {
        self.recommend
    }

    /// Whether and how to try again.
    #[must_use]
    pub fn retry(&self) -> Retry {
        let chars = |text: Option<EscapedStr<'a>>| text.map(|text| text.chars());
        advice::of_chars(self.status, chars(self.code), chars(self.message))
    }

    /// The parameter that the code blames: see [`Parameter::blamed_by`].
    #[must_use]
    pub fn blames(&self) -> Option<Parameter> {
        Reading::of(self.code?.chars()).blames
    }

    /// Whether the failure says that there is nothing left to do for this action, such as a
    /// `DeleteCustomerGateway` of a gateway that does not exist.
    #[must_use]
    pub fn is_done(&self, action: &str) -> bool {
        self.error_code().is_some_and(|code| code.is_done(action))
    }
}

impl fmt::Display for Created<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "created {}", self.customer_gateway_id)
    }
}
