//! Every way to write a query.

use core::hint::black_box;

use aliyun_customer_gateway::query::{Pairs, Parameters, Query, Visitor, visit};
use aliyun_customer_gateway::{Action, CreateCustomerGateway, Encode};

use super::validators::build;
use super::{call, call2};
use crate::input::{constant, input, opaque};

calls! {
    fn encode(scratch) {
        if let Ok(request) = build() {
            let query = call(Action::query, &request);
            let _ = black_box(call2(Encode::encode, &query, scratch.buffer()));
        }
    }

    #[cfg(feature = "everything")]
    fn encoded_len(scratch) {
        if let Ok(request) = build() {
            let query = call(Action::query, &request);
            scratch.keep(call(Encode::encoded_len, &query));
        }
    }

    #[cfg(feature = "everything")]
    fn to_heapless(scratch) {
        if let Ok(request) = build() {
            let query = call(Action::query, &request);
            scratch.keep(call(Encode::to_heapless::<512>, &query));
        }
    }

    #[cfg(feature = "everything")]
    fn write_to(scratch) {
        if let Ok(request) = build() {
            let query = call(Action::query, &request);
            let mut len = 0_usize;
            let mut sink = |block: &[u8]| {
                len = len.wrapping_add(black_box(block).len());
                Ok::<(), ()>(())
            };
            let write: fn(_, &mut dyn FnMut(&[u8]) -> Result<(), ()>) -> _ = |query, sink| {
                Encode::write_to(query, sink)
            };
            scratch.keep(call2(write, &query, &mut sink));
        }
    }

    #[cfg(feature = "everything")]
    fn encode_without_action(scratch) {
        if let Ok(request) = build() {
            let query = call(Action::query_without_action, &request);
            let _ = black_box(call2(Encode::encode, &query, scratch.buffer()));
        }
    }

    #[cfg(feature = "everything")]
    fn encode_list(scratch) {
        let pairs: &[(&str, &str)] = black_box(input!(
            [(&str, &str); 3],
            [
                (constant!("Action"), constant!("DescribeRegions")),
                (constant!("Format"), constant!("JSON")),
                (constant!("名"), constant!("上 海")),
            ]
        ));
        match call(Pairs::new, pairs) {
            Ok(list) => {
                let query = Query::new(list);
                let _ = black_box(call2(Encode::encode, &query, scratch.buffer()));
            }
            Err(refusal) => scratch.keep(refusal),
        }
    }

    #[cfg(feature = "everything")]
    fn encode_other_action(scratch) {
        let vpcs = DescribeVpcs { region_id: opaque!("cn-shanghai"), page_size: Some(50) };
        let query = call(Action::query, &vpcs);
        let _ = black_box(call2(Encode::encode, &query, scratch.buffer()));
    }
}

/// An action of the caller.
#[derive(Clone, Copy)]
struct DescribeVpcs {
    region_id: &'static str,
    page_size: Option<u32>,
}

impl Parameters for DescribeVpcs {
    fn visit(&self, visitor: Visitor<'_>) {
        visit!(visitor, { "PageSize": self.page_size, "RegionId": self.region_id });
    }
}

impl Action for DescribeVpcs {
    const NAME: &'static str = "DescribeVpcs";
    const VERSION: &'static str = "2016-04-28";

    type Output<'b> = ();
}
