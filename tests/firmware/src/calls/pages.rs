//! A page of a listing, with ten gateways on it.

use core::hint::black_box;

use aliyun_customer_gateway::{Page, PageItem, Response};

use super::response::of_text;
use super::{call, call2};
use crate::input::bodies;

calls! {
    fn decode(scratch) {
        for &(status, body) in bodies![
            (200, include_bytes!("../page-of-ten.json")),
            (200, b"{\"CustomerGateways\":{\"CustomerGateway\":[{}]},\"TotalCount\":1}"),
        ] {
            if let Ok(Response::Success(page)) = call2(Response::<Page>::decode, status, body) {
                for gateway in call(Page::gateways, black_box(&page)) {
                    if let Some(id) = call(PageItem::customer_gateway_id, black_box(&gateway)) {
                        of_text(scratch, id);
                    }
                    scratch.keep(call(PageItem::asn, black_box(&gateway)));
                }
                scratch.keep(call(Page::total_count, black_box(&page)));
            }
        }
    }
}
