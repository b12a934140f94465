//! Laws: what holds whatever the input, each written once in a module beside this file, for these
//! tests and for the fuzzer alike.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a law that cannot be checked fails its test"
)]

#[cfg(all(feature = "json", feature = "xml"))]
mod bodies;
#[cfg(feature = "serde-json-core")]
mod configuration;
#[cfg(all(feature = "json", feature = "proptest", feature = "sign"))]
mod echoes;
mod editions;
#[cfg(all(feature = "json", feature = "xml"))]
mod family;
mod fields;
#[cfg(all(feature = "http1", feature = "proptest", feature = "sign"))]
mod http1;
#[cfg(all(feature = "json", feature = "xml"))]
mod model;
mod queries;
#[cfg(all(feature = "json", feature = "xml"))]
mod references;
#[cfg(all(feature = "proptest", feature = "sign"))]
mod signing;
#[cfg(all(feature = "json", feature = "xml"))]
mod texts;

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::FileFailurePersistence;

/// Inputs that once broke a law are kept beside the laws, and tried first.
fn config(cases: u32) -> ProptestConfig {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/laws/regressions.txt");
    ProptestConfig {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(kept))),
        ..ProptestConfig::default()
    }
}

/// A character of any kind, those that rules speak of more often than chance has it.
fn character() -> impl Strategy<Value = char> {
    prop_oneof![
        3 => any::<char>(),
        3 => proptest::char::range('\0', '\u{ff}'),
        1 => proptest::char::range('上', '丏'),
        2 => prop::sample::select(vec!['.', '_', '-', ':', '/', ' ', '0', '~', '\u{7f}', '🏢']),
        // Digits and numbers that are no `0-9`.
        1 => prop::sample::select(vec!['²', '½', '٣', '１', '〇', 'Ⅷ', '௰']),
    ]
}

/// A valid text, one that is so but for a character or a length, or any text at all.
fn around(valid: impl Strategy<Value = String> + Clone + 'static) -> impl Strategy<Value = String> {
    let changed = (valid.clone(), any::<Index>(), character(), 0..4_u8).prop_map(
        |(text, place, character, change)| {
            let mut characters: Vec<char> = text.chars().collect();
            let place = place.index(characters.len() + 1);
            match change {
                0 => characters.insert(place, character),
                1 if place < characters.len() => characters[place] = character,
                2 if place < characters.len() => {
                    characters.remove(place);
                }
                _ => characters.truncate(place),
            }
            characters.into_iter().collect()
        },
    );
    prop_oneof![
        3 => valid.clone(),
        4 => changed,
        1 => ("(http|https|HTTP|ftp)(://|:/|)", valid).prop_map(|(scheme, text)| scheme + &text),
        1 => any::<String>(),
    ]
}

fn region_id() -> impl Strategy<Value = String> {
    around("[A-Za-z0-9_-]{1,64}|[a-z-]{62,65}|[a-z0-9._:~-]{1,6}")
}

fn client_token() -> impl Strategy<Value = String> {
    around("[\\x00-\\x7f]{1,65}|[0-9a-f-]{63,66}")
}

fn name() -> impl Strategy<Value = String> {
    around("[A-Za-z0-9._上海-]{1,12}|[a-zé上𠀀]{126,130}|[\\p{Alphabetic}0-9._-]{2,40}")
}

fn description() -> impl Strategy<Value = String> {
    around("[A-Za-zé上𠀀]\\PC{0,12}|[a-zé上𠀀🏢]{254,258}|\\p{Alphabetic}(?s:.){1,40}")
}

fn ip_address() -> impl Strategy<Value = String> {
    let any_quad = any::<u32>().prop_map(|bits| core::net::Ipv4Addr::from_bits(bits).to_string());
    let special = "(10|100|127|169|172|192|198|203|224|240|255)\\.(0|2|12|16|18|51|64|88|168|254)\\.\
                   (0|2|99|100|113)\\.[0-9]{1,2}";
    let ipv6 = any::<u128>().prop_map(|bits| core::net::Ipv6Addr::from_bits(bits).to_string());
    prop_oneof![
        3 => around(any_quad.boxed()),
        2 => around(special),
        1 => around("([0-9]{1,3}\\.){3}[0-9]{1,3}"),
        1 => around(ipv6.boxed()),
    ]
}

fn asn() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => around(any::<u32>().prop_map(|number| number.to_string()).boxed()),
        1 => around("[0-9]{1,12}"),
        1 => around("[0-9]{1,6}\\.[0-9]{1,6}"),
        1 => around("(0|45104|65535|65536|4294967295|4294967296)(\\.(0|45104|65535|65536))?"),
    ]
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn of_region_ids(text in region_id()) {
        fields::region_id(&text);
    }

    #[test]
    fn of_client_tokens(text in client_token()) {
        fields::client_token(&text);
    }

    #[test]
    fn of_names(text in name()) {
        fields::name(&text);
    }

    #[test]
    fn of_descriptions(text in description()) {
        fields::description(&text);
    }

    #[test]
    fn of_ip_addresses(text in ip_address()) {
        fields::ip_address(&text);
    }

    #[test]
    fn of_asns(text in asn()) {
        fields::asn(&text);
    }
}

