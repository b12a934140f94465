//! `PageNumber` and `PageSize`: what is taken, and every refusal.

use aliyun_customer_gateway::{PageNumber, PageSize, Parameter, Reason};

use super::{Field, read, unexpected};

const NUMBER: Field = Field {
    new: |text| read(PageNumber::new(text)),
    parameter: Parameter::PageNumber,
    error_code: None,
};

const SIZE: Field = Field {
    new: |text| read(PageSize::new(text)),
    parameter: Parameter::PageSize,
    error_code: None,
};

#[test]
fn pages() {
    for text in ["1", "2", "10", "2147483647"] {
        NUMBER.takes(text);
    }
    for number in 1..=50 {
        SIZE.takes(&number.to_string());
    }
    for (field, max, example) in [(NUMBER, 2_147_483_647, 1), (SIZE, 50, 10)] {
        let name = field.parameter;
        field.refuses(
            "",
            Reason::Empty,
            &format!("{name} is empty: write digits, as in {example}"),
        );
        for (text, character, index) in
            [("-1", '-', 0), ("1 ", ' ', 1), ("+1", '+', 0), ("1.0", '.', 1), ("١", '١', 0)]
        {
            field.refuses(
                text,
                unexpected(character, index),
                &format!(
                    "unexpected character {character:?} at byte {index} of {name}: write digits, \
                     as in {example}"
                ),
            );
        }
        field.refuses(
            "0",
            Reason::NumberTooSmall { index: 0, min: 1 },
            &format!("number at byte 0 of {name} is too small: it starts from 1"),
        );
        for text in ["01", "00"] {
            field.refuses(
                text,
                Reason::LeadingZero { index: 0 },
                &format!("leading zero at byte 0 of {name}: leave it out"),
            );
        }
        for text in [(u64::from(max) + 1).to_string(), "99999999999999999999".to_owned()] {
            field.refuses(
                &text,
                Reason::NumberTooLarge { index: 0, max },
                &format!("number at byte 0 of {name} is too large: it goes up to {max}"),
            );
        }
    }
}

#[test]
fn numbers_and_defaults() {
    assert_eq!(PageNumber::from_number(7), PageNumber::new("7"));
    assert_eq!(PageNumber::from_number(0), PageNumber::new("0"));
    assert_eq!(PageSize::from_number(51), PageSize::new("51"));
    assert_eq!(PageSize::try_from(50_u32), Ok(PageSize::MAX));
    assert_eq!(u32::from(PageSize::default()), 10);
    assert_eq!(PageNumber::default(), PageNumber::MIN);
    assert_eq!(PageNumber::MIN.next(), PageNumber::new("2").ok());
    assert_eq!(PageNumber::MAX.next(), None);
    assert_eq!(format!("{:>3}", PageSize::MIN), "  1");
}
