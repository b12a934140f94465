//! Requests from JSON by `from_json`: what is read, and each refusal with its sentence and place.

use aliyun_customer_gateway::config::{FromJson, ReadError, from_json};
use aliyun_customer_gateway::{
    Edition, OwnedCreateCustomerGateway, OwnedDeleteCustomerGateway, OwnedDescribeCustomerGateway,
    OwnedDescribeCustomerGateways, OwnedModifyCustomerGatewayAttribute, Parameter,
};

use Edition::{Current, November2020};

type Create = OwnedCreateCustomerGateway;

/// What is before a place, which is marked by `¦`, and the file without the mark.
fn marked(file: &str) -> (usize, String) {
    let index = file.find('¦').unwrap_or_else(|| panic!("no mark in {file}"));
    (index, file.replace('¦', ""))
}

/// Holds a file against the refusal of it. The place is marked in the file.
fn refuse<T: FromJson + core::fmt::Debug>(
    file: &str,
    edition: Edition,
    sentence: &str,
) -> ReadError {
    let (index, file) = marked(file);
    let error = from_json::<T>(file.as_bytes(), edition).unwrap_err();
    assert_eq!(error.sentence().to_string(), sentence, "{file}");
    let marked = format!("{}¦{}", &file[..error.index()], &file[error.index()..]);
    assert_eq!(error.index(), index, "{marked}");
    let before = &file[..index];
    let line = before.split('\n').count();
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    assert_eq!((error.line(), error.column()), (line, column), "{file}");
    assert_eq!(error.to_string(), format!("line {line}, column {column}: {sentence}"));
    error
}

const VALUE: &str = "expected a value: a text in quotation marks, a number, true, false, null, a \
                     list or an object";
const EARLY: &str = "the file ends too early";
const NAME: &str = "expected the name of a member in quotation marks";
const BRACE: &str = "expected `,` or `}`";
const BRACKET: &str = "expected `,` or `]`";
const COLON: &str = "expected `:` after the name of a member";
const COMMA: &str = "no member follows the comma: leave it out";
const MORE: &str = "unexpected data after the object";

#[test]
fn what_is_no_json() {
    for (file, sentence) in [
        ("¦", "the file is empty"),
        (" \r\n\t¦", "the file is empty"),
        ("¦nul", VALUE),
        ("¦RegionId: r", VALUE),
        ("¦// {}", VALUE),
        ("¦+1", VALUE),
        ("{¦", EARLY),
        ("{\"¦", EARLY),
        ("{\"RegionId¦", EARLY),
        ("{\"RegionId\\\"¦", EARLY),
        ("{\"RegionId\"¦", EARLY),
        ("{\"RegionId\" ¦\"r\"}", COLON),
        ("{\"RegionId\"¦}", COLON),
        ("{\"RegionId\":¦", EARLY),
        ("{\"RegionId\":¦}", VALUE),
        ("{\"RegionId\":¦,", VALUE),
        ("{\"RegionId\":¦]", VALUE),
        ("{\"RegionId\"::¦", EARLY),
        ("{\"RegionId\":¦'r'}", VALUE),
        ("{\"RegionId\":¦cn-shanghai}", VALUE),
        ("{\"RegionId\":\"r¦", EARLY),
        ("{\"RegionId\":\"r\"¦", EARLY),
        ("{\"RegionId\":\"r\" ,¦", EARLY),
        ("{\"RegionId\":\"r\" ¦,\n}", COMMA),
        ("{\"RegionId\":\"r\" ,¦,", NAME),
        ("{\"RegionId\":\"r\" ,\n¦IpAddress:", NAME),
        ("{\"RegionId\":\"r\"\n¦\"IpAddress\":", BRACE),
        ("{\"RegionId\":\"r\"¦]", BRACE),
        ("{\"RegionId\":\"r\"¦:", BRACE),
        ("{¦,", NAME),
        ("{ ¦{}}", NAME),
        ("{¦RegionId", NAME),
        ("{¦'RegionId'", NAME),
        ("{¦/", NAME),
        ("{\"Asn\":¦01}", VALUE),
        ("{\"Asn\":¦1.}", VALUE),
        ("{\"Asn\":¦.5}", VALUE),
        ("{\"Asn\":¦1e}", VALUE),
        ("{\"Asn\":¦+1}", VALUE),
        ("{\"Asn\":¦-}", VALUE),
        ("{\"Asn\":¦0x1}", VALUE),
        ("{\"Asn\":¦1 2}", VALUE),
        ("{\"Asn\":¦1_000}", VALUE),
        ("{\"Asn\":¦truE}", VALUE),
        ("{\"Asn\":¦True}", VALUE),
        ("{\"Asn\":¦NaN}", VALUE),
        ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"} ¦x", MORE),
        ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"}¦}", MORE),
        ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"}\n¦{}", MORE),
        ("{\"RegionId\":\"r\",\"IpAddress\":\"1.1.1.1\"}¦\0", MORE),
        ("{\"Tags\":[¦", EARLY),
        ("{\"Tags\":[ ¦,{\"Key\":\"a\"}]}", VALUE),
        ("{\"Tags\":[{\"Key\":\"a\"} ¦{\"Key\":\"b\"}]}", BRACKET),
        ("{\"Tags\":[{\"Key\":\"a\"} ¦5]}", BRACKET),
        ("{\"Tags\":[{\"Key\":\"a\"}¦}", BRACKET),
        ("{\"Tags\":[{\"Key\":\"a\"}¦,]}", COMMA),
        ("{\"Tags\":[{\"Key\":\"a\"},¦,]}", VALUE),
        ("{\"Tags\":[{\"Key\":\"a\"¦,}]}", COMMA),
        ("{\"Tags\":[{\"Key\":\"a\"¦]}", BRACE),
        ("{\"Tags\":[{¦,", NAME),
    ] {
        refuse::<Create>(file, Current, sentence);
    }
}

