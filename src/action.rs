//! The actions of the service, and what all have in common.

use crate::byte_set::ByteSet;
#[cfg(feature = "sign")]
use crate::field::{signature_nonce::SignatureNonce, timestamp::Timestamp};
use crate::query::{Parameters, Query, WithAction};
use crate::response::{DecodeError, Output, Response};
#[cfg(feature = "sign")]
use crate::sign::call::Call;

pub(crate) mod create_customer_gateway;
pub(crate) mod delete_customer_gateway;
pub(crate) mod describe_customer_gateway;
pub(crate) mod describe_customer_gateways;
pub(crate) mod gateway;
pub(crate) mod modify_customer_gateway_attribute;

/// Gives a request the methods of its optional parameters.
macro_rules! optional {
    ($($field:ident $type:ty, $with:ident $name:literal;)+) => {
        $(
            #[doc = concat!("The same request with a `", $name, "`.")]
            #[must_use]
            pub const fn $with(mut self, $field: $type) -> Self {
                self.$field = Some($field);
                self
            }

            #[doc = concat!("The `", $name, "`, if there is one.")]
            #[must_use]
            pub const fn $field(&self) -> Option<$type> {
                self.$field
            }
        )+
    };
}
use optional;

/// The version of the service's API that all actions of this crate belong to.
const VERSION: &str = "2016-04-28";

/// Fails where a name or a version cannot be sent as it is, in a query and in a header.
const fn assert_plain<A: Action>() {
    assert!(
        is_plain(A::NAME),
        "the NAME of an action is of letters, digits, '-', '.', '_' and '~'"
    );
    assert!(is_plain(A::VERSION), "its VERSION is of letters, digits, '-', '.', '_' and '~'");
}

const fn is_plain(text: &str) -> bool {
    !text.is_empty() && ByteSet::UNRESERVED.contains_all(text.as_bytes())
}

/// An action of an RPC-style API of Alibaba Cloud.
///
/// An action that this crate does not know is a type of your own, signed by the same `Call`:
///
#[cfg_attr(feature = "sign", doc = "```")]
#[cfg_attr(not(feature = "sign"), doc = "```ignore")]
/// use aliyun_customer_gateway::query::{Parameters, Visitor, visit};
/// use aliyun_customer_gateway::{
///     AccessKeyId, AccessKeySecret, Action, Call, Credentials, Method, RegionId, SignatureNonce,
///     Timestamp, rpc,
/// };
///
/// #[derive(Clone, Copy)]
/// struct DescribeVpcs<'a> {
///     region_id: RegionId<'a>,
///     vpc_name: Option<&'a str>,
/// }
///
/// impl Parameters for DescribeVpcs<'_> {
///     fn visit(&self, visitor: Visitor<'_>) {
///         visit!(visitor, { "RegionId": self.region_id, "VpcName": self.vpc_name });
///     }
/// }
///
/// impl Action for DescribeVpcs<'_> {
///     const NAME: &'static str = "DescribeVpcs";
///     const VERSION: &'static str = "2016-04-28";
///
///     // Nothing of the response is of interest; see `Output` for a type of your own.
///     type Output<'b> = ();
/// }
///
/// let vpcs = DescribeVpcs { region_id: RegionId::new("cn-shanghai")?, vpc_name: Some("branch") };
/// assert_eq!(
///     vpcs.query().to_string(),
///     "Action=DescribeVpcs&RegionId=cn-shanghai&VpcName=branch",
/// );
/// let nonce = SignatureNonce::new("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf")?;
/// let call = Call::new(vpcs, nonce, Timestamp::new("2024-01-02T03:04:05Z")?);
/// let credentials =
///     Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
/// let signed = rpc::Signer::new(&credentials).sign(Method::Get, &call).to_string();
/// assert!(signed.contains("&RegionId=cn-shanghai&SignatureMethod=HMAC-SHA1&"));
/// assert!(signed.contains("&Version=2016-04-28&VpcName=branch&Signature="));
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
pub trait Action: Parameters {
    /// The value of `Action`, such as `CreateCustomerGateway`: letters, digits, `-`, `.`, `_` and `~`,
    /// as the compiler checks where it is used.
    const NAME: &'static str;

    /// The value of `Version`: the version of the API that the action belongs to, such as
    /// `2016-04-28`, of the same characters.
    const VERSION: &'static str;

