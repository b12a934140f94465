//! A response, read and taken in.

use core::fmt;

use super::differences::Differences;
use super::heard::{Advice, Heard, KeptRefusal, PageSeen};
use super::kept::Kept;
use super::machine::Registration;
use crate::action::create_customer_gateway::{CreateCustomerGateway, Created};
use crate::action::describe_customer_gateways::Page;
use crate::action::gateway::PageItem;
use crate::advice::RetryAfter;
use crate::decimal::Decimal;
use crate::escaped::EscapedStr;
use crate::field::description::Description;
use crate::field::ip_address::IpAddress;
use crate::field::name::Name;
use crate::field::tag::Tag;
#[cfg(feature = "http1")]
use crate::http1;
use crate::response::{DecodeError, Failed, Fault, Response};

/// What was read of a response, for a log: as it prints, without secrets that the service may echo.
///
/// - `created cgw-bp1jrawp82av6bws9`, and what is damaged in the body, if anything is
/// - `page 2, with 10 of 34 gateways`
/// - `failed with status 400, Throttling.User: Request was denied due to user flow control.`
/// - what is wrong with a body that cannot be read
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Received<'b> {
    /// A gateway that was created.
    Created(Created<'b>),
    /// A page of the list.
    Page(Page<'b>),
    /// The service refused, or failed.
    Failed(Failed<'b>),
    /// Not a response, or one whose outcome cannot be read.
    Unreadable(DecodeError),
    /// No call was to be sent: the response was not read, and nothing has changed.
    Unexpected,
}

impl fmt::Display for Received<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let damage = match self {
            Self::Created(created) => {
                write!(f, "created {}", created.customer_gateway_id())?;
                created.damage()
            }
            Self::Page(page) => {
                f.write_str("page ")?;
                if let Some(number) = page.page_number() {
                    write!(f, "{number}, ")?;
                }
                write!(f, "with {}", page.gateways().count())?;
                if let Some(total) = page.total_count() {
                    write!(f, " of {total}")?;
                }
                f.write_str(" gateways")?;
                page.damage()
            }
            Self::Failed(failed) => return failed.fmt(f),
            Self::Unreadable(error) => return error.fmt(f),
            Self::Unexpected => return f.write_str("a response that nothing asked for"),
        };
        damage.map_or(Ok(()), |damage| write!(f, "; {damage}"))
    }
}

impl Registration {
    /// A response came: `wanted` is the request that is registered, `status` the HTTP status, `asked`
    /// the pause that the headers ask for ([`RetryAfter::from_headers`]), `body` all of the body.
    ///
    /// What was read comes back, for a log.
    pub fn on_response<'b>(
        &mut self,
        wanted: &CreateCustomerGateway<'_>,
        status: u16,
        asked: Option<RetryAfter>,
        body: &'b [u8],
    ) -> Received<'b> {
        self.take(wanted, status, asked, body, false)
    }

    /// A response of HTTP/1.1 came, as [`on_response`](Self::on_response) says, whole or not: what came
    /// of its body is read, and the outcome may be there. Of a listing that does not fit in the buffer,
    /// smaller pages are asked for, as by [`on_too_long`](Self::on_too_long).
    ///
    /// No response at all, a [`HeadError`](crate::http1::HeadError), is
    /// [`on_no_response`](Self::on_no_response).
    #[cfg(feature = "http1")]
    pub fn on_http1<'b>(
        &mut self,
        wanted: &CreateCustomerGateway<'_>,
        response: &http1::Response<'b>,
    ) -> Received<'b> {
        let asked = response.retry_after(u32::MAX);
        let is_too_long = matches!(response.fault(), Some(http1::BodyFault::TooLong { .. }));
        self.take(wanted, response.status(), asked, response.body(), is_too_long)
    }

    /// A response of the `http` crate came, as [`on_response`](Self::on_response) says.
    #[cfg(feature = "http")]
    pub fn on_http<'b, B: AsRef<[u8]>>(
        &mut self,
        wanted: &CreateCustomerGateway<'_>,
        response: &'b ::http::Response<B>,
    ) -> Received<'b> {
        let head = crate::http::Head::of(response);
        self.on_response(
            wanted,
            head.status(),
            head.retry_after(u32::MAX),
            response.body().as_ref(),
        )
    }

    fn take<'b>(
        &mut self,
        wanted: &CreateCustomerGateway<'_>,
        status: u16,
        asked: Option<RetryAfter>,
        body: &'b [u8],
        is_too_long: bool,
    ) -> Received<'b> {
        if !self.flow.is_sending() {
            return Received::Unexpected;
        }
        let asked_ms = asked.map(RetryAfter::milliseconds);
        let (heard, received) = match self.to_send().page {
            None => match Response::<Created>::decode(status, body) {
                Ok(Response::Success(created)) => {
                    (heard_of_created(&created, wanted), Received::Created(created))
                }
                Ok(Response::Failed(failed)) => failure(failed, asked_ms),
                Err(error) => (Heard::Unreadable, Received::Unreadable(error)),
            },
            Some(asked_for) => match Response::<Page>::decode(status, body) {
                Ok(Response::Success(page)) => {
                    let filtered = asked_for.filtered && !wanted.tags().is_empty();
                    (heard_of_page(&page, wanted, filtered), Received::Page(page))
                }
                Ok(Response::Failed(failed)) => failure(failed, asked_ms),
                Err(error) => (Heard::Unreadable, Received::Unreadable(error)),
            },
        };
        // What is missing may have told what was looked for.
        let is_open = matches!(heard, Heard::Page(_) | Heard::Unreadable);
        self.hear(if is_too_long && is_open { Heard::TooLong } else { heard }, asked_ms);
        received
    }
}

