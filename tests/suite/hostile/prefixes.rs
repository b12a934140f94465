//! Every strict prefix of every sample.

#[cfg(all(feature = "json", feature = "xml"))]
#[test]
fn every_prefix_of_every_sample_is_refused() {
    use aliyun_customer_gateway::{BodyError, Response};

    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/bodies");
    let mut samples = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "jsonl") {
            continue;
        }
        samples += 1;
        let body = std::fs::read(&path).unwrap();
        let body = body.trim_ascii_end();
        let is_page = path.extension().is_some_and(|extension| extension == "html");
        for end in 0..body.len() {
            for status in [200, 400] {
                let refused = Response::decode(status, &body[..end]);
                let refused = refused.expect_err(&format!("{} up to {end}", path.display()));
                // A body that was cut off is to be told from one that is broken; but of a page,
                // the start alone tells that it is no answer.
                let expected = match &body[..end] {
                    [] => BodyError::Empty,
                    page if page.starts_with(b"<!DOCTYPE HTML") => BodyError::Html,
                    declaration if declaration.starts_with(b"<!DOCTYPE") => {
                        BodyError::Doctype { index: 0 }
                    }
                    _ => BodyError::CutOff { index: end },
                };
                assert_eq!(refused, expected, "{} up to {end}", path.display());
            }
        }
        for status in [200, 400] {
            if is_page {
                assert_eq!(Response::decode(status, body), Err(BodyError::Html));
            }
        }
    }
    assert_eq!(samples, 13);
}
