//! `DescribeCustomerGateways`.

use aliyun_customer_gateway::{
    Action as _, DescribeCustomerGateways, OwnedDescribeCustomerGateways, PageNumber, PageSize,
    Tags,
};

use super::{
    Longest, borrowed, check_longest, check_request, check_request_with, flattened, group, id,
    region, tags,
};

const LEAST: (&str, &str) = ("RegionId", "cn-shanghai");

fn least() -> DescribeCustomerGateways<'static> {
    DescribeCustomerGateways::new(region())
}

fn most(tags: Tags<'_>) -> DescribeCustomerGateways<'_> {
    least()
        .with_customer_gateway_id(id())
        .with_page_number(PageNumber::from_number(12).unwrap())
        .with_page_size(PageSize::MAX)
        .with_resource_group_id(group())
        .with_tags(tags)
}

#[test]
fn queries() {
    check_request(least(), &[LEAST]);
    check_request(
        least().with_page_number(PageNumber::MIN).with_page_size(PageSize::MIN),
        &[LEAST, ("PageSize", "1"), ("PageNumber", "1")],
    );
    check_request(
        least().with_customer_gateway_id(id()),
        &[LEAST, ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****")],
    );
    let texts = tags();
    for count in [0, 1, 2, 9, 10, 11, 19, 20] {
        let tags = borrowed(&texts[..count]);
        check_request_with(
            most(Tags::new(&tags).unwrap()),
            &[
                LEAST,
                ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****"),
                ("PageNumber", "12"),
                ("PageSize", "50"),
                ("ResourceGroupId", "rg-aek2qo2h4jy****"),
            ],
            &flattened("Tag", &texts[..count]),
        );
    }
}

/// The filter's name is singular.
#[test]
fn the_filter_is_called_tag() {
    let texts = [("site".to_owned(), String::new())];
    let tags = borrowed(&texts);
    let query = least().with_tags(Tags::new(&tags).unwrap()).query();
    assert_eq!(
        query.to_string(),
        "Action=DescribeCustomerGateways&RegionId=cn-shanghai&Tag.1.Key=site&Tag.1.Value=",
    );
}

#[test]
fn the_longest_request_is_as_long_as_stated() {
    let longest = Longest::new();
    let request = longest.list();
    let texts = longest.tags();
    let tags = borrowed(&texts);
    for count in 0..=20 {
        let bound = DescribeCustomerGateways::MAX_ENCODED_LEN
            + DescribeCustomerGateways::max_tags_len(count);
        check_longest(request.with_tags(Tags::new(&tags[..count]).unwrap()), bound);
    }
    assert_eq!(DescribeCustomerGateways::max_tags_len(0), 0);
}

#[test]
fn owned() {
    let texts = tags();
    let tags = borrowed(&texts);
    let request = most(Tags::new(&tags).unwrap());
    let owned: OwnedDescribeCustomerGateways<{ Tags::MAX_BYTES }> = request.to_owned().unwrap();
    assert_eq!(owned.get(), request);
    assert_eq!(least().to_owned::<0>().unwrap().get(), least());
    let none = OwnedDescribeCustomerGateways::<0>::try_from(request);
    let bytes: usize = tags.iter().map(|tag| tag.key().len() + tag.value().len()).sum();
    assert_eq!(
        none.unwrap_err().to_string(),
        format!(
            "Tags takes {bytes} bytes, and there is space for 0: use a type of greater capacity"
        ),
    );
    let some = [
        request.customer_gateway_id().map(|id| id.to_string()),
        request.page_number().map(|number| number.to_string()),
        request.page_size().map(|size| size.to_string()),
        request.resource_group_id().map(|id| id.to_string()),
    ];
    assert!(some.iter().all(Option::is_some), "{some:?}");
    assert_eq!((request.region_id(), request.tags().len()), (region(), 20));
}
