//! Registrations told what happened, row by row, and asked what to do next.

use aliyun_customer_gateway::registration::{Outcome, Policy, Step};
use aliyun_customer_gateway::{Format, Registration};

use super::device::Device;
use super::model::network::RETRY_AFTER;
use super::model::service::Response;

/// What happened.
pub(super) enum Event {
    Nothing,
    TooLong,
    Says(u16, String),
    /// The response asks for a pause of so many milliseconds.
    Asks(u16, u64, String),
    Paused,
    ClockSet,
    NewToken,
    Renewed,
}

pub(super) use Event::{Asks, ClockSet, NewToken, Nothing, Paused, Renewed, Says, TooLong};

pub(super) fn refused(code: &str) -> Event {
    Says(400, refusal(code))
}

pub(super) fn refusal(code: &str) -> String {
    format!("{{\"Code\":\"{code}\",\"Message\":\"Words.\",\"RequestId\":\"AA\"}}")
}

pub(super) fn created(id: &str) -> Event {
    Says(200, format!("{{\"CustomerGatewayId\":\"{id}\",\"IpAddress\":\"101.12.0.12\"}}"))
}

/// A page of the gateways with these addresses; their ids are `cgw-` and the address.
pub(super) fn page(number: u32, total: u32, addresses: &[&str]) -> Event {
    Says(200, page_body(&format!("\"PageNumber\":{number},\"TotalCount\":{total},"), addresses))
}

pub(super) fn page_body(numbers: &str, addresses: &[&str]) -> String {
    let gateway = |address: &&str| {
        format!(
            "{{\"CustomerGatewayId\":\"cgw-{address}\",\"IpAddress\":\"{address}\",\
             \"Name\":\"branch-office\",\"Asn\":65530}}",
        )
    };
    let gateways: Vec<String> = addresses.iter().map(gateway).collect();
    let gateways = gateways.join(",");
    format!("{{{numbers}\"CustomerGateways\":{{\"CustomerGateway\":[{gateways}]}}}}")
}

pub(super) const OURS: &str = "101.12.0.12";

/// So many failures of the network, from the first step on.
pub(super) fn after_failures(count: u32) -> Registration {
    let mut registration = Registration::new(Policy::new());
    for _ in 0..count {
        registration.on_no_response();
        registration.on_paused();
    }
    registration
}

/// Tells a registration what happened, and compares what it says to do next.
pub(super) fn play(registration: Registration, rows: &[(Event, &str)]) {
    play_with(&Device::new(Format::Json, false), registration, rows);
}

pub(super) fn play_with(device: &Device, mut registration: Registration, rows: &[(Event, &str)]) {
    for (index, (event, step)) in rows.iter().enumerate() {
        happen(device, &mut registration, event);
        assert_eq!(shown(device, &registration), *step, "row {index}");
    }
}

fn happen(device: &Device, registration: &mut Registration, event: &Event) {
    let mut receive = |status, headers, body: &String| {
        let body = body.clone().into_bytes();
        device.receive(registration, &Response { status, headers, body, code: None });
    };
    match event {
        Says(status, body) => receive(*status, Vec::new(), body),
        Asks(status, ms, body) => receive(*status, vec![(RETRY_AFTER, ms.to_string())], body),
        Nothing => registration.on_no_response(),
        TooLong => registration.on_too_long(),
        Paused => registration.on_paused(),
        ClockSet => registration.on_clock_set(),
        NewToken => registration.on_new_token(),
        Renewed => registration.on_credentials_renewed(),
    }
}

/// What to do next, in a few words.
pub(super) fn shown(device: &Device, registration: &Registration) -> String {
    match registration.step() {
        Step::Send(call) => {
            let connection = if call.on_new_connection() { "" } else { ", same connection" };
            format!("{}{connection}", device.shown(&call))
        }
        Step::Pause(pause) => {
            format!("pause {} to {}", pause.min_ms(), pause.min_ms() + pause.span_ms())
        }
        Step::SetClock => "set the clock".to_owned(),
        Step::NewToken => "new token".to_owned(),
        Step::RenewCredentials => "renew the credentials".to_owned(),
        Step::Done(outcome) => done(outcome),
        _ => unreachable!("a step that the tests do not know"),
    }
}

fn done(outcome: Outcome<'_>) -> String {
    format!("done: {outcome}")
}
