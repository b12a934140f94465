//! HTTP/1.1: responses in pieces, and requests with headers that are added.
#![no_main]

mod laws;

use aliyun_customer_gateway::{Call, CreateCustomerGateway, Credentials, Host};
use arbitrary::{Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;

use crate::laws::http1;

#[derive(Arbitrary, Debug)]
struct Input<'a> {
    lens: [usize; 3],
    frame: (bool, Option<bool>),
    call: Call<'a, CreateCustomerGateway<'a>>,
    credentials: Credentials<'a>,
    host: Host<'a>,
    headers: Vec<(&'a str, &'a str)>,
    extension: &'a str,
    body: &'a [u8],
}

fuzz_target!(|bytes: &[u8]| {
    let lens = [bytes.len(), bytes.first().copied().unwrap_or_default().into(), 0];
    http1::pieces(bytes, &lens, bytes.len() / 2);
    http1::head(bytes);
    http1::chunks(bytes);
    if let Ok(input) = Input::arbitrary(&mut Unstructured::new(bytes)) {
        http1::chunked(input.body, &input.lens, input.extension, &input.lens);
        // The other parser has a list of so many.
        let headers = input.headers.get(..40).unwrap_or(&input.headers);
        if let Some(extra) = http1::extra_headers(headers) {
            http1::requests(&input.call, input.credentials, input.host, extra, input.frame);
        }
    }
});
