//! `cgw response`: what the service answered, for people.

use core::fmt;
use std::io::Read as _;
use std::path::Path;
use std::process::ExitCode;

use aliyun_customer_gateway::{Response, Retry, Timestamp, escaped::EscapedStr};

const NOT_A_RESPONSE: u8 = 2;

pub(crate) fn run(status: u16, file: Option<&Path>) -> ExitCode {
    let body = match file {
        Some(path) if path != Path::new("-") => std::fs::read(path)
            .map_err(|error| format!("{} cannot be read: {error}", path.display())),
        _ => {
            let mut body = Vec::new();
            let read = std::io::stdin().read_to_end(&mut body);
            read.map(|_| body).map_err(|error| format!("standard input cannot be read: {error}"))
        }
    };
    let body = match body {
        Ok(body) => body,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            return ExitCode::from(NOT_A_RESPONSE);
        }
    };
    match Response::decode(status, &body) {
        Ok(response) => {
            crate::say_all!(Shown(&response));
            match response {
                Response::Created(_) => ExitCode::SUCCESS,
                Response::Failed(_) => ExitCode::FAILURE,
            }
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(NOT_A_RESPONSE)
        }
    }
}

/// An answer, a member a line.
pub(crate) struct Shown<'r, 'a>(pub(crate) &'r Response<'a>);

impl fmt::Display for Shown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Response::Created(created) => {
                writeln!(f, "created")?;
                member(f, "CustomerGatewayId", Some(created.customer_gateway_id()))?;
                member(f, "RequestId", created.request_id())?;
                member(f, "IpAddress", created.ip_address())?;
                member(f, "Name", created.name())?;
                member(f, "Description", created.description())?;
                let Some(milliseconds) = created.create_time() else { return Ok(()) };
                let seconds = i64::try_from(milliseconds / 1000).unwrap_or(i64::MAX);
                match Timestamp::from_unix_seconds(seconds) {
                    Ok(time) => writeln!(f, "  CreateTime: {milliseconds} ({time})"),
                    Err(_) => writeln!(f, "  CreateTime: {milliseconds}"),
                }
            }
            Response::Failed(failed) => {
                writeln!(f, "failed with status {}", failed.status())?;
                member(f, "Code", failed.code())?;
                member(f, "Message", failed.message())?;
                member(f, "RequestId", failed.request_id())?;
                member(f, "HostId", failed.host_id())?;
                member(f, "Recommend", failed.recommend())?;
                let blamed = failed.blames();
                if failed.retry() == Retry::Never
                    && let Some(parameter) = blamed
                {
                    writeln!(f, "  mend: {parameter}")?;
                }
                writeln!(f, "  try again: {}", failed.retry())
            }
        }
    }
}

fn member(f: &mut fmt::Formatter<'_>, name: &str, text: Option<EscapedStr<'_>>) -> fmt::Result {
    match text {
        // A control character of a foreign text must not reach the terminal.
        Some(text) if text.chars().any(char::is_control) => writeln!(f, "  {name}: {text:?}"),
        Some(text) => writeln!(f, "  {name}: {text}"),
        None => Ok(()),
    }
}
