//! Registers the gateway of a file, once, and prints its id: see README.md beside this folder.

use std::io::{Read as _, Write as _};
use std::time::{Duration, Instant, UNIX_EPOCH};
use std::{env, fs, process::ExitCode, thread};

use aliyun_customer_gateway as cgw;
use anyhow::{Context as _, anyhow, bail, ensure};
use atomic_write_file::AtomicWriteFile;
use cgw::Registration;
use cgw::registration::{Outcome, Policy, Step};
use getrandom::{SysRng, rand_core::UnwrapErr};

fn main() -> anyhow::Result<ExitCode> {
    let args: Vec<_> = env::args().collect();
    let [_, config, state] = &args[..] else { bail!("usage: register CONFIG STATE") };
    let variable = |name| env::var(name).context(name);
    let id = variable("ALIBABA_CLOUD_ACCESS_KEY_ID")?;
    let secret = variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET")?;
    let token = variable("ALIBABA_CLOUD_SECURITY_TOKEN").ok().filter(|token| !token.is_empty());
    let signer =
        cgw::rpc::Signer::new(&cgw::Credentials::of_texts(&id, &secret, token.as_deref())?);
    let random = || cgw::UuidText::from_rng(&mut UnwrapErr(SysRng));

    // STATE is CONFIG with the token, stored before both are sent, and sent again after a crash.
    let config = fs::read_to_string(config).with_context(|| config.clone())?;
    let with_new_token = || format!("ClientToken = \"{}\"\n{config}", random());
    let (mut request, mut registration) = if fs::exists(state)? {
        (fs::read_to_string(state)?, Registration::resumed(Policy::new()))
    } else {
        (with_new_token(), Registration::new(Policy::new()))
    };
    let same = request.split_once('\n').is_some_and(|(_, rest)| rest == config);
    ensure!(same, "{state} was made from another configuration: restore that, or remove {state}");

    let http: ureq::Agent = ureq::config::Config::builder()
        .timeout_connect(Some(Duration::from_secs(5)))
        .timeout_global(Some(Duration::from_secs(20)))
        .http_status_as_error(false)
        .max_redirects(0)
        .max_idle_connections(0)
        .build()
        .into();
    let (mut clock, mut date) = ((UNIX_EPOCH.elapsed().unwrap_or_default(), Instant::now()), None);
    loop {
        let gateway = toml::Deserializer::parse(&request).and_then(cgw::config::current);
        // Only the sentence: what else an error prints is a line of the file, where secrets may be.
        let gateway: cgw::OwnedCreateCustomerGateway =
            gateway.map_err(|error| anyhow!("the configuration: {}", error.message()))?;
        let wanted = gateway.get();
        let host = cgw::OwnedHost::of_region(wanted.region_id(), cgw::Network::Public)?;
        let url = variable("REGISTER_URL").unwrap_or_else(|_| format!("https://{}", host.as_str()));
        let mut file = AtomicWriteFile::open(state)?;
        file.write_all(request.as_bytes())?;
        file.commit()?;
        while registration.step() != Step::NewToken {
            match registration.step() {
                Step::Send(to_send) => {
                    let (nonce, now) = (random(), clock.0 + clock.1.elapsed());
                    let now = cgw::Timestamp::from_unix_seconds(now.as_secs().cast_signed())?;
                    let call = to_send.call(&wanted, nonce.signature_nonce(), now);
                    // In the body rather than in the URL, which proxies and errors show.
                    let form = signer.sign(cgw::Method::Post, &call).to_string();
                    let post = http.post(&url).content_type("application/x-www-form-urlencoded");
                    let sent = post.send(form).inspect_err(|error| eprintln!("{to_send}: {error}"));
                    let Ok(response) = sent else {
                        registration.on_no_response();
                        continue;
                    };
                    let (head, stream) = response.into_parts();
                    date = head.headers.get("date").and_then(|date| {
                        httpdate::parse_http_date(date.to_str().ok()?)
                            .ok()?
                            .duration_since(UNIX_EPOCH)
                            .ok()
                    });
                    let asked = cgw::RetryAfter::from_headers(&head.headers, u32::MAX);
                    // What there is of a body that is cut off may hold the id.
                    let mut body = Vec::new();
                    let _ = stream.into_reader().take(65_536).read_to_end(&mut body);
                    let received =
                        registration.on_response(&wanted, head.status.as_u16(), asked, &body);
                    eprintln!("{to_send}: {received}");
                }
                Step::Pause(pause) => {
                    thread::sleep(Duration::from_millis(pause.ms(getrandom::u32()?).into()));
                    registration.on_paused();
                }
                Step::SetClock => {
                    // Not by a response from before this was written.
                    let date = date.filter(|date: &Duration| date.as_secs() > 1_796_000_000);
                    clock = date.map_or(clock, |date| (date, Instant::now()));
                    registration.on_clock_set();
                }
                Step::RenewCredentials => registration.on_credentials_renewed(),
                Step::Done(outcome) => {
                    eprintln!("{outcome}");
                    outcome.id().inspect(|id| println!("{id}"));
                    return Ok(ExitCode::from(match outcome {
                        Outcome::Created { .. } => 0,
                        Outcome::Found { differences, .. } if differences.is_empty() => 0,
                        Outcome::Found { .. } => 3,
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