/// Texts that one edition accepts, both, or none.
fn text_of_an_edition() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => name(),
        2 => description(),
        2 => ip_address(),
        1 => around("(?s:.){98,103}|[a-z上🏢 ]{98,103}|(?s:.){1,3}"),
    ]
}

/// Hosts and what is close to one, secrets and ids with what was copied with them.
fn text_of_today() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => around("([a-z0-9-]{1,4}\\.){0,4}[a-z]{1,3}(:[0-9]{1,6})?"),
        1 => around("([0-9]{1,3}\\.){1,4}[0-9]{1,3}(:(80|443|8080|65536))?"),
        1 => around("[a-z]{62,65}(\\.[a-z]{60,63}){0,4}"),
        2 => around("[ \n]?[!-~]{1,70}[ \n\r]{0,2}"),
        1 => around("[!-~]{126,130}"),
        1 => around("0?[0-9]{1,11}"),
    ]
}

fn tags() -> impl Strategy<Value = Vec<(String, String)>> {
    let key = prop_oneof!["[ab上]{1,2}", "[a-z]{62,66}", "(aliyun|acs:|x)?(https?://)?[a-z]{0,2}"];
    let value =
        prop_oneof!["", "(?s:.){0,8}", "[上🏢]{126,130}", "(aliyun|acs)?:?(http://)?[a-z]?"];
    prop_oneof![
        4 => prop::collection::vec((key, value), 0..8),
        1 => prop::collection::btree_map("[a-z]{1,3}", "[a-z]?", 15..23)
            .prop_map(|tags| tags.into_iter().collect()),
    ]
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn of_editions(text in text_of_an_edition()) {
        editions::editions(&text);
    }

    #[test]
    fn of_texts_of_today(text in text_of_today()) {
        editions::texts_of_today(&text);
    }

    #[test]
    fn of_tags(tags in tags()) {
        editions::tags(&tags);
    }

    #[cfg(feature = "sign")]
    #[test]
    fn of_signing_fields(text in text_of_today()) {
        editions::signing_fields(&text);
    }
}

/// Names of few letters, so that some stand twice.
fn parameters() -> impl Strategy<Value = Vec<(String, String)>> {
    let name = prop_oneof![
        4 => "[A-Ca-c.~]{0,2}",
        1 => Just("Signature".to_owned()),
        2 => any::<String>(),
        1 => "Signature.?",
    ];
    let value = prop_oneof![any::<String>(), "\\PC{0,20}", "[ -~]{0,100}"];
    prop::collection::vec((name, value), 0..6)
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn of_lists(pairs in parameters()) {
        queries::list(&borrowed(&pairs));
        queries::sorted_list(&borrowed(&pairs));
    }

    #[test]
    fn of_requests(
        region_id in "[A-Za-z0-9_-]{1,63}",
        ip_address in ip_address(),
        client_token in prop::option::of("[\\x00-\\x7f]{1,64}"),
        name in prop::option::of(name()),
        description in prop::option::of(description()),
        asn in prop::option::of(asn()),
    ) {
        queries::request(
            &region_id,
            &ip_address,
            client_token.as_deref(),
            name.as_deref(),
            description.as_deref(),
            asn.as_deref(),
        );
    }
}

#[cfg(feature = "proptest")]
mod of_actions {
    use aliyun_customer_gateway::{Edition, strategies};

    use super::*;

    /// Texts of an edition, and the edition.
    fn in_each<S: Strategy>(
        strategy: fn(Edition) -> S,
    ) -> impl Strategy<Value = (Edition, S::Value)> {
        prop::sample::select(Edition::ALL)
            .prop_flat_map(move |edition| strategy(edition).prop_map(move |texts| (edition, texts)))
    }

    proptest! {
        #![proptest_config(config(128))]

        #[test]
        fn create((edition, texts) in in_each(strategies::create_customer_gateway_in)) {
            queries::create(texts.check_in(edition).unwrap().get());
        }

        #[test]
        fn describe_all((edition, texts) in in_each(strategies::describe_customer_gateways_in)) {
            queries::describe_all(texts.check_in(edition).unwrap().get());
        }

        #[test]
        fn describe((edition, texts) in in_each(strategies::describe_customer_gateway_in)) {
            queries::describe(texts.check_in(edition).unwrap().get());
        }

        #[test]
        fn modify((edition, texts) in in_each(strategies::modify_customer_gateway_attribute_in)) {
            queries::modify(texts.check_in(edition).unwrap().get());
        }

        #[test]
        fn delete((edition, texts) in in_each(strategies::delete_customer_gateway_in)) {
            queries::delete(texts.check_in(edition).unwrap().get());
        }

        /// What is almost valid is refused with a sentence of one of its parameters, or sent as it is.
        #[test]
        fn almost_create((edition, texts) in in_each(strategies::almost_create_customer_gateway_in)) {
            match texts.check_in(edition) {
                Ok(request) => queries::create(request.get()),
                Err(refused) => {
                    let name = refused.parameter().as_str();
                    prop_assert!(refused.to_string().contains(name), "{}", refused);
                }
            }
        }
    }
}

#[cfg(all(feature = "json", feature = "xml"))]
mod of_the_decoder {
    use super::*;

