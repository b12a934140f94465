//! `DescribeCustomerGateways`: lists the gateways of a region, a page at a time.

pub(crate) mod owned;

use core::fmt;

use super::gateway::{PageItem, body_len, getters};
use super::{Action, VERSION, optional};
use crate::decimal;
use crate::escaped::EscapedStr;
use crate::field::customer_gateway_id::CustomerGatewayId;
use crate::field::page::{PageNumber, PageSize};
use crate::field::region_id::RegionId;
use crate::field::resource_group_id::ResourceGroupId;
use crate::field::tags::Tags;
use crate::query::{List, Parameters, Visitor, visit};
use crate::response::{Damage, ItemList, Items, Member, Members, Output};

/// A request for a page of the gateways of a region.
///
/// Those that the filters leave out are not on any page. There is no filter by name or address.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, DescribeCustomerGateways, PageNumber, RegionId, Tag, Tags};
///
/// let serial = [Tag::new("serial", "0042")?];
/// let request = DescribeCustomerGateways::new(RegionId::new("cn-shanghai")?)
///     .with_page_number(PageNumber::MIN)
///     .with_tags(Tags::new(&serial)?);
/// assert_eq!(
///     request.query().to_string(),
///     "Action=DescribeCustomerGateways&PageNumber=1&RegionId=cn-shanghai\
///      &Tag.1.Key=serial&Tag.1.Value=0042",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct DescribeCustomerGateways<'a> {
    region_id: RegionId<'a>,
    customer_gateway_id: Option<CustomerGatewayId<'a>>,
    page_number: Option<PageNumber>,
    page_size: Option<PageSize>,
    resource_group_id: Option<ResourceGroupId<'a>>,
    tags: Option<List<'a>>,
}

impl<'a> DescribeCustomerGateways<'a> {
    /// No [`query`](Action::query) of a request without tags is longer than this many bytes. Tags add
    /// [`max_tags_len`](Self::max_tags_len) at most.
    pub const MAX_ENCODED_LEN: usize = {
        let names = "Action=&CustomerGatewayId=&PageNumber=&PageSize=&RegionId=&ResourceGroupId=";
        let numbers = decimal::digits(PageNumber::MAX.get()) + decimal::digits(PageSize::MAX.get());
        // A byte takes three characters when it is encoded.
        let encoded = CustomerGatewayId::MAX_CHARS + ResourceGroupId::MAX_CHARS;
        names.len() + Self::NAME.len() + numbers + RegionId::MAX_CHARS + encoded * 3
    };

    /// No signed query of a request without tags and without a `SecurityToken` is longer than this
    /// many bytes. Tags add [`max_tags_len`](Self::max_tags_len) at most, and a token
    /// [`SecurityToken::MAX_ENCODED_LEN`](crate::SecurityToken::MAX_ENCODED_LEN).
    #[cfg(feature = "sign")]
    pub const MAX_SIGNED_LEN: usize = Self::MAX_ENCODED_LEN + crate::sign::call::MAX_ADDED_LEN;

    /// How many bytes so many tags add to a query at most. Here they are called `Tag`, not `Tags`.
    #[must_use]
    pub const fn max_tags_len(tags: usize) -> usize {
        Tags::max_encoded_len(tags).saturating_sub(tags.saturating_mul("ss".len()))
    }

    /// A request for the first page, of 10 gateways.
    #[must_use]
    pub const fn new(region_id: RegionId<'a>) -> Self {
        Self {
            region_id,
            customer_gateway_id: None,
            page_number: None,
            page_size: None,
            resource_group_id: None,
            tags: None,
        }
    }

    /// The same request, for gateways that have all of these tags.
    #[must_use]
    pub const fn with_tags(mut self, tags: Tags<'a>) -> Self {
        self.tags = List::of_tags(tags);
        self
    }

    /// The `RegionId`.
    #[must_use]
    pub const fn region_id(&self) -> RegionId<'a> {
        self.region_id
    }

    /// The tags that are asked for; none unless some were given.
    #[must_use]
    pub const fn tags(&self) -> Tags<'a> {
        match self.tags {
            Some(list) => list.tags(),
            None => Tags::NONE,
        }
    }

    optional! {
        customer_gateway_id CustomerGatewayId<'a>, with_customer_gateway_id "CustomerGatewayId";
        page_number PageNumber, with_page_number "PageNumber";
        page_size PageSize, with_page_size "PageSize";
        resource_group_id ResourceGroupId<'a>, with_resource_group_id "ResourceGroupId";
    }
}

impl Parameters for DescribeCustomerGateways<'_> {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, {
            "CustomerGatewayId": self.customer_gateway_id,
            "PageNumber": self.page_number,
            "PageSize": self.page_size,
            "RegionId": self.region_id,
            "ResourceGroupId": self.resource_group_id,
            "Tag.N": self.tags.as_ref(),
        });
    }
}

impl Action for DescribeCustomerGateways<'_> {
    const NAME: &'static str = "DescribeCustomerGateways";
    const VERSION: &'static str = VERSION;

    type Output<'b> = Page<'b>;
}

