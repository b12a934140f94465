//! Registers the device: a [`Registration`], a connection, a clock and memory that outlives a reset.

use core::cell::Cell;

use aliyun_customer_gateway::config::{ToJson, from_json, to_json};
use aliyun_customer_gateway::registration::{Backoff, Outcome, Policy, Step, Stored, ToSend};
use aliyun_customer_gateway::{
    CreateCustomerGateway, Created, Credentials, Description, Edition, Encode as _, Host,
    InvalidParameter, Name, OwnedClientToken, OwnedCreateCustomerGateway, Page, Registration,
    Timestamp, UuidText, http1,
};
use embedded_io::{Read, Write};

use crate::clock::{BUILT_AT, Clock};
use crate::log::log;
use crate::network::Network;
use crate::random::Random;
use crate::survivor::{LONGEST, Survivor};
use crate::test::{Point, Test};
use crate::ticks::{self, Deadline};

#[cfg(feature = "acs3")]
use aliyun_customer_gateway::acs3::Signer;
#[cfg(feature = "rpc")]
use aliyun_customer_gateway::rpc::Signer;

/// Which gateway the device wants: from its maker, or from whoever put it up.
const PROVISIONED: &[u8] = include_bytes!("provisioned.json");

/// The rules of what was provisioned, and of what is stored.
const EDITION: Edition = Edition::November2020;

/// Whom the device talks to.
pub const HOST: Host<'static> = Host::VPC;

/// The longest request: that of a creation, which the other calls are shorter than. With the token of
/// temporary credentials it is longer, and written in two.
#[cfg(feature = "rpc")]
pub const REQUEST: usize =
    http1::max_rpc_len(HOST.as_str().len(), CreateCustomerGateway::MAX_SIGNED_LEN);
#[cfg(feature = "acs3")]
pub const REQUEST: usize = http1::max_acs3_len::<CreateCustomerGateway<'_>>(
    HOST.as_str().len(),
    CreateCustomerGateway::MAX_ENCODED_LEN,
    0,
);

/// The longest response: a head, and a page of gateways whose names and descriptions are the longest.
pub const RESPONSE: usize = HEAD + {
    let (name, description) = (Name::MAX_CHARS, Description::MAX_CHARS);
    let page = Page::max_body_len(PAGE_SIZE as usize, name, description);
    let created = Created::max_body_len(name, description);
    if page > created { page } else { created }
};

/// How many bytes of headers a response may have. The service's take some 400.
const HEAD: usize = 1024;

/// How many gateways a page has at most: what there is memory for.
const PAGE_SIZE: u8 = 3;

/// How long a connection may take, in milliseconds. A device has more patience: 5 and 15 seconds.
const TO_CONNECT: u32 = 1_500;
const TO_RESPOND: u32 = 1_800;
#[cfg(feature = "tls")]
const TO_SHAKE_HANDS: u32 = 6_000;

/// The longest pause of the test, in milliseconds. A device takes the default, five minutes.
const LONGEST_PAUSE: u32 = 400;

/// What the driver is made of.
pub struct Device {
    pub network: Network,
    pub clock: Clock,
    pub random: Random,
    pub survivor: Survivor,
    pub test: Test,
    /// The token of temporary credentials.
    pub token: Option<&'static str>,
    /// The response that is read.
    pub response: &'static mut [u8; RESPONSE],
    #[cfg(feature = "tls")]
    pub records: &'static mut crate::secure::Records,
}

/// Why a device cannot even begin. Each is a fault of its making.
#[derive(Clone, Copy, Debug)]
pub enum Misfit {
    /// The gateway it was provisioned with, or the credentials, break a rule.
    Invalid,
    /// What is to be stored does not fit.
    TooLong,
    /// The time is out of bounds.
    Time,
}

impl Misfit {
    /// Its name, for the end of the test.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invalid => "invalid",
            Self::TooLong => "too-long",
            Self::Time => "time",
        }
    }
}

impl From<InvalidParameter> for Misfit {
    fn from(_: InvalidParameter) -> Self {
        Self::Invalid
    }
}

/// What is stored: the token, the parameters, and the id once there is one.
pub type Kept = Stored<0>;

