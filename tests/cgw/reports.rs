//! Inputs from public reports, each with what has to come of it.
//!
//! A line of `reports.jsonl` is an object: `id`, `source`, `why`, the `line` for `cgw lines`, and
//! what is wanted of the result: an `error`, the members of a `created` or `failed` with these
//! values among them, whether it is `damaged`, a text that the query contains (`query_contains`) or
//! that the sentence of an error has (`sentence_has`).

use super::*;

#[test]
fn every_report() {
    let reports: Vec<Value> =
        vector("reports.jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(reports.len() >= 99, "{}", reports.len());
    let lines: Vec<_> = reports.iter().map(|report| report["line"].to_string()).collect();
    let input = lines.join("\n");
    let run = run_with(&[], &["lines"], input.as_bytes());
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    let results: Vec<Value> =
        run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(results.len(), reports.len());
    let wrong: Vec<_> = reports
        .iter()
        .zip(&results)
        .filter(|(report, result)| !is_as_wanted(&report["want"], result))
        .map(|(report, result)| format!("{}: wants {}, got {result}", report["id"], report["want"]))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), reports.len(), wrong.join("\n"));
}

fn is_as_wanted(want: &Value, result: &Value) -> bool {
    want.as_object().unwrap().iter().all(|(name, wanted)| match name.as_str() {
        "error" => result.get("error").is_some(),
        "created" | "failed" => {
            let members = result.get(name).and_then(Value::as_object);
            members.is_some_and(|members| {
                let mut wanted = wanted.as_object().unwrap().iter();
                wanted.all(|(name, value)| members.get(name) == Some(value))
            })
        }
        "damaged" => {
            let outcome = ["created", "failed"].into_iter().find_map(|kind| result.get(kind));
            outcome.is_some_and(|outcome| outcome.get("Damaged").is_some() == *wanted)
        }
        "query_contains" => contains(&result["query"], wanted),
        "sentence_has" => contains(&result["error"]["sentence"], wanted),
        _ => unreachable!("{name}"),
    })
}

fn contains(text: &Value, part: &Value) -> bool {
    text.as_str().is_some_and(|text| text.contains(part.as_str().unwrap()))
}
