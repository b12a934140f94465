//! What a client does: gateways from their creation to their end.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use aliyun_customer_gateway::{
    ClientToken, CreateCustomerGateway, CustomerGatewayId, DeleteCustomerGateway,
    DescribeCustomerGateway, DescribeCustomerGateways, Edition, IpAddress,
    ModifyCustomerGatewayAttribute, Name, Tag, Tags,
};

use super::client::{Client, Refused, addresses, region};
use super::tally::Tally;

/// How many gateways a client keeps.
const KEPT: usize = 5;

pub struct Worker<'w> {
    number: usize,
    client: Client<'w>,
}

impl<'w> Worker<'w> {
    pub fn new(number: usize, address: &'w str, tally: &'w Tally, sent: &'w AtomicUsize) -> Self {
        Self { number, client: Client::new(address, tally, sent) }
    }

    /// Works until it is told to stop, and returns the gateways that it has left: addresses and ids.
    pub fn work(mut self, is_done: &AtomicBool) -> BTreeMap<String, String> {
        let mut kept = VecDeque::new();
        let mut made = 0_usize;
        while !is_done.load(Ordering::Relaxed) {
            made += 1;
            let address =
                format!("101.{}.{}.{}", self.number + 1, made / 250 % 250, made % 250 + 1);
            let token = format!("{}-{made}", self.number);
            let id = self.create(&address, &token);
            // Once more, with the same token: the same one, or none where that was forgotten.
            if made.is_multiple_of(3) {
                assert_eq!(self.create(&address, &token), id, "a token made two gateways");
            }
            self.rename(&id, made);
            kept.push_back((address, id));
            if kept.len() > KEPT
                && let Some((_, id)) = kept.pop_front()
            {
                self.delete(&id, &token);
            }
        }
        kept.into_iter().collect()
    }

    /// Creates a gateway, or finds it where an earlier try has created it.
    fn create(&mut self, address: &str, token: &str) -> String {
        let site = format!("site {}", self.number);
        let tags =
            [Tag::new("site", &site).expect("a tag"), Tag::new("address", address).expect("a tag")];
        let tags = Tags::new(&tags).expect("tags");
        let name = Name::new_in("2nd floor <上海>", Edition::Current).expect("a name");
        let call =
            CreateCustomerGateway::new(region(), IpAddress::new(address).expect("an address"))
                .with_name(name)
                .with_tags(tags)
                .with_client_token(ClientToken::new(token).expect("a token"));
        match self.client.call(call, |created| created.customer_gateway_id().to_string()) {
            Ok(id) => id,
            Err(Refused { code, .. }) => {
                // The service had forgotten the token.
                assert_eq!(code, "InvalidIpAddress.AlreadyExist");
                let list = DescribeCustomerGateways::new(region()).with_tags(tags);
                let found = self.client.call(list, |page| addresses(&page)).expect("a page");
                let [(at, id)] = &found[..] else { panic!("{found:?} at {address}") };
                assert_eq!(at, address);
                id.clone()
            }
        }
    }

    fn rename(&mut self, id: &str, number: usize) {
        let id = CustomerGatewayId::new(id).expect("an id");
        let name = format!("name-{number}");
        let name = Name::new(&name).expect("a name");
        let modify = ModifyCustomerGatewayAttribute::new(region(), id).with_name(name);
        let modified =
            self.client.call(modify, |modified| modified.name().map(|name| name.to_string()));
        assert_eq!(modified, Ok(Some(name.as_str().to_owned())));
        let describe = DescribeCustomerGateway::new(region(), id);
        let described = self.client.call(describe, |gateway| {
            (gateway.name().map(|name| name.to_string()), gateway.tags().iter().count())
        });
        assert_eq!(described, Ok((Some(name.as_str().to_owned()), 2)));
    }

    fn delete(&mut self, id: &str, token: &str) {
        let token = ClientToken::new(token).expect("a token");
        let id = CustomerGatewayId::new(id).expect("an id");
        let delete = DeleteCustomerGateway::new(region(), id).with_client_token(token);
        match self.client.call(delete, |_| ()) {
            Ok(()) => {}
            // An earlier try has deleted it, and the service has forgotten its token.
            Err(refused) => assert_eq!(refused.code, "InvalidCustomerGatewayInstanceId.NotFound"),
        }
    }
}
