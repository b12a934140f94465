//! The call to send.

use core::fmt;

use crate::action::Action;
use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::action::describe_customer_gateways::DescribeCustomerGateways;
use crate::field::page::{PageNumber, PageSize};
#[cfg(feature = "sign")]
use crate::field::{signature_nonce::SignatureNonce, timestamp::Timestamp};
use crate::query::{Parameters, Visitor};
#[cfg(feature = "sign")]
use crate::sign::call::Call;

/// The call to send: the creation, or a page of the list.
///
/// For a log it prints as `CreateCustomerGateway`, or as `DescribeCustomerGateways, page 2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct ToSend {
    pub(crate) page: Option<ListPage>,
    pub(crate) new_connection: bool,
}

/// The page of the list to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct ListPage {
    pub(crate) number: u32,
    pub(crate) size: u8,
    pub(crate) filtered: bool,
}

impl ToSend {
    /// Whether the call must go over a new connection: on the old one a response to an earlier call may
    /// still come.
    ///
    /// Only the next page of a listing may use the connection of the one before it.
    #[must_use]
    pub const fn on_new_connection(&self) -> bool {
        self.new_connection
    }

    /// The page of the list that is asked for, counted from 1; `None` for the creation.
    #[must_use]
    pub const fn page(&self) -> Option<u32> {
        match self.page {
            Some(page) => Some(page.number),
            None => None,
        }
    }

    /// The parameters of the call, for the gateway that is wanted: of one type whichever call it is, so
    /// that there is one path to sign and send them.
    #[must_use]
    pub fn parameters<'a>(&self, wanted: &'a CreateCustomerGateway<'a>) -> ToCall<'a> {
        let Some(ListPage { number, size, filtered }) = self.page else {
            return ToCall::Create(wanted);
        };
        let list = DescribeCustomerGateways::new(wanted.region_id())
            .with_page_number(PageNumber::from_number(number).unwrap_or(PageNumber::MAX))
            .with_page_size(PageSize::from_number(size.into()).unwrap_or(PageSize::MIN));
        let filtered = filtered && !wanted.tags().is_empty();
        ToCall::List(if filtered { list.with_tags(wanted.tags()) } else { list })
    }

    /// The call, with a nonce of its own and the time of the try.
    #[cfg(feature = "sign")]
    #[must_use]
    pub fn call<'a>(
        &self,
        wanted: &'a CreateCustomerGateway<'a>,
        nonce: SignatureNonce<'a>,
        timestamp: Timestamp,
    ) -> Call<'a, ToCall<'a>> {
        let parameters = self.parameters(wanted);
        Call::of_parts(parameters.name(), parameters.version(), parameters, nonce, timestamp)
    }
}

impl fmt::Display for ToSend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.page() {
            None => f.write_str(CreateCustomerGateway::NAME),
            Some(page) => write!(f, "{}, page {page}", DescribeCustomerGateways::NAME),
        }
    }
}

/// The parameters of a call that a [`Registration`](crate::Registration) wants to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToCall<'a> {
    /// The creation.
    Create(&'a CreateCustomerGateway<'a>),
    /// A page of the list.
    List(DescribeCustomerGateways<'a>),
}

impl ToCall<'_> {
    /// The name of the action.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Create(_) => CreateCustomerGateway::NAME,
            Self::List(_) => DescribeCustomerGateways::NAME,
        }
    }

    /// The version of the API that the action belongs to.
    #[must_use]
    pub const fn version(&self) -> &'static str {
        match self {
            Self::Create(_) => CreateCustomerGateway::VERSION,
            Self::List(_) => DescribeCustomerGateways::VERSION,
        }
    }
}

impl Parameters for ToCall<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        match self {
            Self::Create(create) => create.visit(visitor),
            Self::List(list) => list.visit(visitor),
        }
    }
}