    /// Parts one behind the other.
    fn soup(
        parts: &'static [&'static str],
        count: core::ops::Range<usize>,
    ) -> impl Strategy<Value = String> {
        let part = prop_oneof![
            5 => prop::sample::select(parts).prop_map(str::to_owned),
            1 => character().prop_map(String::from),
            1 => "[a-zA-Z0-9]{1,4}",
        ];
        prop::collection::vec(part, count).prop_map(|parts| parts.concat())
    }

    const JSON_STRING: &[&str] = &[
        r"\n",
        r"\\",
        r#"\""#,
        r"\/",
        r"\u0041",
        r"\u4e0a",
        r"\ud83c\udfe2",
        r"\ud83c",
        r"\udfe2",
        r"\uDBFF\uDFFF",
        r"\u0000",
        r"\u",
        r"\u00",
        r"\u+041",
        r"\x",
        r"\",
        "\"",
        "\n",
        "上",
        "🏢",
        "Throttling",
        "u0041",
    ];

    const XML_CONTENT: &[&str] = &[
        "&amp;",
        "&lt;",
        "&gt;",
        "&quot;",
        "&apos;",
        "&#65;",
        "&#x4e0A;",
        "&#x1F3E2;",
        "&#13;",
        "&#0;",
        "&#xD83C;",
        "&#x110000;",
        "&#xFFFE;",
        "&nbsp;",
        "&",
        ";",
        "&#;",
        "&#x;",
        "<![CDATA[",
        "]]>",
        "]",
        "]]",
        "<!--",
        "-->",
        "--",
        "<?p ",
        "?>",
        "<b>",
        "</b>",
        "<b/>",
        "\r\n",
        "\r",
        "\n",
        "\t",
        "<",
        ">",
        "上",
        "🏢",
        "Throttling",
        "\u{fffe}",
        "\u{1}",
    ];

    const JSON: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        " ",
        "\n",
        "\"",
        "\"Code\"",
        "\"code\"",
        "\"Message\"",
        "\"CustomerGatewayId\"",
        "\"CreateTime\"",
        "\"x\"",
        "\"\\u0043ode\"",
        "true",
        "false",
        "null",
        "0",
        "-1",
        "1.5",
        "1e3",
        "12",
        "\"\"",
        "\"A\"",
        "\"\\",
        "\\\"",
        "\\q",
        "{}",
        "[]",
        "\"Code\":\"A\"",
        "\"Name\":null,",
        "\"x\":[{\"Code\":1}],",
        "\u{feff}",
    ];

    const XML: &[&str] = &[
        "<",
        ">",
        "/",
        "</",
        "/>",
        "<Error>",
        "</Error>",
        "<Code>",
        "</Code>",
        "<Code/>",
        "<code>",
        "</code>",
        "<Name>",
        "</Name>",
        "<CustomerGatewayId>",
        "</CustomerGatewayId>",
        "<x>",
        "</x>",
        "<x a='b'>",
        "<x a=\"'\"/>",
        " ",
        "\n",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<?xml ",
        "<?p ",
        "?>",
        "<!DOCTYPE ",
        "html",
        "'",
        "\"",
        "=",
        "&amp;",
        "&x;",
        "A",
        "12",
        "\u{feff}",
        "<ns:Code>",
        "</ns:Code>",
        "<?xml version='1.0'?>",
    ];

    fn status() -> impl Strategy<Value = u16> {
        prop_oneof![
            4 => Just(200),
            2 => Just(400),
            2 => prop::sample::select(vec![199, 201, 299, 300, 403, 500, 503, 599, 600]),
            1 => any::<u16>(),
        ]
    }

    /// The inside of a string in JSON, well escaped.
    fn json_text() -> impl Strategy<Value = String> {
        let text = prop_oneof![
            3 => "[A-Za-z0-9. -]{0,8}",
            1 => any::<String>(),
            1 => Just("Throttling".to_owned()),
            1 => "[0-9]{1,20}",
        ];
        (text, any::<bool>()).prop_map(|(text, ascii)| {
            let escaped = serde_json::Value::String(text).to_string();
            let inside = escaped[1..escaped.len() - 1].to_owned();
            if !ascii {
                return inside;
            }
            let mut units = [0; 2];
            inside
                .chars()
                .map(|character| {
                    if character.is_ascii() {
                        return character.to_string();
                    }
                    let units = character.encode_utf16(&mut units).iter();
                    units.map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat()
                })
                .collect()
        })
    }

    fn json_value() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            4 => json_text().prop_map(|text| format!("\"{text}\"")),
            1 => any::<i64>().prop_map(|number| number.to_string()),
            1 => any::<u64>().prop_map(|number| number.to_string()),
            1 => "-?(0|[1-9][0-9]{0,3})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,2})?",
            1 => prop::sample::select(vec!["null", "true", "false", "{}", "[]", "[ ]"])
                .prop_map(str::to_owned),
        ];
        leaf.prop_recursive(6, 24, 4, |inner| {
            let member = (member_name(), inner.clone());
            prop_oneof![
                prop::collection::vec(inner, 1..4)
                    .prop_map(|values| format!("[{}]", values.join(" ,"))),
                prop::collection::vec(member, 1..4).prop_map(|members| {
                    let members: Vec<_> = members
                        .into_iter()
                        .map(|(name, value)| format!("\"{name}\" : {value}"))
                        .collect();
                    format!("{{{}}}", members.join(","))
                }),
            ]
        })
    }

    const NAMES: &[&str] = &[
        "CustomerGatewayId",
        "RequestId",
        "CreateTime",
        "IpAddress",
        "Name",
        "Description",
        "Code",
        "Message",
        "HostId",
        "Recommend",
    ];

    /// The name of a member that is read, in both spellings, or of one that is not.
    fn member_name() -> impl Strategy<Value = String> {
        let lower = prop::sample::select(NAMES).prop_map(|name| {
            let (first, rest) = name.split_at(1);
            first.to_lowercase() + rest
        });
        prop_oneof![
            6 => prop::sample::select(NAMES).prop_map(str::to_owned),
            2 => lower,
            2 => "[A-Za-z]{1,6}",
        ]
    }

    fn json_body() -> impl Strategy<Value = String> {
        let space = prop::sample::select(vec!["", "", " ", "\n", "\t\r\n"]);
        let member = (member_name(), json_value(), space);
        prop::collection::vec(member, 0..8).prop_map(|members| {
            let members: Vec<_> = members
                .into_iter()
                .map(|(name, value, space)| {
                    format!("{space}\"{name}\"{space}:{space}{value}{space}")
                })
                .collect();
            format!("{{{}}}", members.join(","))
        })
    }

    /// The content of an element, well formed.
    fn xml_content() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            4 => "[A-Za-z0-9. -]{0,8}",
            1 => "[0-9]{1,20}",
            1 => prop::sample::select(vec![
                "&amp;", "&#65;", "&#x1F3E2;", "<![CDATA[<b>&]]>", "<!-- <b> -->", "<?p <b>?>",
                "\r\n", "\r", "上", "]", "]]", "Throttling",
            ])
            .prop_map(str::to_owned),
        ];
        leaf.prop_recursive(6, 24, 4, |inner| {
            prop_oneof![
                3 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
                1 => (member_name(), inner)
                    .prop_map(|(name, content)| format!("<{name} a='<' b=\"1\">{content}</{name}>")
                        .replace("'<'", "'&lt;'")),
                1 => member_name().prop_map(|name| format!("<{name}/>")),
            ]
        })
    }

    const FAMILY_JSON: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"CustomerGateway\":",
        "\"CustomerGatewayId\":",
        "\"cgw-1\"",
        "\"Tags\":",
        "\"Tag\":",
        "\"Key\":",
        "\"k\"",
        "\"Asn\":",
        "7",
        "null",
        "\"\\q\"",
        "[{\"CustomerGatewayId\":\"c\"}",
        ",{\"Name\":\"n\"}]",
    ];

    const FAMILY_XML: &[&str] = &[
        "<CustomerGateways>",
        "</CustomerGateways>",
        "<CustomerGateway>",
        "</CustomerGateway>",
        "<CustomerGateways/>",
        "<CustomerGatewayId>cgw-1</CustomerGatewayId>",
        "<Tags>",
        "</Tags>",
        "<Tag>",
        "</Tag>",
        "<Key>k</Key>",
        "<Asn>7</Asn>",
        "<Name>&q;</Name>",
        "text",
        "<!-- x -->",
        "<CustomerGateway><Name>n</Name></CustomerGateway>",
    ];

    fn xml_body() -> impl Strategy<Value = String> {
        let prolog = prop::sample::select(vec![
            "",
            "",
            "<?xml version='1.0' encoding='UTF-8'?>",
            "<?xml version=\"1.0\"?>\n",
            "<!-- a -->",
            " \n",
        ]);
        let members = prop::collection::vec((member_name(), xml_content()), 0..8);
        (prolog, members).prop_map(|(prolog, members)| {
            let is_declared = prolog.starts_with("<?xml");
            let members: Vec<_> = members
                .into_iter()
                .map(|(name, content)| format!("\n  <{name}>{content}</{name}>"))
                .collect();
            let root = if is_declared { "Error" } else { "CreateCustomerGatewayResponse" };
            format!("{prolog}<{root}>{}</{root}>", members.concat())
        })
    }

    /// A body with a few bytes changed.
    fn damaged(body: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
        let byte = prop_oneof![
            3 => prop::sample::select(&b"{}[]:,\"\\<>/&;!-?= \n0a\xff\x80\x00"[..]),
            1 => any::<u8>(),
        ];
        let change = (any::<Index>(), byte, 0..4_u8);
        (body, prop::collection::vec(change, 1..4)).prop_map(|(body, changes)| {
            let mut body = body.into_bytes();
            for (place, byte, change) in changes {
                let place = place.index(body.len() + 1);
                match change {
                    0 => body.insert(place, byte),
                    1 if place < body.len() => body[place] = byte,
                    2 if place < body.len() => {
                        body.remove(place);
                    }
                    _ => body.truncate(place.max(body.len() / 2)),
                }
            }
            body
        })
    }

    /// Members that are read, each once, in any order.
    fn members() -> impl Strategy<Value = Vec<(String, String)>> {
        let text = prop_oneof![
            3 => "[A-Za-z0-9. -]{0,12}",
            1 => "[0-9]{1,20}",
            1 => "[\\t\\n\\r -~上🏢]{0,20}",
            1 => "\\PC{0,10}",
        ];
        let names = prop::sample::subsequence(NAMES, 0..=NAMES.len()).prop_shuffle();
        names.prop_flat_map(move |names| {
            let texts = prop::collection::vec(text.clone(), names.len());
            texts.prop_map(move |texts| {
                names.iter().map(|name| (*name).to_owned()).zip(texts).collect()
            })
        })
    }

    proptest! {
        #![proptest_config(config(512))]

        #[test]
        fn texts_in_json(raw in soup(JSON_STRING, 0..8)) {
            texts::json(&raw);
        }

        #[test]
        fn texts_in_json_well_escaped(raw in json_text()) {
            texts::json(&raw);
        }

        #[test]
        fn texts_in_xml(raw in soup(XML_CONTENT, 0..8)) {
            texts::xml(&raw);
        }

        #[test]
        fn texts_in_xml_well_formed(raw in xml_content()) {
            texts::xml(&raw);
        }

        #[test]
        fn any_bytes(status in status(), body in prop::collection::vec(any::<u8>(), 0..64)) {
            bodies::decode(status, &body);
            for start in ["{", "{\"Code\":\"", "<Error>", "<Error><Code>", "<", "<!", "<?"] {
                bodies::decode(status, &[start.as_bytes(), &body].concat());
            }
        }

        #[test]
        fn tokens_of_json(status in status(), body in soup(JSON, 0..16)) {
            bodies::decode(status, body.as_bytes());
            bodies::decode(status, format!("{{{body}").as_bytes());
            bodies::decode(status, format!("{{\"CustomerGatewayId\":\"1\",\"x\":{body}}}").as_bytes());
        }

        #[test]
        fn tokens_of_xml(status in status(), body in soup(XML, 0..16)) {
            bodies::decode(status, body.as_bytes());
            bodies::decode(status, format!("<{body}").as_bytes());
            bodies::decode(status, format!("<R>{body}</R>").as_bytes());
        }

        #[test]
        fn bodies_in_json(status in status(), body in json_body()) {
            bodies::decode(status, body.as_bytes());
        }

        #[test]
        fn bodies_in_xml(status in status(), body in xml_body()) {
            bodies::decode(status, body.as_bytes());
        }

        #[test]
        fn damaged_bodies_in_json(status in status(), body in damaged(json_body())) {
            bodies::decode(status, &body);
        }

        #[test]
        fn damaged_bodies_in_xml(status in status(), body in damaged(xml_body())) {
            bodies::decode(status, &body);
        }

        #[test]
        fn both_formats_of_one_answer(status in status(), members in members()) {
            bodies::formats_agree(status, &borrowed(&members));
        }

        #[test]
        fn outputs_of_the_family_in_json(status in status(), body in damaged(json_body())) {
            family::decode(status, &body);
        }

        #[test]
        fn outputs_of_the_family_in_xml(status in status(), body in damaged(xml_body())) {
            family::decode(status, &body);
        }

        #[test]
        fn outputs_of_the_family_in_tokens(json in soup(FAMILY_JSON, 0..16), xml in soup(FAMILY_XML, 0..16)) {
            let json = format!("{{\"TotalCount\":1,\"CustomerGateways\":{json}}}");
            let xml = format!("<R><TotalCount>1</TotalCount>{xml}</R>");
            for body in [json, xml] {
                family::decode(200, body.as_bytes());
                family::every_prefix_of_a_page(body.as_bytes());
            }
        }

        #[test]
        fn formats_of_a_page(
            items in prop::collection::vec(
                ("cgw-[a-z0-9]{1,8}|\\PC{0,4}", "[ -~上\\n]{0,8}", prop::collection::vec(("[ -~]{0,6}", "\\PC{0,6}"), 0..3)),
                0..4,
            ),
        ) {
            family::formats_of_a_page_agree(&items);
        }

        #[test]
        fn unknown_members(
            status in status(),
            members in members(),
            place in any::<usize>(),
            name in "[A-Z][A-Za-z]{0,8}",
            value in json_value(),
            content in xml_content(),
        ) {
            bodies::unknown_members_change_nothing(
                status, &borrowed(&members), place, &name, &value, &content,
            );
        }
    }

    proptest! {
        #![proptest_config(config(128))]

        #[test]
        fn prefixes_in_json(body in json_body(), number in 10..u32::MAX) {
            bodies::every_prefix(body.as_bytes());
            bodies::nothing_follows(body.as_bytes());
            let numbers = format!("{{\"CustomerGatewayId\":{number},\"Code\":{number}.0}}");
            bodies::every_prefix(numbers.as_bytes());
            bodies::nothing_follows(numbers.as_bytes());
        }

        #[test]
        fn prefixes_in_xml(body in xml_body()) {
            bodies::every_prefix(body.as_bytes());
            bodies::nothing_follows(body.as_bytes());
        }
    }
}

