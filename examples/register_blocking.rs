//! Registers a gateway with a loop that blocks: in a thread, or a task of its own.
//!
//! The service and the network are a model that loses responses, throttles and forgets. Everything
//! between the two marks is what a device's firmware has as well, except its exchange over HTTP.

use aliyun_customer_gateway::registration::{Policy, Step};
use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, ClientToken, CreateCustomerGateway, Credentials,
    InvalidParameter, IpAddress, Method, RegionId, Registration, RetryAfter, SignatureNonce,
    Timestamp, rpc,
};

#[path = "../tests/model/all.rs"]
mod model;

use model::fault::Fault;
use model::network::{Network, Reply};
use model::world::World;

/// What survives a power cut. Store it before the first call is sent.
struct Stored {
    token: String,
    was_sent: bool,
    id: Option<String>,
}

/// The longest response that there is memory for.
const BUFFER: usize = 4096;

fn register(network: &mut Network, stored: &mut Stored) -> Result<(), InvalidParameter> {
    let credentials =
        Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
    let signer = rpc::Signer::new(&credentials);
    let (region, address) = (RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?);
    let start = if stored.was_sent { Registration::resumed } else { Registration::new };
    let mut registration = start(Policy::new());
    stored.was_sent = true;
    let mut nonce = 0_u32;

    // The driver starts here.
    loop {
        let token = stored.token.clone();
        let wanted = CreateCustomerGateway::new(region, address)
            .with_client_token(ClientToken::new(&token)?);
        match registration.step() {
            Step::Send(to_send) => {
                nonce = nonce.wrapping_add(1);
                let (nonce, now) =
                    (nonce.to_string(), Timestamp::from_unix_seconds(network.clock_s())?);
                let call = to_send.call(&wanted, SignatureNonce::new(&nonce)?, now);
                let query = signer.sign(Method::Get, &call).to_string();
                match network.exchange(&query, to_send.on_new_connection(), BUFFER) {
                    Reply::Response(response) => {
                        let headers = response.headers.iter().map(|(name, value)| (name, value));
                        let asked = RetryAfter::from_headers(headers, u32::MAX);
                        registration.on_response(&wanted, response.status, asked, &response.body);
                    }
                    Reply::TooLong => registration.on_too_long(),
                    Reply::Nothing => registration.on_no_response(),
                }
            }
            Step::Pause(pause) => {
                let ms = pause.ms(network.random());
                network.pass(ms.into());
                registration.on_paused();
            }
            Step::SetClock => {
                network.set_clock();
                registration.on_clock_set();
            }
            Step::NewToken => {
                stored.token.push('+');
                registration.on_new_token();
            }
            Step::RenewCredentials => registration.on_credentials_renewed(),
            Step::Done(outcome) => {
                println!("{outcome}");
                stored.id = outcome.id().map(str::to_owned);
                return Ok(());
            }
            _ => unreachable!("a step that this version of the crate does not have"),
        }
    }
    // The driver ends here.
}

fn main() -> Result<(), InvalidParameter> {
    let stories: [(&str, &[Fault]); 6] = [
        ("nothing happens", &[]),
        ("the response is lost", &[Fault::ResponseLost]),
        ("and the token is forgotten", &[Fault::ResponseLost, Fault::Forgotten]),
        ("it is throttled, then the service fails", &[Fault::Throttled, Fault::FailedSince]),
        ("the clock is off", &[Fault::ClockJump]),
        ("somebody has the address", &[Fault::Rival]),
    ];
    for (story, faults) in stories {
        print!("{story}: ");
        let mut network = Network::new(World::PLAIN, 1, faults.iter().copied());
        let mut stored = Stored { token: "token-1".to_owned(), was_sent: false, id: None };
        register(&mut network, &mut stored)?;
    }
    let lines = model::lines_of_driver(include_str!("register_blocking.rs"));
    println!("The driver has {lines} lines, its exchange over HTTP not counted.");
    Ok(())
}
