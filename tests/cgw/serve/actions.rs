//! What the actions do.

use aliyun_customer_gateway::{
    Asn, AuthKey, ClientToken, CreateCustomerGateway, Created, CustomerGatewayId,
    DeleteCustomerGateway, DescribeCustomerGateway, DescribeCustomerGateways, Description, Edition,
    ErrorCode, Gateway, IpAddress, ModifyCustomerGatewayAttribute, Name, Page, PageNumber,
    PageSize, RegionId, ResourceGroupId, Response, Tag, Tags,
};

use super::*;

fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

fn create(address: &str) -> CreateCustomerGateway<'_> {
    CreateCustomerGateway::new(region(), IpAddress::new(address).unwrap())
}

fn id(json: &Value) -> CustomerGatewayId<'_> {
    CustomerGatewayId::new(json["CustomerGatewayId"].as_str().unwrap()).unwrap()
}

fn token(text: &str) -> ClientToken<'_> {
    ClientToken::new(text).unwrap()
}

/// From its creation to its end, with each signature, method and place, in both formats.
#[test]
fn the_life_of_a_gateway() {
    for format in [Format::Json, Format::Xml] {
        for (method, kind) in [
            (Method::Get, 0),
            (Method::Post, 0),
            (Method::Get, 1),
            (Method::Post, 1),
            (Method::Post, 2),
        ] {
            let signing = Signing { method, format, ..Signing::new() };
            let server = Server::start(&["--edition", "current"]);
            life(&server, &signing, kind);
        }
    }
}

fn send<A: Action>(server: &Server, signing: &Signing, kind: u8, action: A) -> Reply {
    server.send(&match kind {
        0 => signing.rpc(action),
        _ => signing.acs3(action, kind == 2),
    })
}

fn life(server: &Server, signing: &Signing, kind: u8) {
    let tags = [Tag::new("site", "上海").unwrap(), Tag::new("empty", "").unwrap()];
    let created = create("101.12.0.12")
        .with_name(Name::new_in("2nd floor <&> 上海", Edition::Current).unwrap())
        .with_description(Description::new_in("a\"b\\c\n%+", Edition::Current).unwrap())
        .with_bgp(Asn::new("123.456").unwrap(), AuthKey::new("k3y").unwrap())
        .with_resource_group_id(ResourceGroupId::new("rg-1").unwrap())
        .with_tags(Tags::new(&tags).unwrap())
        .with_client_token(token("a b*~"));
    let created = send(server, signing, kind, created);
    let Ok(Response::Success(created)) =
        Response::<Created>::decode(created.status, created.body.as_bytes())
    else {
        unreachable!("{created:?}")
    };
    let text =
        |text: Option<aliyun_customer_gateway::escaped::EscapedStr<'_>>| text.unwrap().to_string();
    assert_eq!(text(created.name()), "2nd floor <&> 上海");
    assert_eq!(text(created.description()), "a\"b\\c\n%+");
    assert_eq!(text(created.ip_address()), "101.12.0.12");
    assert!(created.create_time().is_some());
    let id = created.customer_gateway_id().to_string();
    let id = CustomerGatewayId::new(&id).unwrap();

    let modify = ModifyCustomerGatewayAttribute::new(region(), id);
    let modified = send(server, signing, kind, modify.with_name(Name::new("new").unwrap()));
    assert_eq!(modified.status, 200, "{modified:?}");

    let described = send(server, signing, kind, DescribeCustomerGateway::new(region(), id));
    let Ok(Response::Success(gateway)) =
        Response::<Gateway>::decode(described.status, described.body.as_bytes())
    else {
        unreachable!("{described:?}")
    };
    assert_eq!(text(gateway.name()), "new");
    assert_eq!(text(gateway.description()), "a\"b\\c\n%+");
    assert_eq!(gateway.asn(), Some(8_061_384));
    assert_eq!(text(gateway.resource_group_id()), "rg-1");
    assert_eq!(gateway.tags().iter().count(), 2);

    let list = DescribeCustomerGateways::new(region()).with_tags(Tags::new(&tags).unwrap());
    let listed = send(server, signing, kind, list);
    let Ok(Response::Success(page)) =
        Response::<Page>::decode(listed.status, listed.body.as_bytes())
    else {
        unreachable!("{listed:?}")
    };
    assert_eq!(page.total_count(), Some(1));

    let delete = DeleteCustomerGateway::new(region(), id);
    let deleted = send(server, signing, kind, delete.with_client_token(token("d")));
    assert_eq!(deleted.status, 200, "{deleted:?}");
    let again = send(server, signing, kind, DeleteCustomerGateway::new(region(), id));
    assert_eq!(again.status, 404, "{again:?}");
}

