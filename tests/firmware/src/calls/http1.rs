//! The bytes of requests, and responses as their bytes come.

use core::hint::black_box;

use aliyun_customer_gateway::{Created, Encode, Host, Response, http1, rpc};
#[cfg(feature = "everything")]
use aliyun_customer_gateway::acs3;

use super::signing::{credentials, try_once};
use super::{call, call2, call3};
use crate::input::bodies;
#[cfg(feature = "everything")]
use crate::input::{constant, input, texts};

calls! {
    fn request(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let signer = call(rpc::Signer::new, &credentials);
            let signed = call3(rpc::Signer::post_form, &signer, Host::VPC, &to_sign);
            let request = http1::Request::new(&signed);
            let _ = black_box(call2(Encode::encode, &request, scratch.buffer()));
            #[cfg(feature = "everything")]
            scratch.keep(call(Encode::encoded_len, &request));
        }
    }

    #[cfg(feature = "everything")]
    fn request_in_headers(scratch) {
        type Texts = &'static [(&'static str, &'static str)];
        let headers: Texts = black_box(input!(
            [(&str, &str); 2],
            [
                (constant!("user-agent"), constant!("device/1.0 ")),
                (constant!("x-acs-retry-attempts"), constant!("1")),
            ]
        ));
        let names: &[&str] = black_box(input!([&str; 1], [constant!("user-agent")]));
        if let (Ok(to_sign), Ok(credentials), Ok(extra)) =
            (try_once(), credentials(), call2(acs3::ExtraHeaders::signing, headers, names))
        {
            scratch.keep(call(acs3::ExtraHeaders::encoded_len, &extra));
            let signer = call(acs3::Signer::new, &credentials);
            let request = acs3::Request::get(Host::VPC, &to_sign, signer.identity());
            let signed = call2(acs3::Signer::sign, &signer, request.with_headers(extra));
            let request = http1::Request::new(&signed)
                .through_proxy()
                .with_connection(http1::Connection::Close);
            let _ = black_box(call2(Encode::encode, &request, scratch.buffer()));
            scratch.keep(call(Encode::encoded_len, &request));
            let signed = call3(acs3::Signer::post_form, &signer, Host::VPC, &to_sign);
            let request = http1::Request::new(&signed);
            let _ = black_box(call2(Encode::encode, &request, scratch.buffer()));
        }
    }

    fn response(scratch) {
        for &(piece, stream) in bodies![
            (300, b"HTTP/1.1 200 OK\r\nDate: Mon, 30 Nov 2026 14:38:36 GMT\r\nContent-Length: 29\r\n\
                \r\n{\"CustomerGatewayId\":\"cgw-1\"}"),
            (1, b"HTTP/1.1 100 \r\n\r\n\r\nHTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\
                X-Acs-Retry-After: 300\r\nX-Folded: a\r\n b\r\n\r\n5;a=b\r\n{\"Cod\r\n\
                9 \r\ne\":\"ABC\"}\r\n00\r\nA: b\r\n\r\n"),
            (7, b"HTTP/1.0 502 Bad Gateway\nConnection: Keep-Alive\n\nBad Gateway"),
            (7, b"HTTP/1.1 200 OK\r\nContent-Length: 3,4\r\n\r\n"),
            (7, b"HTTP/1.1 200 OK\r\nContent-Length : 3\r\n\r\n"),
            (7, b"HTTP/1.1 200 OK\r\nContent-Le"),
            (7, b"SSH-2.0"),
        ] {
            let (mut stream, piece): (&[u8], usize) = (stream, piece.into());
            let mut reader = call(http1::Reader::new, scratch.buffer());
            while reader.wants_more() {
                let to = call(http1::Reader::spare, &mut reader);
                let count = piece.min(stream.len()).min(to.len());
                if let (Some(to), Some((from, rest))) =
                    (to.get_mut(..count), stream.split_at_checked(count))
                {
                    to.copy_from_slice(from);
                    stream = rest;
                }
                if count == 0 {
                    call(http1::Reader::end, &mut reader);
                } else {
                    call2(http1::Reader::filled, &mut reader, count);
                }
                #[cfg(feature = "everything")]
                {
                    black_box(reader.state());
                }
            }
            if let Ok(response) = call(http1::Reader::finish, reader) {
                black_box((response.status(), response.is_whole(), response.keeps_alive()));
                black_box(call2(http1::Response::date, &response, 1_796_049_515));
                black_box(call2(http1::Response::retry_after, &response, 60_000));
                let _ = black_box(call2(
                    Response::<Created<'_>>::decode,
                    response.status(),
                    response.body(),
                ));
                #[cfg(feature = "everything")]
                {
                    black_box(call(http1::Response::fault, &response));
                    black_box(call(http1::Response::request_id, &response));
                    black_box(call(http1::Response::content_type, &response));
                    black_box(call(http1::Response::content_encoding, &response));
                    black_box(response.headers().count());
                }
            }
        }
    }

    #[cfg(feature = "everything")]
    fn small_buffer(scratch) {
        for &text in texts!["HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"] {
            let buffer = scratch.buffer().get_mut(..48).unwrap_or_default();
            let mut reader = call(http1::Reader::new, buffer);
            for byte in text.bytes() {
                if let [to, ..] = call(http1::Reader::spare, &mut reader) {
                    *to = byte;
                    call2(http1::Reader::filled, &mut reader, 1);
                }
            }
            black_box(call(http1::Reader::finish, reader).is_ok());
        }
    }
}
