//! How many lines a user writes for each client, and that the documentation shows them as they are.

use std::fs;
use std::path::Path;

/// What stands between the marks of a client's file.
fn glue(client: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{client}.rs"));
    let text = fs::read_to_string(file).unwrap();
    let (_, glue) = text.split_once("// The glue starts here.\n").unwrap();
    let (glue, _) = glue.split_once("// The glue ends here.\n").unwrap();
    glue.lines().map(str::to_owned).collect()
}

/// The lines of code: neither empty nor a comment.
fn count(glue: &[String]) -> usize {
    let is_code = |line: &&String| !line.is_empty() && !line.trim_start().starts_with("//");
    glue.iter().filter(is_code).count()
}

#[test]
fn lines_of_glue() {
    println!("client: before, now");
    for (client, before, now) in [
        ("ureq", "56", 12),
        ("reqwest", "59 + 46", 12),
        ("hyper", "38 + 28 + 24", 16),
        ("raw", "162", 19),
    ] {
        let lines = count(&glue(client));
        println!("{client}: {before}, {lines}");
        assert_eq!(lines, now, "{client}");
    }
    println!("reqwless: -, {}", count(&glue("reqwless")));
}

#[test]
fn the_documentation_shows_what_is_compiled() {
    for (client, file) in [
        ("ureq", "http.rs"),
        ("reqwest", "http.rs"),
        ("hyper", "http.rs"),
        ("raw", "http1.rs"),
        ("reqwless", "sign/acs3.rs"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src").join(file);
        let documentation = fs::read_to_string(path).unwrap();
        let shown: Vec<String> = glue(client)
            .iter()
            .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
            .collect();
        assert!(documentation.contains(&shown.concat()), "{client} in {file}");
    }
}