#[cfg(all(feature = "proptest", feature = "sign"))]
mod of_signing {
    use aliyun_customer_gateway::{
        AccessKeySecret, Call, Edition, Format, Host, SignatureNonce, strategies,
    };

    use super::*;
    use crate::signing::{ParameterMap, Typed};

    fn checked(secret: &str) -> AccessKeySecret<'_> {
        AccessKeySecret::new(secret).unwrap()
    }

    fn pairs() -> impl Strategy<Value = ParameterMap> {
        parameters().prop_map(|parameters| parameters.into_iter().collect())
    }

    fn headers() -> impl Strategy<Value = ParameterMap> {
        let name = prop_oneof![
            4 => "(?i:host|content-type|x-acs-[a-z_-]{0,3}|x-acs|accept|[a-z])",
            1 => "[!-~]{0,4}",
            1 => "\\PC{0,4}",
        ];
        let value = prop_oneof![
            12 => "[ -~]{0,80}",
            12 => "[ \t]{0,2}[!-~]{0,20}[ \t]{0,2}",
            1 => "\\PC{0,40}",
            1 => any::<String>(),
        ];
        prop::collection::btree_map(name, value, 0..8)
    }

    proptest! {
        #![proptest_config(config(512))]

        #[test]
        fn in_the_query(method in strategies::method(), parameters in pairs(), secret in strategies::access_key_secret()) {
            signing::rpc(method, &parameters, checked(&secret));
        }

        #[test]
        fn in_a_header(
            method in strategies::method(),
            path in "(/[A-Za-z0-9%._~-]{0,70}){1,3}|/\\PC{0,20}",
            parameters in prop::option::of(pairs()),
            headers in headers(),
            body in prop::collection::vec(any::<u8>(), 0..200),
            secret in strategies::access_key_secret(),
        ) {
            let secret = checked(&secret);
            signing::acs3(method, &path, parameters.as_ref(), &headers, &body, secret);
        }

        #[test]
        fn of_chosen_headers(
            headers in headers(),
            host in any::<bool>(),
            chosen in any::<u8>(),
            upper in any::<bool>(),
            more in prop::option::weighted(0.1, "(?i:host|accept|x-acs-[a-z]?|[a-z])"),
        ) {
            let mut headers = headers;
            if host {
                headers.insert("host".to_owned(), "h".to_owned());
            }
            // What must be signed is chosen more often than not, or most sets would be refused.
            let names = headers.keys().enumerate().filter(|(position, name)| {
                let wanted = *name == "host" || name.to_ascii_lowercase().starts_with("x-acs-");
                (wanted && chosen < 0xf0) || (chosen >> (position % 8)) & 1 == 1
            });
            let case = |name: &String| if upper { name.to_ascii_uppercase() } else { name.clone() };
            let mut names: Vec<_> = names.map(|(_, name)| case(name)).collect();
            names.reverse();
            names.extend(more);
            signing::signed_headers(&headers, &names);
        }
    }

    proptest! {
        #![proptest_config(config(256))]

        #[test]
        fn of_typed_requests(
            request in strategies::create_customer_gateway_in(Edition::Current),
            credentials in strategies::credentials(),
            nonce in strategies::signature_nonce(),
            timestamp in strategies::timestamp(),
            host in strategies::host(),
            method in strategies::method(),
            is_xml in any::<bool>(),
        ) {
            let request = request.check_in(Edition::Current).unwrap();
            let nonce = SignatureNonce::new(&nonce).unwrap();
            let format = if is_xml { Format::Xml } else { Format::Json };
            let typed = Typed {
                method,
                call: Call::new(request.get(), nonce, timestamp).with_format(format),
                credentials: credentials.check().unwrap(),
                host: Host::new(&host).unwrap(),
            };
            signing::typed_rpc(&typed);
            signing::typed_acs3(&typed);
        }

        /// What is refused of credentials says which of them, and no secret.
        #[test]
        fn of_credentials(texts in strategies::almost_credentials()) {
            signing::credentials(
                &texts.access_key_id,
                &texts.access_key_secret,
                texts.security_token.as_deref(),
            );
        }
    }

    /// Parameters with the names that the service has: of unreserved characters.
    #[cfg(feature = "json")]
    fn named() -> impl Strategy<Value = ParameterMap> {
        let name = prop_oneof![4 => "[A-C]{1,3}", 1 => "[A-Za-z0-9._~-]{1,40}"];
        let value = prop_oneof!["[a-c]{0,3}", "[ -~]{0,10}", "\\PC{0,5}"];
        prop::collection::btree_map(name, value, 0..5)
    }

    #[cfg(feature = "json")]
    proptest! {
        #![proptest_config(config(512))]

        #[test]
        fn of_mismatches(
            methods in (strategies::method(), strategies::method()),
            pairs in (named(), named()),
        ) {
            let (ours, theirs) = (&pairs.0, &pairs.1);
            echoes::mismatch((methods.0, ours), (methods.0, ours));
            echoes::mismatch((methods.0, ours), (methods.0, theirs));
            echoes::mismatch((methods.0, ours), (methods.1, ours));
            // Equal except for what the other one has as well.
            let mut merged = ours.clone();
            merged.extend(theirs.clone());
            echoes::mismatch((methods.0, ours), (methods.0, &merged));
            echoes::mismatch((methods.0, &merged), (methods.0, theirs));
            // As a client encodes it that does so twice.
            let encoded = ours.iter().map(|(name, value)| {
                (name.clone(), echoes::encode(value))
            });
            echoes::mismatch((methods.0, ours), (methods.0, &encoded.collect()));
        }

        #[test]
        fn of_damaged_echoes(
            pairs in named(),
            place in any::<usize>(),
            change in prop::option::of(prop::sample::select(
                vec!['%', '2', '5', '6', '&', '=', ':', '3', 'D', ' ', '\n', ']', '[', 'S', 'x'],
            )),
            removed in any::<bool>(),
        ) {
            echoes::damaged_echo(&pairs, place, change, removed);
        }

        #[test]
        fn of_redaction(parts in prop::collection::vec(prop_oneof![
            4 => prop::sample::select(vec![
                "SecurityToken", "x-acs-security-token", "AuthKey", "authentication key", "=", ":",
                "%3D", "%253D", "%3A", "&", "%26", "%2526", "\n", " ", "(", ")", "[", "]", "\"", "'",
                "\\", "abc", "%25", "%", "[redacted]",
            ]).prop_map(str::to_owned),
            1 => "\\PC{0,5}",
        ], 0..12)) {
            echoes::redaction(&parts.concat());
        }

        #[test]
        fn of_secrets(
            before in "\\PC{0,10}",
            name in 0..3_usize,
            layers in 0..4_usize,
            secret in "[!-~]{1,40}",
            after in "\\PC{0,10}",
        ) {
            echoes::secret(&before, name, layers, &secret, &after);
        }
    }
}

