//! The table of what was sent and reported, and what was not as expected.

use std::process::ExitCode;

use crate::call::{Call, Report};
use crate::client::Client;

pub struct Table {
    rows: usize,
    wrong: Vec<String>,
}

impl Table {
    pub fn new() -> Self {
        println!("{:<25} {:<31} {:<10} {:<47} reported", "client", "action", "signature", "sent");
        Self { rows: 0, wrong: Vec::new() }
    }

    /// A row, and what is wrong with it.
    pub fn row(
        &mut self,
        client: &Client,
        call: &Call<'_>,
        sent: &str,
        report: &Report,
        wrong: Option<String>,
    ) {
        self.rows += 1;
        let reported = match report {
            Report::Body(body) => match body["CustomerGatewayId"].as_str() {
                Some(id) => id.to_owned(),
                None => match body["TotalCount"].as_u64() {
                    Some(count) => format!("TotalCount {count}"),
                    None => "a request id".to_owned(),
                },
            },
            Report::Failure { status, code, message, .. } => {
                let status = status.map(|status| format!("{status} ")).unwrap_or_default();
                let message: String = message.chars().take(70).collect();
                format!("{status}{code}: {message}")
            }
        };
        let signature = format!("{} {}", call.way.signature.name(), call.way.method);
        let mark = if wrong.is_some() { "  <-- WRONG" } else { "" };
        println!(
            "{:<25} {:<31} {signature:<10} {sent:<47} {reported}{mark}",
            client.name, call.action
        );
        if let Some(wrong) = wrong {
            let title = format!("{}, {}, {signature}, {sent}", client.name, call.action);
            self.wrong.push(format!("{title}: {wrong}\n  {}\n  {report:?}", call.line()));
        }
    }

    pub fn end(self) -> ExitCode {
        for wrong in &self.wrong {
            eprintln!("{wrong}");
        }
        println!("{} calls, {} not as expected", self.rows, self.wrong.len());
        if self.wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