#[test]
fn texts_that_are_not_escaped_as_they_should_be() {
    const BROKEN: &str = "broken escape in a text: write `\\\\` for a backslash";
    const HALF: &str =
        "half of a surrogate pair in a text: write the character itself, or both halves";
    const CONTROL: &str = "control character in a text: write it as an escape, such as `\\n`";
    for (text, sentence) in [
        (r"C:¦\pub", BROKEN),
        (r"¦\u+041", BROKEN),
        (r"a¦\u00", BROKEN),
        (r"¦\x41", BROKEN),
        (r"¦\ud83c", HALF),
        (r"ab¦\udfe2\ud83c", HALF),
        (r"¦\ud83c\u0041", HALF),
        ("a¦\nb", CONTROL),
        ("上¦\0", CONTROL),
    ] {
        for member in ["Name", "Description", "RegionId", "AuthKey", "Asn"] {
            let file = format!(r#"{{"{member}":"{text}"}}"#);
            let error = refuse::<Create>(&file, Current, sentence);
            assert_eq!(error.parameter().map(Parameter::as_str), Some(member));
        }
        refuse::<Create>(&format!(r#"{{"{text}":1}}"#), Current, sentence);
        refuse::<Create>(&format!(r#"{{"Tags":[{{"Key":"{text}"}}]}}"#), Current, sentence);
    }
}

#[test]
fn files_in_other_encodings() {
    let read = |file: &[u8]| from_json::<Create>(file, Current).unwrap_err();
    let error = read(b"\xef\xbb\xbf{}");
    assert_eq!(error.to_string(), "line 1, column 1: byte order mark: save the file without one",);
    for file in [b"\xff\xfe{\0}\0", b"\xfe\xff\0{\0}"] {
        let error = read(file);
        assert_eq!(error.to_string(), "line 1, column 1: the file is in UTF-16: save it in UTF-8",);
    }
    let error = read("{\n\"Name\":\"上é".as_bytes().strip_suffix(b"\xa9").unwrap());
    assert_eq!(error.to_string(), "line 2, column 10: the file is not in UTF-8 from here on",);
    assert_eq!(error.index(), 13);
    // Wherever it is: a file of another encoding is refused as such.
    let error = read(b"{\"Nmae\":1}\n\xe9");
    assert_eq!((error.index(), error.line(), error.column()), (11, 2, 1));
}

/// An object has no place in a request, however deep it is.
#[test]
fn what_is_deep() {
    for open in ["[", "{\"Name\":", "{\"a\":["] {
        let deep = open.repeat(100_000);
        let file = format!("{{\"Name\":{deep}");
        let error = from_json::<Create>(file.as_bytes(), Current).unwrap_err();
        assert_eq!(error.index(), 8);
        let given = if open == "[" { "sequence" } else { "map" };
        let sentence = format!("invalid type: {given}, expected a Name as text");
        assert_eq!(error.sentence().to_string(), sentence);
        let file = format!("{{\"Tags\":{deep}");
        assert!(from_json::<Create>(file.as_bytes(), Current).unwrap_err().index() < 20);
        let file = format!("{{\"Tags\":[{{\"Key\":{deep}");
        assert_eq!(from_json::<Create>(file.as_bytes(), Current).unwrap_err().index(), 16);
        assert!(from_json::<Create>(deep.as_bytes(), Current).unwrap_err().index() < 9);
    }
}

const KNOWN: &str = "expected one of `RegionId`, `IpAddress`, `ClientToken`, `Name`, \
                     `Description`, `Asn`, `AuthKey`, `ResourceGroupId`, `Tags`";

#[test]
fn members() {
    for (file, parameter, sentence) in [
        ("{¦}", Some(Parameter::RegionId), "missing field `RegionId`".to_owned()),
        (
            "{\"IpAddress\":\"1.1.1.1\" ¦}",
            Some(Parameter::RegionId),
            "missing field `RegionId`".to_owned(),
        ),
        (
            "{\"RegionId\":\"r\",\"Name\":null\n¦}",
            Some(Parameter::IpAddress),
            "missing field `IpAddress`".to_owned(),
        ),
        ("{ ¦\"Nmae\":1}", None, format!("unknown field `Nmae`, {KNOWN}")),
        ("{\"Asn\":1,¦\"asn\":1}", None, format!("unknown field `asn`, {KNOWN}")),
        ("{¦\"Action\":\"x\"}", None, format!("unknown field `Action`, {KNOWN}")),
        ("{¦\"\":\"x\"}", None, format!("unknown field ``, {KNOWN}")),
        ("{¦\"Tags.1.Key\":\"x\"}", None, format!("unknown field `Tags.1.Key`, {KNOWN}")),
        ("{¦\"N\\u0061me\\u0000\":\"x\"}", None, format!("unknown field `Name\\0`, {KNOWN}")),
        ("{¦\"a'\\\\\\ud83c\\udfe2\":1}", None, format!("unknown field `a'\\🏢`, {KNOWN}")),
        (
            "{¦\"01234567890123456789012345678901234\":1}",
            None,
            format!("unknown field `01234567890123456789012345678901..`, {KNOWN}"),
        ),
        (
            "{\"Name\":\"ab\", ¦\"Name\":\"ab\"}",
            Some(Parameter::Name),
            "duplicate field `Name`".to_owned(),
        ),
        // Whatever the second one is, and however it is escaped.
        (
            "{\"Name\":\"ab\", ¦\"\\u004eame\":5}",
            Some(Parameter::Name),
            "duplicate field `Name`".to_owned(),
        ),
        ("{\"Tags\":[],¦\"Tags\":[]}", Some(Parameter::Tags), "duplicate field `Tags`".to_owned()),
        ("{\"Tags\":[{¦}]}", Some(Parameter::Tags), "missing field `Key`".to_owned()),
        (
            "{\"Tags\":[{\"Key\":\"a\"},{\"Value\":\"a\"¦}]}",
            Some(Parameter::Tags),
            "missing field `Key`".to_owned(),
        ),
        (
            "{\"Tags\":[{¦\"key\":\"a\"}]}",
            Some(Parameter::Tags),
            "unknown field `key`, expected `Key` or `Value`".to_owned(),
        ),
        (
            "{\"Tags\":[{\"Key\":\"a\",¦\"Key\":\"a\"}]}",
            Some(Parameter::Tags),
            "duplicate field `Key`".to_owned(),
        ),
    ] {
        let error = refuse::<Create>(file, Current, &sentence);
        assert_eq!(error.parameter(), parameter, "{file}");
        assert_eq!(error.invalid_parameter(), None);
    }
}

#[test]
fn values_of_another_type() {
    for (file, sentence) in [
        ("¦[]", "sequence, expected the parameters of CreateCustomerGateway"),
        (" ¦\"r\"", "string, expected the parameters of CreateCustomerGateway"),
        ("¦7", "integer `7`, expected the parameters of CreateCustomerGateway"),
        ("¦null", "null, expected the parameters of CreateCustomerGateway"),
        ("¦true ", "boolean `true`, expected the parameters of CreateCustomerGateway"),
        (r#"{"Name":¦5}"#, "integer `5`, expected a Name as text"),
        (r#"{"Name":¦false}"#, "boolean `false`, expected a Name as text"),
        (r#"{"Name":¦["a"]}"#, "sequence, expected a Name as text"),
        (r#"{"Name":¦{"a":"b"}}"#, "map, expected a Name as text"),
        (r#"{"RegionId":¦null}"#, "null, expected a RegionId as text"),
        (r#"{"IpAddress" : ¦16843009 }"#, "integer `16843009`, expected an IpAddress as text"),
        (r#"{"Asn":¦1.0}"#, "floating point `1.0`, expected an Asn as text"),
        (r#"{"Asn":¦1e3}"#, "floating point `1e3`, expected an Asn as text"),
        (r#"{"Asn":¦1E-3}"#, "floating point `1E-3`, expected an Asn as text"),
        (r#"{"Asn":¦-1}"#, "integer `-1`, expected an Asn as text"),
        (r#"{"Asn":¦-0}"#, "integer `-0`, expected an Asn as text"),
        (r#"{"Asn":¦[1]}"#, "sequence, expected an Asn as text"),
        (r#"{"Tags":¦{}}"#, "map, expected a list of tags"),
        (r#"{"Tags":¦"a"}"#, "string, expected a list of tags"),
        (r#"{"Tags":[ ¦"a"]}"#, "string, expected a tag: a Key and a Value"),
        (r#"{"Tags":[¦null]}"#, "null, expected a tag: a Key and a Value"),
        (r#"{"Tags":[{"Key":"a"} , ¦[]]}"#, "sequence, expected a tag: a Key and a Value"),
        (r#"{"Tags":[{"Key":¦5}]}"#, "integer `5`, expected a text"),
        (r#"{"Tags":[{"Key":¦null}]}"#, "null, expected a text"),
    ] {
        let error = refuse::<Create>(file, Current, &format!("invalid type: {sentence}"));
        assert_eq!(error.invalid_parameter(), None);
    }
}

/// What a constructor says, at the character that it speaks of.
#[test]
fn values_that_are_refused() {
    for (file, edition, sentence) in [
        (
            r#"{"RegionId":"cn¦ shanghai"}"#,
            November2020,
            "unexpected character ' ' at byte 2 of RegionId: use ASCII letters, digits, '_' and \
             '-', as in cn-shanghai",
        ),
        (
            r#"{"RegionId":¦""}"#,
            Current,
            "RegionId is empty: use ASCII letters, digits, '_' and '-', as in cn-shanghai",
        ),
        (
            r#"{"IpAddress":"101.12.0.¦012"}"#,
            November2020,
            "leading zero at byte 9 of IpAddress: leave it out",
        ),
        (
            r#"{"IpAddress":¦"10.0.0.1"}"#,
            November2020,
            "IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): give the public address of the \
             VPN gateway (edition 2020-11; current accepts the value)",
        ),
        // Before the offending character: 6 bytes of text in 16 of the file.
        (
            r#"{"Name":"a\u4e0a\u0062\"¦ "}"#.replace("\\\"", "c").leak(),
            November2020,
            "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-' \
             (edition 2020-11; current accepts the value)",
        ),
        (
            r#"{"Name":"¦\u0020a"}"#,
            November2020,
            "unexpected character ' ' at byte 0 of Name: use letters, digits, '.', '_' and '-' \
             (edition 2020-11; current accepts the value)",
        ),
        (
            r#"{"Name":"\ud840\uDC00上¦\n"}"#,
            November2020,
            "unexpected character '\\n' at byte 7 of Name: use letters, digits, '.', '_' and '-' \
             (edition 2020-11; current accepts the value)",
        ),
        (r#"{"Name":"¦http://gw"}"#, Current, "Name starts with \"http://\": leave the prefix out"),
        (
            r#"{"Name":¦"a"}"#,
            November2020,
            "Name has 1 character: it takes 2 to 128 (edition 2020-11; current accepts the value)",
        ),
        (
            r#"{"Asn":¦0}"#,
            Current,
            "Asn 0 is reserved by RFC 7607: give the number of your own network",
        ),
        (
            r#"{"Asn":¦4294967296}"#,
            Current,
            "number at byte 0 of Asn is too large: it goes up to 4294967295",
        ),
        (
            r#"{"Asn":¦99999999999999999999999}"#,
            Current,
            "number at byte 0 of Asn is too large: it goes up to 4294967295",
        ),
        (r#"{"Asn":"1.¦01"}"#, Current, "leading zero at byte 2 of Asn: leave it out"),
        (
            r#"{"AuthKey":"kEy¦é"}"#,
            Current,
            "unexpected character at byte 3 of AuthKey: use ASCII characters other than ' ' and \
             '?'",
        ),
        (
            r#"{¦"AuthKey":"kEy"}"#,
            November2020,
            "AuthKey is not a parameter of edition 2020-11: leave it out, or use edition current",
        ),
        (
            r#"{¦"\u0054ags":[]}"#,
            November2020,
            "Tags is not a parameter of edition 2020-11: leave it out, or use edition current",
        ),
        (
            r#"{¦"ResourceGroupId":null}"#,
            November2020,
            "ResourceGroupId is not a parameter of edition 2020-11: leave it out, or use edition \
             current",
        ),
        (
            r#"{"RegionId":"r",¦"AuthKey":"k","IpAddress":"1.1.1.1"}"#,
            Current,
            "AuthKey needs an Asn: give the number of your own network as well",
        ),
        (
            r#"{"Tags":[{"Key":"¦aliyun"}]}"#,
            Current,
            "Tags.N.Key starts with \"aliyun\": leave the prefix out",
        ),
        (
            r#"{"Tags":[{"Value":"上¦\u0068ttp://","Key":"a"}]}"#,
            Current,
            "Tags.N.Value contains a URL at byte 3: leave \"http://\" and \"https://\" out",
        ),
        (
            r#"{"Tags":[{"Key":"a"}, ¦{"Value":"1","Key":"\u0061"}]}"#,
            Current,
            "Tags.1.Key is duplicated in Tags.2.Key: give each tag a key of its own",
        ),
    ] {
        let error = refuse::<Create>(file, edition, sentence);
        let refused = error.invalid_parameter().unwrap();
        assert_eq!(refused.to_string(), sentence);
        assert_eq!(error.parameter(), Some(refused.parameter()));
    }
}

#[test]
fn too_many_tags() {
    let tags: Vec<_> = (0..20).map(|tag| format!(r#"{{"Key":"k{tag}"}}"#)).collect();
    refuse::<Create>(
        &format!(r#"{{"Tags":[{},¦{{"Key":"k"}}]}}"#, tags.join(",")),
        Current,
        "Tags has 21 tags: it takes up to 20",
    );
    let error = refuse::<OwnedCreateCustomerGateway<5>>(
        r#"{"Tags":[{"Key":"a"},{"Key":"b","Value":"上"},¦{"Key":"c"}]}"#,
        Current,
        "Tags takes 6 bytes, and there is space for 5: use a type of greater capacity",
    );
    assert_eq!(error.invalid_parameter().unwrap().error_code(), None);
}

/// A text is counted whole, escaped or not, however long it is.
#[test]
fn long_texts() {
    for unit in ["a", "上", "🏢", r"\n", r"\u4e0a", r"\ud83c\udfe2"] {
        for count in [101, 257, 600, 5000] {
            let file = format!(r#"{{"Description":¦"{}"}}"#, unit.repeat(count));
            let is_letter = matches!(unit, "a" | "上" | r"\u4e0a");
            let note = if is_letter && count < 257 { "; 2020-11 accepts the value" } else { "" };
            let sentence = format!(
                "Description has {count} characters: it takes 1 to 100 (edition current{note})",
            );
            refuse::<Create>(&file, Current, &sentence);
        }
    }
    let longest = format!(
        r#"{{"RegionId":"r","IpAddress":"1.1.1.1","Description":"{}"}}"#,
        r"\ud840\udc00".repeat(256),
    );
    let read = from_json::<Create>(longest.as_bytes(), November2020).unwrap();
    assert_eq!(read.get().description().unwrap().as_str(), "\u{20000}".repeat(256));
}

#[test]
fn whatever_is_wrong_a_secret_is_not_told() {
    for value in [
        "31415926535",
        "-31415926535",
        "31415926535.5",
        "[31415926535]",
        "true31415926535",
        "{\"31415926535\":1}",
        "\"31415926535 \"",
        "\"31415926535\\u00e9\"",
        "\"31415926535\\q\"",
        "\"31415926535",
        "31415926535",
        "\"31415926535\",\"AuthKey\":\"31415926535\"",
        "\"31415926535\" \"31415926535\"",
    ] {
        for file in [
            format!(r#"{{"AuthKey":{value}}}"#),
            format!(r#"{{"AuthKey":{value}"#),
            format!(r#"{{"RegionId":"r","AuthKey":{value},"IpAddress":"1.1.1.1"}}"#),
        ] {
            for edition in [Current, November2020] {
                let error = from_json::<Create>(file.as_bytes(), edition).unwrap_err();
                assert!(!format!("{error} {error:?}").contains("31415926535"), "{file}: {error}");
            }
        }
    }
}

/// With a precision, an error has no more bytes, as for a message of a fixed size.
#[test]
fn an_error_keeps_to_a_precision() {
    let error = from_json::<Create>("{\"上\":1}".as_bytes(), Current).unwrap_err();
    let whole = error.to_string();
    assert!(whole.starts_with("line 1, column 2: unknown field `上`, "), "{whole}");
    for precision in 0..whole.len() + 2 {
        let cut = format!("{error:.precision$}");
        assert!(cut.len() <= precision && whole.starts_with(&cut), "{cut}");
        assert!(cut.len() + 3 > precision.min(whole.len()), "{cut}");
    }
}

/// Reads a file of every kind of text, and compares the query.
#[test]
fn requests_are_read() {
    use aliyun_customer_gateway::Action as _;

    let file = " {\r\n\t\"R\\u0065gionId\" : \"cn\\u002dshanghai\" , \"IpAddress\":\"101.12.0.12\",
        \"ClientToken\":\"a \\\"b\\\" \\\\ \\/\\t\",\"Name\":\"\\u4e0a\\u6D77-1\",\"Description\":
        \"Branch \\ud83c\\udfe2 \\b\\f\\n\\r\",\"Asn\":\"123.456\",\"AuthKey\":\"k\\u0045y\",
        \"ResourceGroupId\":null,\"Tags\":[{\"Key\":\"site\",\"Value\":\"Z\\u00fcrich\"} , {
        \"Value\":null,\"Key\":\"b\"}]} \n";
    let create: Create = from_json(file.as_bytes(), Current).unwrap();
    assert_eq!(
        create.get().query_without_action().to_string(),
        "Asn=8061384&AuthKey=kEy&ClientToken=a%20%22b%22%20%5C%20%2F%09\
         &Description=Branch%20%F0%9F%8F%A2%20%08%0C%0A%0D&IpAddress=101.12.0.12\
         &Name=%E4%B8%8A%E6%B5%B7-1&RegionId=cn-shanghai&Tags.1.Key=site\
         &Tags.1.Value=Z%C3%BCrich&Tags.2.Key=b&Tags.2.Value=",
    );
    for (asn, number) in
        [("1", 1), (" 4294967295 ", u32::MAX), ("\"0.10001\"", 10001), ("\"\\u0031\"", 1)]
    {
        let file = format!(r#"{{"RegionId":"r","Asn":{asn},"IpAddress":"1.1.1.1"}}"#);
        let create: Create = from_json(file.as_bytes(), November2020).unwrap();
        assert_eq!(create.get().asn().unwrap().get(), number);
    }
    let file = br#"{"PageSize":50,"RegionId":"r","PageNumber":"2","CustomerGatewayId":"cgw-1","ResourceGroupId":"rg-1","Tag":[{"Key":"a"}]}"#;
    let list: OwnedDescribeCustomerGateways = from_json(file, November2020).unwrap();
    assert_eq!(
        list.get().query_without_action().to_string(),
        "CustomerGatewayId=cgw-1&PageNumber=2&PageSize=50&RegionId=r&ResourceGroupId=rg-1\
         &Tag.1.Key=a&Tag.1.Value=",
    );
    let file = br#"{"RegionId":"r","CustomerGatewayId":"cgw-1","ClientToken":"t","Name":"2","AuthKey":"k","Description":"3"}"#;
    let modify: OwnedModifyCustomerGatewayAttribute = from_json(file, Current).unwrap();
    assert_eq!(
        modify.get().query_without_action().to_string(),
        "AuthKey=k&ClientToken=t&CustomerGatewayId=cgw-1&Description=3&Name=2&RegionId=r",
    );
    let file = br#"{"CustomerGatewayId":"cgw-1","RegionId":"r"}"#;
    let describe: OwnedDescribeCustomerGateway = from_json(file, November2020).unwrap();
    let delete: OwnedDeleteCustomerGateway = from_json(file, November2020).unwrap();
    let query = "CustomerGatewayId=cgw-1&RegionId=r";
    assert_eq!(describe.get().query_without_action().to_string(), query);
    assert_eq!(delete.get().query_without_action().to_string(), query);
}

#[test]
fn the_members_of_each_action() {
    let known = "unknown field `IpAddress`, expected one of `RegionId`, `CustomerGatewayId`";
    let file = "{¦\"IpAddress\":1}";
    refuse::<OwnedDeleteCustomerGateway>(file, Current, &format!("{known}, `ClientToken`"));
    refuse::<OwnedModifyCustomerGatewayAttribute>(
        file,
        Current,
        &format!("{known}, `ClientToken`, `Name`, `Description`, `AuthKey`"),
    );
    refuse::<OwnedDescribeCustomerGateways<0>>(
        file,
        Current,
        &format!("{known}, `PageNumber`, `PageSize`, `ResourceGroupId`, `Tag`"),
    );
    refuse::<OwnedDescribeCustomerGateway>(
        file,
        Current,
        "unknown field `IpAddress`, expected `RegionId` or `CustomerGatewayId`",
    );
    let error = refuse::<OwnedDescribeCustomerGateways<0>>(
        r#"{"Tag":[¦{"Key":"a"}]}"#,
        Current,
        "Tags takes 1 byte, and there is space for 0: use a type of greater capacity",
    );
    assert_eq!(error.parameter(), Some(Parameter::Tag));
    refuse::<OwnedModifyCustomerGatewayAttribute>(
        r#"{"RegionId":"r",¦"AuthKey":"k"}"#,
        November2020,
        "AuthKey is not a parameter of edition 2020-11: leave it out, or use edition current",
    );
    refuse::<OwnedDescribeCustomerGateways<0>>(
        r#"{"PageSize":¦51}"#,
        Current,
        "number at byte 0 of PageSize is too large: it goes up to 50",
    );
}