/// What a token first brought is what it brings, whatever was done since.
#[test]
fn tokens() {
    let server = Server::start(&[]);
    let call = create("101.12.0.12").with_client_token(token("t"));
    let first = server.success(call);
    let mut again = server.success(call);
    assert_ne!(first["RequestId"], again["RequestId"]);
    again["RequestId"] = first["RequestId"].clone();
    assert_eq!(first, again);

    let mismatch = (400, "IdempotentParameterMismatch".to_owned());
    let other = create("101.12.0.13").with_client_token(token("t"));
    assert_eq!(server.failure(other), mismatch);
    assert_eq!(server.failure(call.with_name(Name::new("other").unwrap())), mismatch);
    let asn = call.with_asn(Asn::new("1").unwrap());
    assert_eq!(server.failure(asn), mismatch);

    // Each action has its own.
    let delete = DeleteCustomerGateway::new(region(), id(&first)).with_client_token(token("t"));
    server.success(delete);
    server.success(delete);
    let again = server.success(call);
    assert_eq!(first["CustomerGatewayId"], again["CustomerGatewayId"]);
    assert_eq!(
        server.failure(DescribeCustomerGateway::new(region(), id(&first))),
        (404, "InvalidCustomerGatewayInstanceId.NotFound".to_owned()),
    );

    // A failure is not held.
    let second = server.success(create("101.12.0.12"));
    let refused = create("101.12.0.12").with_client_token(token("u"));
    assert_eq!(server.failure(refused), (400, "InvalidIpAddress.AlreadyExist".to_owned()));
    server.success(DeleteCustomerGateway::new(region(), id(&second)));
    let third = server.success(refused);
    assert_ne!(third["CustomerGatewayId"], second["CustomerGatewayId"]);

    let modify = ModifyCustomerGatewayAttribute::new(region(), id(&third));
    let modify = modify.with_client_token(token("t"));
    let name = modify.with_name(Name::new("one").unwrap());
    server.success(name);
    server.success(modify_back(id(&third)));
    assert_eq!(server.success(name)["Name"], "one");
    let described = server.success(DescribeCustomerGateway::new(region(), id(&third)));
    assert_eq!(described["Name"], "two");
}

fn modify_back(id: CustomerGatewayId<'_>) -> ModifyCustomerGatewayAttribute<'_> {
    ModifyCustomerGatewayAttribute::new(region(), id).with_name(Name::new("two").unwrap())
}

/// Addresses, the quota and tokens are those of an account in a region.
#[test]
fn accounts_and_regions() {
    let keys = ["--key", "a:s", "--key", "b:s", "--key", "other/c:s", "--quota", "2"];
    let server = Server::start(&keys);
    let by = |id, call: CreateCustomerGateway<'_>| {
        server.send(&Signing { id, secret: "s", ..Signing::new() }.rpc(call))
    };
    let call = create("101.12.0.12").with_client_token(token("t"));
    let first = by("a", call).json();
    assert_eq!(by("b", call).json()["CustomerGatewayId"], first["CustomerGatewayId"]);
    let taken = (400, "InvalidIpAddress.AlreadyExist".to_owned());
    assert_eq!(by("b", create("101.12.0.12")).failure(), taken);
    assert_eq!(by("c", call).status, 200);
    let elsewhere = RegionId::new("cn-beijing").unwrap();
    let elsewhere = CreateCustomerGateway::new(elsewhere, IpAddress::new("101.12.0.12").unwrap());
    assert_eq!(by("a", elsewhere).status, 200);
    assert_eq!(by("a", create("101.12.0.13")).status, 200);
    let full = by("b", create("101.12.0.14"));
    assert_eq!(full.failure(), (400, "Resource.QuotaFull".to_owned()));
    assert_eq!(full.message(), "The quota of resource is full");
}

