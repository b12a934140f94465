//! `cgw response --explain`: why the signature of a request did not match.

use aliyun_customer_gateway::mismatch::Mismatch;
use aliyun_customer_gateway::{
    Action, Call, Created, Failed, Format, Identity, Method, Response, acs3, rpc,
};

use crate::actions::{self, Task};
use crate::given::Given;
use crate::options::ParameterOptions;
use crate::output::Report;
use crate::refusals;
use crate::signing::{self, Signature, SigningOptions, Try};

/// Explains a response, or tells what is wrong with the options of the request. There is nothing to
/// explain in a response that shows nothing of what the service signed.
pub(crate) fn run(
    parameters: &ParameterOptions,
    signing: &SigningOptions,
    status: u16,
    body: &[u8],
) -> Result<Option<Mismatch>, Report> {
    let mut refused = Vec::new();
    let mut values = parameters.values(&mut refused);
    let more = signing.as_sent(&mut refused);
    let mut given = Given::new(&more);
    let identity = signing::identity(&mut given);
    let once = Try::read(&mut given);
    let failed = match Response::<Created>::decode(status, body) {
        Ok(Response::Failed(failed)) => Some(failed),
        _ => None,
    };
    let explain = identity.zip(once).zip(failed).map(|((identity, once), failed)| Explain {
        signature: signing.sign.unwrap_or(Signature::Rpc),
        identity,
        once,
        method: signing.method(),
        format: signing.format(),
        failed,
    });
    let mismatch = actions::with(parameters.action, parameters.edition, &values, explain);
    let refused = refused.into_iter().chain(given.refusals);
    refusals::join(mismatch, refused).map(Option::flatten).map_err(|refused| {
        values.texts.extend(more.texts);
        refusals::report(&refused, &values.texts)
    })
}

/// Holds a request against a failure.
struct Explain<'a> {
    signature: Signature,
    identity: Identity<'a>,
    once: Try<'a>,
    method: Method,
    format: Format,
    failed: Failed<'a>,
}

impl Task for Explain<'_> {
    type Output = Option<Mismatch>;

    fn run<A: Action>(self, action: A) -> Option<Mismatch> {
        let Self { signature, identity, once, method, format, failed } = self;
        let call = Call::new(action, once.nonce, once.timestamp).with_format(format);
        if signature == Signature::Rpc {
            return rpc::StringToSign::of_call(method, &call, identity).explain(&failed);
        }
        let request = match method {
            Method::Post => acs3::Request::post_form(once.host, &call, identity),
            _ => acs3::Request::get(once.host, &call, identity),
        };
        request.canonical_request().explain(&failed)
    }
}
