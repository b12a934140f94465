//! Requests from JSON, and what a program stores, without a heap and without a buffer of the caller's.

mod cause;
mod cursor;
mod member;
mod members;
mod object;
mod place;
mod read_error;
mod slot;
mod stored;
mod tag;
mod to_json;
mod unescaped;
mod value;

pub(super) use cause::Cause;
pub(super) use members::members;
pub(super) use object::{Object, Row, Target};
pub use read_error::ReadError;
pub(super) use slot::Slot;
pub(super) use tag::TagList;
pub(super) use to_json::ObjectWriter;
pub use to_json::{Json, ToJson, to_json};
pub(super) use value::Value;

use crate::edition::Edition;

/// What [`from_json`] reads: the owned requests, the owned responses, and what is
/// [`Stored`](crate::registration::Stored).
///
/// It cannot be implemented outside of this crate.
pub trait FromJson: Sized {
    #[doc(hidden)]
    fn read(file: File<'_>, edition: Edition) -> Result<Self, ReadError>;
}

/// A file that is read.
#[derive(Clone, Copy, Debug)]
pub struct File<'de> {
    pub(super) bytes: &'de [u8],
}

/// Reads a request from a file of JSON, and checks it by an edition of the rules; or what a program
/// stored.
///
/// The shape is read by `serde-json-core`, texts are unescaped, and the constructors of the fields
/// check them. The names of the members are the service's, escaped or not. A member that is `null` is
/// one that is not there, and an empty list is no tags. An `Asn`, a `PageNumber` and a `PageSize` may be
/// numbers or texts.
///
/// Nothing is skipped, so that the depth of a file does not matter: what has no place in the request
/// is refused where it starts. Only white space may follow the object. The file is in UTF-8, without
/// a byte order mark.
///
/// `serde-json-core` keeps a bounds check that the linker cannot prove away, so that this is the one
/// function that may panic as far as the linker knows; that it does not is held by fuzzing, and by every
/// short sequence of tokens.
///
/// ```
/// use aliyun_customer_gateway::config::from_json;
/// use aliyun_customer_gateway::{Edition, OwnedCreateCustomerGateway};
///
/// let file = br#"{
///     "RegionId": "cn-shanghai",
///     "IpAddress": "101.12.0.12",
///     "Description": "Branch \"A\" \ud83c\udfe2",
///     "Asn": 65001
/// }"#;
/// let request: OwnedCreateCustomerGateway = from_json(file, Edition::Current)?;
/// assert_eq!(request.get().description().unwrap().as_str(), "Branch \"A\" 🏢");
///
/// let file = br#"{ "RegionId": "cn-shanghai", "IpAddress": "101.12.0.012" }"#;
/// let error = from_json::<OwnedCreateCustomerGateway>(file, Edition::Current).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "line 1, column 53: leading zero at byte 9 of IpAddress: leave it out",
/// );
/// # Ok::<(), aliyun_customer_gateway::config::ReadError>(())
/// ```
///
/// # Errors
///
/// For `CreateCustomerGateway`, and likewise for the others:
///
/// - `{"Region":"r"}`: unknown field `Region`
/// - `{"RegionId":"r","RegionId":"r"}`: duplicate field `RegionId`
/// - `{"RegionId":"r"}`: missing field `IpAddress`
/// - `{"Name":""}`: what the constructor of the field says
/// - `{"Asn":1.5}`: invalid type, a number with a fraction
/// - `{"Name":"\u+041"}`: a broken escape; `{"Name":"\ud83c"}`: a lone surrogate
/// - `{"Tags":[]}` by [`Edition::November2020`]: no parameter of that edition
/// - `{"Name":"a",}`, `{"Name" "a"}`, `{"Name":a}`, `{"Name":"a"} x`, `{"Name":"a`: no JSON
/// - a byte order mark, or bytes that are not UTF-8
///
/// An `AuthKey` is in no error.
pub fn from_json<T: FromJson>(file: &[u8], edition: Edition) -> Result<T, ReadError> {
    T::read(File { bytes: file }, edition)
}
