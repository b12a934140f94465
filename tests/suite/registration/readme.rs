//! The loop of the README is this one, and it compiles and ends.

use aliyun_customer_gateway::registration::{Policy, Step, ToCall};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Call, ClientToken, CreateCustomerGateway, Credentials, IpAddress,
    Method, RegionId, Registration, SignatureNonce, Timestamp, rpc,
};

const README: &str = include_str!("../../../README.md");

#[test]
fn the_loop_of_the_readme_registers() {
    let credentials = Credentials::new(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
    );
    let signer = rpc::Signer::new(&credentials.unwrap());
    let sign = |call: &Call<'_, ToCall<'_>>| signer.sign(Method::Post, call).to_string();
    let wanted = CreateCustomerGateway::new(
        RegionId::new("cn-shanghai").unwrap(),
        IpAddress::new("101.12.0.12").unwrap(),
    )
    .with_client_token(ClientToken::new("token").unwrap());
    let created: &[u8] = br#"{"CustomerGatewayId":"cgw-1","RequestId":"R"}"#;
    let mut responses = [
        None,
        Some((400, br#"{"Code":"InvalidTimeStamp.Expired","RequestId":"R"}"#.as_slice())),
        Some((200, created)),
    ]
    .into_iter();
    let mut exchange = |form: &str| {
        assert!(form.contains("&ClientToken=token&"), "{form}");
        responses.next().unwrap()
    };
    let (nonce, random) = (|| SignatureNonce::new("nonce").unwrap(), || 0);
    let now = || Timestamp::from_unix_seconds(1_796_036_400).unwrap();
    let mut done = Vec::new();
    let mut wait = |ms| done.push(format!("wait {ms}"));
    let set_clock = || ();

    // The README's loop starts here.
    let mut registration = Registration::new(Policy::new());
    let id = loop {
        match registration.step() {
            Step::Send(to_send) => match exchange(&sign(&to_send.call(&wanted, nonce(), now()))) {
                Some((status, body)) => {
                    registration.on_response(&wanted, status, None, body);
                }
                None => registration.on_no_response(),
            },
            Step::Pause(pause) => {
                wait(pause.ms(random()));
                registration.on_paused();
            }
            Step::SetClock => {
                set_clock();
                registration.on_clock_set();
            }
            Step::Done(outcome) => break outcome.id().map(String::from),
            _ => break None, // NewToken and RenewCredentials are like SetClock.
        }
    };
    // The README's loop ends here.

    assert_eq!(id.as_deref(), Some("cgw-1"));
    assert_eq!(done, ["wait 500"]);
}

/// Texts are compared without regard to spaces and ends of lines, which `rustfmt` sets here.
#[test]
fn the_loop_of_the_readme_is_this_one() {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (_, here) =
        include_str!("readme.rs").split_once("// The README's loop starts here.").unwrap();
    let (here, _) = here.split_once("// The README's loop ends here.").unwrap();
    let (_, there) = README.split_once("```rust,ignore\n").unwrap();
    let (there, _) = there.split_once("```").unwrap();
    assert_eq!(words(there), words(here));
}
