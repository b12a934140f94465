//! Requests of every action: their queries, their lengths, their owning twins.

mod create_customer_gateway;
mod delete_customer_gateway;
mod describe_customer_gateway;
mod describe_customer_gateways;
mod modify_customer_gateway_attribute;
mod of_others;

use core::fmt::Debug;

use aliyun_customer_gateway::query::Query;
use aliyun_customer_gateway::{
    Action, Asn, AuthKey, ClientToken, CreateCustomerGateway, CustomerGatewayId,
    DeleteCustomerGateway, DescribeCustomerGateway, DescribeCustomerGateways, Description,
    Encode as _, IpAddress, ModifyCustomerGatewayAttribute, Name, PageNumber, PageSize, RegionId,
    ResourceGroupId, Tag,
};

use crate::query::{check, oracle};

/// A token in which each character takes three bytes; so do a key, an id and a group.
const RESERVED: &str = "!\"#$%&'()*+,/:;<=>@[\\]^`{|}!\"#$%&'()*+,/:;<=>@[\\]^`{|}!\"#$%&'()*+";

fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

fn id() -> CustomerGatewayId<'static> {
    CustomerGatewayId::new("cgw-bp1pvpl9r9adju6l5****").unwrap()
}

fn token() -> ClientToken<'static> {
    ClientToken::new("a&b=c d\0\x7f").unwrap()
}

fn name() -> Name<'static> {
    Name::new("上海-1").unwrap()
}

fn description() -> Description<'static> {
    Description::new("Branch ~*/+ \"A\"\n🏢 é\u{80}").unwrap()
}

fn key() -> AuthKey<'static> {
    AuthKey::new("kEy+&%").unwrap()
}

fn group() -> ResourceGroupId<'static> {
    ResourceGroupId::new("rg-aek2qo2h4jy****").unwrap()
}

/// Twenty tags, no two alike; the values of some are empty.
fn tags() -> Vec<(String, String)> {
    (1..=20)
        .map(|number| {
            let value = if number % 3 == 0 { String::new() } else { format!("{number} 上&=") };
            (format!("key {number}"), value)
        })
        .collect()
}

pub(crate) fn borrowed(tags: &[(String, String)]) -> Vec<Tag<'_>> {
    tags.iter().map(|(key, value)| Tag::new(key, value).unwrap()).collect()
}

/// The parameters of tags in the order of their numbers, which is not the canonical one.
fn flattened(list: &str, tags: &[(String, String)]) -> Vec<(String, String)> {
    let numbered = (1..).zip(tags);
    numbered
        .flat_map(|(number, (key, value))| {
            let name = |member| format!("{list}.{number}.{member}");
            [(name("Key"), key.clone()), (name("Value"), value.clone())]
        })
        .collect()
}

/// Holds the queries of a request against those of its own parameters, sorted and encoded by another
/// crate.
fn check_request<A: Action + Copy + Debug>(request: A, own: &[(&str, &str)]) {
    check(&request.query_without_action(), &oracle(own));
    check(&Query::new(&request), &oracle(own));
    let mut all = own.to_vec();
    all.push(("Action", A::NAME));
    check(&request.query(), &oracle(&all));

    let mut seen = Vec::new();
    request.query().for_each(|pair| {
        assert!(!pair.value().is_absent(), "{pair:?}");
        seen.push((pair.name().to_owned(), pair.value().to_string()));
    });
    all.sort_unstable();
    let all: Vec<_> =
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    assert_eq!(seen, all);
}

/// The same for parameters some of which were put together.
fn check_request_with<A: Action + Copy + Debug>(
    request: A,
    own: &[(&str, &str)],
    more: &[(String, String)],
) {
    let more = more.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let all: Vec<_> = own.iter().copied().chain(more).collect();
    check_request(request, &all);
}

/// Holds the longest request against the bound, which it reaches.
fn check_longest<A: Action + Copy>(request: A, bound: usize) {
    let query = request.query();
    assert_eq!(query.encoded_len(), bound);
    let mut buf = vec![0xa5; bound];
    assert_eq!(query.encode(&mut buf).unwrap(), query.to_string());
    assert_eq!(query.encode(&mut buf[1..]).unwrap_err().needed(), bound);
}

/// The longest values of fields.
pub(crate) struct Longest {
    region: String,
    text: String,
}

impl Longest {
    pub(crate) fn new() -> Self {
        // A letter of four bytes.
        Self { region: "a".repeat(RegionId::MAX_CHARS), text: "𠀀".repeat(256) }
    }

