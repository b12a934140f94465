//! What holds for the bodies of the whole family.

use aliyun_customer_gateway::response::{Fault, NotAResponse, Output};
use aliyun_customer_gateway::{
    Created, DecodeError, Deleted, Gateway, Modified, Page, PageItem, Response,
};
use serde_json::{Value, json};

use super::bodies::{escape_xml, is_sayable};

/// The law of every output: reading it and all that is in it cannot fail, and its faults are in the
/// body.
pub(crate) fn decode(status: u16, body: &[u8]) {
    fn is_in<T>(decoded: &Result<Response<'_, T>, DecodeError>, body: &[u8]) {
        match decoded {
            Ok(Response::Failed(failed)) => {
                assert!(failed.damage().is_none_or(|damage| damage.index() <= body.len()));
            }
            Err(error) => assert!(error.index().is_none_or(|index| index <= body.len())),
            Ok(Response::Success(_)) => {}
        }
    }
    fn read<'b, T: Output<'b>>(status: u16, body: &'b [u8]) -> Option<T> {
        let decoded = Response::<T>::decode(status, body);
        is_in(&decoded, body);
        match decoded {
            Ok(Response::Success(output)) => Some(output),
            _ => None,
        }
    }
    let created = read::<Created<'_>>(status, body);
    let modified = read::<Modified<'_>>(status, body);
    let gateway = read::<Gateway<'_>>(status, body);
    // What tells of success is the same in these.
    assert_eq!(created.is_some(), modified.is_some(), "{}", body.escape_ascii());
    assert_eq!(created.is_some(), gateway.is_some(), "{}", body.escape_ascii());
    if let (Some(created), Some(gateway)) = (created, gateway) {
        assert_eq!(created.customer_gateway_id(), gateway.customer_gateway_id());
        assert_eq!(created.create_time(), gateway.create_time());
        read_item(&gateway.as_item(), body);
    }
    if let Some(deleted) = read::<Deleted<'_>>(status, body) {
        // Nothing is lost of it, so that no code was.
        let is_whole = deleted.damage().is_none_or(|damage| {
            !matches!(damage.fault(), Fault::CutOff { .. } | Fault::Unexpected { .. })
        });
        assert!(is_whole, "{}", body.escape_ascii());
    }
    if let Some(page) = read::<Page<'_>>(status, body) {
        let mut last = 0;
        for item in page.gateways() {
            read_item(&item, body);
            last += 1;
        }
        assert!(last <= body.len());
        assert!(!format!("{page:?}").is_empty());
    }
}

fn read_item(item: &PageItem<'_>, body: &[u8]) {
    assert!(item.damage().is_none_or(|damage| damage.index() <= body.len()));
    assert!(item.customer_gateway_id().is_none_or(|id| !id.is_empty()));
    assert_ne!(item.asn(), Some(0));
    for tag in item.tags() {
        assert!(tag.damage().is_none_or(|damage| damage.index() <= body.len()));
        assert!(tag.key().is_some() || tag.damage().is_some());
    }
    if let Some(key) = item.auth_key() {
        assert_eq!(format!("{key:?}"), "[redacted]");
    }
}

/// Every strict prefix of a page has the first of its items and reports the damage, or is an error.
pub(crate) fn every_prefix_of_a_page(body: &[u8]) {
    let body = body.trim_ascii_end();
    let Ok(Response::Success(whole)) = Response::<Page<'_>>::decode(200, body) else { return };
    if whole.damage().is_some() || body.ends_with(b"-->") || body.ends_with(b"?>") {
        return;
    }
    let items: Vec<_> = whole.gateways().collect();
    // A byte order mark that is cut is an unknown first byte.
    let start = if body.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    for end in start..body.len() {
        let part = body[..end].escape_ascii();
        match Response::<Page<'_>>::decode(200, &body[..end]) {
            Ok(Response::Success(page)) => {
                let found: Vec<_> = page.gateways().collect();
                assert!(found.len() <= items.len(), "{part}");
                assert_eq!(found, items[..found.len()], "{part}");
                assert!(page.damage().is_some(), "{part}");
            }
            Ok(Response::Failed(failed)) => panic!("{failed:?}: {part}"),
            Err(error) => assert!(
                matches!(
                    error.kind(),
                    NotAResponse::Empty | NotAResponse::Broken(_) | NotAResponse::NoMember { .. }
                ),
                "{error}: {part}"
            ),
        }
    }
}

