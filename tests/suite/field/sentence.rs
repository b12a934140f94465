//! What is printed of a refusal where there is little space, and in a constant.

use core::fmt::Write as _;

use aliyun_customer_gateway::{
    AuthKey, Edition, Host, InvalidParameter, IpAddress, Name, Parameter, RegionId, Sentence, Tag,
    Tags, literal,
};

/// Refusals with sentences of every kind.
fn refusals() -> Vec<InvalidParameter> {
    vec![
        RegionId::new("cn shanghai").unwrap_err(),
        RegionId::new("cn-上海").unwrap_err(),
        Name::new("🏢🏢").unwrap_err(),
        Name::new_const("éé", Edition::November2020).unwrap_err(),
        Name::new("a\u{301}").unwrap_err(),
        IpAddress::new("10.0.0.1").unwrap_err(),
        IpAddress::new_in("255.255.255.255", Edition::Current).unwrap_err(),
        IpAddress::new("192.0.0.1").unwrap_err(),
        IpAddress::new("::1").unwrap_err(),
        Host::new("VPC").unwrap_err(),
        Host::new("vpc:443").unwrap_err(),
        Host::new("1.2.3").unwrap_err(),
        Tag::new("", "").unwrap_err(),
        AuthKey::new("why?").unwrap_err(),
        Tags::new(&[Tag::new("a", "").unwrap(); 2]).unwrap_err(),
        Edition::November2020.require(Parameter::ResourceGroupId).unwrap_err(),
    ]
}

/// A precision is how many bytes there are to write to: `serde-json-core` asks for 64, and stops
/// the program when it gets more.
#[test]
fn a_precision_is_kept() {
    for refused in refusals() {
        let sentence = refused.to_string();
        for precision in 0..=sentence.len() + 1 {
            let cut = format!("{refused:.precision$}");
            assert!(cut.len() <= precision, "{cut}");
            assert!(sentence.starts_with(&cut), "{cut}");
            // A character that is cut is left out.
            assert!(cut.len() + 4 > precision.min(sentence.len()), "{cut}");
        }
        let mut short = heapless::String::<64>::new();
        assert_eq!(write!(short, "{refused:.64}"), Ok(()));
    }
}

#[test]
fn a_constant_has_the_same_sentence() {
    for refused in refusals() {
        assert_eq!(Sentence::new(&refused).as_str(), refused.to_string());
    }
    // The longest there is, with the longest numbers.
    let longest = Host::new(&"a".repeat(300)).unwrap_err().to_string();
    assert!(longest.len() < 320 - 3 * 20);
    for refused in refusals() {
        assert!(refused.to_string().len() < 250, "{refused}");
    }
}

#[test]
fn literals_of_every_type() {
    const REGION: RegionId = literal!(RegionId, "cn-shanghai");
    static NAME: Name = literal!(Name, "上海-Gateway");

    assert_eq!(REGION.as_str(), "cn-shanghai");
    assert_eq!(NAME, Name::new("上海-Gateway").unwrap());
    assert_eq!(literal!(Name, "branch office", Current).as_str(), "branch office");
    assert_eq!(literal!(Name, "Gateway", November2020).as_str(), "Gateway");
    assert_eq!(literal!(Description, "Branch, 2nd floor").as_str(), "Branch, 2nd floor");
    assert_eq!(literal!(Description, "2nd floor", Current).as_str(), "2nd floor");
    assert_eq!(literal!(IpAddress, "101.12.0.12").octets(), [101, 12, 0, 12]);
    assert_eq!(literal!(IpAddress, "10.0.0.1", Current).octets(), [10, 0, 0, 1]);
    assert_eq!(literal!(Asn, "0.10001").get(), 10_001);
    assert_eq!(literal!(ClientToken, "token").as_str(), "token");
    assert_eq!(literal!(AuthKey, "key").as_str(), "key");
    assert_eq!(literal!(CustomerGatewayId, "cgw-1").as_str(), "cgw-1");
    assert_eq!(literal!(ResourceGroupId, "rg-1").as_str(), "rg-1");
    assert_eq!(literal!(PageNumber, "2").get(), 2);
    assert_eq!(literal!(PageSize, "50").get(), 50);
    assert_eq!(literal!(Host, "vpc.aliyuncs.com"), Host::VPC);
    assert_eq!(literal!(AccessKeyId, "testid").as_str(), "testid");
    assert_eq!(literal!(AccessKeySecret, "testsecret").as_str(), "testsecret");
    assert_eq!(literal!(SecurityToken, "CAIS").as_str(), "CAIS");
    assert_eq!(literal!(SignatureNonce, "15215528852396").as_str(), "15215528852396");
}
