//! `Asn`: what is taken, and every refusal.

use aliyun_customer_gateway::{Asn, Parameter, Reason};

use super::{Field, read, unexpected};

const ASN: Field =
    Field { new: |text| read(Asn::new(text)), parameter: Parameter::Asn, error_code: None };

#[test]
fn asn() {
    for (text, number) in [
        ("1", 1),
        ("10001", 10_001),
        ("65535", 65_535),
        ("65536", 65_536),
        ("45103", 45_103),
        ("45105", 45_105),
        ("4294967295", u32::MAX),
        ("1.0", 65_536),
        ("1.45104", 110_640),
        ("123.456", 8_061_384),
        ("65535.0", 4_294_901_760),
        ("65535.65535", u32::MAX),
    ] {
        let asn = Asn::new(text).expect(text);
        assert_eq!(asn.get(), number, "{text}");
        assert_eq!(asn.to_string(), number.to_string(), "{text}");
        assert_eq!(text.parse(), Ok(asn), "{text}");
        assert_eq!(Asn::try_from(text), Ok(asn), "{text}");
        assert_eq!(Asn::try_from(number), Ok(asn), "{text}");
        assert_eq!(u32::from(asn), number, "{text}");
    }
    let expected = "write digits, with one dot for asdot, as in 10001 or 123.456";
    ASN.refuses("", Reason::Empty, &format!("Asn is empty: {expected}"));
    for text in ["123.", "0.", "65535."] {
        ASN.refuses(text, Reason::Incomplete, &format!("Asn ends too early: {expected}"));
    }
    for (text, character, index) in [
        ("AS10001", 'A', 0),
        ("+10001", '+', 0),
        ("-1", '-', 0),
        (" 10001", ' ', 0),
        ("10001 ", ' ', 5),
        ("10001\n", '\n', 5),
        ("10,001", ',', 2),
        (".456", '.', 0),
        (".", '.', 0),
        ("123..456", '.', 4),
        ("123.456.7", '.', 7),
        ("123.+456", '+', 4),
        ("123.456 ", ' ', 7),
        ("0x2711", 'x', 1),
        ("1e4", 'e', 1),
        ("１", '１', 0),
        ("10上", '上', 2),
    ] {
        ASN.refuses(
            text,
            unexpected(character, index),
            &format!("unexpected character {character:?} at byte {index} of Asn: {expected}"),
        );
    }
    for (text, index) in
        [("010001", 0), ("00", 0), ("00.1", 0), ("123.0456", 4), ("123.00", 4), ("01.1", 0)]
    {
        ASN.refuses(
            text,
            Reason::LeadingZero { index },
            &format!("leading zero at byte {index} of Asn: leave it out"),
        );
    }
    for (text, index, max) in [
        ("4294967296", 0, u32::MAX),
        ("18446744073709551616", 0, u32::MAX),
        ("99999999999999999999999999999999999999999", 0, u32::MAX),
        ("65536.0", 0, 65_535),
        ("65536.99999", 0, 65_535),
        ("123.65536", 4, 65_535),
        ("0.65536", 2, 65_535),
        ("65535.4294967296", 6, 65_535),
    ] {
        ASN.refuses(
            text,
            Reason::NumberTooLarge { index, max },
            &format!("number at byte {index} of Asn is too large: it goes up to {max}"),
        );
    }
    ASN.refuses_all(&[
        (
            "0",
            Reason::ReservedAsn(0),
            "Asn 0 is reserved by RFC 7607: give the number of your own network",
        ),
        (
            "45104",
            Reason::ReservedAsn(45_104),
            "Asn 45104 is Alibaba Cloud's own: give the number of your own network",
        ),
        (
            "0.0",
            Reason::ReservedAsn(0),
            "Asn 0 is reserved by RFC 7607: give the number of your own network",
        ),
        (
            "0.45104",
            Reason::ReservedAsn(45_104),
            "Asn 45104 is Alibaba Cloud's own: give the number of your own network",
        ),
    ]);
    for number in [0, 45_104] {
        let refused = Asn::from_number(number).unwrap_err();
        assert_eq!(refused.reason(), Reason::ReservedAsn(number));
        assert_eq!(Asn::try_from(number), Err(refused));
    }
}
