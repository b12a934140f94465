//! The network between a device and the service, and the device's clock.

use std::collections::VecDeque;

use super::fault::Fault;
use super::query::{self, Parameters};
use super::random::Random;
use super::service::{Response, Service, failed};
use super::world::World;

/// What the device gets.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Nothing, until it no longer waited.
    Nothing,
    /// More than its buffer holds.
    TooLong,
    Response(Response),
}

/// A call as an observer of the network sees it.
#[derive(Clone, Debug)]
pub struct Exchange {
    pub at_ms: u64,
    pub parameters: Parameters,
    pub fault: Fault,
    pub new_connection: bool,
    /// The status and the code that the device got.
    pub status: Option<u16>,
    pub code: Option<String>,
    /// The pause that was asked for.
    pub asked_ms: Option<u64>,
}

#[derive(Clone, Debug)]
pub struct Network {
    pub service: Service,
    /// What happens to the next calls; nothing once it is used up.
    pub plan: VecDeque<Fault>,
    /// What happens to every call after that.
    pub after: Fault,
    /// How far the device's clock is ahead.
    clock_ahead_ms: i64,
    /// Whether whoever tells the time is wrong.
    pub wrong_time: bool,
    /// Responses on the connection that nobody has read.
    unread: VecDeque<Response>,
    last: Option<Response>,
    delayed: Vec<(u64, Parameters)>,
    waiting: Option<(u64, Reply)>,
    pub log: Vec<Exchange>,
    random: Random,
}

/// How long the device waits for a response.
const TIMEOUT_MS: u64 = 15_000;

impl Network {
    pub fn new(world: World, seed: u64, plan: impl IntoIterator<Item = Fault>) -> Self {
        Self {
            service: Service::new(world, seed),
            plan: plan.into_iter().collect(),
            after: Fault::Nothing,
            clock_ahead_ms: 0,
            wrong_time: false,
            unread: VecDeque::new(),
            last: None,
            delayed: Vec::new(),
            waiting: None,
            log: Vec::new(),
            random: Random::new(!seed),
        }
    }

    /// The device's clock, in seconds since the epoch.
    pub fn clock_s(&self) -> i64 {
        let ms = self.service.now_ms.saturating_add_signed(self.clock_ahead_ms);
        (ms / 1_000) as i64
    }

    /// Sets the device's clock.
    pub fn set_clock(&mut self) {
        self.clock_ahead_ms = if self.wrong_time { -HOUR_MS } else { 0 };
    }

    pub fn renew_credentials(&mut self) {
        self.service.session_expired = false;
    }

    /// Random bits for the device.
    pub fn random(&mut self) -> u32 {
        self.random.next() as u32
    }

    /// Lets time pass.
    pub fn pass(&mut self, ms: u64) {
        let end = self.service.now_ms + ms;
        while let Some(index) = (0..self.delayed.len()).min_by_key(|index| self.delayed[*index].0) {
            if self.delayed[index].0 > end {
                break;
            }
            let (at_ms, parameters) = self.delayed.swap_remove(index);
            self.service.now_ms = at_ms.max(self.service.now_ms);
            self.service.carry_out(&parameters);
        }
        self.service.now_ms = end;
    }

    /// Whether requests are still on their way.
    pub fn is_settled(&self) -> bool {
        self.delayed.is_empty()
    }

    /// Sends a call and waits for what comes.
    pub fn exchange(&mut self, query: &str, new_connection: bool, buffer: usize) -> Reply {
        self.send(query, new_connection, buffer);
        self.wait()
    }

    /// Waits for what comes for the call that was sent.
    pub fn wait(&mut self) -> Reply {
        let (at_ms, reply) = self.waiting.take().expect("a call was sent");
        self.pass(at_ms.saturating_sub(self.service.now_ms));
        reply
    }

    /// What has come for the call that was sent, if anything has.
    pub fn poll(&mut self) -> Option<Reply> {
        let (_, reply) = self.waiting.take_if(|(at_ms, _)| *at_ms <= self.service.now_ms)?;
        Some(reply)
    }

    /// Sends a call: what comes is to be polled for. Where the power is cut meanwhile, nobody does.
    pub fn send(&mut self, query: &str, new_connection: bool, buffer: usize) {
        if new_connection {
            self.unread.clear();
            self.last = None;
        }
        let mut parameters = query::parse(query);
        let fault = self.plan.pop_front().unwrap_or(self.after);
        if fault == Fault::ClockJump {
            // It had jumped before this call was signed.
            parameters.insert("Timestamp".to_owned(), "1970-01-01T00:01:00Z".to_owned());
        }
        let reply = self.deliver(&parameters, fault, buffer);
        let latency = 20 + self.random.below(200);
        let lost = matches!(reply, Reply::Nothing);
        let ready_ms = self.service.now_ms + if lost { TIMEOUT_MS } else { latency };

        let (mut status, mut code, mut asked_ms) = (None, None, None);
        if let Reply::Response(response) = &reply {
            status = Some(response.status);
            code = response.code.clone();
            let asked = response.headers.iter().find(|(name, _)| *name == RETRY_AFTER);
            asked_ms = asked.map(|(_, value)| value.parse().expect("a number"));
        }
        let at_ms = self.service.now_ms;
        self.log.push(Exchange {
            at_ms,
            parameters,
            fault,
            new_connection,
            status,
            code,
            asked_ms,
        });
        self.waiting = Some((ready_ms, reply));
    }

