//! `cgw request --sign`: a request that is ready to be sent.

use core::fmt::Write as _;

use aliyun_customer_gateway::{Action, Call, Credentials, Format, Host, Method, acs3, rpc};

use crate::actions::Task;
use crate::signing::{Signature, Try};

/// Signs a request, and shows what to send.
pub(crate) struct Ready<'a> {
    pub(crate) signature: Signature,
    pub(crate) credentials: Credentials<'a>,
    pub(crate) once: Try<'a>,
    pub(crate) method: Method,
    pub(crate) format: Format,
}

impl Task for Ready<'_> {
    type Output = String;

    fn run<A: Action>(self, action: A) -> String {
        let Self { signature, credentials, once, method, format } = self;
        let Try { host, nonce, timestamp } = once;
        let call = Call::new(action, nonce, timestamp).with_format(format);
        if signature == Signature::Rpc {
            let signed = rpc::Signer::new(&credentials).sign(method, &call).to_string();
            let form = [("content-type", "application/x-www-form-urlencoded")];
            let headers = form.into_iter().filter(|_| method == Method::Post);
            return shown(method, host, &signed, headers);
        }
        let signer = acs3::Signer::new(&credentials);
        let request = match method {
            Method::Post => signer.post_form(host, &call),
            _ => signer.get(host, &call),
        };
        let authorization = request.authorization().to_string();
        let headers = request.headers();
        let headers = headers.iter().chain([("authorization", authorization.as_str())]);
        shown(method, host, &call.query().to_string(), headers)
    }
}

/// The request as it is sent over HTTP, and a `curl` command that sends it.
fn shown<'a>(
    method: Method,
    host: Host<'_>,
    query: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
) -> String {
    let in_body = method == Method::Post;
    let url = if in_body { format!("https://{host}/") } else { format!("https://{host}/?{query}") };
    let mut http = format!("{method} {url}\n");
    let mut curl = format!("curl {}", quoted(&url));
    for (name, value) in headers {
        let header = format!("{name}: {value}");
        http.push_str(&header);
        http.push('\n');
        // Writing to a string does not fail.
        let _ = write!(curl, " -H {}", quoted(&header));
    }
    if in_body {
        http.push('\n');
        http.push_str(query);
        http.push('\n');
        let _ = write!(curl, " --data-raw {}", quoted(query));
    }
    format!("{http}\n{curl}\n")
}

/// A word of a shell's command line.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}
