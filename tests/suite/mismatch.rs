//! Where the service's string to sign and ours part.

use aliyun_customer_gateway::query::Pairs;
use aliyun_customer_gateway::rpc::{Mismatch, StringToSign};
use aliyun_customer_gateway::{Created, Failed, Method, Response};

fn failed(body: &str) -> Failed<'_> {
    match Response::<Created>::decode(403, body.as_bytes()) {
        Ok(Response::Failed(failed)) => failed,
        other => unreachable!("a status of 403 is a failure: {other:?}"),
    }
}

const MESSAGE: &str =
    "Specified signature is not matched with our calculation. server string to sign is:";

fn body(echo: &str) -> String {
    format!(r#"{{"Message":"{MESSAGE}{echo}","Code":"SignatureDoesNotMatch"}}"#)
}

const PAIRS: &[(&str, &str)] =
    &[("Action", "A"), ("Format", "JSON"), ("Name", "上海"), ("Version", "2016-04-28")];

const OURS: &str = "GET&%2F&Action%3DA%26Format%3DJSON%26Name%3D%25E4%25B8%258A%25E6%25B5%25B7\
                    %26Version%3D2016-04-28";

fn explain(pairs: &[(&str, &str)], body: &str) -> Option<Mismatch> {
    StringToSign::of_pairs(Method::Get, Pairs::new(pairs).unwrap()).explain(&failed(body))
}

#[test]
fn the_string_to_sign_is_as_expected() {
    let pairs = Pairs::new(PAIRS).unwrap();
    assert_eq!(StringToSign::of_pairs(Method::Get, pairs).to_string(), OURS);
}

const WRONG_SECRET: &str =
    "the strings to sign are equal: the secret is not that of the access key";

#[test]
fn equal_strings_blame_the_secret() {
    let escaped = OURS.replace('&', "\\u0026");
    let plain = body(OURS);
    let json = body(&escaped);
    let all =
        body(&OURS.chars().fold(String::new(), |text, character| {
            text + &format!("\\u{:04x}", u32::from(character))
        }));
    let error = |echo: &str| {
        format!(
            "<Error><Code>SignatureDoesNotMatch</Code><Message>{MESSAGE}{echo}</Message></Error>"
        )
    };
    let xml = error(&OURS.replace('&', "&amp;"));
    let number = error(&OURS.replace('&', "&#38;"));
    let cdata = error(&format!("<![CDATA[{OURS}]]>"));
    for body in [plain, json, all, xml, number, cdata] {
        let mismatch = explain(PAIRS, &body).unwrap();
        assert_eq!(mismatch, Mismatch::WrongSecret, "{body}");
        assert_eq!(mismatch.to_string(), WRONG_SECRET);
    }
    let empty = explain(&[], &body("GET&%2F&")).unwrap();
    assert_eq!(empty, Mismatch::WrongSecret);
}

/// What the service echoes where `OURS` was signed, the first byte that differs, and a parameter
/// and a text for each side.
type Case<'a> = (&'a str, usize, [&'a str; 2], [&'a str; 2]);

fn assert_case(case: &Case<'_>) {
    let (echo, index, ours, theirs) = *case;
    let plain = body(echo);
    let json = body(&echo.replace('&', "\\u0026").replace('%', "\\u0025"));
    let xml = format!(
        "<Error><Message>{MESSAGE}{}</Message><Code>SignatureDoesNotMatch</Code></Error>",
        echo.replace('&', "&amp;").replace('%', "&#x25;"),
    );
    for body in [plain, json, xml] {
        let mismatch = explain(PAIRS, &body).unwrap();
        let Mismatch::Differs { index: at, ours: one, theirs: other } = &mismatch else {
            unreachable!("the strings differ: {body}")
        };
        let found = (*at, [one.parameter(), one.text()], [other.parameter(), other.text()]);
        assert_eq!(found, (index, ours, theirs), "{body}");
        let shown = |parameter| if str::is_empty(parameter) { "the method" } else { parameter };
        assert_eq!(
            mismatch.to_string(),
            format!(
                "the strings to sign differ from byte {index} on: {} was signed as {:?}, but the \
                 service read {} with {:?}",
                shown(ours[0]),
                ours[1],
                shown(theirs[0]),
                theirs[1],
            ),
        );
    }
}

