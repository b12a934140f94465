//! What of a response was lost, although its outcome was read.

use core::fmt;

use super::fault::Fault;

/// What of a response was lost, although its outcome was read: the first fault of its body.
///
/// A gateway exists once the service has said so, and a refusal is one, whatever else is wrong with
/// the body. A member that cannot be read is absent; here is why, and where.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::response::Fault;
/// use aliyun_customer_gateway::{Created, Response};
///
/// let body = br#"{"CustomerGatewayId":"cgw-1","CreateTime":"now"}"#;
/// let Response::Success(created) = Response::<Created>::decode(200, body)? else { panic!() };
/// assert_eq!(created.create_time(), None);
/// let damage = created.damage().unwrap();
/// assert_eq!(damage.fault(), Fault::InvalidNumber { member: "CreateTime", index: 43 });
/// assert_eq!(
///     damage.to_string(),
///     "CreateTime at byte 43 of the body is not a whole number in range: it reads as absent",
/// );
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Damage(pub(super) Fault);

impl Damage {
    /// The first fault of the body.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.0
    }

    /// Where it is, in bytes from the start of the body.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.0.index()
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let consequence = match self.0 {
            Fault::Trailing { .. } => "it is ignored",
            Fault::Zeros { .. } => "pass only the bytes that were received",
            Fault::Missing { .. } => "the item is of no use",
            fault if fault.loses_the_rest() => "what follows is lost",
            _ => "it reads as absent",
        };
        write!(f, "{}: {consequence}", self.0)
    }
}
