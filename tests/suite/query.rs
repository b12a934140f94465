//! Canonical queries: exact outputs, and buffers of every length.

mod names;
mod pairs;
mod value;

use core::fmt;
use core::fmt::Write;

use aliyun_customer_gateway::query::{Parameters, Query};
use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, Description, Edition, Encode as _,
    IpAddress, Name, RegionId,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The canonical query as others make it: sort, encode, join.
pub(crate) fn oracle(parameters: &[(&str, &str)]) -> String {
    let mut parameters = parameters.to_vec();
    parameters.sort_unstable();
    let encode = |text| utf8_percent_encode(text, RESERVED);
    let pairs: Vec<_> = parameters
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}

/// Asserts that every way to write a query gives the same text, and what buffers have to say.
pub(crate) fn check<P: Parameters>(query: &Query<P>, expected: &str) {
    let len = expected.len();
    assert_eq!(query.to_string(), expected);
    assert_eq!(query.encoded_len(), len);
    let mut text = String::new();
    query.write_to(|block| text.write_str(core::str::from_utf8(block).unwrap())).unwrap();
    assert_eq!(text, expected);

    // Nothing after the part that is written changes.
    let mut buf = vec![0xa5; len + 37];
    assert_eq!(query.encode(&mut buf).unwrap(), expected);
    assert!(buf[len..].iter().all(|byte| *byte == 0xa5));

    // Every length of a short one, and every eleventh of a long one.
    for shorter in (0..len).filter(|shorter| len < 300 || shorter % 11 == 0 || shorter + 3 > len) {
        let mut buf = vec![0xa5; shorter];
        let refused = query.encode(&mut buf).unwrap_err();
        assert_eq!(refused.needed(), len, "{shorter}");
    }
    assert_eq!(query.encode(&mut vec![0xa5; len]).unwrap(), expected);
}

pub(crate) fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

pub(crate) fn address() -> IpAddress {
    IpAddress::new("101.12.0.12").unwrap()
}

#[test]
fn requests() {
    let least = CreateCustomerGateway::new(region(), address());
    let token = ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b").unwrap();
    let name = Name::new("上海-1").unwrap();
    let description = Description::new("Branch ~*/+ \"A\"\n🏢").unwrap();
    let asn = Asn::new("123.456").unwrap();
    let most =
        least.with_client_token(token).with_name(name).with_description(description).with_asn(asn);
    for (request, expected) in [
        (least, "Action=CreateCustomerGateway&IpAddress=101.12.0.12&RegionId=cn-shanghai"),
        (
            least.with_asn(asn),
            "Action=CreateCustomerGateway&Asn=8061384&IpAddress=101.12.0.12&RegionId=cn-shanghai",
        ),
        (
            least.with_client_token(ClientToken::new("a&b=c d\0\x7f").unwrap()),
            "Action=CreateCustomerGateway&ClientToken=a%26b%3Dc%20d%00%7F&IpAddress=101.12.0.12\
             &RegionId=cn-shanghai",
        ),
        (
            least.with_name(name),
            "Action=CreateCustomerGateway&IpAddress=101.12.0.12&Name=%E4%B8%8A%E6%B5%B7-1\
             &RegionId=cn-shanghai",
        ),
        (
            least.with_description(description),
            "Action=CreateCustomerGateway&Description=Branch%20~%2A%2F%2B%20%22A%22%0A%F0%9F%8F%A2\
             &IpAddress=101.12.0.12&RegionId=cn-shanghai",
        ),
        (
            most,
            "Action=CreateCustomerGateway&Asn=8061384\
             &ClientToken=02fb3da4-130e-11e9-8e44-0016e04115b\
             &Description=Branch%20~%2A%2F%2B%20%22A%22%0A%F0%9F%8F%A2&IpAddress=101.12.0.12\
             &Name=%E4%B8%8A%E6%B5%B7-1&RegionId=cn-shanghai",
        ),
    ] {
        check(&request.query(), expected);
        let without_action = expected.strip_prefix("Action=CreateCustomerGateway&").unwrap();
        check(&request.query_without_action(), without_action);
    }
    // The last value wins, as anybody would expect.
    let other = least.with_asn(asn).with_asn(Asn::from_number(1).unwrap());
    assert!(other.query().to_string().contains("&Asn=1&"));
}

#[test]
fn private_addresses_are_written_as_any_other() {
    let address = IpAddress::new_in("192.168.0.1", Edition::Current).unwrap();
    let query = CreateCustomerGateway::new(region(), address).query_without_action().to_string();
    assert_eq!(query, "IpAddress=192.168.0.1&RegionId=cn-shanghai");
}

#[test]
fn a_string_of_the_exact_capacity_suffices() {
    let query = CreateCustomerGateway::new(region(), address()).query();
    assert_eq!(query.encoded_len(), 71);
    let text: heapless::String<71> = query.to_heapless().unwrap();
    assert_eq!(text, query.to_string().as_str());
    for refused in [
        query.to_heapless::<70>().unwrap_err(),
        query.to_heapless::<1>().unwrap_err(),
        query.to_heapless::<0>().unwrap_err(),
        query.encode(&mut []).unwrap_err(),
    ] {
        assert_eq!(refused.needed(), 71);
        assert_eq!(refused.to_string(), "the buffer is too small: 71 bytes are needed");
    }
}

/// Takes a number of bytes, refuses what comes after, and is not to be called again.
struct Full(usize, bool);

impl Full {
    fn take(&mut self, block: &[u8]) -> fmt::Result {
        assert!(!self.1, "called after an error");
        self.1 = self.0 < block.len();
        self.0 = self.0.checked_sub(block.len()).ok_or(fmt::Error)?;
        Ok(())
    }
}

impl Write for Full {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.take(text.as_bytes())
    }
}

#[test]
fn the_errors_of_a_writer_come_back() {
    let query = CreateCustomerGateway::new(region(), address()).query();
    let mut full = Full(71, false);
    assert_eq!(query.write_to(|block| full.take(block)), Ok(()));
    for space in 0..71 {
        let mut full = Full(space, false);
        assert_eq!(query.write_to(|block| full.take(block)), Err(fmt::Error), "{space}");
        assert_eq!(write!(Full(space, false), "{query}"), Err(fmt::Error), "{space}");
    }
}
