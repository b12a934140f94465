//! A client that repeats a call until there is a response to it.

use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Call, Credentials, DescribeCustomerGateways, Format,
    Host, Page, PageNumber, PageSize, RegionId, Response, SignatureNonce, Timestamp, acs3, http1,
    rpc,
};

use super::tally::Tally;

/// The region of all that is done.
pub fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").expect("a region")
}

/// A connection to the service, and what came of the requests on it.
pub struct Client<'c> {
    address: &'c str,
    tally: &'c Tally,
    sent: &'c AtomicUsize,
    connection: Option<TcpStream>,
}

/// What a call was refused for.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused {
    pub status: u16,
    pub code: String,
}

/// No call is repeated as often.
const MOST_TRIES: usize = 200;

impl<'c> Client<'c> {
    pub fn new(address: &'c str, tally: &'c Tally, sent: &'c AtomicUsize) -> Self {
        Self { address, tally, sent, connection: None }
    }

    /// Repeats a call until something comes of it, and reads that. A failure that nobody asked for ends
    /// the run.
    pub fn call<A: Action + Copy, T>(
        &mut self,
        action: A,
        read: impl Fn(A::Output<'_>) -> T,
    ) -> Result<T, Refused> {
        for _ in 0..MOST_TRIES {
            let mut buf = vec![0; 64 * 1024];
            let response = match self.exchange(action, &mut buf) {
                Ok(response) => response,
                Err(error) => {
                    self.connection = None;
                    self.tally.count(&format!("no response: {:?}", error.kind()));
                    if error.kind() == io::ErrorKind::ConnectionRefused {
                        // It is being restarted.
                        thread::sleep(Duration::from_millis(5));
                    }
                    continue;
                }
            };
            let (status, is_whole) = (response.status(), response.is_whole());
            if !response.keeps_alive() {
                self.connection = None;
            }
            let fault = response.header("x-cgw-fault");
            let fault = fault.map(|fault| String::from_utf8_lossy(fault).into_owned());
            let named = fault.as_ref().map(|fault| format!(" [{fault}]")).unwrap_or_default();
            if !is_whole {
                assert_eq!(fault.as_deref(), Some("cut"), "{status} is cut off");
                self.tally.count(&format!("{status} cut off{named}"));
                continue;
            }
            match A::decode(status, response.body()) {
                Ok(Response::Success(output)) => {
                    self.tally.count(&format!("{} ok{named}", A::NAME));
                    return Ok(read(output));
                }
                Ok(Response::Failed(failed)) => {
                    let code = failed.code().map(|code| code.to_string()).unwrap_or_default();
                    self.tally.count(&format!("{status} {code}{named}"));
                    assert!(
                        matches!(
                            fault.as_deref(),
                            Some("error-500" | "throttle" | "skew" | "forget-token")
                        ) || fault.is_none() && status < 500,
                        "{status} {code}{named}: {failed}",
                    );
                    if matches!(fault.as_deref(), None | Some("forget-token")) {
                        return Err(Refused { status, code });
                    }
                }
                Err(error) => panic!("{status}{named}: {error}"),
            }
        }
        panic!("nothing came of {MOST_TRIES} tries of {}", A::NAME);
    }

    /// Sends a call with one of the signatures, in one of the formats, and reads the response.
    fn exchange<'b, A: Action + Copy>(
        &mut self,
        action: A,
        buf: &'b mut [u8],
    ) -> io::Result<http1::Response<'b>> {
        let number = self.sent.fetch_add(1, Ordering::Relaxed);
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock");
        let nonce = format!("{}-{number}", now.as_nanos());
        let nonce = SignatureNonce::new(&nonce).expect("a nonce");
        let time = i64::try_from(now.as_secs()).expect("a time");
        let time = Timestamp::from_unix_seconds(time).expect("a time");
        let format = if number.is_multiple_of(2) { Format::Json } else { Format::Xml };
        let call = Call::new(action, nonce, time).with_format(format);
        let id = AccessKeyId::new("testid").expect("an id");
        let secret = AccessKeySecret::new("testsecret").expect("a secret");
        let credentials = Credentials::new(id, secret).expect("a pair");
        let host = Host::new(self.address).expect("a host");
        let request = match number % 5 {
            0 => http1::Request::new(rpc::Signer::new(&credentials).get(host, &call)).to_string(),
            1 => http1::Request::new(rpc::Signer::new(&credentials).post_form(host, &call))
                .to_string(),
            2 => http1::Request::new(acs3::Signer::new(&credentials).get(host, &call)).to_string(),
            3 => http1::Request::new(acs3::Signer::new(&credentials).post(host, &call)).to_string(),
            _ => http1::Request::new(acs3::Signer::new(&credentials).post_form(host, &call))
                .to_string(),
        };
        let stream = match self.connection.take() {
            Some(stream) => stream,
            None => {
                let stream = TcpStream::connect(self.address)?;
                stream.set_read_timeout(Some(Duration::from_secs(20)))?;
                stream.set_nodelay(true)?;
                stream
            }
        };
        let stream = self.connection.insert(stream);
        stream.write_all(request.as_bytes())?;
        let mut reader = http1::Reader::new(buf);
        while reader.wants_more() {
            match stream.read(reader.spare())? {
                0 => reader.end(),
                count => reader.filled(count),
            }
        }
        reader
            .finish()
            .map_err(|error| io::Error::new(io::ErrorKind::UnexpectedEof, error.to_string()))
    }

    /// The addresses and ids of all gateways.
    fn list(&mut self) -> Vec<(String, String)> {
        let size = PageSize::new("50").expect("a size");
        let mut all = Vec::new();
        for number in 1.. {
            let number = format!("{number}");
            let list = DescribeCustomerGateways::new(region())
                .with_page_size(size)
                .with_page_number(PageNumber::new(&number).expect("a number"));
            let page = self.call(list, |page| addresses(&page)).expect("a page");
            if page.is_empty() {
                break;
            }
            all.extend(page);
        }
        all
    }
}

/// The addresses and ids of a page.
pub fn addresses(page: &Page<'_>) -> Vec<(String, String)> {
    let gateways = page.gateways();
    let text = |text: Option<aliyun_customer_gateway::escaped::EscapedStr<'_>>| {
        text.expect("whole gateways").to_string()
    };
    gateways
        .map(|gateway| (text(gateway.ip_address()), text(gateway.customer_gateway_id())))
        .collect()
}

/// The addresses and ids of all gateways that a service has.
pub fn list_all(address: &str, tally: &Tally, sent: &AtomicUsize) -> Vec<(String, String)> {
    Client::new(address, tally, sent).list()
}
