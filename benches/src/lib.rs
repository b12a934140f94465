//! Every job of the crate beside what a user would pick instead, on the same inputs.

pub mod growth;
mod http1;
pub mod job;
mod query;
mod response;
mod signature;
mod table;
mod validate;

use job::Job;
pub use table::{Table, Timed};

/// Every job, in the order of the table.
pub fn jobs() -> Vec<Job> {
    let mut jobs = vec![query::job(), signature::string_to_sign(), signature::signature()];
    jobs.extend(http1::jobs());
    jobs.extend(response::jobs());
    jobs.extend(validate::jobs());
    jobs
}

#[test]
fn everybody_has_the_same_results() {
    jobs().iter_mut().for_each(Job::check);
    growth::shapes().iter_mut().for_each(growth::Shape::check);
}
