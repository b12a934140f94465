//! Every way to write a query.

use core::fmt;
use core::hint::black_box;

use aliyun_customer_gateway::{
    CreateCustomerGateway, List, Named, Names, Query, Value, names,
};

use super::validators::build;
use super::{call, call2};
use crate::input::{constant, input, opaque};

type Own<'a> = Query<Named<'a, 7>>;

calls! {
    fn encode(scratch) {
        if let Ok(request) = build() {
            let query = call(CreateCustomerGateway::query, &request);
            let _ = black_box(call2(Own::encode, &query, scratch.buffer()));
        }
    }

    #[cfg(feature = "everything")]
    fn encoded_len(scratch) {
        if let Ok(request) = build() {
            let query = call(CreateCustomerGateway::query, &request);
            scratch.keep(call(Own::encoded_len, &query));
        }
    }

    #[cfg(feature = "everything")]
    fn to_heapless(scratch) {
        if let Ok(request) = build() {
            let query = call(CreateCustomerGateway::query, &request);
            scratch.keep(call(Own::to_heapless::<512>, &query));
        }
    }

    #[cfg(feature = "everything")]
    fn write_to(scratch) {
        if let Ok(request) = build() {
            let query = call(CreateCustomerGateway::query, &request);
            let mut lengths = Lengths(0);
            scratch.keep(call2(Own::write_to, &query, &mut lengths));
        }
    }

    #[cfg(feature = "everything")]
    fn encode_without_action(scratch) {
        if let Ok(request) = build() {
            let query = call(CreateCustomerGateway::query_without_action, &request);
            let _ = black_box(call2(Query::encode, &query, scratch.buffer()));
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
        match call(List::new, pairs) {
            Ok(list) => {
                let query = Query::new(list);
                let _ = black_box(call2(Query::encode, &query, scratch.buffer()));
            }
            Err(refusal) => scratch.keep(refusal),
        }
    }

    #[cfg(feature = "everything")]
    fn encode_names(scratch) {
        static NAMES: Names<2> = names!["Action", "RegionId"];
        let values = [Value::text(opaque!("DescribeVpcs")), Value::text(opaque!("cn-shanghai"))];
        let query = Query::new(NAMES.with(values));
        let _ = black_box(call2(Query::encode, &query, scratch.buffer()));
    }
}

/// A sink of the caller.
struct Lengths(usize);

impl fmt::Write for Lengths {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 = self.0.wrapping_add(black_box(text).len());
        Ok(())
    }
}
