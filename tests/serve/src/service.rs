//! `cgw serve` as a process.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

/// `cgw serve` as a process, which ends with it.
pub struct Service {
    cgw: String,
    options: Vec<String>,
    child: Child,
    pub address: String,
}

impl Service {
    pub fn start(cgw: &str, options: &[&str]) -> Self {
        let options: Vec<_> = options.iter().map(|option| (*option).to_owned()).collect();
        let (child, address) = spawn(cgw, &options, "0");
        Self { cgw: cgw.to_owned(), options, child, address }
    }

    /// Kills it, and starts it again at the same port.
    pub fn restart(&mut self) {
        self.child.kill().expect("a kill");
        self.child.wait().expect("its end");
        let (_, port) = self.address.rsplit_once(':').expect("a port");
        let (child, address) = spawn(&self.cgw, &self.options, port);
        assert_eq!(address, self.address);
        self.child = child;
    }

    /// How much memory it has, in KiB, where the system tells.
    pub fn resident_kib(&self) -> Option<usize> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().strip_suffix(" kB")?.parse().ok()
    }
}

fn spawn(cgw: &str, options: &[String], port: &str) -> (Child, String) {
    let mut child = Command::new(cgw)
        .args(["serve", "--edition", "current", "--port", port])
        .args(options)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{cgw}: {error}"));
    let mut line = String::new();
    let stdout = child.stdout.take().expect("its output");
    BufReader::new(stdout).read_line(&mut line).expect("a line");
    let address = line.trim_end().strip_prefix("listening on http://").expect("an address");
    (child, address.to_owned())
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
