//! A registration that is told responses of HTTP/1.1.

use aliyun_customer_gateway::http1::{BodyFault, Reader};
use aliyun_customer_gateway::registration::{
    Ending, Outcome, Policy, Received, RetryStep, Retrying, Step,
};
use aliyun_customer_gateway::{
    CreateCustomerGateway, Deleted, IpAddress, RegionId, Registration, Response,
};

fn wanted() -> CreateCustomerGateway<'static> {
    let region = RegionId::new("cn-shanghai").unwrap();
    CreateCustomerGateway::new(region, IpAddress::new("101.12.0.12").unwrap())
}

/// Has a registration take a response that is read into a buffer of some bytes.
fn tell(
    registration: &mut Registration,
    stream: &str,
    capacity: usize,
    check: impl Fn(Received<'_>, Option<BodyFault>),
) {
    let mut buf = vec![0xa5; capacity];
    let mut reader = Reader::new(&mut buf);
    let mut rest = stream.as_bytes();
    while reader.wants_more() {
        let spare = reader.spare();
        let count = spare.len().min(rest.len());
        spare[..count].copy_from_slice(&rest[..count]);
        rest = &rest[count..];
        if count == 0 { reader.end() } else { reader.filled(count) }
    }
    let response = reader.finish().unwrap();
    let fault = response.fault();
    check(registration.on_http1(&wanted(), &response), fault);
}

#[test]
fn an_id_is_not_lost_with_the_end_of_its_body() {
    let stream =
        "HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{\"CustomerGatewayId\":\"cgw-1\",\"Na";
    for (capacity, fault) in [
        (1000, BodyFault::CutOff { received: 32, expected: Some(400) }),
        (stream.len() - 1, BodyFault::TooLong { capacity: stream.len() - 1 }),
    ] {
        let mut registration = Registration::new(Policy::new());
        tell(&mut registration, stream, capacity, |received, told| {
            assert_eq!(told, Some(fault));
            assert!(matches!(received, Received::Created(created) if created.damage().is_some()));
        });
        assert_eq!(registration.step(), Step::Done(Outcome::Created { id: "cgw-1" }));
    }
}

fn page_size(registration: &Registration) -> String {
    let Step::Send(to_send) = registration.step() else { panic!("{:?}", registration.step()) };
    assert!(to_send.page().is_some());
    aliyun_customer_gateway::query::Query::new(to_send.parameters(&wanted())).to_string()
}

#[test]
fn smaller_pages_are_asked_for_only_where_the_buffer_is_full() {
    const TAKEN: &str = "HTTP/1.1 400 Bad Request\r\nContent-Length: 42\r\n\r\n\
        {\"Code\":\"InvalidIpAddress.AlreadyExist\"}  ";
    let page = |items: &str| {
        let body = format!(
            "{{\"TotalCount\":2,\"PageNumber\":1,\"PageSize\":10,\
             \"CustomerGateways\":{{\"CustomerGateway\":[{items}]}}}}"
        );
        format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{body}", body.len())
    };
    let other = "{\"CustomerGatewayId\":\"cgw-2\",\"IpAddress\":\"101.12.0.13\"}";
    let ours = "{\"CustomerGatewayId\":\"cgw-1\",\"IpAddress\":\"101.12.0.12\"}";
    let looking = || {
        let mut registration = Registration::new(Policy::new());
        tell(&mut registration, TAKEN, 1000, |received, fault| {
            assert!(matches!((received, fault), (Received::Failed(_), None)));
        });
        assert!(page_size(&registration).contains("PageSize=10&"), "{}", page_size(&registration));
        registration
    };

    // Ours came before the buffer was full.
    let stream = page(&format!("{ours},{other}"));
    let mut registration = looking();
    tell(&mut registration, &stream, stream.len() - 20, |received, fault| {
        assert!(matches!((received, fault), (Received::Page(_), Some(BodyFault::TooLong { .. }))));
    });
    let Step::Done(Outcome::Found { id, .. }) = registration.step() else { panic!() };
    assert_eq!(id, "cgw-1");

    // It may be in what did not fit.
    let stream = page(&format!("{other},{ours}"));
    let mut registration = looking();
    tell(&mut registration, &stream, stream.len() - 20, |received, fault| {
        assert!(matches!((received, fault), (Received::Page(_), Some(BodyFault::TooLong { .. }))));
    });
    assert!(page_size(&registration).contains("PageSize=5&"), "{}", page_size(&registration));
    // Nothing of it can be read.
    let start = stream.find("\r\n\r\n").unwrap() + 9;
    tell(&mut registration, &stream, start, |received, fault| {
        assert!(matches!(received, Received::Unreadable(_)), "{received:?}");
        assert!(matches!(fault, Some(BodyFault::TooLong { .. })));
    });
    assert!(page_size(&registration).contains("PageSize=2&"), "{}", page_size(&registration));

    // A page that is cut off is asked for again as it was.
    let mut registration = looking();
    tell(&mut registration, &stream[..stream.len() - 20], 1000, |_, fault| {
        assert!(matches!(fault, Some(BodyFault::CutOff { .. })));
    });
    assert!(matches!(registration.step(), Step::Pause(_)));
}

#[test]
fn the_pause_that_headers_ask_for_is_kept() {
    let stream = "HTTP/1.1 503 Busy\r\nx-acs-retry-after: 7000\r\nContent-Length: 23\r\n\r\n\
        {\"Code\":\"Throttling\"}  ";
    let mut registration = Registration::new(Policy::new());
    tell(&mut registration, stream, 1000, |_, fault| assert_eq!(fault, None));
    let Step::Pause(pause) = registration.step() else { panic!() };
    assert_eq!(pause.min_ms(), 7000);

    let mut removal = Retrying::new(Policy::new());
    let mut buf = b"HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"RequestId\":\"R1\"}".to_vec();
    let len = buf.len();
    let mut reader = Reader::new(&mut buf);
    reader.filled(len);
    let response = reader.finish().unwrap();
    assert!(matches!(removal.on_http1::<Deleted<'_>>(&response), Ok(Response::Success(_))));
    assert_eq!(removal.step(), RetryStep::Done(Ending::Succeeded));
}

#[cfg(feature = "http")]
#[test]
fn a_response_of_the_http_crate() {
    let body = "{\"CustomerGatewayId\":\"cgw-1\"}";
    let mut registration = Registration::new(Policy::new());
    let response = ::http::Response::new(body);
    let received = registration.on_http(&wanted(), &response);
    assert!(matches!(received, Received::Created(_)));
    let mut registration = Registration::new(Policy::new());
    let response = ::http::Response::builder()
        .status(503)
        .header("x-acs-retry-after", "9000")
        .body("")
        .unwrap();
    let received = registration.on_http(&wanted(), &response);
    assert!(matches!(received, Received::Unreadable(_)));
    let Step::Pause(pause) = registration.step() else { panic!() };
    assert_eq!(pause.min_ms(), 9000);
}
