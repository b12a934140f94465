//! What the other actions of the family respond, in every documented form.

use aliyun_customer_gateway::escaped::{EscapeFault, EscapedStr};
use aliyun_customer_gateway::response::{Fault, NotAResponse, Output};
use aliyun_customer_gateway::{
    Deleted, Failed, Gateway, Modified, OwnedGateway, OwnedModified, Page, PageItem, Response,
};

fn success<'b, T: Output<'b> + core::fmt::Debug>(body: &'b str) -> T {
    match Response::<T>::decode(200, body.as_bytes()) {
        Ok(Response::Success(output)) => output,
        other => panic!("{body}: {other:?}"),
    }
}

fn refused<'b, T: Output<'b> + core::fmt::Debug>(body: &'b str) -> NotAResponse {
    match Response::<T>::decode(200, body.as_bytes()) {
        Err(error) => error.kind(),
        other => panic!("{body}: {other:?}"),
    }
}

fn failed<'b, T: Output<'b> + core::fmt::Debug>(status: u16, body: &'b str) -> Failed<'b> {
    match Response::<T>::decode(status, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed,
        other => panic!("{body}: {other:?}"),
    }
}

fn owned(text: Option<EscapedStr<'_>>) -> Option<String> {
    text.map(|text| text.to_string())
}

/// Everything of a gateway, the secret included.
fn shown(item: &PageItem<'_>) -> Vec<(&'static str, String)> {
    let mut tags = String::new();
    for tag in item.tags() {
        let (key, value) = (owned(tag.key()), owned(tag.value()));
        for part in [key.unwrap_or_default(), "=".into(), value.unwrap_or_default(), ";".into()] {
            tags.push_str(&part);
        }
    }
    let members = [
        ("CustomerGatewayId", owned(item.customer_gateway_id())),
        ("IpAddress", owned(item.ip_address())),
        ("Name", owned(item.name())),
        ("Description", owned(item.description())),
        ("CreateTime", item.create_time().map(|time| time.to_string())),
        ("Asn", item.asn().map(|asn| asn.to_string())),
        ("AuthKey", owned(item.auth_key().map(|key| key.expose()))),
        ("ResourceGroupId", owned(item.resource_group_id())),
        ("Tags", (!tags.is_empty()).then_some(tags)),
    ];
    members.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
}

fn expected(members: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    members.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
}

const GATEWAY: [(&str, &str); 9] = [
    ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****"),
    ("IpAddress", "139.32.XX.XX"),
    ("Name", "nametest"),
    ("Description", "desctest"),
    ("CreateTime", "1492747187000"),
    ("Asn", "65535"),
    ("AuthKey", "AuthKey****"),
    ("ResourceGroupId", "rg-acfmzs372yg****"),
    ("Tags", "TagKey=TagValue;"),
];

const DESCRIBED: &str = r#"{"Asn":65535,"RequestId":"A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2","IpAddress":"139.32.XX.XX","Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","AuthKey":"AuthKey****","Tags":{"Tag":[{"Key":"TagKey","Value":"TagValue"}]},"ResourceGroupId":"rg-acfmzs372yg****"}"#;

/// As documented in 2024: tags without the inner element.
const DESCRIBED_XML: &str = "<DescribeCustomerGatewayResponse><Asn>65535</Asn><RequestId>A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2</RequestId><IpAddress>139.32.XX.XX</IpAddress><Description>desctest</Description><CustomerGatewayId>cgw-bp1pvpl9r9adju6l5****</CustomerGatewayId><CreateTime>1492747187000</CreateTime><Name>nametest</Name><AuthKey>AuthKey****</AuthKey><ResourceGroupId>rg-acfmzs372yg****</ResourceGroupId><Tags><Key>TagKey</Key><Value>TagValue</Value></Tags></DescribeCustomerGatewayResponse>";

#[test]
fn described() {
    let wrapped =
        DESCRIBED_XML.replace("<Tags>", "<Tags><Tag>").replace("</Tags>", "</Tag></Tags>");
    for body in [DESCRIBED, DESCRIBED_XML, &wrapped] {
        let gateway: Gateway<'_> = success(body);
        assert_eq!(gateway.request_id().unwrap(), "A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2");
        assert_eq!(gateway.customer_gateway_id(), "cgw-bp1pvpl9r9adju6l5****");
        assert_eq!(shown(&gateway.as_item()), expected(&GATEWAY), "{body}");
        assert_eq!(gateway.damage(), None);
        assert_eq!(gateway.to_string(), "found cgw-bp1pvpl9r9adju6l5****");
        assert_eq!(gateway, success(DESCRIBED));
        // The other methods say the same.
        let item = gateway.as_item();
        assert_eq!(gateway.ip_address(), item.ip_address());
        assert_eq!(gateway.name(), item.name());
        assert_eq!(gateway.description(), item.description());
        assert_eq!(gateway.create_time(), item.create_time());
        assert_eq!(gateway.asn(), item.asn());
        assert_eq!(gateway.auth_key(), item.auth_key());
        assert_eq!(gateway.resource_group_id(), item.resource_group_id());
        assert_eq!(gateway.tags(), item.tags());
    }
    // Whatever is not there, or null, is absent.
    for body in [
        r#"{"CustomerGatewayId":"cgw-1"}"#,
        r#"{"CustomerGatewayId":"cgw-1","IpAddress":null,"Name":null,"Description":null,"CreateTime":null,"Asn":null,"AuthKey":null,"ResourceGroupId":null,"Tags":null,"RequestId":null}"#,
        r#"{"CustomerGatewayId":"cgw-1","Asn":0,"Tags":{},"ResourceGroupId":""}"#,
        r#"{"CustomerGatewayId":"cgw-1","Asn":"0","Tags":{"Tag":[]},"Asn":0.0,"CreateTime":""}"#,
        r#"{"CustomerGatewayId":"cgw-1","Tags":{"Tag":null,"Other":[{"Key":"k"}]}}"#,
        r#"{"CustomerGatewayId":"cgw-1","Tags":""}"#,
        "<R><CustomerGatewayId>cgw-1</CustomerGatewayId><Tags/><Asn/></R>",
        "<R><CustomerGatewayId>cgw-1</CustomerGatewayId><Tags></Tags><Asn> 0 </Asn></R>",
        "<R><CustomerGatewayId>cgw-1</CustomerGatewayId><Tags> <!-- none --> </Tags></R>",
    ] {
        let gateway: Gateway<'_> = success(body);
        assert_eq!(
            shown(&gateway.as_item()),
            expected(&[("CustomerGatewayId", "cgw-1")]),
            "{body}"
        );
        assert_eq!(gateway.damage(), None, "{body}");
    }
    let no_outcome = NotAResponse::NoOutcome { member: "CustomerGatewayId" };
    assert_eq!(refused::<Gateway<'_>>(r#"{"RequestId":"R","Asn":1}"#), no_outcome);
    let body = r#"{"Code":"InvalidCustomerGatewayInstanceId.NotFound","RequestId":"R"}"#;
    assert!(failed::<Gateway<'_>>(404, body).code().is_some());
}

#[test]
fn numbers_of_the_family() {
    for (asn, read) in [
        ("4294967295", Some(u32::MAX)),
        ("\"65530\"", Some(65530)),
        ("6.553e4", Some(65530)),
        ("\" 65530.0 \"", Some(65530)),
        ("45104", Some(45104)),
    ] {
        let body = format!(r#"{{"CustomerGatewayId":"c","Asn":{asn}}}"#);
        let gateway: Gateway<'_> = success(&body);
        assert_eq!((gateway.asn(), gateway.damage()), (read, None), "{body}");
    }
    for asn in ["4294967296", "-1", "1.5", "\"1.10\"", "\"AS1\""] {
        let body = format!(r#"{{"CustomerGatewayId":"c","Asn":{asn}}}"#);
        let gateway: Gateway<'_> = success(&body);
        assert_eq!(gateway.asn(), None, "{body}");
        let index = 31 + usize::from(asn.starts_with('"'));
        let fault = Fault::InvalidNumber { member: "Asn", index };
        assert_eq!(gateway.damage().map(|damage| damage.fault()), Some(fault), "{body}");
    }
    for (count, read) in
        [("2147483647", Some(2_147_483_647)), ("2147483648", None), ("\"0\"", Some(0))]
    {
        let body = format!(r#"{{"TotalCount":{count}}}"#);
        let page: Page<'_> = success(&body);
        assert_eq!(page.total_count(), read);
        assert_eq!(page.damage().is_some(), read.is_none());
    }
}

#[test]
fn modified() {
    let json = r#"{"RequestId":"8AA5CE21-2E6A-4530-BDF5-F055849476E6","IpAddress":"139.32.XX.XX","Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","ResourceGroupId":"rg-acfmzs372yg****"}"#;
    let xml = "<ModifyCustomerGatewayAttributeResponse><RequestId>8AA5CE21-2E6A-4530-BDF5-F055849476E6</RequestId><IpAddress>139.32.XX.XX</IpAddress><Description>desctest</Description><CustomerGatewayId>cgw-bp1pvpl9r9adju6l5****</CustomerGatewayId><CreateTime>1492747187000</CreateTime><Name>nametest</Name><ResourceGroupId>rg-acfmzs372yg****</ResourceGroupId></ModifyCustomerGatewayAttributeResponse>";
    for body in [json, xml] {
        let modified: Modified<'_> = success(body);
        assert_eq!(modified.customer_gateway_id(), "cgw-bp1pvpl9r9adju6l5****");
        assert_eq!(modified.request_id().unwrap(), "8AA5CE21-2E6A-4530-BDF5-F055849476E6");
        assert_eq!(modified.ip_address().unwrap(), "139.32.XX.XX");
        assert_eq!(modified.name().unwrap(), "nametest");
        assert_eq!(modified.description().unwrap(), "desctest");
        assert_eq!(modified.create_time(), Some(1_492_747_187_000));
        assert_eq!(modified.resource_group_id().unwrap(), "rg-acfmzs372yg****");
        assert_eq!(modified.damage(), None);
        assert_eq!(modified.to_string(), "modified cgw-bp1pvpl9r9adju6l5****");
        let owned: OwnedModified<8, 8> = modified.to_owned().unwrap();
        assert_eq!(owned.resource_group_id.as_deref(), Some("rg-acfmzs372yg****"));
        assert_eq!(modified.to_owned::<7, 8>().unwrap_err().member(), "Name");
    }
}

#[test]
fn deleted() {
    for body in [
        r#"{"RequestId":"606998F0-B94D-48FE-8316-ACA81BB230DA"}"#,
        "<DeleteCustomerGatewayResponse><RequestId>606998F0-B94D-48FE-8316-ACA81BB230DA</RequestId></DeleteCustomerGatewayResponse>",
        "<DeleteCustomerGatewayResesponse><RequestId>606998F0-B94D-48FE-8316-ACA81BB230DA</RequestId></DeleteCustomerGatewayResesponse>",
        r#"{"Code":"Success","RequestId":"606998F0-B94D-48FE-8316-ACA81BB230DA"}"#,
        r#"{"code":200,"requestid":"606998F0-B94D-48FE-8316-ACA81BB230DA"}"#,
        r#"{"Code":null,"RequestId":"606998F0-B94D-48FE-8316-ACA81BB230DA"}"#,
    ] {
        let deleted: Deleted<'_> = success(body);
        assert_eq!(deleted.request_id().unwrap(), "606998F0-B94D-48FE-8316-ACA81BB230DA", "{body}");
        assert_eq!(deleted.damage(), None, "{body}");
        assert_eq!(deleted.to_string(), "deleted");
        let owned = deleted.to_owned().unwrap();
        assert_eq!(owned.request_id.as_deref(), Some("606998F0-B94D-48FE-8316-ACA81BB230DA"));
    }
    // Readable or not.
    for (body, fault) in [
        (
            r#"{"RequestId":"\ud83c"}"#,
            Fault::InvalidEscape {
                member: "RequestId",
                fault: EscapeFault::LoneSurrogate,
                index: 14,
            },
        ),
        (
            r#"{"RequestId":"a","RequestId":"b"}"#,
            Fault::Conflict { member: "RequestId", index: 17 },
        ),
        (r#"{"RequestId":"a"}{}"#, Fault::Trailing { index: 17 }),
        ("{\"RequestId\":\"a\"}\0\0", Fault::Zeros { index: 17 }),
    ] {
        let deleted: Deleted<'_> = success(body);
        assert_eq!(deleted.damage().map(|damage| damage.fault()), Some(fault), "{body}");
    }
    for body in [r#"{"RequestId":"R","Code":"Forbidden"}"#, r#"{"Code":"Forbidden"}"#] {
        assert_eq!(failed::<Deleted<'_>>(200, body).code().unwrap(), "Forbidden");
    }
    let member = "RequestId";
    for (body, kind) in [
        (r#"{"HostId":"h"}"#, NotAResponse::NoOutcome { member }),
        (r#"{"Code":"OK"}"#, NotAResponse::NothingButSuccess { member }),
        // A code might have followed.
        (r#"{"RequestId":"R","Co"#, NotAResponse::Broken(Fault::CutOff { index: 20 })),
        (r#"{"RequestId":"R""#, NotAResponse::Broken(Fault::CutOff { index: 16 })),
        (
            r#"{"RequestId":"R","Code":"a","Code":"b"}"#,
            NotAResponse::Broken(Fault::Conflict { member: "Code", index: 28 }),
        ),
    ] {
        assert_eq!(refused::<Deleted<'_>>(body), kind, "{body}");
    }
}

const PAGE: &str = r#"{"PageSize":10,"RequestId":"E82612A9-CB90-4D7E-B394-1DB7F6509B29","PageNumber":1,"TotalCount":1,"CustomerGateways":{"CustomerGateway":[{"IpAddress":"139.32.XX.XX","Asn":65535,"Description":"desctest","CustomerGatewayId":"cgw-bp1pvpl9r9adju6l5****","CreateTime":1492747187000,"Name":"nametest","AuthKey":"AuthKey****","Tags":{"Tag":[{"Key":"TagKey","Value":"TagValue"}]},"ResourceGroupId":"rg-acfmzs372yg****"}]}}"#;

/// As documented in 2019 and 2020: with the inner element.
const PAGE_XML: &str = "<DescribeCustomerGatewaysResponse><PageNumber>1</PageNumber><TotalCount>1</TotalCount><PageSize>10</PageSize><RequestId>5BE01CD7-5A50-472D-AC14-CA181C5C03BE</RequestId><CustomerGateways><CustomerGateway><Name>test</Name><CustomerGatewayId>cgw-bp1pvpl9r9adju6l5****</CustomerGatewayId><CreateTime>1492747187000</CreateTime><IpAddress>139.196.32.xxx</IpAddress></CustomerGateway></CustomerGateways></DescribeCustomerGatewaysResponse>";

#[test]
fn documented_pages() {
    let page: Page<'_> = success(PAGE);
    assert_eq!(page.request_id().unwrap(), "E82612A9-CB90-4D7E-B394-1DB7F6509B29");
    let numbers = (page.page_number(), page.page_size(), page.total_count());
    assert_eq!(numbers, (Some(1), Some(10), Some(1)));
    assert_eq!(page.damage(), None);
    let items: Vec<_> = page.gateways().collect();
    assert_eq!(items.len(), 1);
    assert_eq!(shown(&items[0]), expected(&GATEWAY));

    // With the inner element and without it.
    for body in [
        PAGE_XML.to_owned(),
        PAGE_XML.replace("<CustomerGateway>", "").replace("</CustomerGateway>", ""),
    ] {
        let page: Page<'_> = success(&body);
        assert_eq!(page.request_id().unwrap(), "5BE01CD7-5A50-472D-AC14-CA181C5C03BE");
        let numbers = (page.page_number(), page.page_size(), page.total_count());
        assert_eq!(numbers, (Some(1), Some(10), Some(1)));
        let items: Vec<_> = page.gateways().collect();
        assert_eq!(items.len(), 1, "{body}");
        let members = [
            ("CustomerGatewayId", "cgw-bp1pvpl9r9adju6l5****"),
            ("IpAddress", "139.196.32.xxx"),
            ("Name", "test"),
            ("CreateTime", "1492747187000"),
        ];
        assert_eq!(shown(&items[0]), expected(&members));
        assert_eq!((page.damage(), items[0].damage()), (None, None));
    }
}

fn ids(page: &Page<'_>) -> Vec<String> {
    page.gateways().map(|item| owned(item.customer_gateway_id()).unwrap_or_default()).collect()
}

#[test]
fn forms_of_a_list() {
    let item = |id: &str| format!("<CustomerGatewayId>{id}</CustomerGatewayId>");
    let (a, b) = (item("a"), item("b"));
    let wrapped = |id: &str| format!("<CustomerGateway>{}</CustomerGateway>", item(id));
    let (wrapped_a, wrapped_b) = (wrapped("a"), wrapped("b"));
    let list = |content: &str| format!("<CustomerGateways>{content}</CustomerGateways>");
    for (list, expected) in [
        (list(&format!("{wrapped_a}{wrapped_b}")), "ab"),
        (list(&format!("\n  {wrapped_a}<!-- x -->\n  {wrapped_b}\n")), "ab"),
        // The inner element is left out: the list repeats, or holds the members itself.
        (list(&a), "a"),
        (list(&a) + &list(&b), "ab"),
        (list(&a) + "<PageSize>10</PageSize>\n<x><CustomerGateways/></x>" + &list(&b), "ab"),
        (list(&wrapped_a) + &list(&wrapped_b), "ab"),
        (list(&a) + &list(&wrapped_b), "ab"),
        (list(""), ""),
        (list(" \n "), ""),
        ("<CustomerGateways/>".to_owned(), ""),
        ("<CustomerGateways/>".to_owned() + &list(&a) + "<CustomerGateways />", "a"),
        (
            list(&format!("<Other>{a}</Other>{wrapped_a}"))
                .replace("<Other>", "<CustomerGateway><Other>")
                .replace("</Other>", "</Other></CustomerGateway>"),
            "-a",
        ),
        // In any case, and behind any prefix.
        (list(&wrapped_a).replace("CustomerGateway", "customergateway"), "a"),
        (
            format!(
                "<n:CustomerGateways><n:CustomerGateway>{a}</n:CustomerGateway></n:CustomerGateways>"
            ),
            "a",
        ),
        (list(&format!("<![CDATA[<CustomerGateway>]]>{wrapped_a}<?p <CustomerGateway> ?>")), "a"),
        (list(&format!("{wrapped_a}<Next><CustomerGateway>{b}</CustomerGateway></Next>")), "a"),
    ] {
        let body = format!("<R><TotalCount>2</TotalCount>{list}<PageNumber>1</PageNumber></R>");
        let page: Page<'_> = success(&body);
        let found: String =
            ids(&page).iter().map(|id| if id.is_empty() { "-" } else { id }).collect();
        assert_eq!(found, expected, "{body}");
        assert_eq!((page.damage(), page.page_number()), (None, Some(1)), "{body}");
    }
    let (a, b) = (r#"{"CustomerGatewayId":"a"}"#, r#"{"CustomerGatewayId":"b"}"#);
    for (list, expected) in [
        (format!(r#"{{"CustomerGateway":[{a},{b}]}}"#), "ab"),
        (format!("{{ \"CustomerGateway\" : [ {a} ,\n{b} ] }}"), "ab"),
        (format!(r#"{{"Other":[{b}],"customerGateway":[{a}],"More":{b}}}"#), "a"),
        (format!(r#"{{"CustomerG\u0061teway":[{a}]}}"#), "a"),
        // As converters from XML write it.
        (format!(r#"{{"CustomerGateway":{a}}}"#), "a"),
        (format!("[{a},{b}]"), "ab"),
        ("{}".to_owned(), ""),
        ("[]".to_owned(), ""),
        (r#"{"CustomerGateway":[]}"#.to_owned(), ""),
        (r#"{"CustomerGateway":null}"#.to_owned(), ""),
        (r#"{"CustomerGateway":[{}]}"#.to_owned(), "-"),
        (format!(r#"{{"CustomerGateway":[{{"Nested":[{b}],"CustomerGatewayId":"a"}}]}}"#), "a"),
    ] {
        let body = format!(r#"{{"CustomerGateways":{list},"PageNumber":1}}"#);
        let page: Page<'_> = success(&body);
        let found: String =
            ids(&page).iter().map(|id| if id.is_empty() { "-" } else { id }).collect();
        assert_eq!(found, expected, "{body}");
        assert_eq!((page.damage(), page.page_number()), (None, Some(1)), "{body}");
    }
}

#[test]
fn tags_of_a_gateway() {
    let tags = [
        (r#"{"Tag":[{"Key":"k","Value":"v"},{"Value":"","Key":"l"}]}"#, "k=v;l=;"),
        (r#"[{"Key":"k","Value":"\u0076"}]"#, "k=v;"),
        (r#"{"Tag":[{"Key":"k"}]}"#, "k=;"),
    ];
    for (tags, expected) in tags {
        let body = format!(r#"{{"CustomerGatewayId":"c","Tags":{tags}}}"#);
        let gateway: Gateway<'_> = success(&body);
        assert_eq!(shown(&gateway.as_item())[1], ("Tags", expected.to_owned()), "{body}");
    }
    for (tags, expected) in [
        ("<Tags><Tag><Key>k</Key><Value>v</Value></Tag><Tag><Key>l</Key></Tag></Tags>", "k=v;l=;"),
        ("<Tags><Key>k</Key><Value>v</Value></Tags><Tags><Value/><Key>l</Key></Tags>", "k=v;l=;"),
        ("<Tags><Key> k</Key></Tags>", " k=;"),
    ] {
        let body = format!("<R><CustomerGatewayId>c</CustomerGatewayId>{tags}</R>");
        let gateway: Gateway<'_> = success(&body);
        assert_eq!(shown(&gateway.as_item())[1], ("Tags", expected.to_owned()), "{body}");
        assert!(gateway.tags().iter().all(|tag| tag.damage().is_none()));
    }
    // A tag that is damaged does not lose the others.
    let body =
        r#"{"CustomerGatewayId":"c","Tags":{"Tag":[{"Key":"\q","Value":"v"},{},{"Key":"k"}]}}"#;
    let gateway: Gateway<'_> = success(body);
    let faults: Vec<_> =
        gateway.tags().iter().map(|tag| tag.damage().map(|damage| damage.fault())).collect();
    let escape =
        Fault::InvalidEscape { member: "Key", fault: EscapeFault::BrokenEscape, index: 48 };
    assert_eq!(faults, [Some(escape), Some(Fault::Missing { member: "Key", index: 65 }), None]);
}

#[test]
fn what_is_a_page() {
    for body in [
        r#"{"TotalCount":0}"#,
        r#"{"CustomerGateways":{},"Code":"Forbidden"}"#,
        r#"{"TotalCount":"x","Code":"OK"}"#,
        "<R><CustomerGateways/></R>",
    ] {
        let page: Page<'_> = success(body);
        assert_eq!(page.gateways().count(), 0);
    }
    for body in [
        r#"{"PageNumber":1,"PageSize":10,"RequestId":"R"}"#,
        r#"{"TotalCount":null,"CustomerGateways":null,"RequestId":"R"}"#,
    ] {
        let no_outcome = NotAResponse::NoOutcome { member: "CustomerGateways" };
        assert_eq!(refused::<Page<'_>>(body), no_outcome, "{body}");
    }
    assert_eq!(
        failed::<Page<'_>>(200, r#"{"Code":"Forbidden","PageSize":1}"#).code().unwrap(),
        "Forbidden"
    );
    assert!(failed::<Page<'_>>(400, PAGE).code().is_none());
}

/// An item that is damaged loses neither the others nor the numbers of the page.
#[test]
fn damage_item_by_item() {
    let body = r#"{"CustomerGateways":{"CustomerGateway":[
        {"CustomerGatewayId":"a","Name":"\ud83c","Asn":1},
        {"CustomerGatewayId":"\q","Name":"b"},
        {"Name":"c","Asn":[],"CreateTime":-1},
        17,
        {"CustomerGatewayId":"e","Tags":7,"Name":"x","Name":"y"},
        {"CustomerGatewayId":"f"}]},"PageNumber":1,"PageSize":6,"TotalCount":6}"#;
    let page: Page<'_> = success(body);
    assert_eq!(page.damage(), None);
    assert_eq!((page.page_size(), page.total_count()), (Some(6), Some(6)));
    assert_eq!(ids(&page), ["a", "", "", "", "e", "f"]);
    let at = |text: &str| body.find(text).unwrap();
    let member = "CustomerGatewayId";
    let faults: Vec<_> =
        page.gateways().map(|item| item.damage().map(|damage| damage.fault())).collect();
    assert_eq!(
        faults,
        [
            Some(Fault::InvalidEscape {
                member: "Name",
                fault: EscapeFault::LoneSurrogate,
                index: at(r"\ud83c")
            }),
            Some(Fault::InvalidEscape {
                member,
                fault: EscapeFault::BrokenEscape,
                index: at(r"\q")
            }),
            Some(Fault::Missing { member, index: at(r#"{"Name":"c""#) }),
            Some(Fault::WrongType { member: "CustomerGateway", index: at("17,") }),
            Some(Fault::WrongType { member: "Tags", index: at("7,\"Name\":\"x\"") }),
            None,
        ]
    );
    let items: Vec<_> = page.gateways().collect();
    assert_eq!(items[0].asn(), Some(1));
    assert_eq!(items[1].name().unwrap(), "b");
    assert_eq!((items[2].name().unwrap().to_string(), items[2].asn()), ("c".to_owned(), None));
    assert_eq!(
        items[2].damage().unwrap().to_string(),
        format!(
            "the item at byte {} of the body has no CustomerGatewayId: the item is of no use",
            at(r#"{"Name":"c""#)
        )
    );

    // What breaks the structure loses what follows.
    let broken = body.replace("17,", "01,");
    let page: Page<'_> = success(&broken);
    assert_eq!(ids(&page), ["a", "", ""]);
    let fault = Fault::Unexpected { byte: b'1', index: at("17,") + 1 };
    assert_eq!(page.damage().map(|damage| damage.fault()), Some(fault));
    assert_eq!(page.total_count(), None);
}

/// Gateways in JSON and in XML, as many as there are to be.
fn pages(count: usize) -> [String; 3] {
    let json: Vec<_> = (0..count)
        .map(|n| format!(r#"{{"CustomerGatewayId":"cgw-{n}","Name":"n","Tags":{{"Tag":[{{"Key":"k{n}"}}]}},"Asn":1}}"#))
        .collect();
    let members = |n: usize| {
        format!(
            "<CustomerGatewayId>cgw-{n}</CustomerGatewayId><Name>n</Name><Tags><Tag><Key>k{n}</Key></Tag></Tags><Asn>1</Asn>"
        )
    };
    let list = |open: &str, close: &str| -> String {
        let items: Vec<_> = (0..count).map(|n| format!("{open}{}{close}", members(n))).collect();
        items.concat()
    };
    let xml = |list: &str| {
        format!(
            "<R><PageNumber>1</PageNumber><TotalCount>{count}</TotalCount>{list}<PageSize>50</PageSize></R>"
        )
    };
    [
        format!(
            r#"{{"PageNumber":1,"TotalCount":{count},"CustomerGateways":{{"CustomerGateway":[{}]}},"PageSize":50}}"#,
            json.join(",")
        ),
        xml(&format!(
            "<CustomerGateways>{}</CustomerGateways>",
            list("<CustomerGateway>", "</CustomerGateway>")
        )),
        xml(&if count == 0 {
            "<CustomerGateways/>".to_owned()
        } else {
            list("<CustomerGateways>", "</CustomerGateways>")
        }),
    ]
}

/// The items come in the order of the body, each read from behind the one before it: in one pass.
#[test]
fn pages_of_any_length() {
    for count in [0, 1, 50, 10_000] {
        let bodies = pages(count);
        let first: Page<'_> = success(&bodies[0]);
        for body in &bodies {
            let page: Page<'_> = success(body);
            assert_eq!(page, first);
            assert_eq!(page.page_size(), Some(50));
            assert_eq!(page.total_count(), u32::try_from(count).ok());
            let mut last = body.as_ptr();
            let mut found = 0;
            for item in page.gateways() {
                let id = item.customer_gateway_id().unwrap();
                assert_eq!(id, format!("cgw-{found}").as_str());
                assert!(id.as_raw().as_ptr() > last);
                let tag = item.tags().iter().next().unwrap().key().unwrap();
                assert_eq!(tag, format!("k{found}").as_str());
                last = tag.as_raw().as_ptr();
                assert!(last > id.as_raw().as_ptr());
                assert_eq!(item.damage(), None);
                found += 1;
            }
            assert_eq!(found, count);
        }
    }
}

/// A page that was cut off has the first of its items, or is an error.
#[test]
fn every_prefix_of_a_page() {
    let [json, wrapped, unwrapped] = pages(3);
    let samples = [PAGE.to_owned(), PAGE_XML.to_owned(), json, wrapped, unwrapped];
    let mut read = 0;
    for body in &samples {
        let whole: Page<'_> = success(body);
        let items: Vec<_> = whole.gateways().collect();
        for end in 0..body.len() {
            match Response::<Page<'_>>::decode(200, &body.as_bytes()[..end]) {
                Ok(Response::Success(page)) => {
                    let fault = page.damage().unwrap().fault();
                    assert_eq!(fault, Fault::CutOff { index: end }, "{}", &body[..end]);
                    let found: Vec<_> = page.gateways().collect();
                    assert_eq!(found, items[..found.len()], "{}", &body[..end]);
                    assert!(
                        page.total_count().is_none_or(|count| Some(count) == whole.total_count())
                    );
                    read += found.len();
                }
                Ok(other) => panic!("{other:?}: {}", &body[..end]),
                Err(error) => assert!(error.index().is_none_or(|index| index == end)),
            }
        }
    }
    assert!(read > 500, "{read}");
}

/// The key of the BGP session is printed by nothing.
#[test]
fn no_secret_is_printed() {
    let key = "AuthKey****";
    let page: Page<'_> = success(PAGE);
    let gateway: Gateway<'_> = success(DESCRIBED);
    let item = page.gateways().next().unwrap();
    let owned: OwnedGateway = gateway.to_owned().unwrap();
    for printed in [
        format!("{page:?}"),
        format!("{:?}", page.gateways()),
        format!("{item:?}"),
        format!("{gateway:?} {gateway}"),
        format!("{owned:?}"),
        format!("{:?}", Response::<Page<'_>>::decode(200, PAGE.as_bytes())),
    ] {
        assert!(!printed.contains(key), "{printed}");
    }
    assert!(format!("{item:?}").contains("auth_key: Some([redacted])"));
    assert_eq!(item.auth_key().unwrap().expose(), key);
}

#[test]
fn owned_gateways() {
    let gateway: Gateway<'_> = success(DESCRIBED);
    let kept: OwnedGateway<8, 8> = gateway.to_owned().unwrap();
    assert_eq!(kept.customer_gateway_id.as_deref(), Some("cgw-bp1pvpl9r9adju6l5****"));
    assert_eq!(kept.request_id.as_deref(), Some("A0457BC9-6C0F-4437-AB9D-FB2EABC1D6A2"));
    assert_eq!((kept.asn, kept.create_time), (Some(65535), Some(1_492_747_187_000)));
    let item = gateway.as_item().to_owned::<8, 8>().unwrap();
    assert_eq!(item, OwnedGateway { request_id: None, ..kept });
    let refused = gateway.to_owned::<8, 7>().unwrap_err();
    assert_eq!(refused.to_string(), "Description takes 8 bytes, and the string for it holds 7");
}

/// The longest bodies of documented members are as long as the receive buffers say, or shorter.
#[test]
fn receive_buffers() {
    use aliyun_customer_gateway::{Created, Description, Name};

    let (names, descriptions) = (Name::MAX_CHARS, Description::MAX_CHARS);
    let id = "i".repeat(64);
    let astral = |chars: usize| r"\ud83c\udfe2".repeat(chars);
    let flat = |more: &str| {
        format!(
            r#"{{"RequestId":"{id}","CustomerGatewayId":"{id}","IpAddress":"{}","Name":"{}","Description":"{}","CreateTime":{}{more}}}"#,
            "1".repeat(45),
            astral(names),
            astral(descriptions),
            i64::MAX
        )
    };
    let group = format!(r#","ResourceGroupId":"{id}""#);
    let rest = format!(
        r#"{group},"Asn":4294967295,"AuthKey":"{}","Tags":{{"Tag":[]}}"#,
        r"\u0026".repeat(64)
    );
    let (created, modified, described) = (flat(""), flat(&group), flat(&rest));
    let item = described.replacen(&format!(r#""RequestId":"{id}","#), "", 1);
    let page = |items: usize| {
        let number = i32::MAX;
        format!(
            r#"{{"PageSize":{number},"PageNumber":{number},"TotalCount":{number},"RequestId":"{id}","CustomerGateways":{{"CustomerGateway":[{}]}}}}"#,
            vec![item.as_str(); items].join(",")
        )
    };
    assert!(success::<Created<'_>>(&created).damage().is_none());
    assert!(success::<Gateway<'_>>(&described).damage().is_none());
    assert_eq!(success::<Page<'_>>(&page(3)).gateways().count(), 3);
    let xml = |root: &str, members: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<{root}Response><RequestId>{id}</RequestId>{members}</{root}Response>"
        )
    };
    let deleted = xml("DeleteCustomerGateway", "");
    assert!(success::<Deleted<'_>>(&deleted).damage().is_none());
    let short = xml(
        "ModifyCustomerGatewayAttribute",
        &format!(
            "<CustomerGatewayId>{id}</CustomerGatewayId><IpAddress>{}</IpAddress><Name>{}</Name><Description></Description><CreateTime>{}</CreateTime><ResourceGroupId>{id}</ResourceGroupId>",
            "1".repeat(45),
            "&#x1F3E2;".repeat(2),
            i64::MAX
        ),
    );
    for (body, bound) in [
        (created, Created::max_body_len(names, descriptions)),
        (modified, Modified::max_body_len(names, descriptions)),
        (described, Gateway::max_body_len(names, descriptions)),
        (page(1), Page::max_body_len(1, names, descriptions)),
        (page(50), Page::max_body_len(50, names, descriptions)),
        (deleted, Deleted::MAX_BODY_LEN),
        (short, Modified::max_body_len(2, 0)),
    ] {
        assert!(body.len() <= bound, "{} > {bound}: {body}", body.len());
        assert!(body.len() * 2 >= bound, "{} of {bound}: {body}", body.len());
    }
    assert_eq!(Page::max_body_len(usize::MAX, 1, 1), usize::MAX);
}
