//! `cgw request`: the canonical query of a request, or the request signed.

use aliyun_customer_gateway::Action;

use crate::actions::{self, Task};
use crate::environment;
use crate::given::{Given, Values};
use crate::options::ParameterOptions;
use crate::output::Report;
use crate::ready::Ready;
use crate::refusal::Refusal;
use crate::refusals;
use crate::signing::{self, Signature, SigningOptions, Try};

#[derive(clap::Args)]
pub(crate) struct RequestOptions {
    #[command(flatten)]
    parameters: ParameterOptions,
    #[command(flatten)]
    signing: SigningOptions,
}

pub(crate) fn run(options: &RequestOptions) -> Report {
    let mut refused = Vec::new();
    let values = options.parameters.values(&mut refused);
    if let Some(signature) = options.signing.sign {
        return sign(options, signature, values, refused);
    }
    let ParameterOptions { action, edition, .. } = options.parameters;
    let query = actions::with(action, edition, &values, Query);
    match refusals::join(query, refused) {
        Ok(query) => Report::done(format!("{query}\n")),
        Err(refused) => refusals::report(&refused, &values.texts),
    }
}

/// The canonical query of a request.
pub(crate) struct Query;

impl Task for Query {
    type Output = String;

    fn run<A: Action>(self, action: A) -> String {
        action.query().to_string()
    }
}

fn sign(
    options: &RequestOptions,
    signature: Signature,
    mut values: Values,
    mut refused: Vec<Refusal>,
) -> Report {
    let RequestOptions { parameters, signing } = options;
    let note = token_of_a_retry(parameters, &mut values, &mut refused);
    let more = signing.to_send(&mut refused);
    let mut given = Given::new(&more);
    let credentials = signing::credentials(&mut given);
    let once = Try::read(&mut given);
    let ready = credentials.zip(once).map(|(credentials, once)| {
        let (method, format) = (signing.method(), signing.format());
        Ready { signature, credentials, once, method, format }
    });
    let shown = actions::with(parameters.action, parameters.edition, &values, ready);
    match refusals::join(shown, refused.into_iter().chain(given.refusals)) {
        Ok(shown) => Report { stderr: note, ..Report::done(shown.unwrap_or_default()) },
        Err(refused) => {
            values.texts.extend(more.texts);
            refusals::report(&refused, &values.texts)
        }
    }
}

/// Makes a `ClientToken` where the action takes one and none was given, and says so: a retry has to
/// repeat it.
fn token_of_a_retry(
    parameters: &ParameterOptions,
    values: &mut Values,
    refused: &mut Vec<Refusal>,
) -> String {
    if !parameters.action.takes_client_token() || values.texts.contains_key("ClientToken") {
        return String::new();
    }
    match environment::random() {
        Ok(random) => {
            let token = random.client_token();
            values.texts.insert("ClientToken".to_owned(), token.as_str().to_owned());
            format!("note: made --client-token {token}; give it on every retry\n")
        }
        Err(refusal) => {
            refused.push(refusal);
            String::new()
        }
    }
}
