//! The samples of the service's own page.

use std::process::ExitCode;

use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, Description, InvalidParameter, IpAddress,
    Name, RegionId, Response,
};

use crate::{answer, request};

const ANSWERS: [(&str, u16, &str); 3] = [
    (
        "the sample answer in JSON",
        200,
        include_str!("../../tests/vectors/bodies/created-contract.json"),
    ),
    (
        "the sample answer in XML",
        200,
        include_str!("../../tests/vectors/bodies/created-contract.xml"),
    ),
    (
        "an error: the address is in use",
        400,
        include_str!("../../tests/vectors/bodies/failed-already-exist.xml"),
    ),
];

pub(crate) fn run() -> ExitCode {
    match samples() {
        Ok(code) => code,
        Err(refused) => {
            eprintln!("error: {refused}");
            ExitCode::FAILURE
        }
    }
}

fn samples() -> Result<ExitCode, InvalidParameter> {
    crate::say!("# the sample request, with every parameter of its table");
    let masked = "116.xx.xx.12";
    if let Err(refused) = IpAddress::new(masked) {
        crate::say!("the page masks the address, which is refused as it should be:");
        crate::say!("{}", request::caret("IpAddress = ", masked, refused));
        crate::say!("with numbers in it:");
    }
    let sample =
        CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("116.62.0.12")?)
            .with_client_token(ClientToken::new("02fb3da4-130e-11e9-8e44-0016e04115b")?)
            .with_name(Name::new("Gateway")?)
            .with_description(Description::new("Gateway")?)
            .with_asn(Asn::new("10001")?);
    crate::say!("{}", sample.query());

    for (title, status, body) in ANSWERS {
        crate::say!("\n# {title}, with status {status}");
        match Response::decode(status, body.as_bytes()) {
            Ok(response) => crate::say_all!(answer::Shown(&response)),
            Err(error) => {
                eprintln!("error: {error}");
                return Ok(ExitCode::FAILURE);
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}
