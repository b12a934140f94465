//! The machine that registers a gateway, with one path to sign what it sends.

use core::hint::black_box;

use aliyun_customer_gateway::registration::{Policy, Step};
use aliyun_customer_gateway::{
    Encode, Method, Registration, SignatureNonce, Timestamp, rpc,
};

use super::signing::credentials;
use super::validators::build;
use super::{call, call2, call3};
use crate::input::{bodies, opaque};

calls! {
    fn register(scratch) {
        let (Ok(wanted), Ok(credentials), Ok(nonce), Ok(timestamp)) = (
            build(),
            credentials(),
            call(SignatureNonce::new, opaque!("3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf")),
            call(Timestamp::from_unix_seconds, 1_704_164_645),
        ) else {
            return;
        };
        let signer = call(rpc::Signer::new, &credentials);
        let mut registration = call(Registration::new, black_box(Policy::new()));
        for &(status, body) in bodies![
            (400, b"{\"Code\":\"InvalidIpAddress.AlreadyExist\",\"Message\":\"\"}"),
            (200, include_bytes!("../page-of-ten.json")),
            // Passed while pausing.
            (200, b""),
            (503, b"{\"Code\":\"ServiceUnavailable\",\"Message\":\"\"}"),
            (200, b""),
            (200, b"{\"CustomerGatewayId\":\"cgw-1\"}"),
        ] {
            let step = registration.step();
            match black_box(step) {
                Step::Send(to_send) => {
                    let to_sign = to_send.call(&wanted, nonce, timestamp);
                    let signed = call3(rpc::Signer::sign, &signer, Method::Get, &to_sign);
                    let _ = black_box(call2(Encode::encode, &signed, scratch.buffer()));
                    let on_response: fn(_, _, _, _, _) -> _ = Registration::on_response;
                    scratch.keep(black_box(on_response)(&mut registration, &wanted, status, None, body));
                }
                Step::Pause(pause) => {
                    scratch.keep(pause.ms(status.into()));
                    call(Registration::on_paused, &mut registration);
                }
                Step::SetClock => call(Registration::on_clock_set, &mut registration),
                Step::NewToken => call(Registration::on_new_token, &mut registration),
                Step::RenewCredentials => call(Registration::on_credentials_renewed, &mut registration),
                Step::Done(outcome) => scratch.keep(outcome.id().map(str::len)),
                _ => call(Registration::on_no_response, &mut registration),
            }
        }
        call(Registration::on_too_long, &mut registration);
    }
}