#[cfg(all(feature = "http1", feature = "proptest", feature = "sign"))]
mod of_http1 {
    use std::collections::BTreeMap;

    use aliyun_customer_gateway::acs3::ExtraHeaders;
    use aliyun_customer_gateway::{Call, Edition, Format, Host, SignatureNonce, strategies};

    use super::*;

    /// What heads consist of, and almost do.
    const HEAD: &[&str] = &[
        "\r\n",
        "\r\n",
        "\n",
        "\r",
        " ",
        "\t",
        ":",
        ": ",
        ",",
        "\0",
        "\u{7f}",
        "é",
        "0",
        "5",
        "close",
        "Content-Length",
        "Content-Length: 5",
        "Content-Length: 05, 5",
        "Content-Length: 0",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: gzip",
        "Connection: close",
        "Connection: keep-alive",
        "Date",
        "X:y",
        "\r\n folded",
        "\r\n\t",
        "\r\n\r\n",
        "\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 200 OK",
        "HTTP/1.0",
        "HTTP/1.1",
        "HTTP/2",
        "abcde",
        "2\r\nab\r\n",
        "0\r\n\r\n",
    ];

    /// What chunks consist of, and almost do.
    const CHUNKS: &[&str] = &[
        "0\r\n",
        "\r\n",
        "\r\n",
        "\n",
        "\r",
        "1\r\na\r\n",
        "a\r\n0123456789\r\n",
        "A",
        "f",
        "0",
        "g",
        ";",
        ";x=\"y\"",
        " ",
        "\t",
        "2\r\n",
        "ab",
        "X: y\r\n",
        "0\r\n\r\n",
        "ffffffffffffffff",
        "{",
    ];