#[test]
fn pages_and_filters() {
    let server = Server::start(&["--edition", "current"]);
    let mut ids = Vec::new();
    for number in 1..=12 {
        let (address, odd) = (format!("101.12.0.{number}"), format!("{}", number % 2));
        let tags = [Tag::new("odd", &odd).unwrap(), Tag::new("all", "").unwrap()];
        let mut call = create(&address).with_tags(Tags::new(&tags).unwrap());
        if number == 3 {
            call = call.with_resource_group_id(ResourceGroupId::new("rg-3").unwrap());
        }
        ids.push(server.success(call)["CustomerGatewayId"].as_str().unwrap().to_owned());
    }
    let listed = |call: DescribeCustomerGateways<'_>| {
        let json = server.success(call);
        let gateways = json["CustomerGateways"]["CustomerGateway"].as_array().unwrap();
        let number = |gateway: &Value| {
            1 + ids.iter().position(|id| gateway["CustomerGatewayId"] == id.as_str()).unwrap()
        };
        let numbers: Vec<_> = gateways.iter().map(number).collect();
        let page =
            ["PageNumber", "PageSize", "TotalCount"].map(|name| json[name].as_u64().unwrap());
        (page, numbers)
    };
    let all = DescribeCustomerGateways::new(region());
    let page = |number, size| {
        let call = all.with_page_number(PageNumber::new(number).unwrap());
        call.with_page_size(PageSize::new(size).unwrap())
    };
    assert_eq!(listed(all), ([1, 10, 12], (1..=10).collect()));
    let second = all.with_page_number(PageNumber::new("2").unwrap());
    assert_eq!(listed(second), ([2, 10, 12], vec![11, 12]));
    assert_eq!(listed(page("3", "5")), ([3, 5, 12], vec![11, 12]));
    assert_eq!(listed(page("4", "5")), ([4, 5, 12], vec![]));
    assert_eq!(listed(page("2147483647", "50")), ([2_147_483_647, 50, 12], vec![]));
    let one = all.with_customer_gateway_id(CustomerGatewayId::new(&ids[6]).unwrap());
    assert_eq!(listed(one), ([1, 10, 1], vec![7]));
    let none = all.with_customer_gateway_id(CustomerGatewayId::new("cgw-none").unwrap());
    assert_eq!(listed(none), ([1, 10, 0], vec![]));
    let group = all.with_resource_group_id(ResourceGroupId::new("rg-3").unwrap());
    assert_eq!(listed(group), ([1, 10, 1], vec![3]));
    let tags = [Tag::new("odd", "1").unwrap(), Tag::new("all", "").unwrap()];
    let odd = all.with_tags(Tags::new(&tags).unwrap());
    assert_eq!(listed(odd), ([1, 10, 6], vec![1, 3, 5, 7, 9, 11]));
    let tags = [Tag::new("odd", "").unwrap()];
    assert_eq!(listed(all.with_tags(Tags::new(&tags).unwrap())), ([1, 10, 0], vec![]));
}

/// The edition of 2020 does not know what came later, as the service of that time.
#[test]
fn the_edition_of_2020() {
    let server = Server::start(&[]);
    let tags = [Tag::new("a", "b").unwrap()];
    let call = create("101.12.0.12")
        .with_tags(Tags::new(&tags).unwrap())
        .with_resource_group_id(ResourceGroupId::new("rg-1").unwrap())
        .with_bgp(Asn::new("1").unwrap(), AuthKey::new("k").unwrap());
    let created = server.success(call);
    let gateway = server.success(DescribeCustomerGateway::new(region(), id(&created)));
    let names: Vec<_> = gateway.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names, ["RequestId", "CustomerGatewayId", "IpAddress", "CreateTime", "Asn"]);
}

const REGION: (&str, &str) = ("RegionId", "cn-shanghai");
const ADDRESS: (&str, &str) = ("IpAddress", "101.12.0.12");

/// Values beside a region and an address, and the code that they bring.
const REFUSED: [(&[(&str, &str)], &str); 13] = [
    (&[("Name", "http://a")], "InvalidName"),
    (&[("Description", "https://a")], "InvalidDescription"),
    (&[("Asn", "45104")], "IllegalParam.Asn"),
    (&[("AuthKey", "k")], "OperationDenied.MissingAsn"),
    (&[("ResourceGroupId", "a b")], "InvalidResourceGroupId"),
    (&[("ClientToken", "上海")], "IllegalParam.ClientToken"),
    (&[("Tags.1.Key", "acs:a")], "InvalidParameter.TagKey"),
    (&[("Tags.1.Value", "a")], "InvalidParameter.TagKey"),
    (&[("Tags.0.Key", "a")], "InvalidParameter.TagKey"),
    (&[("Tags.1.Key", "a"), ("Tags.1.Value", "aliyun")], "InvalidParameter.TagValue"),
    (&[("Tags.1.Key", "a"), ("Tags.2.Key", "a")], "Duplicated.TagKey"),
    (&[("Tags.21.Key", "a")], "SizeLimitExceeded.TagNum"),
    (&[("Asn", "1"), ("AuthKey", "a b")], "InvalidAuthkey.Malformed"),
];