    /// What a success holds, borrowed from the body of the response.
    type Output<'b>: Output<'b>;

    /// Reads a response to the action: see [`Response::decode`].
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use aliyun_customer_gateway::{Action as _, DeleteCustomerGateway, Response};
    ///
    /// let response = DeleteCustomerGateway::decode(200, br#"{"RequestId":"R1"}"#)?;
    /// let Response::Success(deleted) = response else { panic!("{response:?}") };
    /// assert_eq!(deleted.request_id().unwrap(), "R1");
    /// # }
    /// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of [`Response::decode`].
    fn decode(status: u16, body: &[u8]) -> Result<Response<'_, Self::Output<'_>>, DecodeError> {
        Response::decode(status, body)
    }

    /// The canonical query string of the action's name and its own parameters.
    ///
    /// It is what documentation shows. What is sent has the parameters of its signature as well: see
    /// `rpc`.
    #[must_use]
    fn query(self) -> Query<WithAction<Self>>
    where
        Self: Sized,
    {
        const { assert_plain::<Self>() }
        Query::new(WithAction::new(Self::NAME, self))
    }

    /// The canonical query string of the action's own parameters: what is sent where the action's
    /// name is in a header, as in `acs3`.
    #[must_use]
    fn query_without_action(self) -> Query<Self>
    where
        Self: Sized,
    {
        Query::new(self)
    }
}

impl<A: Action + ?Sized> Action for &A {
    const NAME: &'static str = A::NAME;
    const VERSION: &'static str = A::VERSION;

    type Output<'b> = A::Output<'b>;
}

#[cfg(feature = "sign")]
impl<'a, A: Action> Call<'a, A> {
    /// A call of an action, for a response in JSON.
    ///
    /// The nonce is new for each try, and the timestamp the time of the try.
    ///
    /// A name that would end its header or needs encoding does not compile:
    ///
    /// ```compile_fail,E0080
    /// use aliyun_customer_gateway::query::{Parameters, Visitor};
    /// use aliyun_customer_gateway::{Action, Call, SignatureNonce, Timestamp};
    ///
    /// struct Evil;
    ///
    /// impl Parameters for Evil {
    ///     fn visit(&self, _: Visitor<'_>) {}
    /// }
    ///
    /// impl Action for Evil {
    ///     const NAME: &'static str = "DescribeVpcs\r\nx-evil: 1";
    ///     const VERSION: &'static str = "2016-04-28";
    ///
    ///     type Output<'b> = ();
    /// }
    ///
    /// let nonce = SignatureNonce::new("n").unwrap();
    /// Call::new(Evil, nonce, Timestamp::from_unix_seconds(0).unwrap());
    /// ```
    #[must_use]
    pub const fn new(action: A, nonce: SignatureNonce<'a>, timestamp: Timestamp) -> Self {
        const { assert_plain::<A>() }
        Self::of_parts(A::NAME, A::VERSION, action, nonce, timestamp)
    }
}

#[cfg(feature = "sign")]
impl<'a, A: Parameters> Call<'a, A> {
    /// A call of an action whose name is known at run time only, as where one type stands for several
    /// actions; `None` where the name or the version is empty, or has other characters than letters,
    /// digits, `-`, `.`, `_` and `~`.
    ///
    /// ```
    /// use aliyun_customer_gateway::query::Pairs;
    /// use aliyun_customer_gateway::{Call, SignatureNonce, Timestamp};
    ///
    /// let pairs = Pairs::new(&[("RegionId", "cn-shanghai")]).unwrap();
    /// let (nonce, timestamp) = (SignatureNonce::new("n")?, Timestamp::from_unix_seconds(0)?);
    /// let call = Call::named("DescribeVpcs", "2016-04-28", pairs, nonce, timestamp);
    /// assert_eq!(call.unwrap().action_name(), "DescribeVpcs");
    /// assert!(Call::named("Describe\r\nVpcs", "2016-04-28", pairs, nonce, timestamp).is_none());
    /// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
    /// ```
    #[must_use]
    pub fn named(
        name: &'static str,
        version: &'static str,
        parameters: A,
        nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Option<Self> {
        let plain = is_plain(name) && is_plain(version);
        plain.then(|| Self::of_parts(name, version, parameters, nonce, timestamp))
    }
}
