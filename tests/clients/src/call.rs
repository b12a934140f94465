//! A call, and what a client reports of it.

use serde_json::{Value, json};

use crate::service::Keys;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signature {
    Rpc,
    Acs3,
}

impl Signature {
    pub fn name(self) -> &'static str {
        match self {
            Self::Rpc => "rpc",
            Self::Acs3 => "acs3",
        }
    }
}

/// How a client sends: its signature, and its method where that can be chosen.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    pub signature: Signature,
    pub method: &'static str,
}

#[derive(Clone, Debug)]
pub struct Call<'a> {
    pub action: &'a str,
    pub way: Way,
    pub keys: Keys,
    pub host: &'a str,
    pub parameters: Value,
}

impl Call<'_> {
    pub fn line(&self) -> String {
        json!({
            "action": self.action,
            "signature": self.way.signature.name(),
            "method": self.way.method,
            "id": self.keys.id,
            "secret": self.keys.secret,
            "token": self.keys.token,
            "host": self.host,
            "parameters": self.parameters,
        })
        .to_string()
    }
}

/// What a client reports: a body, or a failure.
#[derive(Clone, Debug)]
pub enum Report {
    Body(Value),
    Failure {
        status: Option<u64>,
        code: String,
        message: String,
        request_id: String,
        /// How long to wait, in milliseconds, where the client tells it.
        retry_after: Option<u64>,
    },
}

impl Report {
    pub fn read(line: &str) -> Self {
        let mut read: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
        if let Some(body) = read.get_mut("body") {
            return Self::Body(body.take());
        }
        let text = |name: &str| read[name].as_str().unwrap_or_default().to_owned();
        Self::Failure {
            status: read["status"].as_u64(),
            code: text("code"),
            message: text("message"),
            request_id: text("request_id"),
            retry_after: read["retry_after"].as_u64(),
        }
    }
}
