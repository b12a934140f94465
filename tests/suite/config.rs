//! Fields and requests in configuration files, in TOML as on a server and in JSON as on a firmware,
//! and the owned answer as JSON.

#[cfg(feature = "serde-json-core")]
mod from_json;
mod requests;
#[cfg(feature = "serde-json-core")]
mod to_json;
#[cfg(feature = "sign")]
mod today;

use aliyun_customer_gateway::{
    Asn, ClientToken, CreateCustomerGateway, Description, Edition, InvalidParameter, IpAddress,
    Name, OwnedClientToken, OwnedCreateCustomerGateway, OwnedDescription, OwnedName, OwnedRegionId,
    PageNumber, PageSize, RegionId,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json_core::de::Error as CoreError;

/// A field under a name of its own, as a file has it.
#[derive(Debug, Serialize, serde::Deserialize)]
struct File<T> {
    field: T,
}

/// Reads a field from a line of TOML.
fn from_toml<T: DeserializeOwned>(value: &str) -> Result<T, toml::de::Error> {
    toml::from_str::<File<T>>(&format!("field = {value}")).map(|file| file.field)
}

/// Reads a field from JSON as a firmware does.
fn from_core<T: DeserializeOwned>(value: &str) -> Result<T, CoreError> {
    let body = format!("{{\"field\":{value}}}");
    let mut unescaped = [0; 2048];
    let read = serde_json_core::from_slice_escaped::<File<T>>(body.as_bytes(), &mut unescaped);
    let (file, len) = read?;
    assert_eq!(len, body.len());
    Ok(file.field)
}

/// Holds a text that a field takes against every way to read and to write it.
fn assert_read<T: DeserializeOwned + Serialize + PartialEq + core::fmt::Debug>(
    text: &str,
    expected: &T,
    written: &str,
) {
    let value = serde_json::to_string(text).unwrap();
    // The escapes of JSON are those of a basic string of TOML, which wants one more.
    assert_eq!(from_toml::<T>(&value.replace('\u{7f}', "\\u007f")).unwrap(), *expected, "{text:?}");
    assert_eq!(from_core::<T>(&value).unwrap(), *expected, "{text:?}");
    assert_eq!(serde_json::from_str::<T>(&value).unwrap(), *expected, "{text:?}");

    let quoted = serde_json::to_string(written).unwrap();
    assert_eq!(serde_json::to_string(expected).unwrap(), quoted);
    let core = serde_json_core::to_string::<_, 4096>(expected).unwrap();
    assert_eq!(serde_json::from_str::<String>(&core).unwrap(), written);
    let toml = toml::to_string(&File { field: expected }).unwrap();
    assert_eq!(toml::from_str::<File<String>>(&toml).unwrap().field, written);
}

/// Holds a text that a field refuses against every way to read it: the sentence is that of the
/// constructor.
fn assert_refused<T: DeserializeOwned + core::fmt::Debug>(text: &str, refused: InvalidParameter) {
    let (value, sentence) = (serde_json::to_string(text).unwrap(), refused.to_string());
    let error = from_toml::<T>(&value).unwrap_err();
    assert_eq!(error.message(), sentence, "{text:?}");
    assert!(error.to_string().contains(&sentence), "{error}");
    let error = serde_json::from_str::<T>(&value).unwrap_err().to_string();
    let place = format!(" at line 1 column {}", value.len());
    assert_eq!(error, sentence + &place, "{text:?}");
    assert_eq!(from_core::<T>(&value).unwrap_err(), CoreError::CustomError, "{text:?}");
}

#[test]
fn region_ids() {
    for text in ["cn-shanghai", "A", "_", &"r".repeat(63)] {
        assert_read(text, &OwnedRegionId::new(text).unwrap(), text);
        assert_eq!(OwnedRegionId::new(text).unwrap().get(), RegionId::new(text).unwrap());
    }
    for text in ["", "cn shanghai", "上海", "cn-\"", &"r".repeat(64)] {
        let refused = RegionId::new(text).unwrap_err();
        assert_refused::<OwnedRegionId>(text, refused);
        assert_eq!(OwnedRegionId::new(text), Err(refused));
    }
}

#[test]
fn client_tokens() {
    for text in
        ["1", "02fb3da4-130e-11e9-8e44-0016e04115b", "a \"b\" \\ \t\u{1}\u{7f}", &"*".repeat(64)]
    {
        assert_read(text, &OwnedClientToken::new(text).unwrap(), text);
        assert_eq!(OwnedClientToken::new(text).unwrap().get(), ClientToken::new(text).unwrap());
    }
    for text in ["", "branch-é", &"\"".repeat(65)] {
        let refused = ClientToken::new(text).unwrap_err();
        assert_refused::<OwnedClientToken>(text, refused);
        assert_eq!(OwnedClientToken::new(text), Err(refused));
    }
}

#[test]
fn names() {
    for text in ["Gateway", "上海-网关.1", &"\u{20000}".repeat(128)] {
        assert_read(text, &OwnedName::new(text).unwrap(), text);
        assert_eq!(OwnedName::new(text).unwrap().get(), Name::new(text).unwrap());
    }
    for text in ["", "G", "branch office", "http://gw", "a\"b", &"\u{20000}".repeat(129)] {
        let refused = Name::new(text).unwrap_err();
        assert_refused::<OwnedName>(text, refused);
        assert_eq!(OwnedName::new(text), Err(refused));
    }
}

#[test]
fn descriptions() {
    for text in ["Gateway", "Branch \"A\", \\ 上海 🏢\n\t2/F", &"\u{20000}".repeat(256)] {
        assert_read(text, &OwnedDescription::new(text).unwrap(), text);
        assert_eq!(OwnedDescription::new(text).unwrap().get(), Description::new(text).unwrap());
    }
    for text in ["", "G", "2nd floor", "\"A\"", "https://gw", &"\u{20000}".repeat(257)] {
        let refused = Description::new(text).unwrap_err();
        assert_refused::<OwnedDescription>(text, refused);
        assert_eq!(OwnedDescription::new(text), Err(refused));
    }
}

#[test]
fn ip_addresses() {
    for text in ["101.12.0.12", "1.1.1.1", "223.255.255.255"] {
        assert_read(text, &IpAddress::new(text).unwrap(), text);
    }
    for text in [
        "",
        "101.12.0",
        "101.12.0.012",
        "101.12.0.12/32",
        "2001:db8::1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.0.1",
        "100.64.0.1",
        "255.255.255.255",
    ] {
        assert_refused::<IpAddress>(text, IpAddress::new(text).unwrap_err());
    }
}

/// A private address is of an edition that has to be named.
#[test]
fn a_private_address_is_written_but_not_read() {
    let private = IpAddress::new_in("10.0.0.1", Edition::Current).unwrap();
    assert_eq!(toml::to_string(&File { field: private }).unwrap(), "field = \"10.0.0.1\"\n");
    let error =
        toml::from_str::<OwnedCreateCustomerGateway>("RegionId = 'r'\nIpAddress = '10.0.0.1'");
    assert_eq!(
        error.unwrap_err().message(),
        "IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): \
         give the public address of the VPN gateway (edition 2020-11; current accepts the value)",
    );
}

#[test]
fn autonomous_system_numbers_as_text() {
    for (text, written) in [
        ("1", "1"),
        ("10001", "10001"),
        ("123.456", "8061384"),
        ("0.10001", "10001"),
        ("4294967295", "4294967295"),
        ("65535.65535", "4294967295"),
    ] {
        assert_read(text, &Asn::new(text).unwrap(), written);
    }
    for text in
        ["", "0", "45104", "010001", "AS10001", "0.0", "1.01", "123.", "4294967296", "-1", "+1"]
    {
        assert_refused::<Asn>(text, Asn::new(text).unwrap_err());
    }
}

#[test]
fn autonomous_system_numbers_as_numbers() {
    for number in [1, 10001, 65535, 65536, 8_061_384, u32::MAX] {
        assert_eq!(from_toml::<Asn>(&number.to_string()).unwrap().get(), number);
    }
    for (number, text) in [
        ("0", "0"),
        ("45104", "45104"),
        ("4294967296", "4294967296"),
        ("9223372036854775807", "9223372036854775807"),
        // TOML writes numbers in other bases too.
        ("0xb030", "45104"),
    ] {
        let error = from_toml::<Asn>(number).unwrap_err();
        assert_eq!(error.message(), Asn::new(text).unwrap_err().to_string(), "{number}");
    }
    for (value, sentence) in [
        ("-1", "invalid type: integer `-1`, expected an Asn as text"),
        ("123.456", "invalid type: floating point `123.456`, expected an Asn as text"),
        ("true", "invalid type: boolean `true`, expected an Asn as text"),
        ("[1]", "invalid type: sequence, expected an Asn as text"),
    ] {
        assert_eq!(from_toml::<Asn>(value).unwrap_err().message(), sentence);
    }
}

/// In JSON as in TOML. `serde-json-core` reads a text or a number only where it knows which one
/// stands there; `from_json` reads both.
#[test]
fn numbers_in_json() {
    assert_eq!(serde_json::from_str::<Asn>("65001").unwrap().get(), 65001);
    assert_eq!(serde_json::from_str::<Asn>(r#""6500\u0031""#).unwrap().get(), 65001);
    assert_eq!(serde_json::from_value::<Asn>(65001.into()).unwrap().get(), 65001);
    assert_eq!(serde_json::from_value::<Asn>("65001".into()).unwrap().get(), 65001);
    assert_eq!(serde_json::from_str::<PageNumber>("7").unwrap().get(), 7);
    assert_eq!(serde_json::from_str::<PageSize>("50").unwrap(), PageSize::MAX);
    for (value, sentence) in [
        ("0", "Asn 0 is reserved by RFC 7607: give the number of your own network"),
        ("4294967296", "number at byte 0 of Asn is too large: it goes up to 4294967295"),
        ("-1", "invalid type: integer `-1`, expected an Asn as text"),
        ("1.5", "invalid type: floating point `1.5`, expected an Asn as text"),
        ("true", "invalid type: boolean `true`, expected an Asn as text"),
        (r#""\\u0031""#, "unexpected character '\\\\' at byte 0 of Asn: write digits"),
    ] {
        let error = serde_json::from_str::<Asn>(value).unwrap_err().to_string();
        assert!(error.starts_with(sentence), "{value}: {error}");
        assert!(from_core::<Asn>(value).is_err(), "{value}");
    }
    // What unescapes JSON is in the feature of that name.
    if cfg!(feature = "json") {
        assert_eq!(from_core::<Asn>(r#""6500\u0031""#).unwrap().get(), 65001);
    }
    assert_eq!(from_core::<Asn>("65001"), Err(CoreError::InvalidType));
}

#[test]
fn other_types_than_text() {
    for value in ["1", "-1", "1.5", "true", "[]", "['a']", "{}", "2024-01-02"] {
        let error = from_toml::<OwnedName>(value).unwrap_err();
        assert!(error.message().ends_with(", expected a Name as text"), "{value}: {error}");
    }
    for (value, sentence) in [
        ("1", "invalid type: integer `1`, expected a RegionId as text at line 1 column 1"),
        ("null", "invalid type: null, expected a RegionId as text at line 1 column 4"),
        ("[]", "invalid type: sequence, expected a RegionId as text at line 1 column 0"),
    ] {
        let error = serde_json::from_str::<OwnedRegionId>(value).unwrap_err();
        assert_eq!(error.to_string(), sentence);
    }
    for value in ["1", "true", "null", "[]", "{}"] {
        assert_eq!(from_core::<OwnedDescription>(value).unwrap_err(), CoreError::InvalidType);
        assert_eq!(from_core::<IpAddress>(value).unwrap_err(), CoreError::InvalidType);
    }
}

const DESCRIPTION: &str = "Branch \"A\" \\ 上海 🏢\n2/F";

fn full() -> CreateCustomerGateway<'static> {
    CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    )
    .with_client_token(ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b").unwrap())
    .with_name(Name::new("上海-1").unwrap())
    .with_description(Description::new(DESCRIPTION).unwrap())
    .with_asn(Asn::new("123.456").unwrap())
}

fn minimal() -> CreateCustomerGateway<'static> {
    CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    )
}

const FULL_JSON: &str = r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","ClientToken":"02fb3da4-130e-11e9-8e44-0016e04115b","Name":"上海-1","Description":"Branch \"A\" \\ 上海 🏢\n2/F","Asn":"8061384"}"#;

const MINIMAL_JSON: &str = r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12"}"#;

const MULTI_LINE: &str = r#"Description = """
Branch "A" \\ 上海 🏢
2/F""""#;

const FULL_TOML: &str = r#"RegionId = "cn-shanghai"
IpAddress = "101.12.0.12"
ClientToken = "02fb3da4-130e-11e9-8e44-0016e04115b"
Name = "上海-1"
Description = """
Branch "A" \\ 上海 🏢
2/F"""
Asn = "8061384"
"#;

const MINIMAL_TOML: &str = "RegionId = \"cn-shanghai\"\nIpAddress = \"101.12.0.12\"\n";

#[test]
fn requests_are_written() {
    for (request, json, toml) in
        [(full(), FULL_JSON, FULL_TOML), (minimal(), MINIMAL_JSON, MINIMAL_TOML)]
    {
        let owned: OwnedCreateCustomerGateway = request.to_owned().unwrap();
        assert_eq!(owned.get(), request);
        assert_eq!(serde_json::to_string(&request).unwrap(), json);
        assert_eq!(serde_json::to_string(&owned).unwrap(), json);
        assert_eq!(serde_json_core::to_string::<_, 1024>(&request).unwrap(), json);
        assert_eq!(serde_json_core::to_string::<_, 1024>(&owned).unwrap(), json);
        assert_eq!(toml::to_string(&request).unwrap(), toml::to_string(&owned).unwrap());
        assert_eq!(toml::from_str(&toml::to_string(&request).unwrap()), Ok(owned));
        // There is more than one way to write a quote.
        let plain = request.description().map(|_| Description::new("Branch 上海 🏢").unwrap());
        let request = plain.map_or(request, |plain| request.with_description(plain));
        let toml = toml.replace(MULTI_LINE, "Description = \"Branch 上海 🏢\"");
        assert_eq!(toml::to_string(&request).unwrap(), toml);
    }
}

#[test]
fn requests_are_read() {
    for (request, json, toml) in
        [(full(), FULL_JSON, FULL_TOML), (minimal(), MINIMAL_JSON, MINIMAL_TOML)]
    {
        let owned: OwnedCreateCustomerGateway = request.to_owned().unwrap();
        assert_eq!(toml::from_str::<OwnedCreateCustomerGateway>(toml).unwrap(), owned);
        assert_eq!(serde_json::from_str::<OwnedCreateCustomerGateway>(json).unwrap(), owned);
        let mut unescaped = [0; 64];
        let read = serde_json_core::from_slice_escaped::<OwnedCreateCustomerGateway>(
            json.as_bytes(),
            &mut unescaped,
        );
        assert_eq!(read, Ok((owned, json.len())));
    }
}

/// On a firmware: no member is escaped, so nothing is copied.
#[test]
fn borrowed_requests_are_read() {
    let request = full().with_description(Description::new("Branch 上海 🏢").unwrap());
    let json = FULL_JSON.replace(r#"Branch \"A\" \\ 上海 🏢\n2/F"#, "Branch 上海 🏢");
    let bounds = json.as_bytes().as_ptr_range();
    let (read, len) =
        serde_json_core::from_slice::<CreateCustomerGateway<'_>>(json.as_bytes()).unwrap();
    assert_eq!((read, len), (request, json.len()));
    let texts = [
        read.region_id().as_str(),
        read.client_token().unwrap().as_str(),
        read.name().unwrap().as_str(),
        read.description().unwrap().as_str(),
    ];
    assert!(texts.iter().all(|text| bounds.contains(&text.as_ptr())));

    let read = serde_json::from_str::<CreateCustomerGateway<'_>>(&json).unwrap();
    assert_eq!(read, request);
    assert!(bounds.contains(&read.description().unwrap().as_str().as_ptr()));
    // A buffer for escapes does no harm, and need not be large.
    let read =
        serde_json_core::from_slice_escaped::<CreateCustomerGateway<'_>>(json.as_bytes(), &mut []);
    assert_eq!(read.unwrap().0, request);
    let read = serde_json_core::from_str::<CreateCustomerGateway<'_>>(MINIMAL_JSON).unwrap();
    assert_eq!(read.0, minimal());
}

/// A borrowed text cannot be unescaped: the error names the type that can.
#[test]
fn borrowed_fields_with_escapes() {
    let error = |member: &str, value: &str| {
        let json = format!(
            r#"{{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","{member}":"{value}"}}"#
        );
        let error = serde_json::from_str::<CreateCustomerGateway<'_>>(&json).unwrap_err();
        error.to_string()
    };
    assert_eq!(
        error("Name", r"Gate\u0077ay"),
        "invalid type: string \"Gateway\", expected a Name without escapes, or an OwnedName \
         at line 1 column 73",
    );
    assert_eq!(
        error("Description", r#"Branch \"A\""#),
        "invalid type: string \"Branch \\\"A\\\"\", expected a Description without escapes, or an \
         OwnedDescription at line 1 column 80",
    );
    assert_eq!(
        error("ClientToken", r"\t"),
        "invalid type: string \"\\t\", expected a ClientToken without escapes, or an \
         OwnedClientToken at line 1 column 70",
    );
    let error =
        serde_json::from_str::<CreateCustomerGateway<'_>>(r#"{"RegionId":"cn\u002dshanghai"}"#);
    assert_eq!(
        error.unwrap_err().to_string(),
        "invalid type: string \"cn-shanghai\", expected a RegionId without escapes, or an \
         OwnedRegionId at line 1 column 30",
    );
    // What does not borrow takes escapes anywhere.
    let json = r#"{"RegionId":"r","IpAddress":"101\u002e12.0.12","Asn":"\u0031"}"#;
    let read = serde_json::from_str::<CreateCustomerGateway<'_>>(json).unwrap();
    assert_eq!(
        (read.ip_address(), read.asn()),
        (minimal().ip_address(), Some(Asn::new("1").unwrap()))
    );
    if cfg!(feature = "json") {
        let mut unescaped = [0; 64];
        let read =
            serde_json_core::from_str_escaped::<CreateCustomerGateway<'_>>(json, &mut unescaped);
        assert_eq!(read.unwrap().0.ip_address(), minimal().ip_address());
    }
}

/// What `OwnedCreateCustomerGateway` warns of, and why.
#[test]
fn what_serde_json_core_makes_of_escapes() {
    let json = r#"{"RegionId":"r","IpAddress":"101.12.0.12","Description":"Branch \"A\""}"#;
    // Without a buffer, escapes come through as they are.
    let (read, _) = serde_json_core::from_str::<OwnedCreateCustomerGateway>(json).unwrap();
    assert_eq!(read.get().description().unwrap().as_str(), r#"Branch \"A\""#);
    // A buffer that is too small is an error.
    let read = serde_json_core::from_str_escaped::<OwnedCreateCustomerGateway>(json, &mut [0; 4]);
    assert_eq!(read, Err(CoreError::EscapedStringIsTooLong));
    // A name has no backslash, so an escape in one cannot pass for a name.
    let json = json.replace("Description", "Name");
    let read = serde_json_core::from_str::<OwnedCreateCustomerGateway>(&json);
    assert_eq!(read, Err(CoreError::CustomError));
}

#[test]
fn unknown_and_missing_members() {
    let expected = "expected one of `RegionId`, `IpAddress`, `ClientToken`, `Name`, `Description`, \
                    `Asn`, `AuthKey`, `ResourceGroupId`, `Tags`";
    for (toml, message) in [
        ("IpAddress = '101.12.0.12'", "missing field `RegionId`".to_owned()),
        ("RegionId = 'cn-shanghai'", "missing field `IpAddress`".to_owned()),
        ("", "missing field `RegionId`".to_owned()),
        (
            "RegionId = 'r'\nIpAddress = '101.12.0.12'\nname = 'Gateway'",
            format!("unknown field `name`, {expected}"),
        ),
        (
            "RegionId = 'r'\nIpAddress = '101.12.0.12'\nAction = 'x'",
            format!("unknown field `Action`, {expected}"),
        ),
        (
            "RegionId = 'r'\nIpAddress = '101.12.0.12'\n[Tag]\n",
            format!("unknown field `Tag`, {expected}"),
        ),
    ] {
        let error = toml::from_str::<OwnedCreateCustomerGateway>(toml).unwrap_err();
        assert_eq!(error.message(), message, "{toml}");
    }
    for json in [
        "{}",
        r#"{"RegionId":"r"}"#,
        r#"{"IpAddress":"101.12.0.12"}"#,
        r#"{"RegionId":"r","IpAddress":"101.12.0.12","AuthKey":"x"}"#,
        r#"{"RegionId":"r","IpAddress":"101.12.0.12","Action":"CreateCustomerGateway"}"#,
        r#"{"RegionId":"r","IpAddress":"101.12.0.12","asn":"1"}"#,
        r#"{"RegionId":"r","RegionId":"r","IpAddress":"101.12.0.12"}"#,
        r#"{"RegionId":"r","IpAddress":"10.0.0.1"}"#,
        r#"{"RegionId":"r","IpAddress":"101.12.0.12","Name":""}"#,
    ] {
        assert!(serde_json::from_str::<OwnedCreateCustomerGateway>(json).is_err(), "{json}");
        assert!(serde_json::from_str::<CreateCustomerGateway<'_>>(json).is_err(), "{json}");
        let mut unescaped = [0; 64];
        let read =
            serde_json_core::from_str_escaped::<OwnedCreateCustomerGateway>(json, &mut unescaped);
        assert_eq!(read, Err(CoreError::CustomError), "{json}");
        let read = serde_json_core::from_str::<CreateCustomerGateway<'_>>(json);
        assert_eq!(read, Err(CoreError::CustomError), "{json}");
    }
    let error = serde_json::from_str::<OwnedCreateCustomerGateway>(
        r#"{"RegionId":"r","IpAddress":"101.12.0.12","Authkey":"x"}"#,
    );
    assert_eq!(
        error.unwrap_err().to_string(),
        format!("unknown field `Authkey`, {expected} at line 1 column 51"),
    );
}

/// A member that is `null` is one that is not there.
#[test]
fn null_is_absent() {
    let json = r#"{"RegionId":"cn-shanghai","IpAddress":"101.12.0.12","ClientToken":null,
        "Name":null,"Description":null,"Asn":null}"#;
    assert_eq!(serde_json::from_str::<CreateCustomerGateway<'_>>(json).unwrap(), minimal());
    assert_eq!(serde_json::from_str::<OwnedCreateCustomerGateway>(json).unwrap().get(), minimal());
    let (read, _) = serde_json_core::from_str::<CreateCustomerGateway<'_>>(json).unwrap();
    assert_eq!(read, minimal());
    for required in ["RegionId", "IpAddress"] {
        let json = MINIMAL_JSON.replace(
            &format!(
                "\"{required}\":\"{}\"",
                if required == "RegionId" { "cn-shanghai" } else { "101.12.0.12" }
            ),
            &format!("\"{required}\":null"),
        );
        assert!(serde_json::from_str::<OwnedCreateCustomerGateway>(&json).is_err(), "{json}");
        assert!(serde_json_core::from_str::<OwnedCreateCustomerGateway>(&json).is_err(), "{json}");
    }
}

/// Where a refused value stands in a file, TOML says.
#[test]
fn a_refused_value_is_pointed_at() {
    let file =
        "RegionId = \"cn-shanghai\"\nIpAddress = \"101.12.0.12\"\nName = \"branch office\"\n";
    let error = toml::from_str::<OwnedCreateCustomerGateway>(file).unwrap_err();
    assert_eq!(
        error.to_string(),
        "TOML parse error at line 3, column 8\n  |\n3 | Name = \"branch office\"\n  |        \
         ^^^^^^^^^^^^^^^\nunexpected character ' ' at byte 6 of Name: \
         use letters, digits, '.', '_' and '-' \
         (edition 2020-11; current accepts the value)\n",
    );
}

/// The owned answer.
#[cfg(feature = "json")]
mod owned_created {
    use aliyun_customer_gateway::{Created, OwnedCreated, Response};

    fn owned<const NAME: usize, const DESCRIPTION: usize>(
        body: &str,
    ) -> OwnedCreated<NAME, DESCRIPTION> {
        match Response::<Created>::decode(200, body.as_bytes()) {
            Ok(Response::Success(created)) => created.to_owned().unwrap(),
            other => unreachable!("{other:?}"),
        }
    }

    #[test]
    fn every_member() {
        let body = include_str!("../vectors/bodies/created-all-members.json");
        let owned: OwnedCreated = owned(body);
        let json = r#"{"CustomerGatewayId":"cgw-bp1aw0a5nfff03xp1****","RequestId":"D32B3C26-6C6C-4988-93E9-D2A6444CE6AE","IpAddress":"101.12.0.12","Name":"test","Description":"Branch 上海 🏢 \"A\"","CreateTime":1493363486000}"#;
        assert_eq!(serde_json::to_string(&owned).unwrap(), json);
        assert_eq!(serde_json_core::to_string::<_, 1024>(&owned).unwrap(), json);
        assert_eq!(serde_json::from_str::<OwnedCreated>(json).unwrap(), owned);
        let mut unescaped = [0; 64];
        let read = serde_json_core::from_str_escaped::<OwnedCreated>(json, &mut unescaped);
        assert_eq!(read.unwrap(), (owned.clone(), json.len()));
        let toml = toml::to_string(&owned).unwrap();
        assert_eq!(toml::from_str::<OwnedCreated>(&toml).unwrap(), owned);
    }

    #[test]
    fn the_id_alone() {
        let owned: OwnedCreated<0, 0> = owned(r#"{"CustomerGatewayId":"cgw-1"}"#);
        let json = r#"{"CustomerGatewayId":"cgw-1"}"#;
        assert_eq!(serde_json::to_string(&owned).unwrap(), json);
        assert_eq!(serde_json_core::to_string::<_, 29>(&owned).unwrap(), json);
        assert!(serde_json_core::to_string::<_, 28>(&owned).is_err());
        assert_eq!(serde_json::from_str::<OwnedCreated<0, 0>>(json).unwrap(), owned);
        assert_eq!(serde_json_core::from_str::<OwnedCreated<0, 0>>(json).unwrap().0, owned);
    }

    /// What was kept is read by a later version, which may have more to keep.
    #[test]
    fn unknown_members_are_skipped_and_the_id_is_not() {
        let json = r#"{"CustomerGatewayId":"cgw-1","ResourceGroupId":"rg-1"}"#;
        let owned: OwnedCreated<8, 8> = serde_json::from_str(json).unwrap();
        assert_eq!(owned.customer_gateway_id, "cgw-1");
        let error = serde_json::from_str::<OwnedCreated<8, 8>>(r#"{"Name":"a"}"#).unwrap_err();
        assert_eq!(error.to_string(), "missing field `CustomerGatewayId` at line 1 column 12");
        let long = r#"{"CustomerGatewayId":"cgw-1","Name":"123456789"}"#;
        assert!(serde_json::from_str::<OwnedCreated<8, 8>>(long).is_err());
    }

    #[test]
    fn the_last_millisecond() {
        let json = r#"{"CustomerGatewayId":"cgw-1","CreateTime":9223372036854775807}"#;
        let owned: OwnedCreated<8, 8> = owned(json);
        assert_eq!(owned.create_time, Some(9_223_372_036_854_775_807));
        assert_eq!(serde_json::to_string(&owned).unwrap(), json);
        assert_eq!(serde_json_core::to_string::<_, 128>(&owned).unwrap(), json);
        assert_eq!(serde_json_core::from_str::<OwnedCreated<8, 8>>(json).unwrap().0, owned);
    }
}
