//! What the service says of a request that it does not carry out.

use aliyun_customer_gateway::{ErrorCode, InvalidParameter, Parameter};

use crate::refusal::{self, Refusal};

/// A code with its HTTP status and its message.
#[derive(Clone, Debug)]
pub(super) struct Failure {
    pub(super) status: u16,
    pub(super) code: String,
    pub(super) message: String,
    /// What is wrong, for whoever runs the service; never a secret.
    pub(super) reason: Option<String>,
    /// How long to wait, in milliseconds.
    pub(super) retry_after: Option<u64>,
}

impl Failure {
    pub(super) fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self {
        let (code, message) = (code.into(), message.into());
        Self { status, code, message, reason: None, retry_after: None }
    }

    /// A code of the table.
    pub(super) fn of(code: ErrorCode) -> Self {
        let status = code.statuses().first().copied().unwrap_or(match code {
            ErrorCode::UnsupportedHttpMethod => 405,
            _ => 400,
        });
        Self::new(status, code.as_str(), code.message().unwrap_or_else(|| message(code)))
    }

    /// A parameter that every such request has.
    pub(super) fn missing(parameter: &str) -> Self {
        let message = format!("{parameter} is mandatory for this action.");
        Self::new(400, format!("Missing{parameter}"), message)
    }

    /// A parameter that is wrong, for which the documents have no code of its own.
    fn invalid(parameter: &str) -> Self {
        let message = format!("Specified parameter {parameter} is not valid.");
        Self::new(400, format!("Invalid{parameter}"), message)
    }

    pub(super) fn because(self, reason: impl core::fmt::Display) -> Self {
        Self { reason: Some(reason.to_string()), ..self }
    }

    pub(super) fn of_invalid(invalid: &InvalidParameter, text: &str) -> Self {
        let failure = match (invalid.error_code(), invalid.parameter()) {
            (Some(code @ ErrorCode::AuthKeyMalformed), _) => {
                let failure = Self::of(code);
                // So does the service.
                Self { message: failure.message.replace("%s", text), ..failure }
            }
            (Some(code), _) => Self::of(code),
            (None, Parameter::RegionId) => {
                let message = "The specified RegionId does not exist.";
                Self::new(404, "InvalidRegionId.NotFound", message)
            }
            (None, Parameter::Asn) => Self::of(ErrorCode::IllegalAsn),
            (None, Parameter::ClientToken) => {
                Self::new(400, "IllegalParam.ClientToken", "The specified ClientToken is invalid.")
            }
            (None, Parameter::CustomerGatewayId) => Self::of(ErrorCode::CustomerGatewayNotFound),
            (None, parameter) => Self::invalid(parameter.as_str()),
        };
        failure.because(invalid)
    }
}

/// A request that cannot be read.
impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        let code = refusal.code.and_then(|code| code.parse::<ErrorCode>().ok());
        let failure = match (code, refusal.parameter) {
            (Some(code), _) => Self::of(code),
            (None, Some(parameter)) if refusal.kind == refusal::Kind::Missing => {
                Self::missing(&parameter)
            }
            (None, _) => Self::new(400, "InvalidParameter", refusal.sentence.clone()),
        };
        failure.because(refusal.sentence)
    }
}

/// The messages of codes that the contract and the official metadata have none for, as the service's
/// gateway sends them.
const fn message(code: ErrorCode) -> &'static str {
    match code {
        ErrorCode::AccessKeyIdNotFound => "Specified access key is not found.",
        ErrorCode::ActionNotFound => {
            "Specified api is not found, please check your url and method."
        }
        ErrorCode::IdempotentParameterMismatch => {
            "The request uses the same client token as a previous, but non-identical request. Do not \
             reuse a client token with different requests, unless the requests are identical."
        }
        ErrorCode::IncompleteSignature => {
            "The request signature does not conform to Aliyun standards."
        }
        ErrorCode::InternalError => {
            "The request processing has failed due to some unknown error, exception or failure."
        }
        ErrorCode::InvalidSignatureMethod => "Specified signature method is not valid.",
        ErrorCode::InvalidVersion => "Specified parameter Version is not valid.",
        ErrorCode::MissingSecurityToken => "SecurityToken is mandatory for this action.",
        ErrorCode::ParameterFormat => "Specified parameter format is not valid.",
        ErrorCode::SecurityTokenExpired => "Specified SecurityToken is expired.",
        ErrorCode::SecurityTokenMalformed => "Specified SecurityToken is malformed.",
        ErrorCode::SignatureNonceUsed => "Specified signature nonce was used already.",
        ErrorCode::ThrottlingUser => "Request was denied due to user flow control.",
        ErrorCode::TimestampExpired => "Specified time stamp or date value is expired.",
        ErrorCode::TimestampFormat => "Specified time stamp or date value is not well formatted.",
        ErrorCode::UnsupportedHttpMethod => "Specified http method is not supported.",
        _ => "The request was refused.",
    }
}
