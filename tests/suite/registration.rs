//! Registrations: the table of states, and the properties against a model of the service.

use model::service::Response;

#[path = "../model/device.rs"]
mod device;
mod life;
#[path = "../model/all.rs"]
mod model;
mod mutants;
mod pauses;
mod properties;
mod reading;
mod readme;
mod rows;
#[path = "../model/run.rs"]
mod run;
mod script;
mod stored;

fn response(status: u16, body: String) -> Response {
    Response { status, headers: Vec::new(), body: body.into_bytes(), code: None }
}
