//! The rest of a gateway's life: renamed and removed against the model of the service.

use aliyun_customer_gateway::registration::{Ending, Policy, RetryStep, Retrying};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Call, Credentials, CustomerGatewayId,
    DeleteCustomerGateway, Deleted, ErrorCode, Method, Modified, ModifyCustomerGatewayAttribute,
    Name, RegionId, Response, Retry, RetryAfter, SignatureNonce, Timestamp, rpc,
};

use super::model::fault::Fault;
use super::model::network::{Network, Reply};
use super::model::world::World;

/// Does one call until it is done: all that a driver needs for the rest of a gateway's life.
fn retry<A: Action + Copy>(
    network: &mut Network,
    action: A,
    mut receive: impl FnMut(&mut Retrying, u16, Option<RetryAfter>, &[u8]),
) -> String {
    let credentials = Credentials::new(
        AccessKeyId::new("testid").unwrap(),
        AccessKeySecret::new("testsecret").unwrap(),
    );
    let signer = rpc::Signer::new(&credentials.unwrap());
    let mut retrying = Retrying::new(Policy::new());
    let mut nonce = 0;
    loop {
        match retrying.step() {
            RetryStep::Send => {
                nonce += 1;
                let nonce = format!("retrying-{nonce}");
                let now = Timestamp::from_unix_seconds(network.clock_s()).unwrap();
                let call = Call::new(action, SignatureNonce::new(&nonce).unwrap(), now);
                let query = signer.sign(Method::Get, &call).to_string();
                match network.exchange(&query, true, 4_096) {
                    Reply::Response(response) => {
                        let headers = response.headers.iter().map(|(name, value)| (name, value));
                        let asked = RetryAfter::from_headers(headers, u32::MAX);
                        receive(&mut retrying, response.status, asked, &response.body);
                    }
                    _ => retrying.on_no_response(),
                }
            }
            RetryStep::Pause(pause) => {
                let ms = pause.ms(network.random());
                network.pass(ms.into());
                retrying.on_paused();
            }
            RetryStep::SetClock => {
                network.set_clock();
                retrying.on_clock_set();
            }
            RetryStep::RenewCredentials => {
                network.renew_credentials();
                retrying.on_credentials_renewed();
            }
            RetryStep::Done(ending) => return ending.to_string(),
            step => panic!("{step:?}"),
        }
    }
}

fn remove(network: &mut Network, id: &str) -> String {
    let region = RegionId::new("cn-shanghai").unwrap();
    let action = DeleteCustomerGateway::new(region, CustomerGatewayId::new(id).unwrap());
    retry(network, action, |retrying, status, asked, body| {
        let _ = retrying.on_response::<Deleted>(status, asked, body);
    })
}

fn rename(network: &mut Network, id: &str, name: &str) -> String {
    let region = RegionId::new("cn-shanghai").unwrap();
    let action = ModifyCustomerGatewayAttribute::new(region, CustomerGatewayId::new(id).unwrap())
        .with_name(Name::new(name).unwrap());
    retry(network, action, |retrying, status, asked, body| {
        let _ = retrying.on_response::<Modified>(status, asked, body);
    })
}

/// All that can happen to a call that goes over a connection of its own.
fn faults() -> impl Iterator<Item = Fault> {
    Fault::ALL.into_iter().filter(|fault| *fault != Fault::Foreign)
}

/// A network with one gateway behind it, and its id.
fn network(faults: &[Fault]) -> (Network, String) {
    let mut network = Network::new(World::PLAIN, 1, faults.iter().copied());
    let id = network.service.gateways[0].id.clone();
    network.service.now_ms += 1;
    (network, id)
}

#[test]
fn a_gateway_is_renamed_whatever_happens() {
    for fault in faults() {
        let (mut network, id) = network(&[fault, Fault::ResponseLost, fault]);
        let ending = rename(&mut network, &id, "new-name");
        let name = network.service.gateways[0].name.as_deref() == Some("new-name");
        match fault {
            Fault::QuotaFull | Fault::Forbidden | Fault::UnknownCode => {
                assert!(ending.starts_with("refused (status 40"), "{fault:?}: {ending}");
            }
            _ => assert_eq!((ending.as_str(), name), ("done", true), "{fault:?}"),
        }
    }
}

#[test]
fn a_gateway_is_removed_whatever_happens() {
    for fault in faults() {
        let (mut network, id) = network(&[fault, Fault::ResponseLost, fault]);
        let ending = remove(&mut network, &id);
        let is_gone = network.service.gateways.iter().all(|gateway| gateway.id != id);
        match fault {
            Fault::QuotaFull | Fault::Forbidden | Fault::UnknownCode => {
                assert!(ending.starts_with("refused (status 40"), "{fault:?}: {ending}");
            }
            _ => {
                // The response that was lost had told of it.
                let done = ["done", "there is no such gateway"];
                assert!(done.contains(&ending.as_str()) && is_gone, "{fault:?}: {ending}");
            }
        }
    }
}

#[test]
fn a_gateway_in_use_is_for_a_person() {
    let mut removal = Retrying::new(Policy::new());
    let body = br#"{"Code":"DependencyViolation.VpnConnection","RequestId":"AA"}"#;
    let _ = removal.on_response::<Deleted>(400, None, body);
    let RetryStep::Done(Ending::Refused(refusal)) = removal.step() else { panic!() };
    assert_eq!(refusal.error_code(), Some(ErrorCode::VpnConnectionExists));
    assert_eq!(refusal.status(), 400);
    assert_eq!(refusal.code(), "DependencyViolation.VpnConnection");
}

#[test]
fn a_task_that_conflicts_passes() {
    let mut removal = Retrying::new(Policy::new());
    let body = br#"{"Code":"VpnGateway.task.conflict","RequestId":"AA"}"#;
    let response = removal.on_response::<Deleted>(400, None, body).unwrap();
    let Response::Failed(failed) = response else { panic!() };
    assert_eq!(failed.retry(), Retry::AfterPause);
    let RetryStep::Pause(pause) = removal.step() else { panic!() };
    assert_eq!((pause.min_ms(), pause.span_ms()), (500, 500));
    removal.on_paused();
    assert_eq!(removal.step(), RetryStep::Send);
}

#[test]
fn it_gives_up_after_so_many_failures() {
    let mut removal = Retrying::new(Policy::new().with_failures(3));
    let mut sent = 0;
    while removal.step() != RetryStep::Done(Ending::GaveUp) {
        sent += usize::from(removal.step() == RetryStep::Send);
        removal.on_no_response();
        removal.on_paused();
    }
    assert_eq!(sent, 3);
}

#[test]
fn an_event_that_does_not_fit_changes_nothing() {
    let body = br#"{"RequestId":"AA"}"#;
    let mut done = Retrying::new(Policy::new());
    let _ = done.on_response::<Deleted>(200, None, body);
    assert_eq!(done.step(), RetryStep::Done(Ending::Succeeded));
    let mut paused = Retrying::new(Policy::new());
    paused.on_no_response();
    for before in [done, paused] {
        let mut after = before.clone();
        let _ = after.on_response::<Deleted>(404, None, body);
        after.on_no_response();
        after.on_clock_set();
        after.on_new_token();
        after.on_credentials_renewed();
        assert_eq!(after, before);
    }
}