    pub(crate) fn region(&self) -> RegionId<'_> {
        RegionId::new(&self.region).unwrap()
    }

    pub(crate) fn of_chars(&self, chars: usize) -> &str {
        &self.text[..chars * 4]
    }

    pub(crate) fn name(&self) -> Name<'_> {
        Name::new(self.of_chars(Name::MAX_CHARS)).unwrap()
    }

    pub(crate) fn description(&self) -> Description<'_> {
        Description::new(self.of_chars(Description::MAX_CHARS)).unwrap()
    }

    pub(crate) fn token() -> ClientToken<'static> {
        ClientToken::new(&RESERVED[..ClientToken::MAX_CHARS]).unwrap()
    }

    pub(crate) fn id() -> CustomerGatewayId<'static> {
        CustomerGatewayId::new(&RESERVED[..CustomerGatewayId::MAX_CHARS]).unwrap()
    }

    pub(crate) fn group() -> ResourceGroupId<'static> {
        ResourceGroupId::new(&RESERVED[..ResourceGroupId::MAX_CHARS]).unwrap()
    }

    pub(crate) fn key() -> AuthKey<'static> {
        AuthKey::new(&RESERVED[..AuthKey::MAX_CHARS]).unwrap()
    }

    pub(crate) fn create(&self) -> CreateCustomerGateway<'_> {
        CreateCustomerGateway::new(self.region(), IpAddress::new("101.101.101.101").unwrap())
            .with_client_token(Self::token())
            .with_name(self.name())
            .with_description(self.description())
            .with_bgp(Asn::from_number(u32::MAX).unwrap(), Self::key())
            .with_resource_group_id(Self::group())
    }

    pub(crate) fn delete(&self) -> DeleteCustomerGateway<'_> {
        DeleteCustomerGateway::new(self.region(), Self::id()).with_client_token(Self::token())
    }

    pub(crate) fn describe(&self) -> DescribeCustomerGateway<'_> {
        DescribeCustomerGateway::new(self.region(), Self::id())
    }

    pub(crate) fn list(&self) -> DescribeCustomerGateways<'_> {
        DescribeCustomerGateways::new(self.region())
            .with_customer_gateway_id(Self::id())
            .with_page_number(PageNumber::MAX)
            .with_page_size(PageSize::MAX)
            .with_resource_group_id(Self::group())
    }

    pub(crate) fn modify(&self) -> ModifyCustomerGatewayAttribute<'_> {
        ModifyCustomerGatewayAttribute::new(self.region(), Self::id())
            .with_name(self.name())
            .with_description(self.description())
            .with_auth_key(Self::key())
            .with_client_token(Self::token())
    }

    /// Tags of the longest texts, with keys that differ in their last character.
    pub(crate) fn tags(&self) -> Vec<(String, String)> {
        (0..20_u32)
            .map(|number| {
                let last = char::from_u32(0x2_0000 + number).unwrap();
                let start = self.of_chars(Tag::MAX_KEY_CHARS - 1);
                (format!("{start}{last}"), self.of_chars(Tag::MAX_VALUE_CHARS).to_owned())
            })
            .collect()
    }
}

/// No secret of a request is printed, but it is sent.
fn check_secret<A: Action + Copy + Debug>(request: A) {
    let shown = format!("{request:?} {:?} {:#?}", request.query(), request.query());
    assert!(!shown.contains("kEy"), "{shown}");
    assert!(shown.contains("[redacted]"), "{shown}");
    let mut pairs = Vec::new();
    request.query().for_each(|pair| pairs.push(format!("{pair:?}")));
    let pairs = pairs.concat();
    assert!(!pairs.contains("kEy") && pairs.contains("{\"AuthKey\": [redacted]}"), "{pairs}");
    assert!(request.query().to_string().contains("&AuthKey=kEy%2B%26%25&"));
}

#[test]
fn names_and_versions() {
    fn of<A: Action>() -> (&'static str, &'static str) {
        // A reference is the same action.
        assert_eq!((A::NAME, A::VERSION), (<&A>::NAME, <&A>::VERSION));
        (A::NAME, A::VERSION)
    }
    use aliyun_customer_gateway as acg;
    for ((name, version), expected) in [
        (of::<acg::CreateCustomerGateway>(), "CreateCustomerGateway"),
        (of::<acg::DeleteCustomerGateway>(), "DeleteCustomerGateway"),
        (of::<acg::DescribeCustomerGateway>(), "DescribeCustomerGateway"),
        (of::<acg::DescribeCustomerGateways>(), "DescribeCustomerGateways"),
        (of::<acg::ModifyCustomerGatewayAttribute>(), "ModifyCustomerGatewayAttribute"),
    ] {
        assert_eq!((name, version), (expected, "2016-04-28"));
    }
}
