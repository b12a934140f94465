//! `cgw request`: the canonical query of a request, or the request signed.

use core::fmt;
use std::process::ExitCode;

use aliyun_customer_gateway::{
    Action as _, Asn, ClientToken, CreateCustomerGateway, Description, InvalidParameter, IpAddress,
    Name, RegionId,
};
use unicode_width::UnicodeWidthStr as _;

use crate::signing;

#[derive(clap::Args)]
pub(crate) struct RequestArguments {
    /// The region, such as cn-shanghai.
    #[arg(long = "region", value_name = "REGION_ID", allow_hyphen_values = true)]
    region_id: String,
    /// The public IPv4 address of the on-premises VPN gateway.
    #[arg(long = "ip", value_name = "IP_ADDRESS", allow_hyphen_values = true)]
    ip_address: String,
    /// Take a private address (RFC 1918) as well, for IPsec over a private network.
    #[arg(long)]
    private: bool,
    /// The token that makes the request idempotent: the same on every try.
    #[arg(long, allow_hyphen_values = true)]
    client_token: Option<String>,
    /// The name, of 2 to 128 letters, digits, '.', '_' and '-'.
    #[arg(long, allow_hyphen_values = true)]
    name: Option<String>,
    /// The description, of 2 to 256 characters, the first of them a letter.
    #[arg(long, allow_hyphen_values = true)]
    description: Option<String>,
    /// The autonomous system number, such as 10001 or 123.456.
    #[arg(long, allow_hyphen_values = true)]
    asn: Option<String>,
    #[command(flatten)]
    signing: signing::SigningArguments,
}

pub(crate) fn run(arguments: &RequestArguments) -> ExitCode {
    let request = match validate(arguments) {
        Ok(request) => request,
        Err(refused) => {
            eprintln!("{refused}");
            return ExitCode::FAILURE;
        }
    };
    if arguments.signing.is_wanted() {
        return signing::run(&arguments.signing, &request);
    }
    crate::say!("{}", request.query());
    ExitCode::SUCCESS
}

/// A value that was refused, and the option that it came with.
pub(crate) struct Refused<'a> {
    option: &'static str,
    text: &'a str,
    why: InvalidParameter,
}

impl fmt::Display for Refused<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { option, text, why } = *self;
        write!(f, "error: {why}\n{}", caret(&format!("  --{option} "), text, why))
    }
}

fn validate(arguments: &RequestArguments) -> Result<CreateCustomerGateway<'_>, Refused<'_>> {
    let address = if arguments.private { IpAddress::new_or_private } else { IpAddress::new };
    let mut request = CreateCustomerGateway::new(
        check("region", &arguments.region_id, RegionId::new)?,
        check("ip", &arguments.ip_address, address)?,
    );
    if let Some(text) = &arguments.client_token {
        request = request.with_client_token(check("client-token", text, ClientToken::new)?);
    }
    if let Some(text) = &arguments.name {
        request = request.with_name(check("name", text, Name::new)?);
    }
    if let Some(text) = &arguments.description {
        request = request.with_description(check("description", text, Description::new)?);
    }
    if let Some(text) = &arguments.asn {
        request = request.with_asn(check("asn", text, Asn::new)?);
    }
    Ok(request)
}

pub(crate) fn check<'a, T>(
    option: &'static str,
    text: &'a str,
    new: impl FnOnce(&'a str) -> Result<T, InvalidParameter>,
) -> Result<T, Refused<'a>> {
    new(text).map_err(|why| Refused { option, text, why })
}

/// The text behind a label, and a caret below the character that is to blame: below the end of the
/// text where none is.
pub(crate) fn caret(label: &str, text: &str, refused: InvalidParameter) -> String {
    // A control character has no width, or moves the cursor.
    let shown = |text: &str| text.replace(char::is_control, "\u{fffd}");
    let before = text.get(..refused.index().unwrap_or(text.len())).unwrap_or(text);
    let column = [label, &shown(before)].concat().width();
    format!("{label}{}\n{:column$}^", shown(text), "")
}
