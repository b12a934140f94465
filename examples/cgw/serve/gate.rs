//! What every request has to pass, whatever its action.

use aliyun_customer_gateway::{Action as _, CreateCustomerGateway, ErrorCode, Method, Timestamp};

use super::failure::Failure;
use super::keys::Keys;
use crate::actions::Kind;
use crate::signed::{Parts, Signed};

/// How far a timestamp may be off, in seconds.
const CLOCK_BOUND: u64 = 15 * 60;

/// What every request has to pass, whatever its action.
pub(super) struct Gate<'g> {
    pub(super) keys: &'g Keys,
    /// The service's clock, in seconds since 1970, if it has one.
    pub(super) clock: Option<i64>,
    /// Whether security tokens have expired.
    pub(super) expires: bool,
}

impl Gate<'_> {
    /// Lets a request pass, and tells its action and its account.
    pub(super) fn pass(
        &self,
        parts: &Parts<'_>,
        is_new: impl FnOnce(&str, &str) -> bool,
    ) -> Result<(Kind, &str), Failure> {
        let kind = action(parts)?;
        let is_known =
            |format: &str| ["JSON", "XML"].iter().any(|known| known.eq_ignore_ascii_case(format));
        if !parts.parameter("Format").is_none_or(is_known) {
            return Err(Failure::of(ErrorCode::ParameterFormat));
        }
        let signed = Signed::of(parts)?;
        let text = parts.common("Timestamp", "x-acs-date");
        let time = seconds(text.ok_or_else(|| Failure::missing("Timestamp"))?)?;
        let nonce = parts.common("SignatureNonce", "x-acs-signature-nonce");
        let nonce = nonce.ok_or_else(|| Failure::missing("SignatureNonce"))?;
        let token = parts.header("x-acs-security-token").filter(|_| parts.is_acs3());
        let token = token.or_else(|| parts.parameter("SecurityToken"));
        let id = signed.access_key_id();
        let key = self.keys.find(id, token.is_some())?;
        if !signed.is_by(key.secret.get()) {
            let echo = signed.echo();
            return Err(Failure { message: echo, ..Failure::of(ErrorCode::SignatureDoesNotMatch) });
        }
        if self.clock.is_some_and(|clock| clock.abs_diff(time) > CLOCK_BOUND) {
            return Err(Failure::of(ErrorCode::TimestampExpired));
        }
        self.keys.check_token(id, token)?;
        if token.is_some() && self.expires {
            return Err(Failure::of(ErrorCode::SecurityTokenExpired));
        }
        if !is_new(id, nonce) {
            return Err(Failure::of(ErrorCode::SignatureNonceUsed));
        }
        Ok((kind, &key.account))
    }
}

/// The action of a request, where there is such a one.
fn action(parts: &Parts<'_>) -> Result<Kind, Failure> {
    if !matches!(parts.method, Method::Get | Method::Post) {
        return Err(Failure::of(ErrorCode::UnsupportedHttpMethod));
    }
    if parts.path != "/" {
        return Err(Failure::of(ErrorCode::ActionNotFound));
    }
    let action = parts.action().ok_or_else(|| Failure::missing("Action"))?;
    let version = parts.common("Version", "x-acs-version");
    if version.ok_or_else(|| Failure::missing("Version"))? != CreateCustomerGateway::VERSION {
        return Err(Failure::of(ErrorCode::InvalidVersion));
    }
    Kind::from_name(action).map_err(|_| Failure::of(ErrorCode::ActionNotFound))
}

/// The seconds since 1970 of a timestamp; clients may send a fraction.
fn seconds(text: &str) -> Result<i64, Failure> {
    let malformed = || Failure::of(ErrorCode::TimestampFormat);
    let whole = match text.split_once('.') {
        Some((whole, fraction)) => {
            let digits = fraction.strip_suffix('Z').ok_or_else(malformed)?;
            if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Err(malformed());
            }
            format!("{whole}Z")
        }
        None => text.to_owned(),
    };
    let whole = Timestamp::new(&whole).map_err(|error| malformed().because(error))?;
    let time = whole.as_str().parse::<jiff::Timestamp>().map_err(|_| malformed())?;
    Ok(time.as_second())
}
