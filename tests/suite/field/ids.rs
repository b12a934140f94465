//! `CustomerGatewayId`, `ResourceGroupId`, `AccessKeyId`: what is taken, and every refusal.

use aliyun_customer_gateway::{
    AccessKeyId, CustomerGatewayId, Parameter, Reason, ResourceGroupId, SignatureNonce,
};

use super::{Field, read, unexpected};

const GATEWAY: Field = Field {
    new: |text| read(CustomerGatewayId::new(text)),
    parameter: Parameter::CustomerGatewayId,
    error_code: None,
};

const GROUP: Field = Field {
    new: |text| read(ResourceGroupId::new(text)),
    parameter: Parameter::ResourceGroupId,
    error_code: None,
};

const KEY: Field = Field {
    new: |text| read(AccessKeyId::new(text)),
    parameter: Parameter::AccessKeyId,
    error_code: None,
};

const NONCE: Field = Field {
    new: |text| read(SignatureNonce::new(text)),
    parameter: Parameter::SignatureNonce,
    error_code: None,
};

const VISIBLE: &str = "use visible ASCII characters";

const ALL: [(Field, u32, &str); 4] = [
    (GATEWAY, 64, VISIBLE),
    (GROUP, 64, VISIBLE),
    (KEY, 128, "use visible ASCII characters other than ','"),
    (NONCE, 128, VISIBLE),
];

#[test]
fn bounds() {
    for (field, max, expected) in ALL {
        let name = field.parameter;
        field.takes("!");
        field.takes("cgw-bp1pvpl9r9adju6l5****");
        field.takes(&"~".repeat(max as usize));
        field.refuses("", Reason::Empty, &format!("{name} is empty: {expected}"));
        let characters = max as usize + 1;
        field.refuses(
            &"a".repeat(characters),
            Reason::TooLong { characters },
            &format!("{name} has {characters} characters: it takes 1 to {max}"),
        );
        for (text, character, index) in
            [("i d", ' ', 1), ("上", '上', 0), ("id\u{7f}", '\u{7f}', 2)]
        {
            field.refuses(
                text,
                unexpected(character, index),
                &format!(
                    "unexpected character {character:?} at byte {index} of {name}: {expected}"
                ),
            );
        }
    }
    KEY.refuses(
        "LTAI,",
        unexpected(',', 4),
        "unexpected character ',' at byte 4 of AccessKeyId: use visible ASCII characters other \
         than ','",
    );
}

/// What is copied from a console comes with the end of its line.
#[test]
fn white_space_that_was_copied() {
    for field in [GATEWAY, GROUP, KEY] {
        let name = field.parameter;
        field.refuses(
            "id\r\n",
            Reason::WhiteSpaceAtEdge { character: '\r', index: 2 },
            &format!("{name} ends with '\\r': remove it, it was copied with the value"),
        );
        field.refuses(
            " id",
            Reason::WhiteSpaceAtEdge { character: ' ', index: 0 },
            &format!("{name} starts with ' ': remove it, it was copied with the value"),
        );
    }
    NONCE.refuses(
        "n\n",
        unexpected('\n', 1),
        "unexpected character '\\n' at byte 1 of SignatureNonce: use visible ASCII characters",
    );
}

#[test]
fn every_byte() {
    for byte in 0..=0x7f_u8 {
        let text = format!("a{}a", char::from(byte));
        let graphic = byte.is_ascii_graphic();
        assert_eq!(CustomerGatewayId::new(&text).is_ok(), graphic, "{text:?}");
        assert_eq!(ResourceGroupId::new(&text).is_ok(), graphic, "{text:?}");
        assert_eq!(SignatureNonce::new(&text).is_ok(), graphic, "{text:?}");
        assert_eq!(AccessKeyId::new(&text).is_ok(), graphic && byte != b',', "{text:?}");
    }
}
