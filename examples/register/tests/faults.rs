//! Registrations against `cgw serve` while it plays faults and the program is killed: always one gateway,
//! and its id. `examples/register/run` starts it.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use aliyun_customer_gateway::{
    Call, Credentials, DescribeCustomerGateways, Method, Page, PageNumber, PageSize, RegionId,
    Response, Timestamp, UuidText, rpc,
};

/// What the service does, by `cgw serve --fault`.
const FAULTS: [&str; 12] = [
    "",
    "throttle:0.3",
    "lose-request:0.3",
    "lose-answer:0.3",
    "cut:0.3",
    "error-500:0.3",
    "skew:0.2",
    "expire-token:0.2",
    "forget-token:0.5,lose-answer:0.3",
    "forget-token:0.5,cut:0.3",
    "delay:0.3:500",
    "throttle:0.05,lose-request:0.05,lose-answer:0.05,cut:0.05,error-500:0.05,skew:0.05,expire-token:0.05,forget-token:0.1,delay:0.05",
];

const REGION: &str = "cn-shanghai";
const CREDENTIALS: [&str; 3] = ["STS.testid", "testsecret", "testtoken"];

struct Service {
    child: Child,
    host: String,
}

impl Service {
    fn start(fault: &str) -> Self {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/debug/examples/cgw");
        let cgw = std::env::var_os("CGW").map_or(built, PathBuf::from);
        let mut command = Command::new(cgw);
        let sts = CREDENTIALS.join(":");
        command.args([
            "serve",
            "--port",
            "0",
            "--edition",
            "current",
            "--quota",
            "1000",
            "--sts",
            &sts,
        ]);
        if !fault.is_empty() {
            command.args(["--fault", fault]);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let host =
            line.strip_prefix("listening on http://").expect("an address").trim_end().to_owned();
        Self { child, host }
    }

    /// Every gateway, as address and id. A fault may be played here as well.
    fn gateways(&self) -> Vec<(String, String)> {
        let (mut gateways, mut number) = (Vec::new(), 1);
        loop {
            let page = (0..100).find_map(|_| self.page(number)).expect("a page");
            number += 1;
            if page.is_empty() {
                return gateways;
            }
            gateways.extend(page);
        }
    }

    fn page(&self, number: u32) -> Option<Vec<(String, String)>> {
        let [id, secret, token] = CREDENTIALS;
        let credentials = Credentials::of_texts(id, secret, Some(token)).unwrap();
        let list = DescribeCustomerGateways::new(RegionId::new(REGION).unwrap())
            .with_page_number(PageNumber::from_number(number).unwrap())
            .with_page_size(PageSize::from_number(50).unwrap());
        let mut bytes = [0; 16];
        getrandom::fill(&mut bytes).unwrap();
        let nonce = UuidText::from_random_bytes(bytes);
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs().cast_signed();
        let now = Timestamp::from_unix_seconds(now).unwrap();
        let call = Call::new(list, nonce.signature_nonce(), now);
        let query = rpc::Signer::new(&credentials).sign(Method::Get, &call).to_string();
        let response = ureq::get(format!("http://{}/?{query}", self.host)).call();
        let body = response.ok()?.body_mut().read_to_vec().ok()?;
        let Ok(Response::Success(page)) = Response::<Page>::decode(200, &body) else { return None };
        if page.damage().is_some() {
            return None;
        }
        let text = |text: Option<_>| {
            text.map(|text: aliyun_customer_gateway::escaped::EscapedStr| text.to_string())
        };
        page.gateways()
            .map(|it| Some((text(it.ip_address())?, text(it.customer_gateway_id())?)))
            .collect()
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// How a registration ended, and what it took.
struct Ended {
    address: String,
    id: String,
    kills: usize,
    restarts: usize,
}

/// Registers, killed after so many milliseconds each, and started again until there is an id.
fn register(folder: &Path, number: usize, host: &str) -> Ended {
    let address = format!("8.{}.{}.7", number / 256, number % 256);
    let [config, state] = ["toml", "state"].map(|end| folder.join(format!("{number}.{end}")));
    std::fs::write(&config, format!("RegionId = \"{REGION}\"\nIpAddress = \"{address}\"\nName = \"site {number}\"\n[[Tags]]\nKey = \"serial\"\nValue = \"{number}\"\n")).unwrap();
    let (mut kills, mut restarts) = (0, 0);
    // Two of three are killed, from before anything is stored to long after the first call.
    let mut kill_after =
        (0..number % 3).map(|kill| Duration::from_millis((number * 7 + kill * 13) as u64 % 60));
    loop {
        let mut command = Command::new(env!("CARGO_BIN_EXE_register"));
        command.args([&config, &state]).env("REGISTER_HTTP_HOST", host);
        for (name, value) in
            ["ACCESS_KEY_ID", "ACCESS_KEY_SECRET", "SECURITY_TOKEN"].into_iter().zip(CREDENTIALS)
        {
            command.env(format!("ALIBABA_CLOUD_{name}"), value);
        }
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        if let Some(after) = kill_after.next() {
            thread::sleep(after);
            // It may be done by then, and its id never be read.
            kills += usize::from(child.try_wait().unwrap().is_none());
            child.kill().unwrap();
            child.wait().unwrap();
            continue;
        }
        let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
        let (stdout, stderr) =
            (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
        for secret in [CREDENTIALS[1], CREDENTIALS[2], "Signature="] {
            assert!(!stderr.contains(secret), "{secret} in {stderr}");
        }
        match status.code() {
            Some(0) => {
                let id = stdout.strip_suffix('\n').expect("a line").to_owned();
                return Ended { address, id, kills, restarts };
            }
            // It gave up, or the clock or the credentials were refused too often: start it again.
            Some(4 | 75) if restarts < 5 => {
                assert_eq!(stdout, "");
                restarts += 1;
            }
            code => panic!("{address}: {code:?}\n{stderr}"),
        }
    }
}

/// All registrations with one fault: a row of the table.
fn play(fault: &str, folder: &Path, runs: usize) {
    std::fs::create_dir_all(folder).unwrap();
    let (service, start) = (Service::start(fault), Instant::now());
    let (next, ended) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= runs {
                        break;
                    }
                    let one = register(folder, number, &service.host);
                    ended.lock().unwrap().push(one);
                }
            });
        }
    });
    let ended = ended.into_inner().unwrap();
    let mut reported: Vec<_> = ended.iter().map(|it| (it.address.clone(), it.id.clone())).collect();
    let mut there = service.gateways();
    reported.sort();
    there.sort();
    assert_eq!(reported.len(), runs);
    assert_eq!(reported, there, "with {fault}");
    let sum = |of: fn(&Ended) -> usize| ended.iter().map(of).sum::<usize>();
    let (kills, restarts) = (sum(|it| it.kills), sum(|it| it.restarts));
    let seconds = start.elapsed().as_secs_f32();
    let fault = if fault.is_empty() { "none" } else { fault };
    println!("{runs:>5} {kills:>6} {restarts:>9} {seconds:>8.1}  {fault}");
}

#[test]
fn there_is_always_one_gateway_and_its_id() {
    let runs = std::env::var("RUNS").map_or(5, |runs| runs.parse().expect("a number of runs"));
    let folder = format!("faults-{}", std::process::id());
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(folder);
    println!("{:>5} {:>6} {:>9} {:>8}  fault", "runs", "kills", "restarts", "seconds");
    thread::scope(|scope| {
        for (index, fault) in FAULTS.iter().enumerate() {
            let folder = folder.join(index.to_string());
            scope.spawn(move || play(fault, &folder, runs));
        }
    });
    std::fs::remove_dir_all(folder).unwrap();
}
