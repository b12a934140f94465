//! `cgw request`: the canonical query of a request, or the request signed.

use aliyun_customer_gateway::Action as _;

use crate::actions;
use crate::options::{self, ParameterOptions};
use crate::output::Report;
use crate::signing::{self, SigningOptions};

#[derive(clap::Args)]
pub(crate) struct RequestOptions {
    #[command(flatten)]
    parameters: ParameterOptions,
    #[command(flatten)]
    signing: SigningOptions,
}

pub(crate) fn run(options: &RequestOptions) -> Report {
    if options.signing.is_wanted() {
        return signing::run(&options.signing, &options.parameters);
    }
    let texts = options.parameters.texts();
    match actions::create(&texts, options.parameters.private) {
        Ok(request) => Report::done(format!("{}\n", request.query())),
        Err(refusals) => options::report(&refusals, &texts),
    }
}