/// An item of a page: its id, its name, and the keys and values of its tags.
pub(crate) type Item = (String, String, Vec<(String, String)>);

/// One page in JSON, and in both forms of XML, reads the same, and as it was written.
pub(crate) fn formats_of_a_page_agree(items: &[Item]) {
    let mut texts = items.iter().flat_map(|(id, name, tags)| {
        [id, name].into_iter().chain(tags.iter().flat_map(|(key, value)| [key, value]))
    });
    if !texts.all(|text| is_sayable(text)) {
        return;
    }
    let tags = |tags: &[(String, String)]| -> Value {
        tags.iter().map(|(key, value)| json!({ "Key": key, "Value": value })).collect()
    };
    let gateways: Vec<_> = items
        .iter()
        .map(|(id, name, list)| {
            json!({ "CustomerGatewayId": id, "Name": name, "Tags": { "Tag": tags(list) } })
        })
        .collect();
    let json = json!({ "TotalCount": 1, "CustomerGateways": { "CustomerGateway": gateways } });
    let json = json.to_string();

    let element = |name: &str, content: &str| format!("<{name}>{content}</{name}>");
    let text = |name: &str, text: &str| element(name, &escape_xml(text));
    let tag = |(key, value): &(String, String)| text("Key", key) + &text("Value", value);
    let wrapped: Vec<_> = items
        .iter()
        .map(|(id, name, tags)| {
            let tags: Vec<_> = tags.iter().map(|pair| element("Tag", &tag(pair))).collect();
            let members = text("CustomerGatewayId", id) + &text("Name", name);
            element("CustomerGateway", &(members + &element("Tags", &tags.concat())))
        })
        .collect();
    let wrapped = element("CustomerGateways", &wrapped.concat());
    let unwrapped: Vec<_> = items
        .iter()
        .map(|(id, name, tags)| {
            let tags: Vec<_> = tags.iter().map(|pair| element("Tags", &tag(pair))).collect();
            let members = text("CustomerGatewayId", id) + &text("Name", name) + &tags.concat();
            element("CustomerGateways", &members)
        })
        .collect();
    let page = |list: &str| element("R", &(text("TotalCount", "1") + list));
    for xml in [page(&wrapped), page(&unwrapped.concat())] {
        let Ok(Response::Success(of_json)) = Response::<Page<'_>>::decode(200, json.as_bytes())
        else {
            panic!("{json}")
        };
        let Ok(Response::Success(of_xml)) = Response::<Page<'_>>::decode(200, xml.as_bytes())
        else {
            panic!("{xml}")
        };
        let found = |page: &Page<'_>| -> Vec<Item> {
            let item = |item: PageItem<'_>| {
                let tags = item
                    .tags()
                    .iter()
                    .map(|tag| (tag.key().unwrap().to_string(), tag.value().unwrap().to_string()));
                let id = item.customer_gateway_id().map(|id| id.to_string());
                (id.unwrap_or_default(), item.name().unwrap().to_string(), tags.collect())
            };
            page.gateways().map(item).collect()
        };
        let trimmed = |id: &str| id.trim_matches([' ', '\t', '\r', '\n']).to_owned();
        let expected: Vec<_> = items
            .iter()
            .map(|(id, name, tags)| (trimmed(id), name.clone(), tags.clone()))
            .collect();
        assert_eq!(found(&of_json), expected, "{json}");
        assert_eq!(found(&of_xml), expected, "{xml}");
        assert_eq!(of_json.damage(), None);
        assert_eq!(of_xml.damage(), None);
    }
}
