//! How long requests are at most.

use crate::action::Action;
use crate::action::create_customer_gateway::CreateCustomerGateway;
use crate::action::delete_customer_gateway::DeleteCustomerGateway;
use crate::action::describe_customer_gateway::DescribeCustomerGateway;
use crate::action::describe_customer_gateways::DescribeCustomerGateways;
use crate::action::modify_customer_gateway_attribute::ModifyCustomerGatewayAttribute;
use crate::field::host::Host;
use crate::field::signature_nonce::SignatureNonce;
use crate::field::timestamp::Timestamp;
use crate::sign::acs3;
use crate::sign::signed_call::FORM;

const fn sum(lens: &[usize]) -> usize {
    let (mut sum, mut rest): (usize, _) = (0, lens);
    while let [len, after @ ..] = rest {
        sum = sum.saturating_add(*len);
        rest = after;
    }
    sum
}

/// The length of a header's line.
const fn header(name: &str, value: usize) -> usize {
    sum(&[name.len(), ": \r\n".len(), value])
}

/// The request line, `host`, `connection`, the headers of a form body, and the body.
///
/// This is the longest request: in absolute form, and with the parameters in a form, whose headers take
/// more than the `?` of a query.
const fn form(host_chars: usize, body: usize) -> usize {
    let digits = match body.checked_ilog10() {
        Some(log) => sum(&[log as usize, 1]),
        None => 1,
    };
    sum(&[
        "POST http://".len(),
        host_chars,
        "/ HTTP/1.1\r\n".len(),
        header("host", host_chars),
        header("connection", "keep-alive".len()),
        header("content-type", FORM.len()),
        header("content-length", digits),
        "\r\n".len(),
        body,
    ])
}

/// No request of HTTP/1.1 with an RPC signature is longer than this many bytes, if its host has so many
/// characters, its signed query so many bytes, and no headers were added.
///
/// The greatest length of a signed query is that of its action, such as
/// [`CreateCustomerGateway::MAX_SIGNED_LEN`], and what tags and a token add. A request of that host and
/// query reaches it: a form, in absolute form, that keeps its connection alive. Headers that are added
/// take [`ExtraHeaders::encoded_len`](acs3::ExtraHeaders::encoded_len).
///
/// ```
/// use aliyun_customer_gateway::{CreateCustomerGateway, Host, SecurityToken, Tags, http1};
///
/// const LEN: usize = http1::max_rpc_len(
///     Host::VPC.as_str().len(),
///     CreateCustomerGateway::MAX_SIGNED_LEN
///         + Tags::max_encoded_len(1)
///         + SecurityToken::MAX_ENCODED_LEN,
/// );
/// let buf = [0; LEN];
/// # drop(buf);
/// ```
#[must_use]
pub const fn max_rpc_len(host_chars: usize, signed_query_len: usize) -> usize {
    form(host_chars, signed_query_len)
}

/// No request of HTTP/1.1 of an action with an ACS3 signature is longer than this many bytes, if its
/// host has so many characters, the [`query`](crate::Call::query) of its own parameters so many bytes,
/// its `SecurityToken` so many characters, 0 without one, and no headers were added.
///
/// A request of that host, query and token reaches it, if its nonce and the id of its key are the longest
/// ones: a form, in absolute form, that keeps its connection alive and asks for JSON. Headers that are
/// added take [`ExtraHeaders::encoded_len`](acs3::ExtraHeaders::encoded_len), and the names of those
/// that are signed that much again.
///
/// ```
/// use aliyun_customer_gateway::{DescribeCustomerGateways, Host, http1};
///
/// const LEN: usize = http1::max_acs3_len::<DescribeCustomerGateways<'_>>(
///     Host::VPC.as_str().len(),
///     DescribeCustomerGateways::MAX_ENCODED_LEN,
///     0,
/// );
/// let buf = [0; LEN];
/// # drop(buf);
/// ```
#[must_use]
pub const fn max_acs3_len<A: Action>(
    host_chars: usize,
    query_len: usize,
    token_chars: usize,
) -> usize {
    let token = match token_chars {
        0 => 0,
        _ => sum(&[header("x-acs-security-token", token_chars), "x-acs-security-token;".len()]),
    };
    let authorization = acs3::MAX_AUTHORIZATION_LEN.saturating_sub("x-acs-security-token;".len());
    sum(&[
        form(host_chars, query_len),
        header("accept", "application/json".len()),
        header("x-acs-action", A::NAME.len()),
        header("x-acs-content-sha256", acs3::Signature::LEN),
        header("x-acs-date", Timestamp::LEN),
        token,
        header("x-acs-signature-nonce", SignatureNonce::MAX_CHARS),
        header("x-acs-version", A::VERSION.len()),
        header("authorization", authorization),
    ])
}

macro_rules! longest {
    ($($action:ident)+) => {
        $(
            impl $action<'_> {
                /// No request of HTTP/1.1 with an RPC signature is longer than this many bytes,
                /// whatever its host, if it has neither tags nor a `SecurityToken`, and no headers were
                /// added: otherwise see [`http1::max_rpc_len`](crate::http1::max_rpc_len).
                pub const MAX_RPC_REQUEST_LEN: usize =
                    max_rpc_len(Host::MAX_CHARS, Self::MAX_SIGNED_LEN);

                /// No request of HTTP/1.1 with an ACS3 signature is longer than this many bytes,
                /// whatever its host, if it has neither tags nor a `SecurityToken`, and no headers were
                /// added: otherwise see [`http1::max_acs3_len`](crate::http1::max_acs3_len).
                pub const MAX_ACS3_REQUEST_LEN: usize = max_acs3_len::<Self>(
                    Host::MAX_CHARS,
                    Self::MAX_ENCODED_LEN - "Action=&".len() - Self::NAME.len(),
                    0,
                );
            }
        )+
    };
}

longest! {
    CreateCustomerGateway
    DeleteCustomerGateway
    DescribeCustomerGateway
    DescribeCustomerGateways
    ModifyCustomerGatewayAttribute
}
