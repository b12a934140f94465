//! The laws of `../tests/laws`, as the targets assert them.
#![allow(dead_code, reason = "a target asserts some of them")]

#[path = "../../tests/laws/bodies.rs"]
pub(crate) mod bodies;
#[path = "../../tests/laws/configuration.rs"]
pub(crate) mod configuration;
#[path = "../../tests/laws/echoes.rs"]
pub(crate) mod echoes;
#[path = "../../tests/laws/editions.rs"]
pub(crate) mod editions;
#[path = "../../tests/laws/family.rs"]
pub(crate) mod family;
#[path = "../../tests/laws/fields.rs"]
pub(crate) mod fields;
#[path = "../../tests/laws/http1.rs"]
pub(crate) mod http1;
#[path = "../../tests/laws/model.rs"]
pub(crate) mod model;
#[path = "../../tests/laws/queries.rs"]
pub(crate) mod queries;
#[path = "../../tests/laws/references.rs"]
pub(crate) mod references;
#[path = "../../tests/laws/signing.rs"]
pub(crate) mod signing;
#[path = "../../tests/laws/texts.rs"]
pub(crate) mod texts;

const STATUSES: [u16; 5] = [200, 299, 400, 403, 500];

/// A body, whatever it holds, behind a byte that chooses the status: the laws of a response, and of
/// one that was cut off.
pub(crate) fn any_body(input: &[u8]) {
    let Some((status, body)) = input.split_first() else { return };
    let status = STATUSES[usize::from(*status) % STATUSES.len()];
    bodies::decode(status, body);
    family::decode(status, body);
    // The law reads each prefix of the body.
    if body.len() < 512 {
        bodies::every_prefix(body);
        family::every_prefix_of_a_page(body);
    }
}
