//! Registers a gateway from a superloop: a tick a millisecond, and nothing blocks.
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

/// The longest response that there is memory for.
const BUFFER: usize = 4096;

/// What the driver keeps from one tick to the next.
struct Driver {
    registration: Registration,
    doing: Doing,
    /// Stored before the first call is sent.
    token: String,
    nonce: u32,
}

enum Doing {
    /// The machine is to be asked.
    Nothing,
    /// A call was sent, and a response may come.
    Exchange,
    /// A pause of so many milliseconds began at this tick.
    Pause { since: u32, ms: u32 },
}

impl Driver {
    /// Does what there is to do; says whether everything is done.
    fn tick(
        &mut self,
        signer: &rpc::Signer<'_>,
        network: &mut Network,
        now: u32,
    ) -> Result<bool, InvalidParameter> {
        // The driver starts here.
        let (region, address) = (RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?);
        let wanted = CreateCustomerGateway::new(region, address)
            .with_client_token(ClientToken::new(&self.token)?);
        match self.doing {
            Doing::Exchange => {
                let Some(reply) = network.poll() else { return Ok(false) };
                match reply {
                    Reply::Response(response) => {
                        let headers = response.headers.iter().map(|(name, value)| (name, value));
                        let asked = RetryAfter::from_headers(headers, u32::MAX);
                        let (status, body) = (response.status, &response.body);
                        self.registration.on_response(&wanted, status, asked, body);
                    }
                    Reply::TooLong => self.registration.on_too_long(),
                    Reply::Nothing => self.registration.on_no_response(),
                }
                self.doing = Doing::Nothing;
            }
            Doing::Pause { since, ms } => {
                // By wrapping subtraction: the counter starts over every 49 days.
                if now.wrapping_sub(since) >= ms {
                    self.registration.on_paused();
                    self.doing = Doing::Nothing;
                }
            }
            Doing::Nothing => match self.registration.step() {
                Step::Send(to_send) => {
                    self.nonce = self.nonce.wrapping_add(1);
                    let nonce = self.nonce.to_string();
                    let now = Timestamp::from_unix_seconds(network.clock_s())?;
                    let call = to_send.call(&wanted, SignatureNonce::new(&nonce)?, now);
                    let query = signer.sign(Method::Get, &call).to_string();
                    network.send(&query, to_send.on_new_connection(), BUFFER);
                    self.doing = Doing::Exchange;
                }
                Step::Pause(pause) => {
                    self.doing = Doing::Pause { since: now, ms: pause.ms(network.random()) };
                }
                Step::SetClock => {
                    network.set_clock();
                    self.registration.on_clock_set();
                }
                Step::NewToken => {
                    self.token.push('+');
                    self.registration.on_new_token();
                }
                Step::RenewCredentials => self.registration.on_credentials_renewed(),
                Step::Done(outcome) => {
                    println!("{outcome}");
                    return Ok(true);
                }
                _ => unreachable!("a step that this version of the crate does not have"),
            },
        }
        Ok(false)
        // The driver ends here.
    }
}

fn main() -> Result<(), InvalidParameter> {
    let credentials =
        Credentials::new(AccessKeyId::new("testid")?, AccessKeySecret::new("testsecret")?)?;
    let signer = rpc::Signer::new(&credentials);
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
        let mut driver = Driver {
            registration: Registration::new(Policy::new()),
            doing: Doing::Nothing,
            token: "token-1".to_owned(),
            nonce: 0,
        };
        // Soon the counter starts over.
        let mut now = u32::MAX - 5_000;
        while !driver.tick(&signer, &mut network, now)? {
            now = now.wrapping_add(1);
            network.pass(1);
        }
    }
    let lines = model::lines_of_driver(include_str!("register_superloop.rs"));
    println!("The driver has {lines} lines, its exchange over HTTP not counted.");
    Ok(())
}
