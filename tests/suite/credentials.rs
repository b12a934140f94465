//! Credentials: the pair of an id and a token is checked at the door.

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Credentials, Identity, Parameter, Reason, SecurityToken,
};

const SENTENCE: &str =
    "SecurityToken is missing: an AccessKeyId that starts with \"STS.\" comes with one";

fn id(text: &str) -> AccessKeyId<'_> {
    AccessKeyId::new(text).unwrap()
}

#[test]
fn an_id_of_temporary_credentials_needs_a_token() {
    let secret = AccessKeySecret::new("testsecret").unwrap();
    for text in ["STS.NUgYrLnoC37mZZCNnAbez", "STS.", "STS.x"] {
        for refused in
            [Identity::new(id(text)).unwrap_err(), Credentials::new(id(text), secret).unwrap_err()]
        {
            assert_eq!(refused.parameter(), Parameter::SecurityToken);
            assert_eq!(refused.reason(), Reason::MissingToken);
            assert_eq!(refused.index(), None);
            assert_eq!(refused.to_string(), SENTENCE);
        }
        let token = SecurityToken::new("CAIS+Example/==").unwrap();
        let credentials = Credentials::temporary(id(text), secret, token);
        assert_eq!(credentials.identity(), Identity::temporary(id(text), token));
        assert_eq!(credentials.identity().access_key_id(), id(text));
        assert_eq!(credentials.identity().security_token(), Some(token));
        assert_eq!(credentials.access_key_secret(), secret);
        assert_eq!(Credentials::of_identity(credentials.identity(), secret), credentials);
    }
    // Only that start is one: by its case, and with its dot.
    for text in ["LTAI5tExample", "STS", "sts.x", "xSTS.", "STSx", "S", "TMP.x"] {
        let credentials = Credentials::new(id(text), secret).unwrap();
        assert_eq!(credentials.identity(), Identity::new(id(text)).unwrap());
        assert_eq!(credentials.identity().security_token(), None);
    }
}

/// A token goes with any id: those of consoles and of other services start otherwise.
#[test]
fn a_token_goes_with_any_id() {
    let token = SecurityToken::new("t").unwrap();
    let identity = Identity::temporary(id("TMP.x"), token);
    assert_eq!(identity.security_token(), Some(token));
}

/// The most reported cause of a signature that does not match: what was copied with the secret.
#[test]
fn what_is_copied_with_a_secret_is_refused() {
    for (text, sentence) in [
        ("secret\n", r"AccessKeySecret ends with '\n': remove it, it was copied with the value"),
        ("secret\r\n", r"AccessKeySecret ends with '\r': remove it, it was copied with the value"),
        ("secret ", "AccessKeySecret ends with ' ': remove it, it was copied with the value"),
        (" secret", "AccessKeySecret starts with ' ': remove it, it was copied with the value"),
        ("\tsecret", r"AccessKeySecret starts with '\t': remove it, it was copied with the value"),
    ] {
        let refused = AccessKeySecret::new(text).unwrap_err();
        assert_eq!(refused.parameter(), Parameter::AccessKeySecret);
        assert_eq!(refused.to_string(), sentence, "{text:?}");
    }
}

/// A literal is checked by the compiler.
#[test]
fn credentials_are_made_in_a_constant() {
    const CREDENTIALS: Credentials<'static> =
        match (AccessKeyId::new("testid"), AccessKeySecret::new("testsecret")) {
            (Ok(id), Ok(secret)) => match Credentials::new(id, secret) {
                Ok(credentials) => credentials,
                Err(_) => panic!("an id of temporary credentials"),
            },
            _ => panic!("an id or a secret that is none"),
        };
    assert_eq!(CREDENTIALS.identity().access_key_id().as_str(), "testid");
}

#[test]
fn credentials_of_texts_are_those_of_their_fields() {
    let secret = AccessKeySecret::new("testsecret").unwrap();
    let lasting = Credentials::new(id("testid"), secret).unwrap();
    assert_eq!(Credentials::of_texts("testid", "testsecret", None).unwrap(), lasting);
    let token = SecurityToken::new("CAIS+Example/==").unwrap();
    let temporary = Credentials::temporary(id("STS.x"), secret, token);
    let of_texts = Credentials::of_texts("STS.x", "testsecret", Some("CAIS+Example/=="));
    assert_eq!(of_texts.unwrap(), temporary);
    for (id, secret, token, sentence) in [
        (
            "",
            "testsecret",
            None,
            "AccessKeyId is empty: use visible ASCII characters other than ','",
        ),
        (
            "testid",
            "testsecret\n",
            None,
            "AccessKeySecret ends with '\\n': remove it, it was copied with the value",
        ),
        ("testid", "testsecret", Some(""), "SecurityToken is empty: use visible ASCII characters"),
        ("STS.x", "testsecret", None, SENTENCE),
    ] {
        let refused = Credentials::of_texts(id, secret, token).unwrap_err();
        assert_eq!(refused.to_string(), sentence);
    }
}
