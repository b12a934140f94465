//! A client: a program that makes calls with an SDK, or this crate by itself.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::call::{Call, Report, Signature, Way};
use crate::own;

/// How the message of a failure is told, around what the service says.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    Plain,
    /// `code: 400, <message> request id: <id>`, after `before`.
    WithStatus {
        with_code: bool,
    },
    /// `<message>, URL: <the whole URL>`
    WithUrl,
}

pub struct Client {
    pub name: String,
    program: Option<Program>,
    pub ways: &'static [Way],
    pub told: Told,
    /// It knows a secret that is wrong by the string to sign that the service echoes.
    pub knows_wrong_secrets: bool,
    /// It tells how long the service asks to wait.
    pub tells_pauses: bool,
}

struct Program {
    child: Child,
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
}

const fn way(signature: Signature, method: &'static str) -> Way {
    Way { signature, method }
}

const BOTH: &[Way] = &[way(Signature::Acs3, "POST"), way(Signature::Rpc, "POST")];
const RPC: &[Way] = &[way(Signature::Rpc, "GET"), way(Signature::Rpc, "POST")];
const ALL: &[Way] = &[
    way(Signature::Acs3, "GET"),
    way(Signature::Acs3, "POST"),
    way(Signature::Rpc, "GET"),
    way(Signature::Rpc, "POST"),
];

impl Client {
    pub fn own() -> Self {
        let (name, told) = ("this crate".to_owned(), Told::Plain);
        Self {
            name,
            program: None,
            ways: ALL,
            told,
            knows_wrong_secrets: false,
            tells_pauses: true,
        }
    }

    pub fn start(name: &str, program: &str, script: &str) -> Self {
        let mut child = Command::new(program)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{program}: {error}"));
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let stdout = BufReader::new(stdout.expect("a pipe"));
        let program = Some(Program { child, stdin: stdin.expect("a pipe"), stdout });
        let (ways, told) = match name {
            "alibabacloud_vpc20160428" => (BOTH, Told::WithStatus { with_code: false }),
            "@alicloud/vpc20160428" => (BOTH, Told::WithStatus { with_code: true }),
            "aliyun-python-sdk-vpc" => (RPC, Told::Plain),
            "@alicloud/pop-core" => (RPC, Told::WithUrl),
            _ => panic!("{name} is not known"),
        };
        let knows_wrong_secrets = name == "aliyun-python-sdk-vpc";
        let tells_pauses = matches!(told, Told::WithStatus { .. });
        Self { name: name.to_owned(), program, ways, told, knows_wrong_secrets, tells_pauses }
    }

    /// Whether it refuses an id of temporary credentials without a token by itself.
    pub fn refuses_missing_tokens(&self) -> bool {
        self.program.is_none()
    }

    pub fn call(&mut self, call: &Call<'_>) -> Report {
        let Some(program) = &mut self.program else { return own::call(call) };
        writeln!(program.stdin, "{}", call.line()).expect("the client takes a call");
        let mut line = String::new();
        program.stdout.read_line(&mut line).expect("the client reports");
        Report::read(&line)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
