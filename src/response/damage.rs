//! What of a response was lost, although its outcome was read.

use core::fmt;
use core::hash::{Hash, Hasher};

use super::fault::Fault;
use super::flaw::Flaw;

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
#[derive(Clone, Copy)]
pub struct Damage {
    flaw: Flaw,
    /// The member that it is in, if it is in one.
    member: &'static str,
}

impl Damage {
    pub(super) const fn new(flaw: Flaw, member: &'static str) -> Self {
        Self { flaw, member }
    }

    /// The first fault of the body.
    #[must_use]
    pub const fn fault(&self) -> Fault {
        self.flaw.fault(self.member)
    }

    /// Where it is, in bytes from the start of the body.
    #[must_use]
    pub const fn index(&self) -> usize {
        self.flaw.index
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let consequence = match self.fault() {
            Fault::Trailing { .. } => "it is ignored",
            Fault::Zeros { .. } => "pass only the bytes that were received",
            Fault::Missing { .. } => "the item is of no use",
            _ if self.flaw.loses_the_rest() => "what follows is lost",
            _ => "it reads as absent",
        };
        write!(f, "{}: {consequence}", self.fault())
    }
}

impl fmt::Debug for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Damage").field(&self.fault()).finish()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Damage {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "Damage({})", self.fault());
    }
}

impl PartialEq for Damage {
    fn eq(&self, other: &Self) -> bool {
        self.fault() == other.fault()
    }
}

impl Eq for Damage {}

impl Hash for Damage {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.fault().hash(state);
    }
}
