//! One of the five actions.

use aliyun_customer_gateway::query::{Parameters, Visitor};
use aliyun_customer_gateway::{
    Action as _, CreateCustomerGateway, DeleteCustomerGateway, DescribeCustomerGateway,
    DescribeCustomerGateways, ModifyCustomerGatewayAttribute,
};

/// One of the five actions: one type, so that there is one path to sign and send them.
#[derive(Clone, Copy)]
pub(crate) enum Action<'a> {
    Create(CreateCustomerGateway<'a>),
    Describe(DescribeCustomerGateway<'a>),
    List(DescribeCustomerGateways<'a>),
    Modify(ModifyCustomerGatewayAttribute<'a>),
    Delete(DeleteCustomerGateway<'a>),
}

impl Action<'_> {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Create(_) => CreateCustomerGateway::NAME,
            Self::Describe(_) => DescribeCustomerGateway::NAME,
            Self::List(_) => DescribeCustomerGateways::NAME,
            Self::Modify(_) => ModifyCustomerGatewayAttribute::NAME,
            Self::Delete(_) => DeleteCustomerGateway::NAME,
        }
    }
}

impl Parameters for Action<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        match self {
            Self::Create(action) => action.visit(visitor),
            Self::Describe(action) => action.visit(visitor),
            Self::List(action) => action.visit(visitor),
            Self::Modify(action) => action.visit(visitor),
            Self::Delete(action) => action.visit(visitor),
        }
    }
}
