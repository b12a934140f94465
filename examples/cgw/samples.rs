//! The samples from the official API page.

use core::fmt::Write as _;

use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, Description, InvalidParameter, IpAddress,
    Name, RegionId,
};

use crate::actions::Kind;
use crate::exit::Exit;
use crate::outcome::Outcome;
use crate::output::Report;
use crate::refusals::caret;
use crate::response::Shown;

const RESPONSES: [(&str, u16, &str); 3] = [
    (
        "the sample response in JSON",
        200,
        include_str!("../../tests/vectors/bodies/created-contract.json"),
    ),
    (
        "the sample response in XML",
        200,
        include_str!("../../tests/vectors/bodies/created-contract.xml"),
    ),
    (
        "an error: the address is in use",
        400,
        include_str!("../../tests/vectors/bodies/failed-already-exist.xml"),
    ),
];

pub(crate) fn run() -> Report {
    let mut report = match request() {
        Ok(text) => Report::done(text),
        Err(refused) => return Report::error(Exit::Refused, refused),
    };
    for (title, status, body) in RESPONSES {
        // Writing to a string does not fail.
        let _ = write!(report.stdout, "\n# {title}, with status {status}\n");
        match Outcome::of(Kind::Create, status, body.as_bytes()) {
            Ok(outcome) => {
                let shown = Shown { status, outcome: &outcome };
                report.stdout.push_str(&shown.to_string());
            }
            Err(error) => return Report::error(Exit::NotAResponse, error),
        }
    }
    report
}

fn request() -> Result<String, InvalidParameter> {
    let masked = "116.xx.xx.12";
    let refused = match IpAddress::new(masked) {
        Ok(_) => String::new(),
        Err(refused) => format!(
            "the page masks the address, which is refused as it should be:\n{}\n\
             with numbers in it:\n",
            caret("IpAddress = ", masked, refused.index()),
        ),
    };
    let sample =
        CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("116.62.0.12")?)
            .with_client_token(ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b")?)
            .with_name(Name::new("Gateway")?)
            .with_description(Description::new("Gateway")?)
            .with_asn(Asn::new("10001")?);
    let title = "# the sample request, with every parameter of its table";
    Ok(format!("{title}\n{refused}{}\n", sample.query()))
}
