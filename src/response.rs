//! What the service responded, whatever the action: JSON or XML, success or failure.

mod body;
mod damage;
mod decode_error;
pub(crate) mod echo;
mod envelope;
mod failed;
mod fault;
mod flaw;
#[cfg(feature = "json")]
mod json;
mod list;
mod member;
mod members;
mod name;
mod number;
mod output;
pub(crate) mod owned;
mod refusal;
mod slots;
mod span;
#[cfg(feature = "xml")]
mod xml;

pub use damage::Damage;
pub use decode_error::{DecodeError, NotAResponse};
pub use echo::Redacted;
pub use failed::Failed;
pub use failed::owned::OwnedFailed;
pub use fault::Fault;
pub use list::{ItemList, Items};
pub use member::Member;
pub use members::Members;
pub use output::{Item, Output};
pub use owned::DoesNotFit;

use envelope::is_success;
use slots::Slots;

/// What the service responded to a request, borrowed from the body: the output of the action, or why
/// it failed.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Created, ErrorCode, Response};
///
/// let body = br#"{"Code":"Resource.QuotaFull","Message":"The quota of resource is full"}"#;
/// let Response::Failed(failed) = Response::<Created>::decode(400, body)? else { panic!() };
/// assert_eq!(failed.error_code(), Some(ErrorCode::QuotaFull));
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Response<'b, T> {
    /// The service did what was asked for.
    Success(T),
    /// The service refused, or failed.
    Failed(Failed<'b>),
}

impl Response<'_, ()> {
    /// How many levels of values or elements are read, the outermost one included. The service's own
    /// responses have up to seven.
    pub const MAX_DEPTH: usize = fault::MAX_DEPTH;

    /// How many members an [`Output`] or an [`Item`] has at most.
    pub const MAX_MEMBERS: usize = slots::MAX_MEMBERS;
}

impl<'b, T: Output<'b>> Response<'b, T> {
    /// Reads a response from its HTTP status and its body, in JSON or XML.
    ///
    /// A status from 200 to 299 with what the [`Output`] requires, a `CustomerGatewayId` in most
    /// actions, is a success, whatever else is wrong with the body: that is reported as the output's
    /// damage. With a `Code` instead it is [`Failed`], as is any other status with a `Code`, a
    /// `RequestId`, a `HostId` or a `Message`.
    ///
    /// Members that are not known are skipped, those of `null` are absent, and a number is as good as
    /// its text. Names of members are read in any case; the documentation's spelling outweighs others.
    /// In XML, a namespace prefix does not change a name. White space around ids, codes and numbers
    /// has no meaning.
    ///
    /// # Errors
    ///
    /// - an empty body, an HTML page, plain text, `{}`: not a response, whatever the status
    /// - a body that is compressed, in UTF-16, in chunks, behind a status line: a sentence of its own
    /// - `{"Code":"Forb`: cut off at byte 13, in front of the outcome
    /// - `{"Code":}`: unexpected `'}'` at byte 8
    /// - `<Error><Code>Forbidden</Message></Error>`: the end tag at byte 24 is not that of the element
    /// - `{"Code":"A","Code":"B"}`: `Code` has two different values
    /// - `{"Code":"\ud83c"}`: a lone surrogate in `Code`
    /// - `{"RequestId":"1"}` with status 200: neither a `CustomerGatewayId` nor a `Code`
    /// - `{"Code":"OK","RequestId":"1"}` with status 200: success, but of what?
    pub fn decode(status: u16, body: &'b [u8]) -> Result<Self, DecodeError> {
        const { assert!(T::MEMBERS.len() <= slots::MAX_MEMBERS, "an output has up to 12 members") };
        let mut slots = Slots::new(envelope::body(body), T::MEMBERS);
        Self::of(status, &mut envelope::read(body.len(), &mut slots))
    }

    /// What a body says whose members were noted. Noting and reading them take turns on the stack, each
    /// in a function of its own.
    #[inline(never)]
    fn of(status: u16, members: &mut Members<'b, '_>) -> Result<Self, DecodeError> {
        if members.refusal.is_none()
            && is_success(status)
            && let Some(output) = Self::output(members)
        {
            return Ok(Self::Success(output));
        }
        envelope::failed(status, members).map(Self::Failed)
    }

    #[inline(never)]
    fn output(members: &mut Members<'b, '_>) -> Option<T> {
        T::read(members)
    }
}
