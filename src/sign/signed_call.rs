//! A signed call as whoever sends it sees it.

use super::acs3::ExtraHeaders;
use super::method::Method;
use crate::field::host::Host;
use crate::writer::Writer;

/// The media type of a form body.
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";

/// A signed call, whatever the signature: [`rpc::SignedRequest`](crate::rpc::SignedRequest) and
/// [`acs3::SignedRequest`](crate::acs3::SignedRequest).
///
/// It is what `http1` and `http` send. It cannot be implemented outside of this crate.
pub trait SignedCall: Sealed {
    /// The method that it is sent with.
    fn method(&self) -> Method {
        self.target().method
    }

    /// The host that it is sent to.
    fn host(&self) -> Host<'_> {
        self.target().host
    }
}

impl<S: SignedCall + ?Sized> SignedCall for &S {}

/// Where a call goes, and how.
#[derive(Clone, Copy)]
pub struct Target<'t> {
    pub(crate) method: Method,
    pub(crate) host: Host<'t>,
    pub(crate) in_body: bool,
    /// Whether there is anything to write in the query or the body.
    pub(crate) has_parameters: bool,
    pub(crate) has_authorization: bool,
    pub(crate) extra: ExtraHeaders<'t>,
}

impl Target<'_> {
    /// Whether the request says how long its body is, an empty one too (RFC 9110, 8.6).
    pub(crate) const fn says_len(&self) -> bool {
        self.in_body || matches!(self.method, Method::Post | Method::Put | Method::Patch)
    }
}

/// What this crate asks of a signed call.
pub trait Sealed {
    fn target(&self) -> Target<'_>;

    /// Writes the query, or the form body.
    fn write_parameters(&self, to: &mut Writer<'_>);

    /// Calls a function for each header, `host` included, `authorization` and the caller's own not.
    fn for_each_header<'s>(&'s self, each: &mut dyn FnMut(&'static str, &'s str));

    /// Writes the value of `authorization`, where there is one.
    fn write_authorization(&self, to: &mut Writer<'_>);
}

impl<S: Sealed + ?Sized> Sealed for &S {
    fn target(&self) -> Target<'_> {
        (**self).target()
    }

    fn write_parameters(&self, to: &mut Writer<'_>) {
        (**self).write_parameters(to);
    }

    fn for_each_header<'s>(&'s self, each: &mut dyn FnMut(&'static str, &'s str)) {
        (**self).for_each_header(each);
    }

    fn write_authorization(&self, to: &mut Writer<'_>) {
        (**self).write_authorization(to);
    }
}
