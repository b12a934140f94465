//! What holds for every canonical query.

use aliyun_customer_gateway::query::{OrderError, Pairs, Parameters, Query};
use aliyun_customer_gateway::{
    Action, Asn, ClientToken, CreateCustomerGateway, DeleteCustomerGateway,
    DescribeCustomerGateway, DescribeCustomerGateways, Description, Edition, Encode as _,
    IpAddress, ModifyCustomerGatewayAttribute, Name, RegionId, Tags,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// Asserts all that holds for the query of some parameters, given in canonical order.
fn check<P: Parameters>(query: &Query<P>, parameters: &[(String, String)]) {
    let text = query.to_string();
    let pairs: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    assert_eq!(text, pairs.join("&"));

    // What was encoded comes back, and its names ascend.
    let decoded: Vec<_> = text
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap())
        .map(|(name, value)| (decode(name), decode(value)))
        .collect();
    assert_eq!(decoded, parameters);
    assert!(decoded.is_sorted_by(|(one, _), (next, _)| one.as_bytes() < next.as_bytes()), "{text}");
    assert!(!decoded.iter().any(|(name, _)| name == "Signature"), "{text}");

    // Every way to write it is the same way.
    let len = text.len();
    assert_eq!(query.encoded_len(), len);
    let mut written = Vec::new();
    query.write_to(|block| std::io::Write::write_all(&mut written, block)).unwrap();
    assert_eq!(written, text.as_bytes());
    let mut buf = vec![0xa5; len + 9];
    assert_eq!(query.encode(&mut buf).unwrap(), text);
    assert_eq!(buf[len..], [0xa5; 9]);

    // Any smaller buffer says what is needed.
    let few = [0, 1, 2, 63, 64, 65, len / 2, len.saturating_sub(2), len.saturating_sub(1)];
    for shorter in few.into_iter().filter(|shorter| *shorter < len) {
        let refused = query.encode(&mut vec![0xa5; shorter]).unwrap_err();
        assert_eq!(refused.needed(), len);
    }
    match query.to_heapless::<64>() {
        Ok(short) => assert_eq!(short, text.as_str()),
        Err(refused) => assert!(len > 64 && refused.needed() == len),
    }
}

/// The law of `Pairs`, whatever the order of its parameters.
pub(crate) fn list(pairs: &[(&str, &str)]) {
    let is_signature = |pair: &&(&str, &str)| pair.0 == "Signature";
    let ascends = pairs.is_sorted_by(|(one, _), (next, _)| one < next);
    let is_allowed = ascends && !pairs.iter().any(|pair| is_signature(&pair));
    match Pairs::new(pairs) {
        Ok(list) => {
            assert!(is_allowed, "{pairs:?}");
            assert_eq!(list.len(), pairs.len());
            assert_eq!(list.is_empty(), pairs.is_empty());
            let owned: Vec<_> = pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
                .collect();
            check(&Query::new(list), &owned);
        }
        Err(refused) => {
            assert!(!is_allowed, "{pairs:?}: {refused}");
            let neighbours = |previous: &str, name: &str| {
                pairs.windows(2).any(|two| two[0].0 == previous && two[1].0 == name)
            };
            match refused {
                OrderError::Signature => assert!(pairs.iter().any(|pair| is_signature(&pair))),
                OrderError::Duplicate { name } => assert!(neighbours(name, name), "{pairs:?}"),
                OrderError::OutOfOrder { name, previous } => {
                    assert!(name < previous && neighbours(previous, name), "{pairs:?}");
                }
                other => panic!("{other:?}"),
            }
        }
    }
}

/// The same parameters, as somebody who heeds the error would give them.
pub(crate) fn sorted_list(pairs: &[(&str, &str)]) {
    let mut pairs: Vec<_> = pairs.iter().filter(|pair| pair.0 != "Signature").copied().collect();
    pairs.sort_unstable();
    pairs.dedup_by_key(|pair| pair.0);
    assert!(Pairs::new(&pairs).is_ok(), "{pairs:?}");
    list(&pairs);
}

/// The law of a request; texts that make no field are left out.
pub(crate) fn request(
    region_id: &str,
    ip_address: &str,
    client_token: Option<&str>,
    name: Option<&str>,
    description: Option<&str>,
    asn: Option<&str>,
) {
    let (Ok(region_id), Ok(ip_address)) =
        (RegionId::new(region_id), IpAddress::new_in(ip_address, Edition::Current))
    else {
        return;
    };
    let client_token = client_token.and_then(|text| ClientToken::new(text).ok());
    let name = name.and_then(|text| Name::new(text).ok());
    let description = description.and_then(|text| Description::new(text).ok());
    let asn = asn.and_then(|text| Asn::new(text).ok());

    let mut request = CreateCustomerGateway::new(region_id, ip_address);
    let mut own = vec![
        ("IpAddress".to_owned(), ip_address.to_string()),
        ("RegionId".to_owned(), region_id.to_string()),
    ];
    if let Some(token) = client_token {
        request = request.with_client_token(token);
        own.push(("ClientToken".to_owned(), token.to_string()));
    }
    if let Some(name) = name {
        request = request.with_name(name);
        own.push(("Name".to_owned(), name.to_string()));
    }
    if let Some(description) = description {
        request = request.with_description(description);
        own.push(("Description".to_owned(), description.to_string()));
    }
    if let Some(asn) = asn {
        request = request.with_asn(asn);
        own.push(("Asn".to_owned(), asn.to_string()));
    }
    assert_eq!(request.region_id(), region_id);
    assert_eq!(request.ip_address(), ip_address);
    assert_eq!(request.client_token(), client_token);
    assert_eq!(request.name(), name);
    assert_eq!(request.description(), description);
    assert_eq!(request.asn(), asn);

    action(request, own, CreateCustomerGateway::MAX_ENCODED_LEN);
}

