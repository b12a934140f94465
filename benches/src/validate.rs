//! The validators.

use std::hint::black_box;
use std::net::Ipv4Addr;

use aliyun_customer_gateway::{Asn, ClientToken, Description, IpAddress, Name};
use regex::Regex;

use crate::job::{Case, Job};

fn verdict(accepted: bool, _: &[u8]) -> String {
    accepted.to_string()
}

fn has_scheme(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

/// One pass over the characters, as one would write it.
fn name_by_chars(text: &str) -> bool {
    let allowed = |c: char| c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '.' | '_' | '-');
    (2..=128).contains(&text.chars().count()) && !has_scheme(text) && text.chars().all(allowed)
}

/// One pass over the characters, which counts and checks at once.
fn description_by_chars(text: &str) -> bool {
    let mut count = 0;
    let fits = text.chars().all(|character| {
        count += 1;
        count <= 256 && (count > 1 || character.is_alphabetic())
    });
    fits && count >= 2 && !has_scheme(text)
}

/// Two simple passes with what the standard library has.
fn description_by_count(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
        && (2..=256).contains(&text.chars().count())
        && !has_scheme(text)
}

fn regex(rule: &str) -> Regex {
    regex::RegexBuilder::new(rule).size_limit(1 << 28).build().unwrap()
}

fn by_regex(rule: Regex, text: &'static str) -> Case {
    let work = move |_: &mut [u8]| rule.is_match(black_box(text)) && !has_scheme(text);
    Case::beside("`regex`", work, verdict)
}

fn name(job: &'static str, text: &'static str, cases: impl IntoIterator<Item = Case>) -> Job {
    let rule = regex(r"\A[\p{Alphabetic}0-9._-]{2,128}\z");
    let common = [
        Case::this("this crate", move |_| Name::new(black_box(text)).is_ok(), verdict),
        by_regex(rule, text),
    ];
    Job::new(job, common.into_iter().chain(cases))
}

fn description(job: &'static str, text: &'static str) -> Job {
    let rule = regex(r"(?s)\A\p{Alphabetic}.{1,255}\z");
    let cases = [
        Case::this("this crate", move |_| Description::new(black_box(text)).is_ok(), verdict),
        by_regex(rule, text),
        Case::beside("`chars().all(..)`", move |_| description_by_chars(black_box(text)), verdict),
        Case::beside("`chars().count()`", move |_| description_by_count(black_box(text)), verdict),
        Case::floor("`str::is_ascii`", move |_| black_box(text).is_ascii()),
    ];
    Job::new(job, cases)
}

pub fn jobs() -> [Job; 7] {
    let name_ascii: &'static str = "Gateway-".repeat(16).leak();
    let name_chinese: &'static str = "上海分公司网关门".repeat(16).leak();
    let description_ascii: &'static str = "Branch, 2nd flr ".repeat(16).leak();
    let description_chinese: &'static str = "上海分公司，二楼网关（备用）。 ".repeat(16).leak();
    let token: &'static str = "02fb3da4-130e-11".repeat(4).leak();
    let address = "101.12.0.12";
    let asn = "4200000001";
    let address_rule = regex(r"\A(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.|\z)){4}\z");
    let asn_rule = regex(r"\A(?:[1-9][0-9]{0,9}|[1-9][0-9]{0,4}\.(?:0|[1-9][0-9]{0,4}))\z");
    let token_rule = regex(r"\A[\x00-\x7f]{1,64}\z");
    [
        name(
            "name of 128 ASCII characters",
            name_ascii,
            [
                Case::beside(
                    "`chars().all(..)`",
                    move |_| name_by_chars(black_box(name_ascii)),
                    verdict,
                ),
                Case::floor("`str::is_ascii`", move |_| black_box(name_ascii).is_ascii())
                    .at_least(1.0 / 12.0),
            ],
        ),
        name(
            "name of 128 Chinese characters",
            name_chinese,
            [
                Case::beside(
                    "`chars().all(..)`",
                    move |_| name_by_chars(black_box(name_chinese)),
                    verdict,
                ),
                Case::beside(
                    "`is_alphabetic` for each",
                    move |_| black_box(name_chinese).chars().all(char::is_alphabetic),
                    verdict,
                )
                .at_least(8.5),
                Case::floor("`str::is_ascii`", move |_| black_box(name_chinese).is_ascii()),
            ],
        ),
        description("description of 256 ASCII characters", description_ascii),
        description("description of 256 Chinese characters", description_chinese),
        Job::new(
            "address",
            [
                Case::this(
                    "this crate",
                    move |_| IpAddress::new(black_box(address)).is_ok(),
                    verdict,
                ),
                Case::beside(
                    "`regex`",
                    move |_| address_rule.is_match(black_box(address)),
                    verdict,
                )
                .at_least(1.0),
                Case::floor("`core::net`", move |_| black_box(address).parse::<Ipv4Addr>().is_ok())
                    .at_least(1.0 / 1.7),
            ],
        ),
        Job::new(
            "ASN",
            [
                Case::this("this crate", move |_| Asn::new(black_box(asn)).is_ok(), verdict),
                Case::beside("`regex`", move |_| asn_rule.is_match(black_box(asn)), verdict),
                Case::floor("`str::parse::<u32>`", move |_| black_box(asn).parse::<u32>().is_ok())
                    .at_least(1.0 / 1.2),
            ],
        ),
        Job::new(
            "token of 64 characters",
            [
                Case::this(
                    "this crate",
                    move |_| ClientToken::new(black_box(token)).is_ok(),
                    verdict,
                ),
                Case::beside("`regex`", move |_| token_rule.is_match(black_box(token)), verdict),
                Case::beside(
                    "`chars().all(..)`",
                    move |_| {
                        (1..=64).contains(&token.len())
                            && black_box(token).chars().all(|character| character <= '\x7f')
                    },
                    verdict,
                ),
                Case::floor("`str::is_ascii`", move |_| black_box(token).is_ascii()),
            ],
        ),
    ]
}