    fn soup(
        parts: &'static [&'static str],
        count: core::ops::Range<usize>,
    ) -> impl Strategy<Value = String> {
        let part = prop_oneof![
            8 => prop::sample::select(parts).prop_map(str::to_owned),
            1 => character().prop_map(String::from),
        ];
        prop::collection::vec(part, count).prop_map(|parts| parts.concat())
    }

    /// A head that is mostly well formed, and a body.
    fn stream() -> impl Strategy<Value = String> {
        let start = prop_oneof![
            6 => Just("HTTP/1.1 200 OK\r\n".to_owned()),
            1 => soup(HEAD, 0..3),
            1 => "(HTTP/1\\.[01] [0-9]{3} ?\\PC{0,4}\r?\n)",
        ];
        let line = prop_oneof![
            4 => prop::sample::select(HEAD).prop_map(|part| format!("{part}\r\n")),
            1 => "[A-Za-z-]{1,6}:[ \t]{0,2}[ -~]{0,12}[ \t]{0,2}\r?\n",
            1 => soup(HEAD, 0..4),
        ];
        let end = prop_oneof![4 => Just("\r\n"), 1 => Just("\n"), 1 => Just("")];
        (start, prop::collection::vec(line, 0..4), end, soup(CHUNKS, 0..6))
            .prop_map(|(start, lines, end, body)| format!("{start}{}{end}{body}", lines.concat()))
    }

    fn lens() -> impl Strategy<Value = Vec<usize>> {
        prop::collection::vec(any::<usize>(), 1..5)
    }

    proptest! {
        #![proptest_config(config(512))]

        #[test]
        fn responses(stream in stream(), lens in lens(), capacity in any::<usize>()) {
            http1::pieces(stream.as_bytes(), &lens, capacity);
            http1::head(stream.as_bytes());
        }

        #[test]
        fn any_head(stream in soup(HEAD, 0..12)) {
            http1::head(stream.as_bytes());
        }

        #[test]
        fn any_chunks(raw in soup(CHUNKS, 0..10)) {
            http1::chunks(raw.as_bytes());
        }

        #[test]
        fn chunks_that_are_joined(
            body in prop::collection::vec(any::<u8>(), 0..100),
            cuts in lens(),
            extension in any::<String>(),
            lens in lens(),
        ) {
            http1::chunked(&body, &cuts, &extension, &lens);
        }
    }

    proptest! {
        #![proptest_config(config(64))]

        #[test]
        fn headers_that_are_added(
            list in prop::collection::btree_map(
                "(?i:host|accept|te|x-acs-[a-z]{1,3}|x-acs-date|[a-z!-]{0,3})",
                prop_oneof![3 => "[ -~\t]{0,10}", 1 => any::<String>()],
                0..4,
            ),
            shuffled in any::<bool>(),
        ) {
            let mut list: Vec<(&str, &str)> =
                list.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            if !shuffled {
                list.sort_by_key(|(name, _)| name.to_ascii_lowercase());
            }
            http1::extra_headers(&list);
        }

        #[test]
        fn requests(
            request in strategies::create_customer_gateway_in(Edition::Current),
            credentials in strategies::credentials(),
            nonce in strategies::signature_nonce(),
            timestamp in strategies::timestamp(),
            host in strategies::host(),
            is_xml in any::<bool>(),
            extra in prop::collection::vec(("x-acs-[e-w]{1,3}|[b-g]{1,3}|x[a-z]{1,2}|zz", "[ -~\t]{0,10}"), 0..4),
            frame in any::<(bool, Option<bool>)>(),
        ) {
            let request = request.check_in(Edition::Current).unwrap();
            let nonce = SignatureNonce::new(&nonce).unwrap();
            let format = if is_xml { Format::Xml } else { Format::Json };
            let call = Call::new(request.get(), nonce, timestamp).with_format(format);
            let extra: BTreeMap<String, String> =
                extra.into_iter().filter(|(name, _)| name != "te").collect();
            let extra: Vec<(&str, &str)> =
                extra.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            let extra = ExtraHeaders::new(&extra).unwrap();
            let host = Host::new(&host).unwrap();
            http1::requests(&call, credentials.check().unwrap(), host, extra, frame);
        }
    }
}