#[test]
fn in_the_method() {
    assert_case(&(
        &OURS.replacen("GET", "POST", 1),
        0,
        ["", "GET&%2F&Action%3DA%26For"],
        ["", "POST&%2F&Action%3DA%26Fo"],
    ));
}

#[test]
fn in_the_path() {
    assert_case(&(
        &OURS.replacen("%2F", "%2Fv1", 1),
        7,
        ["", "&Action%3DA%26Format%3DJ"],
        ["", "v1&Action%3DA%26Format%3"],
    ));
}

#[test]
fn nothing_echoed() {
    assert_case(&("", 0, ["", "GET&%2F&Action%3DA%26For"], ["", ""]));
    assert_case(&("GET", 3, ["", "&%2F&Action%3DA%26Format"], ["", ""]));
}

#[test]
fn in_the_first_parameter() {
    assert_case(&(
        &OURS.replacen("Action", "Auction", 1),
        9,
        ["Action", "ction%3DA%26Format%3DJSO"],
        ["Auction", "uction%3DA%26Format%3DJS"],
    ));
    assert_case(&(
        &OURS.replacen("Action", "Bction", 1),
        8,
        ["Action", "Action%3DA%26Format%3DJS"],
        ["Bction", "Bction%3DA%26Format%3DJS"],
    ));
    assert_case(&(
        &OURS.replacen("%3DA", "%3DB", 1),
        17,
        ["Action", "A%26Format%3DJSON%26Name"],
        ["Action", "B%26Format%3DJSON%26Name"],
    ));
}

#[test]
fn in_a_name() {
    assert_case(&(
        &OURS.replacen("Format", "Formal", 1),
        26,
        ["Format", "t%3DJSON%26Name%3D%25E4%"],
        ["Formal", "l%3DJSON%26Name%3D%25E4%"],
    ));
    // The one name is the start of the other.
    assert_case(&(
        &OURS.replacen("Format", "Formats", 1),
        27,
        ["Format", "%3DJSON%26Name%3D%25E4%2"],
        ["Formats", "s%3DJSON%26Name%3D%25E4%"],
    ));
    assert_case(&(
        &OURS.replacen("Format", "For", 1),
        24,
        ["Format", "mat%3DJSON%26Name%3D%25E"],
        ["For", "%3DJSON%26Name%3D%25E4%2"],
    ));
    // A parameter that the service read besides.
    assert_case(&(
        &OURS.replacen("%26Name", "%26Host%3Dh%26Name", 1),
        37,
        ["Name", "Name%3D%25E4%25B8%258A%2"],
        ["Host", "Host%3Dh%26Name%3D%25E4%"],
    ));
    // A parameter that the service did not read.
    assert_case(&(
        &OURS.replacen("Format%3DJSON%26", "", 1),
        21,
        ["Format", "Format%3DJSON%26Name%3D%"],
        ["Name", "Name%3D%25E4%25B8%258A%2"],
    ));
}

#[test]
fn in_a_value() {
    assert_case(&(
        &OURS.replacen("JSON", "XML", 1),
        30,
        ["Format", "JSON%26Name%3D%25E4%25B8"],
        ["Format", "XML%26Name%3D%25E4%25B8%"],
    ));
    // The one value is the start of the other.
    assert_case(&(
        &OURS.replacen("JSON", "JSONP", 1),
        34,
        ["Format", "%26Name%3D%25E4%25B8%258"],
        ["Format", "P%26Name%3D%25E4%25B8%25"],
    ));
    // Encoded once less, and once more.
    assert_case(&(
        &OURS.replace("%25", "%"),
        45,
        ["Name", "25E4%25B8%258A%25E6%25B5"],
        ["Name", "E4%B8%8A%E6%B5%B7%26Vers"],
    ));
    assert_case(&(
        &OURS.replace("%25", "%2525"),
        47,
        ["Name", "E4%25B8%258A%25E6%25B5%2"],
        ["Name", "25E4%2525B8%25258A%2525E"],
    ));
    // Left out.
    assert_case(&(
        &OURS.replacen("%25E4%25B8%258A%25E6%25B5%25B7", "", 1),
        46,
        ["Name", "5E4%25B8%258A%25E6%25B5%"],
        ["Name", "6Version%3D2016-04-28"],
    ));
}

