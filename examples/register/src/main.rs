//! Registers the gateway of a file, once, and prints its id: see README.md beside this folder.

use std::time::{Duration, Instant, UNIX_EPOCH};
use std::{env, fs, io::Read as _, io::Write as _, process::ExitCode, thread};

use aliyun_customer_gateway::registration::{Outcome, Policy, Step};
use aliyun_customer_gateway::{
    Credentials, Network, OwnedCreateCustomerGateway, OwnedHost, Registration, Timestamp, UuidText,
    config, http, rpc,
};
use anyhow::{Context as _, anyhow, bail, ensure};
use ureq::{config::Config, tls::RootCerts, tls::TlsConfig};

fn main() -> anyhow::Result<ExitCode> {
    let args: Vec<_> = env::args().collect();
    let [_, path, state] = &args[..] else { bail!("usage: register CONFIG STATE") };
    let variable = |name| env::var(name).context(name);
    let id = variable("ALIBABA_CLOUD_ACCESS_KEY_ID")?;
    let secret = variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET")?;
    let token = variable("ALIBABA_CLOUD_SECURITY_TOKEN").ok().filter(|token| !token.is_empty());
    let signer = rpc::Signer::new(&Credentials::of_texts(&id, &secret, token.as_deref())?);
    let random = || UuidText::from_rng(&mut getrandom::rand_core::UnwrapErr(getrandom::SysRng));
    // STATE is CONFIG with a token, stored before both are sent, and sent again after a crash.
    let text = fs::read_to_string(path).context(path.clone())?;
    let with_new_token = || format!("ClientToken = \"{}\"\n{text}", random());
    let resumed = fs::exists(state)?;
    let mut request = if resumed { fs::read_to_string(state)? } else { with_new_token() };
    let same = request.split_once('\n').is_some_and(|(_, rest)| rest == text);
    ensure!(same, "{state} was made from another {path}: restore that, or remove {state}");
    let begin = if resumed { Registration::resumed } else { Registration::new };
    let mut registration = begin(Policy::new());

    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let config = Config::builder().tls_config(tls).max_redirects(0).max_idle_connections(0);
    let config = config.http_status_as_error(false).timeout_global(Some(Duration::from_secs(20)));
    let client = config.timeout_connect(Some(Duration::from_secs(5))).build().new_agent();
    let (start, mut date) = (Instant::now(), None);
    let running = || start.elapsed().as_secs().cast_signed();
    let mut clock = UNIX_EPOCH.elapsed().unwrap_or_default().as_secs().cast_signed();
    loop {
        let gateway = toml::Deserializer::parse(&request).and_then(config::current);
        // Only the sentence: the rest of an error is a line of the file, where secrets may be.
        let gateway: OwnedCreateCustomerGateway =
            gateway.map_err(|error| anyhow!("{path}: {}", error.message()))?;
        let wanted = gateway.get();
        let (target, host) = match variable("REGISTER_HTTP_HOST") {
            Ok(host) => (http::Target::Http, OwnedHost::new(&host)?),
            _ => (http::Target::Https, OwnedHost::of_region(wanted.region_id(), Network::Public)?),
        };
        let mut file = atomic_write_file::AtomicWriteFile::open(state).context(state.clone())?;
        file.write_all(request.as_bytes())?;
        file.commit()?;
        while registration.step() != Step::NewToken {
            match registration.step() {
                Step::Send(to_send) => {
                    let (nonce, now) = (random(), Timestamp::from_unix_seconds(clock + running())?);
                    let call = to_send.call(&wanted, nonce.signature_nonce(), now);
                    // A form keeps everything out of the URL, which proxies and errors show.
                    let post = http::request(target, &signer.post_form(host.get(), &call))?;
                    let sent = client.run(post).inspect_err(|why| eprintln!("{to_send}: {why}"));
                    let Ok(response) = sent else {
                        registration.on_no_response();
                        continue;
                    };
                    let response = response.map(|stream| {
                        // What there is of a body that is cut off may hold the id.
                        let mut body = Vec::new();
                        let _ = stream.into_reader().take(65_536).read_to_end(&mut body);
                        body
                    });
                    date = http::Head::of(&response).date(1_796_000_000); // When this was written.
                    eprintln!("{to_send}: {}", registration.on_http(&wanted, &response));
                }
                Step::Pause(pause) => {
                    thread::sleep(Duration::from_millis(pause.ms(getrandom::u32()?).into()));
                    registration.on_paused();
                }
                Step::SetClock => {
                    clock = date.map_or(clock, |date| date - running());
                    registration.on_clock_set();
                }
                Step::RenewCredentials => registration.on_credentials_renewed(),
                Step::Done(outcome) => {
                    eprintln!("{outcome}");
                    outcome.id().inspect(|id| println!("{id}"));
                    return Ok(ExitCode::from(match outcome {
                        Outcome::Created { .. } => 0,
                        Outcome::Found { differences, .. } => 3 * u8::from(!differences.is_empty()),
                        Outcome::GaveUp => 75,
                        _ => 4,
                    }));
                }
                step => bail!("{step:?} is a step of a later version"),
            }
        }
        request = with_new_token();
        registration.on_new_token();
    }
}