impl Device {
    /// Registers the device, or goes on where a reset has interrupted it; says what came of it.
    pub fn register(&mut self, kept: &mut Kept, is_new: bool) -> Result<&'static str, Misfit> {
        if kept.customer_gateway_id().is_some() {
            return Ok("stored");
        }
        let mut registration = match is_new {
            true => Registration::new(policy()),
            // Its token may have been sent.
            false => kept.resumed(policy()),
        };
        loop {
            match registration.step() {
                Step::Send(_) => self.connect(&mut registration, kept)?,
                Step::Pause(pause) => {
                    let deadline = Deadline::after(pause.ms(self.random.bits()));
                    while !deadline.is_over() {
                        ticks::sleep();
                    }
                    registration.on_paused();
                }
                Step::SetClock => {
                    self.clock.set();
                    registration.on_clock_set();
                }
                Step::NewToken => {
                    kept.set_client_token(self.new_token()?);
                    self.store(kept)?;
                    registration.on_new_token();
                }
                Step::RenewCredentials => {
                    self.token = self.test.options().text("renewed").or(self.token);
                    registration.on_credentials_renewed();
                }
                Step::Done(outcome) => {
                    log!("{outcome}");
                    kept.set_outcome(&outcome);
                    self.store(kept)?;
                    self.test.at(Point::Stored);
                    return Ok(name(&outcome));
                }
                // A step that is not known.
                _ => return Err(Misfit::Invalid),
            }
        }
    }

    /// What is stored, and whether it is new: what the device was provisioned with, and a token.
    pub fn load<'k>(
        &mut self,
        memory: &'k mut Option<Kept>,
    ) -> Result<(&'k mut Kept, bool), Misfit> {
        self.read(memory);
        let is_new = memory.is_none();
        if is_new {
            // Stored before the first call, and then read like what was stored before a reset.
            self.provision()?;
            self.read(memory);
        }
        Ok((memory.as_mut().ok_or(Misfit::Invalid)?, is_new))
    }

    /// Reads what is stored. It takes two kilobytes: out of line, so that the copies that are made on the
    /// way to static memory do not add to the stack of the calls.
    #[inline(never)]
    fn read(&self, memory: &mut Option<Kept>) {
        *memory = self.survivor.get().and_then(|file| from_json(file, EDITION).ok());
    }

    #[inline(never)]
    fn provision(&mut self) -> Result<(), Misfit> {
        let token = self.new_token()?;
        // By reference: each move may be two kilobytes more of stack.
        let wanted = &from_json::<OwnedCreateCustomerGateway<0>>(PROVISIONED, EDITION);
        let wanted = wanted.as_ref().map_err(|_| Misfit::Invalid)?;
        self.store(&wanted.get().with_client_token(token.get()))
    }

    /// Sends a call over a new connection, and those that may follow on it.
    fn connect(&mut self, registration: &mut Registration, kept: &Kept) -> Result<(), Misfit> {
        let Self { network, clock, random, test, token, response, .. } = self;
        let deadline = Cell::new(Deadline::after(TO_CONNECT));
        let server = crate::SERVER;
        match network.connect(server, &deadline) {
            Ok(connection) => {
                let mut exchanges = Exchanges {
                    registration,
                    kept,
                    clock,
                    random,
                    test,
                    token: *token,
                    response: *response,
                    deadline: &deadline,
                };
                #[cfg(feature = "tls")]
                return exchanges.over_tls(connection, self.records);
                #[cfg(not(feature = "tls"))]
                exchanges.over(&mut { connection })
            }
            Err(broken) => {
                log!("no connection: {broken}");
                test.at(Point::Before);
                registration.on_no_response();
                Ok(())
            }
        }
    }

    fn new_token(&mut self) -> Result<OwnedClientToken, Misfit> {
        let token = UuidText::from_random_bytes(self.random.bytes());
        Ok(OwnedClientToken::new(token.as_str())?)
    }

    #[inline(never)]
    fn store(&mut self, kept: &impl ToJson) -> Result<(), Misfit> {
        let mut file = [0; LONGEST];
        let text = to_json(kept).encode(&mut file).map_err(|_| Misfit::TooLong)?;
        self.survivor.set(text.as_bytes()).ok_or(Misfit::TooLong)
    }
}

