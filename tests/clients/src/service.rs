//! `cgw serve`, as long as it is needed.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// Whose key signs.
#[derive(Clone, Copy, Debug)]
pub struct Keys {
    pub id: &'static str,
    pub secret: &'static str,
    pub token: Option<&'static str>,
}

pub const LASTING: Keys = Keys { id: "testid", secret: "testsecret", token: None };
/// A token has the characters that an encoding changes.
pub const TEMPORARY: Keys =
    Keys { id: "STS.temporary", secret: "temporary-secret", token: Some("CAIS+token/=*~") };

pub struct Service {
    child: Child,
    pub host: String,
}

impl Service {
    pub fn start(cgw: &str, edition: &str, more: &[&str]) -> Self {
        let key = format!("{}:{}", LASTING.id, LASTING.secret);
        let token = TEMPORARY.token.unwrap_or_default();
        let sts = format!("{}:{}:{token}", TEMPORARY.id, TEMPORARY.secret);
        let mut child = Command::new(cgw)
            .args(["serve", "--port", "0", "--quota", "1000", "--edition", edition])
            .args(["--key", &key, "--sts", &sts])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .expect("cgw serve starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let host = line.trim_end().strip_prefix("listening on http://");
        Self { child, host: host.unwrap_or_else(|| panic!("{line}")).to_owned() }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
