//! What a build with one format says of a body in the other.

use aliyun_customer_gateway::response::NotAResponse;
use aliyun_customer_gateway::{Created, Response};

const JSON: &[u8] = b"\xef\xbb\xbf \n{\"Code\":\"A\"}";
const XML: &[u8] = b" <Error><Code>A</Code></Error>";

fn check(body: &[u8], feature: &'static str, is_on: bool) {
    for status in [200, 400] {
        let answer = Response::<Created>::decode(status, body);
        if is_on {
            assert!(matches!(answer, Ok(Response::Failed(_))), "{answer:?}");
            continue;
        }
        let error = answer.unwrap_err();
        assert_eq!(error.kind(), NotAResponse::FeatureOff { feature });
        assert_eq!(error.index(), None);
        assert_eq!(
            error.to_string(),
            format!(
                "HTTP status {status}: reading the body requires the `{feature}` feature: switch it \
                 on, or ask for the other Format"
            )
        );
    }
}

#[test]
fn each_format_has_its_feature() {
    check(JSON, "json", cfg!(feature = "json"));
    check(XML, "xml", cfg!(feature = "xml"));
}

#[test]
fn what_is_not_a_response_is_none_with_any_feature() {
    for status in [200, 400, 503] {
        let refused = |body| Response::<Created>::decode(status, body).unwrap_err().kind();
        assert_eq!(refused(b""), NotAResponse::Empty);
        let text = NotAResponse::Foreign { byte: b'S', index: 0 };
        assert_eq!(refused(b"Service Unavailable"), text);
    }
}