/// The law of an action: `own` are its parameters, in any order, and no query is longer than `bound`.
fn action<A: Action + Copy>(request: A, mut own: Vec<(String, String)>, bound: usize) {
    own.sort_unstable();
    check(&request.query_without_action(), &own);
    own.push(("Action".to_owned(), A::NAME.to_owned()));
    own.sort_unstable();
    check(&request.query(), &own);
    assert!(request.query().encoded_len() <= bound);

    // Any other list of the same parameters is written the same.
    let pairs: Vec<_> = own.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let list = Query::new(Pairs::new(&pairs).unwrap());
    assert_eq!(list.to_string(), request.query().to_string());
}

/// The parameters of which there is a value.
fn parameters<const N: usize>(all: [(&str, Option<String>); N]) -> Vec<(String, String)> {
    all.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

/// A list of tags, flattened in the order of their numbers.
fn flattened(list: &str, tags: Tags<'_>) -> Vec<(String, String)> {
    (1..)
        .zip(tags.iter())
        .flat_map(|(number, tag)| {
            let name = |member| format!("{list}.{number}.{member}");
            [(name("Key"), tag.key().to_owned()), (name("Value"), tag.value().to_owned())]
        })
        .collect()
}

fn some(value: Option<impl ToString>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// The law of `CreateCustomerGateway`.
#[allow(dead_code, reason = "not every fuzz target uses every law")]
pub(crate) fn create(request: CreateCustomerGateway<'_>) {
    let mut own = parameters([
        ("RegionId", Some(request.region_id().to_string())),
        ("IpAddress", Some(request.ip_address().to_string())),
        ("ClientToken", some(request.client_token())),
        ("Name", some(request.name())),
        ("Description", some(request.description())),
        ("Asn", some(request.asn())),
        ("AuthKey", request.auth_key().map(|key| key.as_str().to_owned())),
        ("ResourceGroupId", some(request.resource_group_id())),
    ]);
    own.extend(flattened("Tags", request.tags()));
    let tags = Tags::max_encoded_len(request.tags().len());
    action(request, own, CreateCustomerGateway::MAX_ENCODED_LEN + tags);
    assert!(request.auth_key().is_none() || request.asn().is_some());
}

/// The law of `DescribeCustomerGateways`.
#[allow(dead_code, reason = "not every fuzz target uses every law")]
pub(crate) fn describe_all(request: DescribeCustomerGateways<'_>) {
    let mut own = parameters([
        ("RegionId", Some(request.region_id().to_string())),
        ("CustomerGatewayId", some(request.customer_gateway_id())),
        ("PageNumber", some(request.page_number())),
        ("PageSize", some(request.page_size())),
        ("ResourceGroupId", some(request.resource_group_id())),
    ]);
    own.extend(flattened("Tag", request.tags()));
    let tags = DescribeCustomerGateways::max_tags_len(request.tags().len());
    action(request, own, DescribeCustomerGateways::MAX_ENCODED_LEN + tags);
}

/// The law of `DescribeCustomerGateway`.
#[allow(dead_code, reason = "not every fuzz target uses every law")]
pub(crate) fn describe(request: DescribeCustomerGateway<'_>) {
    let own = parameters([
        ("RegionId", Some(request.region_id().to_string())),
        ("CustomerGatewayId", Some(request.customer_gateway_id().to_string())),
    ]);
    action(request, own, DescribeCustomerGateway::MAX_ENCODED_LEN);
}

/// The law of `ModifyCustomerGatewayAttribute`.
#[allow(dead_code, reason = "not every fuzz target uses every law")]
pub(crate) fn modify(request: ModifyCustomerGatewayAttribute<'_>) {
    let own = parameters([
        ("RegionId", Some(request.region_id().to_string())),
        ("CustomerGatewayId", Some(request.customer_gateway_id().to_string())),
        ("ClientToken", some(request.client_token())),
        ("Name", some(request.name())),
        ("Description", some(request.description())),
        ("AuthKey", request.auth_key().map(|key| key.as_str().to_owned())),
    ]);
    action(request, own, ModifyCustomerGatewayAttribute::MAX_ENCODED_LEN);
}

/// The law of `DeleteCustomerGateway`.
#[allow(dead_code, reason = "not every fuzz target uses every law")]
pub(crate) fn delete(request: DeleteCustomerGateway<'_>) {
    let own = parameters([
        ("RegionId", Some(request.region_id().to_string())),
        ("CustomerGatewayId", Some(request.customer_gateway_id().to_string())),
        ("ClientToken", some(request.client_token())),
    ]);
    action(request, own, DeleteCustomerGateway::MAX_ENCODED_LEN);
}
