//! How an action reads its output.

use super::member::Member;
use super::members::Members;

/// What an action's success holds, read from the members of the response.
///
/// Each action of this crate has one; an action of one's own reads its output in the same way:
///
/// ```
/// # #[cfg(all(feature = "json", feature = "xml"))] {
/// use aliyun_customer_gateway::Response;
/// use aliyun_customer_gateway::escaped::EscapedStr;
/// use aliyun_customer_gateway::response::{Damage, Member, Members, Output};
///
/// /// What `CreateVpc` answers, as far as it is of interest.
/// struct Vpc<'b> {
///     vpc_id: EscapedStr<'b>,
///     request_id: Option<EscapedStr<'b>>,
///     damage: Option<Damage>,
/// }
///
/// impl<'b> Output<'b> for Vpc<'b> {
///     const MEMBERS: &'static [Member] = &[Member::id("VpcId")];
///
///     fn read(members: &mut Members<'b, '_>) -> Option<Self> {
///         Some(Self {
///             vpc_id: members.required("VpcId")?,
///             request_id: members.request_id(),
///             damage: members.damage(),
///         })
///     }
/// }
///
/// for body in [r#"{"vpcId":"vpc-1"}"#, "<R><VpcId>\nvpc-1\n</VpcId></R>"] {
///     let response = Response::<Vpc>::decode(200, body.as_bytes())?;
///     let Response::Success(vpc) = response else { panic!() };
///     assert_eq!(vpc.vpc_id, "vpc-1");
///     assert_eq!((vpc.request_id, vpc.damage), (None, None));
/// }
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
pub trait Output<'b>: Sized {
    /// The members that it reads, beside `RequestId`: up to [`Response::MAX_MEMBERS`], which is
    /// checked at compile time.
    ///
    /// [`Response::MAX_MEMBERS`]: super::Response::MAX_MEMBERS
    const MEMBERS: &'static [Member];

    /// Reads the output of a response with a status of success; `None` if it does not tell of
    /// success. Then a `Code` says why, or the outcome is open.
    fn read(members: &mut Members<'b, '_>) -> Option<Self>;
}

/// For an action whose output is of no interest: it succeeded if the response has a `RequestId` and no
/// `Code`, or one that says success.
impl Output<'_> for () {
    const MEMBERS: &'static [Member] = &[];

    fn read(members: &mut Members<'_, '_>) -> Option<Self> {
        members.is_done().then_some(())
    }
}

/// One of the objects of a [`ItemList`](super::ItemList).
pub trait Item<'b>: Sized {
    /// The members that it reads: up to [`Response::MAX_MEMBERS`](super::Response::MAX_MEMBERS).
    const MEMBERS: &'static [Member];

    /// Reads the item. What cannot be read is absent and reported as its damage, since an item must
    /// not lose the others.
    fn read(members: &mut Members<'b, '_>) -> Self;
}
