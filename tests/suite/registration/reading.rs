//! What is read of a response, and what of a gateway that was found differs.

use aliyun_customer_gateway::registration::{Differences, Outcome, Policy, Received, Step};
use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, IpAddress, Name, RegionId, Registration,
    Tag, Tags,
};

/// The differences of a gateway that is found with these members.
fn differences(wanted: &CreateCustomerGateway<'_>, members: &str) -> Differences {
    let mut registration = Registration::new(Policy::new());
    let taken = br#"{"Code":"InvalidIpAddress.AlreadyExist","RequestId":"AA"}"#;
    let Received::Failed(_) = registration.on_response(wanted, 400, None, taken) else { panic!() };
    let page = format!(
        "{{\"CustomerGateways\":{{\"CustomerGateway\":[{{\"CustomerGatewayId\":\"cgw-1\",\
         \"IpAddress\":\"101.12.0.12\"{members}}}]}}}}",
    );
    let received = registration.on_response(wanted, 200, None, page.as_bytes());
    let Received::Page(_) = received else { panic!("{received:?}") };
    match registration.step() {
        Step::Done(Outcome::Found { id: "cgw-1", differences, earlier_try: false }) => differences,
        step => panic!("{step:?}"),
    }
}

fn wanted() -> CreateCustomerGateway<'static> {
    let region = RegionId::new("cn-shanghai").unwrap();
    CreateCustomerGateway::new(region, IpAddress::new("101.12.0.12").unwrap())
        .with_client_token(ClientToken::new("token").unwrap())
}

#[test]
fn what_differs_is_told() {
    let tags = [Tag::new("serial", "17").unwrap(), Tag::new("site", "").unwrap()];
    let wanted = wanted()
        .with_name(Name::new("branch").unwrap())
        .with_description(Description::new("second floor").unwrap())
        .with_asn(Asn::new("65530").unwrap())
        .with_tags(Tags::new(&tags).unwrap());
    let as_asked = r#","Name":"br\u0061nch","Description":"second floor","Asn":65530,
        "Tags":{"Tag":[{"Key":"more","Value":"1"},{"Key":"site"},{"Key":"serial","Value":"17"}]}"#;
    assert!(differences(&wanted, as_asked).is_empty());
    for (from, to, told) in [
        ("br\\u0061nch", "branches", "another name"),
        ("second floor", "second  floor", "another description"),
        ("65530", "65531", "another ASN"),
        ("\"17\"", "\"18\"", "other tags"),
        ("\"Key\":\"site\"", "\"Key\":\"Site\"", "other tags"),
        ("\"Key\":\"site\"", "\"Key\":\"site\",\"Value\":\"1\"", "other tags"),
        ("\"Name\"", "\"Title\"", "another name"),
    ] {
        assert_eq!(differences(&wanted, &as_asked.replace(from, to)).to_string(), told);
    }
    let all = differences(&wanted, "");
    assert_eq!(all.to_string(), "another name, another description, another ASN, other tags");
    assert!(all.name() && all.description() && all.asn() && all.tags());
}

#[test]
fn what_was_not_asked_for_does_not_differ() {
    let members = r#","Name":"branch","Description":"a","Asn":1,"Tags":{"Tag":[{"Key":"a"}]}"#;
    assert_eq!(differences(&wanted(), members), Differences::default());
    assert_eq!(Differences::default().to_string(), "as asked for");
}

#[test]
fn a_response_that_nobody_waits_for_is_not_read() {
    let mut registration = Registration::new(Policy::new());
    registration.on_no_response();
    let before = registration.clone();
    let body = br#"{"CustomerGatewayId":"cgw-1"}"#;
    let received = registration.on_response(&wanted(), 200, None, body);
    assert!(matches!(received, Received::Unexpected), "{received:?}");
    assert_eq!(registration, before);
}

#[test]
fn a_machine_is_small() {
    let size = size_of::<Registration>();
    assert!(size <= 144, "{size}");
}

#[test]
fn calls_and_responses_print_for_a_log() {
    let mut registration = Registration::new(Policy::new());
    let wanted = wanted();
    let mut log = Vec::new();
    for (status, body) in [
        (200, "<html/>"),
        (
            400,
            r#"{"Code":"InvalidIpAddress.AlreadyExist","Message":"Specified IpAddress is already exist."}"#,
        ),
        (
            200,
            r#"{"PageNumber":1,"TotalCount":2,"CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"cgw-1","IpAddress":"1.1.1.1"}]}}"#,
        ),
        (
            200,
            r#"{"CustomerGateways":{"CustomerGateway":[{"CustomerGatewayId":"cgw-2","IpAddress":"101.12.0.12"}]}"#,
        ),
        (200, "{}"),
    ] {
        while let Step::Pause(_) = registration.step() {
            registration.on_paused();
        }
        if let Step::Send(to_send) = registration.step() {
            log.push(to_send.to_string());
        }
        log.push(registration.on_response(&wanted, status, None, body.as_bytes()).to_string());
    }
    assert_eq!(
        log,
        [
            "CreateCustomerGateway",
            "HTTP status 200: the body is an HTML page, not a response of the service: \
             look for a proxy or a load balancer in between",
            "CreateCustomerGateway",
            "failed with status 400, InvalidIpAddress.AlreadyExist: \
             Specified IpAddress is already exist.",
            "DescribeCustomerGateways, page 1",
            "page 1, with 1 of 2 gateways",
            "DescribeCustomerGateways, page 2",
            "page with 1 gateways; the body ends at byte 97 in the middle: what follows is lost",
            "a response that nothing asked for",
        ],
    );
    let body = br#"{"CustomerGatewayId":"cgw-1","CreateTime":-1}"#;
    let received = Registration::new(Policy::new()).on_response(&wanted, 200, None, body);
    assert_eq!(
        received.to_string(),
        "created cgw-1; CreateTime at byte 42 of the body is not a whole number in range: \
         it reads as absent",
    );
}
