//! Why the service did not do what was asked for.

use super::damage::Damage;
use super::echo::Redacted;
use super::member::ENVELOPE;
use crate::advice;
use crate::error_code::{self, ErrorCode};
use crate::escaped::EscapedStr;
use crate::parameter::Parameter;
use crate::retry::Retry;

pub(super) mod owned;
mod shown;

/// Why the service did not do what was asked for, borrowed from the body.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Failed<'b> {
    pub(super) status: u16,
    /// The members of every response.
    pub(super) texts: [Option<EscapedStr<'b>>; ENVELOPE.len()],
    pub(super) damage: Option<Damage>,
}

impl<'b> Failed<'b> {
    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// The error code, as it stands in the body.
    #[must_use]
    pub const fn code(&self) -> Option<EscapedStr<'b>> {
        let [_, code, ..] = self.texts;
        code
    }

    /// The error code, where it is one of [`ErrorCode`].
    #[must_use]
    pub fn error_code(&self) -> Option<ErrorCode> {
        error_code::known(self.code()?)
    }

    /// What went wrong, in words, without the secrets that the service may echo there.
    #[must_use]
    pub fn message(&self) -> Option<Redacted<'b>> {
        self.redacted(self.message_as_received())
    }

    /// What went wrong, in words, as the service wrote it: it may echo secrets of the request, so do
    /// not log it.
    #[must_use]
    pub const fn message_as_received(&self) -> Option<EscapedStr<'b>> {
        let [_, _, message, ..] = self.texts;
        message
    }

    /// Any text of the failure, without the secrets that the service may echo there.
    #[must_use]
    pub fn redacted(&self, text: Option<EscapedStr<'b>>) -> Option<Redacted<'b>> {
        text.map(|text| Redacted::new(text, self.code()))
    }

    /// The id of the request, which Alibaba Cloud's support asks for.
    #[must_use]
    pub const fn request_id(&self) -> Option<EscapedStr<'b>> {
        let [request_id, ..] = self.texts;
        request_id
    }

    /// The host that responded.
    #[must_use]
    pub const fn host_id(&self) -> Option<EscapedStr<'b>> {
        let [_, _, _, host_id, _] = self.texts;
        host_id
    }

    /// The address of a page that explains the error.
    #[must_use]
    pub const fn recommend(&self) -> Option<EscapedStr<'b>> {
        let [_, _, _, _, recommend] = self.texts;
        recommend
    }

    /// Whether and how to try again.
    #[must_use]
    pub fn retry(&self) -> Retry {
        advice::of_escaped(self.status, self.code(), self.message_as_received())
    }

    /// The parameter that the code blames: see [`Parameter::blamed_by`].
    #[must_use]
    pub fn blames(&self) -> Option<Parameter> {
        error_code::blames(self.code()?)
    }

    /// Whether the failure says that there is nothing left to do for this action, such as a
    /// `DeleteCustomerGateway` of a gateway that does not exist.
    #[must_use]
    pub fn is_done(&self, action: &str) -> bool {
        self.error_code().is_some_and(|code| code.is_done(action))
    }

    /// What was lost of the response: the first fault of its body.
    #[must_use]
    pub const fn damage(&self) -> Option<Damage> {
        self.damage
    }
}

impl core::error::Error for Failed<'_> {}