/// Calls and responses over one connection.
pub struct Exchanges<'d> {
    registration: &'d mut Registration,
    kept: &'d Kept,
    clock: &'d mut Clock,
    pub random: &'d mut Random,
    test: &'d mut Test,
    token: Option<&'static str>,
    response: &'d mut [u8],
    deadline: &'d Cell<Deadline>,
}

impl Exchanges<'_> {
    /// As many as the connection serves for: the pages of a listing.
    pub fn over(&mut self, io: &mut (impl Read + Write)) -> Result<(), Misfit> {
        let mut is_new = true;
        while let Step::Send(to_send) = self.registration.step()
            && (is_new || !to_send.on_new_connection())
        {
            is_new = false;
            self.deadline.set(Deadline::after(TO_RESPOND));
            let keeps_alive = self.exchange(to_send, io)?;
            self.test.at(Point::Heard);
            if !keeps_alive {
                break;
            }
        }
        Ok(())
    }

    /// The time, in Unix seconds.
    #[cfg(feature = "tls")]
    pub fn now(&self) -> u32 {
        self.clock.now().try_into().unwrap_or(u32::MAX)
    }

    /// A handshake begins. It takes a second on such a processor.
    #[cfg(feature = "tls")]
    pub fn begin_handshake(&mut self) {
        self.deadline.set(Deadline::after(TO_SHAKE_HANDS));
    }

    /// There is no connection.
    #[cfg(feature = "tls")]
    pub fn none(&mut self) {
        self.test.at(Point::Before);
        self.registration.on_no_response();
    }

    /// Sends a call and takes in the response; says whether the connection serves for another.
    fn exchange(&mut self, to_send: ToSend, io: &mut (impl Read + Write)) -> Result<bool, Misfit> {
        self.test.at(Point::Before);
        log!("{to_send}");
        let wanted = self.kept.wanted();
        let credentials = credentials(self.token)?;
        let nonce = UuidText::from_random_bytes(self.random.bytes());
        let now = Timestamp::from_unix_seconds(self.clock.now()).map_err(|_| Misfit::Time)?;
        let call = to_send.call(&wanted, nonce.signature_nonce(), now);
        let signed = Signer::new(&credentials).post_form(HOST, &call);

        // What was written may have arrived, so whatever goes wrong, a response may have come.
        let is_sent = http1::Request::new(signed).write_to(|block| io.write_all(block));
        let _ = is_sent.and_then(|()| io.flush());
        self.test.at(Point::Sent);
        let mut reader = http1::Reader::new(self.response);
        while reader.wants_more() {
            match io.read(reader.spare()) {
                Ok(0) => reader.end(),
                Ok(count) => reader.filled(count),
                Err(_) => break,
            }
        }
        match reader.finish() {
            Ok(response) => {
                self.clock.on_date(response.date(BUILT_AT));
                let received = self.registration.on_http1(&wanted, &response);
                log!("  {received}");
                Ok(response.keeps_alive())
            }
            Err(error) => {
                log!("  {error}");
                self.registration.on_no_response();
                Ok(false)
            }
        }
    }
}

/// The pauses of a test, and pages that there is memory for.
fn policy() -> Policy {
    Policy::new()
        .with_backoff(Backoff::new(LONGEST_PAUSE / 16, LONGEST_PAUSE))
        .with_page_size(PAGE_SIZE)
}

/// The key of the device: of the test here, out of a protected memory there.
fn credentials(token: Option<&'static str>) -> Result<Credentials<'static>, Misfit> {
    Ok(Credentials::of_texts("testid", "testsecret", token)?)
}

fn name(outcome: &Outcome<'_>) -> &'static str {
    match outcome {
        Outcome::Created { .. } => "created",
        Outcome::Found { .. } => "found",
        Outcome::Hidden { .. } => "hidden",
        Outcome::Refused { .. } => "refused",
        Outcome::ClockRefused { .. } => "clock-refused",
        Outcome::GaveUp => "gave-up",
        _ => "other",
    }
}
