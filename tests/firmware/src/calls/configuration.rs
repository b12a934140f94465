//! Requests from JSON, and what a firmware stores.

use core::hint::black_box;

use aliyun_customer_gateway::config::{FromJson, ToJson, from_json, to_json};
use aliyun_customer_gateway::registration::Stored;
use aliyun_customer_gateway::{Edition, Encode};

use crate::input::texts;
use crate::scratch::Scratch;

/// Reads files, and writes what was read.
#[inline(always)]
fn both<T: FromJson + ToJson>(scratch: &mut Scratch, files: &[&str]) {
    for file in files {
        let read: fn(&[u8], Edition) -> _ = from_json::<T>;
        match black_box(black_box(read)(file.as_bytes(), Edition::Current)) {
            Ok(value) => {
                let json = to_json(&value);
                let written = black_box(Encode::encode as fn(_, _) -> _)(&json, scratch.buffer());
                let _ = black_box(written);
            }
            Err(error) => scratch.keep(error),
        }
    }
}

calls! {
    fn stored(scratch) {
        both::<Stored<64>>(scratch, texts![
            "{\"RegionId\":\"cn-shanghai\",\"IpAddress\":\"101.12.0.12\",\"ClientToken\":\"t\"}",
            " { \"\\u0052egionId\" : \"cn\\u002dshanghai\", \"IpAddress\":\"101.12.0.12\",\n\
             \"ClientToken\":\"t\",\"Name\":\"\\u4e0a\\ud83c\\udfe2\",\"Description\":null,\
             \"Asn\":65001,\"AuthKey\":\"\\u006b\",\"CustomerGatewayId\":\"cgw-1\"}",
            "{\"Tags\":[{\"Key\":\"a\"}]}",
            "{\"Nmae\":1}",
            "{\"Name\":\"\\u+041\"}",
            "{\"Name\":[[[[1]]]]}",
            "{\"Name\":",
            "",
        ]);
    }

    #[cfg(feature = "everything")]
    fn requests(scratch) {
        use aliyun_customer_gateway::{
            OwnedCreateCustomerGateway, OwnedDeleteCustomerGateway, OwnedDescribeCustomerGateway,
            OwnedDescribeCustomerGateways, OwnedModifyCustomerGatewayAttribute,
        };

        let files = texts![
            "{\"RegionId\":\"r\",\"IpAddress\":\"101.12.0.12\",\"Tags\":[{\"Key\":\"a\"}]}",
            "{\"RegionId\":\"r\",\"CustomerGatewayId\":\"cgw-1\"}",
            "{\"RegionId\":\"r\",\"PageSize\":7,\"Tag\":[{\"Key\":\"a\"}]}",
        ];
        both::<OwnedCreateCustomerGateway<64>>(scratch, files);
        both::<OwnedDescribeCustomerGateway>(scratch, files);
        both::<OwnedDescribeCustomerGateways<64>>(scratch, files);
        both::<OwnedModifyCustomerGatewayAttribute>(scratch, files);
        both::<OwnedDeleteCustomerGateway>(scratch, files);
    }

    #[cfg(feature = "everything")]
    fn responses(scratch) {
        use aliyun_customer_gateway::{OwnedCreated, OwnedDeleted, OwnedGateway, OwnedModified};

        let files = texts![
            "{\"CustomerGatewayId\":\"cgw-1\",\"Name\":\"a\",\"CreateTime\":1493363486000}",
            "{\"RequestId\":\"R\"}",
        ];
        both::<OwnedCreated>(scratch, files);
        both::<OwnedModified>(scratch, files);
        both::<OwnedGateway>(scratch, files);
        both::<OwnedDeleted>(scratch, files);
    }
}
