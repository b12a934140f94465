//! What goes wrong on request.

use aliyun_customer_gateway::{
    ClientToken, CreateCustomerGateway, DescribeCustomerGateways, IpAddress, RegionId,
};

use super::*;

fn region() -> RegionId<'static> {
    RegionId::new("cn-shanghai").unwrap()
}

fn create() -> CreateCustomerGateway<'static> {
    let token = ClientToken::new("t").unwrap();
    CreateCustomerGateway::new(region(), IpAddress::new("101.12.0.12").unwrap())
        .with_client_token(token)
}

/// How many gateways there are.
fn count(server: &Server) -> u64 {
    server.success(DescribeCustomerGateways::new(region()))["TotalCount"].as_u64().unwrap()
}

/// What a fault makes of the creation of a gateway: the connection afterwards as well.
fn with(server: &Server, fault: &str) -> (Option<Reply>, Connection) {
    let headers = format!("X-Cgw-Fault: {fault}\r\n");
    let mut connection = server.connect();
    connection.write(Signing { headers, ..Signing::new() }.rpc(create()).as_bytes());
    (connection.read(true), connection)
}

#[test]
fn throttle() {
    let server = Server::start(&[]);
    for (fault, ms) in [("throttle", "100"), ("throttle:2500", "2500")] {
        let (reply, mut connection) = with(&server, fault);
        let reply = reply.unwrap();
        assert_eq!(reply.failure(), (400, "Throttling.User".to_owned()));
        assert_eq!(reply.message(), "Request was denied due to user flow control.");
        assert_eq!(reply.header("x-acs-retry-after"), Some(ms));
        assert_eq!(reply.header("x-cgw-fault"), Some("throttle"));
        assert_eq!(count(&server), 0);
        // Nothing goes wrong with the next one.
        let list = DescribeCustomerGateways::new(region());
        assert_eq!(connection.send(&Signing::new().rpc(list)).header("x-cgw-fault"), None);
    }
}

#[test]
fn what_is_lost() {
    let server = Server::start(&[]);
    let (reply, mut connection) = with(&server, "lose-request");
    assert!(reply.is_none() && connection.is_closed());
    assert_eq!(count(&server), 0);
    let (reply, mut connection) = with(&server, "lose-answer");
    assert!(reply.is_none() && connection.is_closed());
    assert_eq!(count(&server), 1);
    assert_eq!(server.call(create()).status, 200);
}

#[test]
fn cut() {
    let server = Server::start(&["--seed", "1"]);
    let mut lengths = std::collections::BTreeSet::new();
    for _ in 0..5 {
        let headers = "x-cgw-fault: cut\r\n".to_owned();
        let mut connection = server.connect();
        connection.write(Signing { headers, ..Signing::new() }.rpc(create()).as_bytes());
        let head = connection.read(false).unwrap();
        assert_eq!((head.status, head.header("x-cgw-fault")), (200, Some("cut")));
        let mut body = String::new();
        connection.0.read_to_string(&mut body).unwrap();
        let len: usize = head.header("content-length").unwrap().parse().unwrap();
        assert!(body.len() < len, "{body}");
        lengths.insert(body.len());
    }
    assert!(lengths.len() > 2, "{lengths:?}");
    assert_eq!(count(&server), 1);
}

/// Before and after the request was carried out.
#[test]
fn error_500() {
    let mut counts = std::collections::BTreeSet::new();
    for seed in ["1", "2", "3", "4", "5", "6"] {
        let server = Server::start(&["--seed", seed]);
        let reply = with(&server, "error-500").0.unwrap();
        assert_eq!(reply.failure(), (500, "InternalError".to_owned()));
        assert_eq!(reply.header("x-cgw-fault"), Some("error-500"));
        counts.insert(count(&server));
    }
    assert_eq!(counts, [0, 1].into());
}

#[test]
fn skew() {
    let server = Server::start(&[]);
    for fault in ["skew", "skew:1000", "skew:86400000"] {
        let reply = with(&server, fault).0.unwrap();
        assert_eq!(reply.failure(), (400, "InvalidTimeStamp.Expired".to_owned()), "{fault}");
    }
    assert_eq!(count(&server), 0);
}