    fn deliver(&mut self, parameters: &Parameters, fault: Fault, buffer: usize) -> Reply {
        self.before(parameters, fault);
        let Some(response) = self.response(parameters, fault) else { return Reply::Nothing };
        let stale = if fault == Fault::Stale { self.last.take() } else { None };
        self.last = Some(response.clone());
        self.unread.push_back(response);
        if fault == Fault::ResponseLost {
            return Reply::Nothing;
        }
        if let Some(stale) = stale {
            self.unread.push_front(stale);
        }
        let Some(mut response) = self.unread.pop_front() else { return Reply::Nothing };
        if fault == Fault::Cut {
            let len = self.random.below(response.body.len() as u64 + 1) as usize;
            response.body.truncate(len);
        }
        if fault == Fault::TooLong || response.body.len() > buffer {
            return Reply::TooLong;
        }
        Reply::Response(response)
    }

    /// What changes before a call arrives.
    fn before(&mut self, parameters: &Parameters, fault: Fault) {
        let address = parameters.get("IpAddress").map_or("", String::as_str);
        match fault {
            Fault::ClockJump => {
                let jump = self.random.pick(&[-HOUR_MS, HOUR_MS, -50 * 365 * 24 * HOUR_MS]);
                self.clock_ahead_ms = jump;
            }
            Fault::SessionExpired => self.service.session_expired = true,
            Fault::Forgotten => self.service.forget(),
            Fault::Rival if !address.is_empty() => self.service.make_rival(address, false),
            Fault::HiddenRival if !address.is_empty() => self.service.make_rival(address, true),
            Fault::Deleted => {
                let address = address.to_owned();
                self.service.delete_at(&address);
            }
            Fault::Churn => self.service.churn(),
            _ => {}
        }
    }

    fn response(&mut self, parameters: &Parameters, fault: Fault) -> Option<Response> {
        let xml = parameters["Format"].eq_ignore_ascii_case("xml");
        let refused = |status, code: &str| Some(failed(status, code, "No reason is given.", xml));
        let plain = |status, body: &str| {
            let body = body.as_bytes().to_vec();
            Some(Response { status, headers: Vec::new(), body, code: None })
        };
        let pause = |response: Option<Response>, ms: u64| {
            let mut response = response?;
            response.headers.push((RETRY_AFTER, ms.to_string()));
            Some(response)
        };
        match fault {
            Fault::RequestLost => None,
            Fault::Delayed => {
                let at_ms = self.service.now_ms + 1_000 + self.random.below(19_000);
                self.delayed.push((at_ms, parameters.clone()));
                None
            }
            Fault::Portal => plain(200, "<!DOCTYPE html><html><body>Log in</body></html>"),
            Fault::Redirect => plain(302, ""),
            Fault::Empty => plain(200, ""),
            Fault::SuccessCode => {
                self.service.carry_out(parameters);
                let mut response = failed(200, "OK", "", xml);
                response.code = None;
                Some(response)
            }
            Fault::Foreign if xml => plain(200, FOREIGN_XML),
            Fault::Foreign => plain(200, FOREIGN),
            Fault::NonceUsed => refused(400, "SignatureNonceUsed"),
            Fault::NonceUsedSince => {
                self.service.carry_out(parameters);
                refused(400, "SignatureNonceUsed")
            }
            Fault::Throttled => {
                let ms = self.random.pick(&[1, 2_000, 40_000]);
                pause(refused(429, "Throttling.User"), ms)
            }
            Fault::ThrottledForLong => pause(refused(400, "Throttling.User"), 24 * 3_600_000),
            Fault::Unavailable => refused(503, "ServiceUnavailable"),
            Fault::FailedSince => {
                self.service.carry_out(parameters);
                refused(500, "InternalError")
            }
            Fault::NoCode => plain(500, "{\"RequestId\":\"0C0A6C3F\",\"Message\":\"Broken.\"}"),
            Fault::Conflict => refused(409, "OperationConflict"),
            Fault::UnknownCode => refused(400, "Some.NewCode"),
            Fault::UnknownCodeWithPause => pause(refused(400, "Some.NewCode"), 3_000),
            Fault::QuotaFull => refused(400, "Resource.QuotaFull"),
            Fault::Forbidden => refused(403, "Forbidden"),
            Fault::FailsForGood if parameters.contains_key("ClientToken") => {
                self.service.spoil(parameters);
                refused(500, "InternalError")
            }
            Fault::DamagedItem => {
                let mut response = self.service.carry_out(parameters);
                replace(&mut response.body, b"\"IpAddress\":\"", b"\"IpAddress\":\"\x01");
                replace(&mut response.body, b"<IpAddress>", b"<IpAddress>&#1;");
                Some(response)
            }
            Fault::DamagedName => {
                let mut response = self.service.carry_out(parameters);
                replace(&mut response.body, b"\"Name\":\"", b"\"Name\":\"\x01");
                replace(&mut response.body, b"<Name>", b"<Name>&#1;");
                Some(response)
            }
            _ => Some(self.service.carry_out(parameters)),
        }
    }
}

pub const RETRY_AFTER: &str = "x-acs-retry-after";

const HOUR_MS: i64 = 3_600_000;

const FOREIGN: &str = "{\"RequestId\":\"AA\",\"IpAddress\":\"101.12.9.9\",\
                       \"CustomerGatewayId\":\"cgw-foreign\",\"CreateTime\":1493363486000}";

const FOREIGN_XML: &str = "<CreateCustomerGatewayResponse><IpAddress>101.12.9.9</IpAddress>\
                           <CustomerGatewayId>cgw-foreign</CustomerGatewayId>\
                           </CreateCustomerGatewayResponse>";

fn replace(body: &mut Vec<u8>, what: &[u8], with: &[u8]) {
    if let Some(at) = body.windows(what.len()).position(|window| window == what) {
        body.splice(at..at + what.len(), with.iter().copied());
    }
}