/// A page of customer gateways.
///
/// ```
/// # #[cfg(feature = "json")] {
/// use aliyun_customer_gateway::{Page, Response};
///
/// let body = br#"{"PageNumber":1,"PageSize":10,"TotalCount":2,"CustomerGateways":{"CustomerGateway":[
///     {"CustomerGatewayId":"cgw-1","IpAddress":"101.12.0.12","Asn":65530},
///     {"CustomerGatewayId":"cgw-2","IpAddress":"101.12.0.13","Name":"\ud83c"}]}}"#;
/// let Response::Success(page) = Response::<Page>::decode(200, body)? else { panic!() };
/// assert_eq!(page.total_count(), Some(2));
/// for gateway in page.gateways() {
///     if gateway.ip_address().is_some_and(|address| address == "101.12.0.12") {
///         assert_eq!(gateway.customer_gateway_id().unwrap(), "cgw-1");
///         assert_eq!(gateway.asn(), Some(65530));
///     }
/// }
/// let last = page.gateways().last().unwrap();
/// assert_eq!(last.name(), None);
/// assert!(last.damage().is_some());
/// # }
/// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
/// ```
#[derive(Clone, Copy)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[expect(clippy::struct_field_names, reason = "as the service names them")]
pub struct Page<'b> {
    request_id: Option<EscapedStr<'b>>,
    page_number: Option<u32>,
    page_size: Option<u32>,
    total_count: Option<u32>,
    gateways: ItemList<'b>,
    damage: Option<Damage>,
}

const CUSTOMER_GATEWAYS: &str = "CustomerGateways";
const PAGE_NUMBER: &str = "PageNumber";
const PAGE_SIZE: &str = "PageSize";
const TOTAL_COUNT: &str = "TotalCount";

impl Page<'_> {
    /// How long a receive buffer must be for a page of so many items, in bytes, if names and descriptions have up
    /// to so many characters: those of one's own, or [`Name::MAX_CHARS`](crate::Name::MAX_CHARS) and
    /// [`Description::MAX_CHARS`](crate::Description::MAX_CHARS).
    ///
    /// It holds the documented members, but no tags, at their longest: 64 bytes for an id, 12 for a character, as
    /// `\ud83c\udfe2` takes in JSON of ASCII only. A failure may be longer where its message echoes
    /// the request; where it is cut off behind its code, the code is read all the same.
    ///
    /// ```
    /// use aliyun_customer_gateway::Page;
    ///
    /// assert_eq!(Page::max_body_len(10, 20, 20), 13504);
    /// ```
    #[must_use]
    pub const fn max_body_len(items: usize, name_chars: usize, description_chars: usize) -> usize {
        let members = body_len::page(items, name_chars, description_chars);
        body_len::response(DescribeCustomerGateways::NAME, members)
    }
}

impl<'b> Output<'b> for Page<'b> {
    const MEMBERS: &'static [Member] = &[
        Member::number(PAGE_NUMBER),
        Member::number(PAGE_SIZE),
        Member::number(TOTAL_COUNT),
        Member::list(CUSTOMER_GATEWAYS),
    ];

    fn read(members: &mut Members<'b, '_>) -> Option<Self> {
        members.expect(CUSTOMER_GATEWAYS);
        if !members.is_present(CUSTOMER_GATEWAYS) && !members.is_present(TOTAL_COUNT) {
            return None;
        }
        Some(Self {
            page_number: number(members, PAGE_NUMBER),
            page_size: number(members, PAGE_SIZE),
            total_count: number(members, TOTAL_COUNT),
            gateways: members.list(CUSTOMER_GATEWAYS, "CustomerGateway").unwrap_or_default(),
            request_id: members.request_id(),
            damage: members.damage(),
        })
    }
}

/// A number of the page: an `int32` of the service.
fn number(members: &mut Members<'_, '_>, name: &'static str) -> Option<u32> {
    let number = members.number(name, i32::MAX.unsigned_abs().into())?;
    u32::try_from(number).ok()
}

getters!(Page: request_id, damage);

impl<'b> Page<'b> {
    /// The number of the page, from 1 on.
    #[must_use]
    pub const fn page_number(&self) -> Option<u32> {
        self.page_number
    }

    /// How many gateways a page has at most.
    #[must_use]
    pub const fn page_size(&self) -> Option<u32> {
        self.page_size
    }

    /// How many gateways there are on all pages.
    #[must_use]
    pub const fn total_count(&self) -> Option<u32> {
        self.total_count
    }

    /// The gateways of the page, read one by one from the body: no copy is made, and each step takes
    /// time in proportion to the gateway.
    ///
    /// Where the body was cut off or is broken, which [`damage`](Self::damage) tells, the gateways
    /// behind that place are missing.
    #[must_use]
    pub const fn gateways(&self) -> Items<'b, PageItem<'b>> {
        self.gateways.items()
    }
}

/// Two pages are equal when they hold the same numbers and the same gateways in the same order.
impl PartialEq for Page<'_> {
    fn eq(&self, other: &Self) -> bool {
        let numbers = |page: &Self| {
            (page.request_id, page.page_number, page.page_size, page.total_count, page.damage)
        };
        numbers(self) == numbers(other) && self.gateways().eq(other.gateways())
    }
}

impl Eq for Page<'_> {}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("request_id", &self.request_id)
            .field("page_number", &self.page_number)
            .field("page_size", &self.page_size)
            .field("total_count", &self.total_count)
            .field("gateways", &self.gateways())
            .field("damage", &self.damage)
            .finish()
    }
}