#[test]
fn forget_token() {
    let server = Server::start(&[]);
    server.success(create());
    let reply = with(&server, "forget-token").0.unwrap();
    assert_eq!(reply.failure(), (400, "InvalidIpAddress.AlreadyExist".to_owned()));
    assert_eq!(reply.header("x-cgw-fault"), Some("forget-token"));
    assert_eq!(count(&server), 1);
}

#[test]
fn delay() {
    let server = Server::start(&[]);
    let start = std::time::Instant::now();
    let reply = with(&server, "delay:300").0.unwrap();
    assert!(start.elapsed().as_millis() >= 300);
    assert_eq!((reply.status, reply.header("x-cgw-fault")), (200, Some("delay")));
}

#[test]
fn what_is_no_fault() {
    let server = Server::start(&[]);
    let names = "throttle, lose-request, lose-answer, cut, error-500, skew, expire-token, \
                 forget-token, delay";
    for (fault, sentence) in [
        ("lose", format!("unknown fault \"lose\": it is one of {names}")),
        ("delay:long", "delay takes a whole number up to 86400000".to_owned()),
        ("delay:86400001", "delay takes a whole number up to 86400000".to_owned()),
        ("cut:1", "cut takes no amount: leave it out".to_owned()),
    ] {
        let reply = with(&server, fault).0.unwrap();
        assert_eq!(reply.failure(), (400, "InvalidParameter".to_owned()), "{fault}");
        assert_eq!(reply.message(), format!("x-cgw-fault: {sentence}"));
    }
    assert_eq!(count(&server), 0);
}

/// The faults of a run.
fn faults(seed: &str) -> Vec<Option<String>> {
    let plan = "throttle:0.2, error-500:0.1,delay:0.1:0,skew:0.1,lose-request:0.1";
    let server = Server::start(&["--fault", plan, "--seed", seed]);
    let faults = (0..60).map(|_| {
        let mut connection = server.connect();
        let list = DescribeCustomerGateways::new(region());
        connection.write(Signing::new().rpc(list).as_bytes());
        let nothing = || Some("lose-request".to_owned());
        connection
            .read(true)
            .map_or_else(nothing, |reply| reply.header("x-cgw-fault").map(str::to_owned))
    });
    faults.collect()
}

#[test]
fn a_seed_repeats_a_plan() {
    let first = faults("7");
    assert_eq!(first, faults("7"));
    assert_ne!(first, faults("8"));
    for name in ["throttle", "error-500", "delay", "skew", "lose-request"] {
        assert!(first.iter().flatten().any(|fault| fault == name), "{name}: {first:?}");
    }
    let good = first.iter().filter(|fault| fault.is_none()).count();
    assert!((15..35).contains(&good), "{first:?}");
}

#[test]
fn options_that_are_refused() {
    for (option, value, sentence) in [
        ("--fault", "cut", "cut takes a probability, 0 to 1, as in cut:0.1"),
        ("--fault", "cut:2", "cut takes a probability, 0 to 1, as in cut:0.1"),
        ("--fault", "cut:nan", "cut takes a probability, 0 to 1, as in cut:0.1"),
        (
            "--fault",
            "cut:0.6,delay:0.6",
            "the probabilities add up to more than 1: a request has one fault",
        ),
        ("--fault", "delay:0.1:x", "delay takes a whole number up to 86400000"),
        ("--key", "testid", "write it as ID:SECRET"),
        ("--sts", "testid:testsecret", "write it as ID:SECRET:TOKEN"),
        ("--edition", "2021", "unknown edition: write 2020-11 or current"),
    ] {
        let run = run(&["serve", option, value]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{option} {value}");
        let line = format!("error: invalid value '{value}' for '{option} <");
        assert!(run.stderr.starts_with(&line), "{}", run.stderr);
        assert!(run.stderr.contains(&format!(": {sentence}\n")), "{}", run.stderr);
    }
}

/// An address that is in use.
#[test]
fn an_address_that_cannot_be_listened_on() {
    let server = Server::start(&[]);
    let port = server.address.rsplit_once(':').unwrap().1;
    let run = run(&["serve", "--port", port]);
    assert_eq!((run.code, run.stdout.as_str()), (5, ""));
    let start = format!("error: 127.0.0.1 cannot be listened on at port {port}: ");
    assert!(run.stderr.starts_with(&start), "{}", run.stderr);
}
