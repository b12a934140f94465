//! Turns the vectors into constants: the microcontroller has no files.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value};

fn main() {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap());
    let vectors = root.parent().unwrap().join("vectors");
    println!("cargo::rerun-if-changed={}", vectors.display());
    // Where the linker finds the board's memory, in whatever folder it runs.
    let board = match env::var("TARGET").unwrap() {
        target if target.starts_with("thumbv6m") => "microbit",
        target if target.starts_with("riscv32") => "virt",
        _ => "lm3s6965evb",
    };
    println!("cargo::rustc-link-search={}", root.join("boards").join(board).display());
    println!("cargo::rerun-if-changed=boards");

    let mut code = String::new();
    rpc(&mut code, &vectors.join("rpc"));
    acs3(&mut code, &vectors.join("acs3"));
    bodies(&mut code, &vectors.join("bodies"));
    let out = Path::new(&env::var("OUT_DIR").unwrap()).join("vectors.rs");
    fs::write(out, code).unwrap();
}

fn rpc(code: &mut String, folder: &Path) {
    writeln!(code, "static RPC: &[Rpc] = &[").unwrap();
    for case in cases(folder) {
        let request = object(&case.join("request.json"));
        writeln!(
            code,
            "Rpc {{ name: {:?}, method: {}, secret: {}, parameters: {}, canonical_query: {:?}, \
             string_to_sign: {:?}, signature: {:?} }},",
            name(&case),
            rust(&request["method"]),
            rust(&request["secret"]),
            pairs(&request["parameters"], String::clone),
            text(&case, "canonical-query"),
            text(&case, "string-to-sign"),
            text(&case, "signature"),
        )
        .unwrap();
    }
    writeln!(code, "];").unwrap();
}

fn acs3(code: &mut String, folder: &Path) {
    writeln!(code, "static ACS3: &[Acs3] = &[").unwrap();
    for case in cases(folder) {
        let request = object(&case.join("request.json"));
        writeln!(
            code,
            "Acs3 {{ name: {:?}, method: {}, path: {}, query: {}, headers: {}, body: {}, \
             access_key_id: {}, secret: {}, canonical_request: {:?}, string_to_sign: {:?}, \
             signature: {:?}, authorization: {:?} }},",
            name(&case),
            rust(&request["method"]),
            rust(&request["path"]),
            pairs(&request["query"], String::clone),
            pairs(&request["headers"], |name| name.to_lowercase()),
            rust(&request["body"]),
            rust(&request["access_key_id"]),
            rust(&request["secret"]),
            text(&case, "canonical-request"),
            text(&case, "string-to-sign"),
            text(&case, "signature"),
            text(&case, "authorization"),
        )
        .unwrap();
    }
    writeln!(code, "];").unwrap();
}

fn bodies(code: &mut String, folder: &Path) {
    writeln!(code, "static BODIES: &[Body] = &[").unwrap();
    for line in fs::read_to_string(folder.join("expected.jsonl")).unwrap().lines() {
        let case: Map<String, Value> = serde_json::from_str(line).unwrap();
        let file = case["file"].as_str().unwrap();
        let expected = if let Some(created) = case.get("created") {
            format!(
                "Expected::Created {{ customer_gateway_id: {}, create_time: {}, request_id: {}, \
                 ip_address: {}, name: {}, description: {} }}",
                rust(&created["customer_gateway_id"]),
                option(created, "create_time_ms"),
                option(created, "request_id"),
                option(created, "ip_address"),
                option(created, "name"),
                option(created, "description"),
            )
        } else if let Some(failed) = case.get("failed") {
            format!(
                "Expected::Failed {{ code: {}, known: {}, message: {}, request_id: {}, \
                 host_id: {}, recommend: {} }}",
                option(failed, "code"),
                failed["known"],
                option(failed, "message"),
                option(failed, "request_id"),
                option(failed, "host_id"),
                option(failed, "recommend"),
            )
        } else {
            "Expected::NoAnswer".to_owned()
        };
        writeln!(
            code,
            "Body {{ name: {file:?}, status: {}, body: include_bytes!({:?}), expected: {expected} }},",
            case["status"],
            folder.join(file),
        )
        .unwrap();
    }
    writeln!(code, "];").unwrap();
}

/// The folders of the cases.
fn cases(folder: &Path) -> Vec<PathBuf> {
    let mut cases: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(!cases.is_empty(), "no cases in {}", folder.display());
    cases
}

fn name(case: &Path) -> &str {
    case.file_name().unwrap().to_str().unwrap()
}

fn object(file: &Path) -> Map<String, Value> {
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn text(case: &Path, file: &str) -> String {
    let text = fs::read_to_string(case.join(file)).unwrap();
    text.strip_suffix('\n').unwrap_or(&text).to_owned()
}

/// Names and values, sorted as the service wants them: headers by their names in lower case.
fn pairs(object: &Value, key: impl Fn(&String) -> String) -> String {
    let mut pairs: Vec<_> = object.as_object().unwrap().iter().collect();
    pairs.sort_by_key(|pair| key(pair.0));
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(name, value)| format!("({name:?}, {:?})", value.as_str().unwrap()))
        .collect();
    format!("&[{}]", pairs.join(", "))
}

/// A value that may be missing, as Rust writes it.
fn option(object: &Value, member: &str) -> String {
    match object.get(member) {
        Some(value) => format!("Some({})", rust(value)),
        None => "None".to_owned(),
    }
}

/// A text or a number, as Rust writes it.
fn rust(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{text:?}"),
        value => value.to_string(),
    }
}