/// What clients may send that this crate would not.
#[test]
fn values_that_are_refused() {
    let server = Server::start(&["--edition", "current"]);
    for (values, code) in REFUSED {
        let reply =
            server.send(&raw("CreateCustomerGateway", &[&[REGION, ADDRESS], values].concat()));
        assert_eq!(reply.failure(), (400, code.to_owned()), "{values:?}");
        let documented = code.parse::<ErrorCode>().ok().filter(|known| known.as_str() == code);
        let message = match documented.and_then(ErrorCode::message) {
            Some(message) => message.replace("%s", "a b"),
            None if code == "IllegalParam.ClientToken" => {
                "The specified ClientToken is invalid.".to_owned()
            }
            None => "Specified parameter ResourceGroupId is not valid.".to_owned(),
        };
        assert_eq!(reply.message(), message, "{values:?}");
    }
    let modify =
        ModifyCustomerGatewayAttribute::new(region(), CustomerGatewayId::new("cgw").unwrap());
    let not_found = (404, "InvalidCustomerGatewayInstanceId.NotFound".to_owned());
    assert_eq!(server.failure(modify), not_found);
    let created = server.success(create("101.12.0.1"));
    let modify = ModifyCustomerGatewayAttribute::new(region(), id(&created));
    let modify = modify.with_auth_key(AuthKey::new("k").unwrap());
    assert_eq!(server.failure(modify), (400, "OperationDenied.MissingAsn".to_owned()));
    // Empty ones are as good as absent, and unknown ones are ignored.
    let empty = [REGION, ADDRESS, ("Name", ""), ("Description", ""), ("Asn", ""), ("OwnerId", "1")];
    let reply = server.send(&raw("CreateCustomerGateway", &empty));
    assert_eq!(reply.status, 200, "{reply:?}");
}

#[test]
fn values_that_are_missing_or_refused_by_the_edition_of_2020() {
    let server = Server::start(&[]);
    let create = "CreateCustomerGateway";
    let not_found = "InvalidCustomerGatewayInstanceId.NotFound";
    for (action, values, status, code, message) in [
        (create, vec![ADDRESS], 400, "MissingRegionId", "RegionId is mandatory for this action."),
        (create, vec![REGION], 400, "MissingIpAddress", "IpAddress is mandatory for this action."),
        (
            create,
            vec![("RegionId", "cn shanghai"), ADDRESS],
            404,
            "InvalidRegionId.NotFound",
            "The specified RegionId does not exist.",
        ),
        (
            create,
            vec![REGION, ("IpAddress", "10.0.0.1")],
            400,
            "InvalidIpAddress.WrongFormat",
            "Specified IpAddress is invalid.",
        ),
        (
            create,
            vec![REGION, ADDRESS, ("Name", "a b")],
            400,
            "InvalidName",
            "The name is not valid",
        ),
        (
            "DescribeCustomerGateway",
            vec![REGION],
            400,
            "MissingCustomerGatewayId",
            "CustomerGatewayId is mandatory for this action.",
        ),
        (
            "DescribeCustomerGateway",
            vec![REGION, ("CustomerGatewayId", "上海")],
            404,
            not_found,
            "The specified customer gateway instance id does not exist.",
        ),
        (
            "DescribeCustomerGateways",
            vec![REGION, ("PageSize", "51")],
            400,
            "InvalidPageSize",
            "Specified parameter PageSize is not valid.",
        ),
        (
            "DescribeCustomerGateways",
            vec![REGION, ("PageNumber", "0")],
            400,
            "InvalidPageNumber",
            "Specified parameter PageNumber is not valid.",
        ),
    ] {
        let reply = server.send(&raw(action, &values));
        assert_eq!(reply.failure(), (status, code.to_owned()), "{action} {values:?}");
        assert_eq!(reply.message(), message, "{action} {values:?}");
    }
}

/// A call of any parameters, signed.
fn raw(action: &str, own: &[(&str, &str)]) -> String {
    signed(&[("Action", action), ("Version", "2016-04-28")], own)
}
