//! `cgw response`: what the service responded, for people.

use core::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::escaped::EscapedStr;
use aliyun_customer_gateway::{Created, Response, Retry, Timestamp};

use crate::escape;
use crate::exit::Exit;
use crate::output::Report;

#[derive(clap::Args)]
pub(crate) struct ResponseOptions {
    /// The HTTP status of the response.
    #[arg(long)]
    status: u16,
    /// The body of the response; standard input when there is none, or `-`.
    file: Option<PathBuf>,
}

pub(crate) fn run(options: &ResponseOptions) -> Report {
    let body = match read(options.file.as_deref()) {
        Ok(body) => body,
        Err(sentence) => return Report::error(Exit::InputOutput, sentence),
    };
    match Response::<Created>::decode(options.status, &body) {
        Ok(response) => {
            let exit = match response {
                Response::Success(_) => Exit::Done,
                Response::Failed(_) => Exit::Failed,
            };
            Report { exit, ..Report::done(Shown(&response).to_string()) }
        }
        Err(error) => Report::error(Exit::NotAResponse, escape::lines(&error.to_string())),
    }
}

fn read(file: Option<&Path>) -> Result<Vec<u8>, String> {
    match file {
        Some(path) if path != Path::new("-") => std::fs::read(path).map_err(|error| {
            let path = path.display().to_string();
            format!("{} cannot be read: {error}", escape::Shown(&path))
        }),
        _ => {
            let mut body = Vec::new();
            let read = std::io::stdin().read_to_end(&mut body);
            read.map(|_| body).map_err(|error| format!("standard input cannot be read: {error}"))
        }
    }
}

/// A response, a member a line.
pub(crate) struct Shown<'r, 'a>(pub(crate) &'r Response<'a, Created<'a>>);

impl fmt::Display for Shown<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Response::Success(created) => {
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
                    writeln!(f, "  fix: {parameter}")?;
                }
                writeln!(f, "  try again: {}", failed.retry())
            }
        }
    }
}

fn member(f: &mut fmt::Formatter<'_>, name: &str, text: Option<EscapedStr<'_>>) -> fmt::Result {
    let Some(text) = text else { return Ok(()) };
    writeln!(f, "  {name}: {}", escape::Shown(&text.to_string()))
}