#[cfg(feature = "serde-json-core")]
mod of_configuration {
    use super::*;

    const NAMES: &[&str] = &[
        "RegionId",
        "IpAddress",
        "ClientToken",
        "Name",
        "Description",
        "Asn",
        "AuthKey",
        "ResourceGroupId",
        "Tags",
        "Tag",
        "CustomerGatewayId",
        "PageNumber",
        "PageSize",
        "RequestId",
        "CreateTime",
        r"\u004eame",
        "name",
    ];

    fn value() -> BoxedStrategy<String> {
        let text = prop_oneof![
            region_id().boxed(),
            client_token().boxed(),
            name().boxed(),
            description().boxed(),
            ip_address().boxed(),
            asn().boxed(),
            Just("101.12.0.12".to_owned()).boxed(),
        ];
        let quoted = text.prop_map(|text| serde_json::to_string(&text).unwrap());
        let part = prop::sample::select(vec![
            r"\n",
            r"\u0061",
            r"\u4e0a",
            r"\ud83c\udfe2",
            r"\ud83c",
            r"\u+041",
            r"\q",
            "a",
            "\n",
            "上",
        ]);
        let parts = prop::collection::vec(part, 0..6);
        let escaped = parts.prop_map(|parts| format!("\"{}\"", parts.concat()));
        let tag = ("[a-c]{0,2}", prop::option::of("[a-c]?")).prop_map(|(key, value)| match value {
            Some(value) => format!(r#"{{"Key":"{key}","Value":"{value}"}}"#),
            None => format!(r#"{{"Key":"{key}"}}"#),
        });
        let tags =
            prop::collection::vec(tag, 0..4).prop_map(|tags| format!("[{}]", tags.join(",")));
        let other = prop::sample::select(vec![
            "null",
            "true",
            "1",
            "0",
            "65001",
            "-1",
            "1.5",
            "1e2",
            "45104",
            "4294967296",
            "[]",
            "{}",
            "01",
            "nul",
            "",
        ]);
        let other = other.prop_map(str::to_owned);
        // A strategy of all these is large for the stack.
        prop_oneof![4 => quoted.boxed(), 2 => escaped.boxed(), 2 => tags.boxed(), 3 => other]
            .boxed()
    }

    /// What every request has, some members, and white space between.
    fn object() -> BoxedStrategy<String> {
        let member = (prop::sample::select(NAMES), value());
        let space = prop::sample::select(vec!["", "", " ", "\n\t", ","]);
        let members = prop::collection::vec((member, space), 0..5);
        (any::<[bool; 3]>(), members)
            .prop_map(|(has, members)| {
                let least = [
                    r#""RegionId":"cn-shanghai""#,
                    r#""IpAddress":"101.12.0.12""#,
                    r#""CustomerGatewayId":"cgw-1""#,
                ];
                let least = least.into_iter().zip(has).filter(|(_, has)| *has);
                let mut all: Vec<String> = least.map(|(member, _)| member.to_owned()).collect();
                for ((name, value), space) in members {
                    all.push(format!("{space}\"{name}\"{space}:{value}{space}"));
                }
                format!("{{{}}}", all.join(","))
            })
            .boxed()
    }

    proptest! {
        #![proptest_config(config(1024))]

        #[test]
        fn of_objects(file in object()) {
            configuration::file(file.as_bytes());
        }

        #[test]
        fn of_changed_objects(file in around(object())) {
            configuration::file(file.as_bytes());
        }
    }
}
