//! `ClientToken`: what is taken, and every refusal.

use aliyun_customer_gateway::{ClientToken, Parameter, Reason};

use super::{Field, read, unexpected};

const CLIENT_TOKEN: Field = Field {
    new: |text| read(ClientToken::new(text)),
    parameter: Parameter::ClientToken,
    error_code: None,
};

#[test]
fn client_token() {
    for text in
        ["a", "02fb3da4-130e-11e9-8e44-0016e04115b", " ", "\0", "\x7f", "a b&c=d", "http://"]
    {
        CLIENT_TOKEN.takes(text);
    }
    CLIENT_TOKEN.takes(&"a".repeat(64));
    CLIENT_TOKEN.refuses_all(&[
        ("", Reason::Empty, "ClientToken is empty: use ASCII characters"),
        (
            "branch-é",
            unexpected('é', 7),
            "unexpected character 'é' at byte 7 of ClientToken: use ASCII characters",
        ),
        (
            "\u{80}",
            unexpected('\u{80}', 0),
            "unexpected character '\\u{80}' at byte 0 of ClientToken: use ASCII characters",
        ),
        (
            "a上",
            unexpected('上', 1),
            "unexpected character '上' at byte 1 of ClientToken: use ASCII characters",
        ),
        (
            "ab🏢",
            unexpected('🏢', 2),
            "unexpected character '🏢' at byte 2 of ClientToken: use ASCII characters",
        ),
    ]);
    CLIENT_TOKEN.refuses(
        &"a".repeat(65),
        Reason::TooLong { characters: 65 },
        "ClientToken has 65 characters: it takes 1 to 64",
    );
    // 65 characters too, but what to mend first is the one that is not ASCII.
    CLIENT_TOKEN.refuses(
        &"上".repeat(65),
        unexpected('上', 0),
        "unexpected character '上' at byte 0 of ClientToken: use ASCII characters",
    );
}
