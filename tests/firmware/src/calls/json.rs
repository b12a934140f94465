//! Bodies in JSON.

use aliyun_customer_gateway::escaped::EscapedStr;

use super::response::{self, of_text};
use super::call;
use crate::input::{bodies, texts};

calls! {
    fn decode(scratch) {
        response::decode(scratch, bodies![
            (200, include_bytes!("../../../vectors/bodies/created-all-members.json")),
            (200, include_bytes!("../../../vectors/bodies/created-newer-members.json")),
            (403, include_bytes!("../../../vectors/bodies/failed-access-denied-detail.json")),
            (400, include_bytes!("../../../vectors/bodies/failed-recommend-escape.json")),
            (200, b"{\"\\u0043ustomerGatewayId\":\"cgw-1\",\"CreateTime\":1.5e3,\"IpAddress\":[]}"),
            (400, b"{\"Code\":\"Invalid\\u0041.B\",\"Message\":\"\\ud83c\\udfe2 \\\"\"}"),
            (400, b"{\"Code\":\"Forb"),
            (400, b"{\"Code\":}"),
            (400, b"{\"Code\":\"A\",\"Code\":\"B\"}"),
            (400, b"{\"Code\":\"\\ud83c\"}"),
            (400, b"{\"Code\":\"\xff\"}"),
            (400, b"{\"Code\":\"A\"} B"),
            (400, b"{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":\
                {\"a\":{\"a\":1}}}}}}}}}}}}}}}"),
            (400, b"{\"a\":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]}"),
            (400, b"{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[[[[["),
            (200, b"<html>"),
            (200, b"\xef\xbb\xbf \n"),
            (200, b"Bad Gateway"),
        ]);
    }

    #[cfg(feature = "everything")]
    fn text_from_json(scratch) {
        for &text in texts!["a", "\\u4e0a\\u6d77", "\\ud83c\\udfe2", "\\q", "\\ud83c", "\""] {
            if let Ok(text) = call(EscapedStr::from_json, text) {
                of_text(scratch, text);
            }
        }
    }
}