#[test]
fn at_the_end() {
    let len = OURS.len();
    assert_case(&(&OURS[..len - 1], len - 1, ["Version", "8"], ["Version", ""]));
    assert_case(&(&format!("{OURS}9"), len, ["Version", ""], ["Version", "9"]));
    assert_case(&(&format!("{OURS}%26Zone%3D1"), len, ["Version", ""], ["Version", "%26Zone%3D1"]));
    assert_case(&(&format!("{OURS} ."), len, ["Version", ""], ["Version", " ."]));
}

/// The service's side is foreign text: a cut in front of a character that does not fit leaves
/// nothing behind it either.
#[test]
fn a_cut_text_is_the_start_of_the_text() {
    let foreign = "12345678901234567890123上5";
    assert_case(&(
        &OURS.replacen("JSON", foreign, 1),
        30,
        ["Format", "JSON%26Name%3D%25E4%25B8"],
        ["Format", "12345678901234567890123"],
    ));
    let name = "1234567890123456789012345678901上5";
    let echo = OURS.replacen("Format", name, 1);
    assert_case(&(
        &echo,
        21,
        ["Format", "Format%3DJSON%26Name%3D%"],
        ["1234567890123456789012345678901", "123456789012345678901234"],
    ));
}

#[test]
fn a_long_name_is_cut() {
    let name = "N".repeat(40);
    let pairs = [(name.as_str(), "1")];
    let mismatch = explain(&pairs, &body(&format!("GET&%2F&{name}%3D2"))).unwrap();
    let Mismatch::Differs { index, ours, theirs } = &mismatch else {
        unreachable!("the strings differ")
    };
    assert_eq!((*index, ours.text(), theirs.text()), (51, "1", "2"));
    assert_eq!((ours.parameter(), theirs.parameter()), (&name[..32], &name[..32]));
}

#[test]
fn sentences_to_the_letter() {
    for (echo, sentence) in [
        (OURS, WRONG_SECRET),
        (
            &OURS.replacen("GET", "POST", 1),
            "the strings to sign differ from byte 0 on: the method was signed as \
             \"GET&%2F&Action%3DA%26For\", but the service read the method with \
             \"POST&%2F&Action%3DA%26Fo\"",
        ),
        (
            &OURS.replacen("JSON", "XML", 1),
            "the strings to sign differ from byte 30 on: Format was signed as \
             \"JSON%26Name%3D%25E4%25B8\", but the service read Format with \
             \"XML%26Name%3D%25E4%25B8%\"",
        ),
        (
            &OURS[..OURS.len() - 1],
            "the strings to sign differ from byte 96 on: Version was signed as \"8\", but the \
             service read Version with \"\"",
        ),
    ] {
        assert_eq!(explain(PAIRS, &body(echo)).unwrap().to_string(), sentence);
    }
}

#[test]
fn nothing_to_explain() {
    for body in [
        // No echo, no message, another code, none.
        r#"{"Code":"SignatureDoesNotMatch","Message":"The signature does not match."}"#.to_owned(),
        r#"{"Code":"SignatureDoesNotMatch","Message":"server string to sign i"}"#.to_owned(),
        r#"{"Code":"SignatureDoesNotMatch"}"#.to_owned(),
        format!(r#"{{"Code":"InvalidName","Message":"{MESSAGE}{OURS}"}}"#),
        format!(r#"{{"Code":"signaturedoesnotmatch","Message":"{MESSAGE}{OURS}"}}"#),
        format!(r#"{{"Message":"{MESSAGE}{OURS}"}}"#),
        format!("<Error><Code>Forbidden</Code><Message>{MESSAGE}{OURS}</Message></Error>")
            .replace('&', "&amp;"),
    ] {
        assert_eq!(explain(PAIRS, &body), None, "{body}");
    }
}

/// An escaped code is the same code.
#[test]
fn an_escaped_code_is_explained() {
    let body = body(OURS).replace("SignatureDoes", "\\u0053ignatureDoes");
    assert_eq!(explain(PAIRS, &body), Some(Mismatch::WrongSecret));
}