fn failure(failed: Failed<'_>, asked_ms: Option<u32>) -> (Heard, Received<'_>) {
    let (refusal, advice) = (KeptRefusal::of(&failed), Advice::of(&failed, asked_ms));
    (Heard::Failed { refusal, advice }, Received::Failed(failed))
}

fn heard_of_created(created: &Created<'_>, wanted: &CreateCustomerGateway<'_>) -> Heard {
    let ours = created.ip_address().is_none_or(|address| is_at(address, wanted.ip_address()));
    Heard::Created { id: Kept::whole(created.customer_gateway_id().chars()), ours }
}

fn heard_of_page(page: &Page<'_>, wanted: &CreateCustomerGateway<'_>, filtered: bool) -> Heard {
    let mut seen = PageSeen {
        number: page.page_number(),
        size: page.page_size(),
        total: page.total_count(),
        gateways: 0,
        filtered,
        whole: page.damage().is_none_or(|damage| is_behind(damage.fault())),
        clean: true,
    };
    for gateway in page.gateways() {
        seen.gateways = seen.gateways.saturating_add(1);
        match (gateway.customer_gateway_id(), gateway.ip_address()) {
            (Some(id), Some(address)) => {
                if is_at(address, wanted.ip_address()) {
                    let differences = differences(&gateway, wanted);
                    return Heard::Found { id: Kept::whole(id.chars()), differences };
                }
            }
            // It may be ours.
            _ => seen.clean = false,
        }
    }
    Heard::Page(seen)
}

/// Whether a fault that is the first of a body lies behind everything.
const fn is_behind(fault: Fault) -> bool {
    matches!(fault, Fault::Trailing { .. } | Fault::Zeros { .. })
}

fn is_at(text: EscapedStr<'_>, address: IpAddress) -> bool {
    text.trim() == *Decimal::dotted_quad(address.octets()).as_str()
}

fn differences(gateway: &PageItem<'_>, wanted: &CreateCustomerGateway<'_>) -> Differences {
    let differs = |wanted: Option<&str>, text: Option<EscapedStr<'_>>| {
        wanted.is_some_and(|wanted| text.is_none_or(|text| text != *wanted))
    };
    let mut differences = Differences::default();
    if differs(wanted.name().as_ref().map(Name::as_str), gateway.name()) {
        differences = differences.and(Differences::NAME);
    }
    if differs(wanted.description().as_ref().map(Description::as_str), gateway.description()) {
        differences = differences.and(Differences::DESCRIPTION);
    }
    if wanted.asn().is_some_and(|asn| gateway.asn() != Some(asn.get())) {
        differences = differences.and(Differences::ASN);
    }
    if !wanted.tags().iter().all(|tag| has_tag(gateway, tag)) {
        differences = differences.and(Differences::TAGS);
    }
    differences
}

fn has_tag(gateway: &PageItem<'_>, wanted: Tag<'_>) -> bool {
    gateway.tags().iter().any(|tag| {
        tag.key().is_some_and(|key| key == *wanted.key())
            && tag.value().map_or(wanted.value().is_empty(), |value| value == *wanted.value())
    })
}
