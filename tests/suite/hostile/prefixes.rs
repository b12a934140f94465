//! Every strict prefix of every sample.

/// A strict prefix is refused, or has the very outcome and reports the damage.
#[cfg(all(feature = "json", feature = "xml"))]
#[test]
fn every_prefix_of_every_sample() {
    use aliyun_customer_gateway::response::{Damage, Fault, NotAResponse};
    use aliyun_customer_gateway::{Created, DecodeError, Response};

    type Outcome = Result<(Option<String>, Option<Damage>), DecodeError>;

    fn outcome(status: u16, body: &[u8]) -> Outcome {
        Ok(match Response::<Created>::decode(status, body)? {
            Response::Success(created) => {
                (Some(created.customer_gateway_id().to_string()), created.damage())
            }
            Response::Failed(failed) => {
                (failed.code().map(|code| code.to_string()), failed.damage())
            }
        })
    }

    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/bodies");
    let (mut samples, mut read) = (0, 0);
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            continue;
        }
        samples += 1;
        let body = std::fs::read(&path).unwrap();
        let body = body.trim_ascii_end();
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        for status in [200, 400] {
            let whole = outcome(status, body);
            assert_eq!(whole.is_err(), is_page);
            for end in 0..body.len() {
                let place = format!("{} up to {end}", path.display());
                let cut_off = Fault::CutOff { index: end };
                let error = match outcome(status, &body[..end]) {
                    Err(error) => error,
                    Ok((text, damage)) => {
                        assert_eq!(
                            Some(&text),
                            whole.as_ref().ok().map(|(text, _)| text),
                            "{place}"
                        );
                        assert_eq!(damage.map(|damage| damage.fault()), Some(cut_off), "{place}");
                        read += 1;
                        continue;
                    }
                };
                // A body that was cut off is to be told from one that is broken; but of a page,
                // the start tells that it is not a response.
                let is_expected = match (&body[..end], error.kind()) {
                    ([], kind) => kind == NotAResponse::Empty,
                    (page, kind) if page.starts_with(b"<!DOCTYPE HTML") => {
                        kind == NotAResponse::Html
                    }
                    (declaration, kind) if declaration.starts_with(b"<!DOCTYPE") => {
                        kind == NotAResponse::NoMember { fault: Some(Fault::Doctype { index: 0 }) }
                    }
                    (
                        _,
                        NotAResponse::Broken(fault) | NotAResponse::NoMember { fault: Some(fault) },
                    ) => fault == cut_off,
                    _ => false,
                };
                assert!(is_expected, "{place}: {error:?}");
            }
        }
    }
    assert_eq!(samples, 13);
    assert!(read > 1500, "{read}");
}
