//! The shape of the source: one direction, no long files, no `mod.rs`.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "what cannot be read fails its test"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

/// The most lines of a file, its tests included.
const LONGEST: usize = 450;

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every file below `src` that holds code.
fn files() -> Vec<PathBuf> {
    let mut folders = vec![source()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    assert!(files.len() > 20, "{files:?}");
    files
}

/// The module of a file, such as `field::name`; `lib.rs` is none.
fn module_of(file: &Path) -> Option<String> {
    let path = file.strip_prefix(source()).unwrap().with_extension("");
    let parts: Vec<_> = path.iter().map(|part| part.to_str().unwrap()).collect();
    let module = parts.join("::");
    (module != "lib").then_some(module)
}

/// The code of a file: without comments, and without the tests at its end.
fn code_of(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// The paths that a `use` of groups stands for: `a::{b, c::{d, e}}` is `a::b`, `a::c::d`, `a::c::e`.
fn flattened(tree: &str) -> Vec<String> {
    let Some((before, group)) = tree.split_once('{') else {
        return vec![tree.trim().to_owned()];
    };
    let group = group.rsplit_once('}').expect("a closed group").0;
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for character in group.chars() {
        match character {
            ',' if depth == 0 => parts.push(String::new()),
            _ => {
                match character {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                parts.last_mut().unwrap().push(character);
            }
        }
    }
    let parts = parts.iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(|part| flattened(&format!("{}{}", before.trim(), part.trim()))).collect()
}

/// The paths below the crate that a file names, in `use` or in the middle of the code.
fn paths(module: &str, code: &str) -> Vec<String> {
    // In a module within the file, `super` is the file.
    static INNER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?ms)^(?:pub(?:\([a-z]+\))? )?mod (\w+) \{$(.*?)^\}$").unwrap()
    });
    let mut found = paths_outside(module, &INNER.replace_all(code, ""));
    for part in INNER.captures_iter(code) {
        found.extend(paths_outside(&format!("{module}::{}", &part[1]), &part[2]));
    }
    found
}

/// The paths that code without modules in it names.
fn paths_outside(module: &str, code: &str) -> Vec<String> {
    static USES: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?s)\buse\s+((?:crate|super|self)\s*::[^;]*);").unwrap());
    static INLINE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bcrate((?:::\w+)+)").unwrap());
    static SUPERS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bsuper((?:::\w+)+)").unwrap());
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    let mut found = Vec::new();
    for tree in USES.captures_iter(code) {
        for path in flattened(&tree[1]) {
            let path = path.split_whitespace().next().unwrap().to_owned();
            found.push(match path.split_once("::").unwrap() {
                ("crate", rest) => rest.to_owned(),
                ("super", rest) => join(parent, rest),
                (_, rest) => join(module, rest),
            });
        }
    }
    found.extend(INLINE.captures_iter(code).map(|path| path[1].trim_start_matches(':').to_owned()));
    let above = SUPERS.captures_iter(code);
    found.extend(above.map(|path| join(parent, path[1].trim_start_matches(':'))));
    found
}

fn join(parent: &str, path: &str) -> String {
    match path.strip_prefix("super::") {
        Some(path) => join(parent.rsplit_once("::").map_or("", |(above, _)| above), path),
        None if parent.is_empty() => path.to_owned(),
        None => format!("{parent}::{path}"),
    }
}

/// The file of each public name, from the re-exports of `lib.rs`: macros that are used in other
/// crates name types so.
fn reexports(modules: &BTreeSet<String>) -> BTreeMap<String, String> {
    let uses = Regex::new(r"(?s)pub\s+use\s+([^;]*);").unwrap();
    let lib = code_of(&source().join("lib.rs"));
    let mut names = BTreeMap::new();
    for tree in uses.captures_iter(&lib) {
        for path in flattened(&tree[1]) {
            let name = path.rsplit("::").next().unwrap().to_owned();
            names.insert(name, module_at(&path, modules).expect("a path below a module"));
        }
    }
    names
}

/// The deepest module that a path leads to.
fn module_at(path: &str, modules: &BTreeSet<String>) -> Option<String> {
    let mut path = path;
    loop {
        if modules.contains(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// What each module uses. A parent declares its children, and what they share stands in it: so a path
/// to the parent's own items is an edge to the parent, and a declaration is none.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<_, _> =
        files().into_iter().filter_map(|file| Some((module_of(&file)?, file))).collect();
    let modules: BTreeSet<_> = files.keys().cloned().collect();
    let reexports = reexports(&modules);
    let exported = Regex::new(r"macro_rules!\s+(\w+)").unwrap();
    let codes: BTreeMap<_, _> =
        files.iter().map(|(module, file)| (module.clone(), code_of(file))).collect();
    let mut macros = BTreeMap::new();
    for (module, code) in &codes {
        for name in exported.captures_iter(code) {
            macros.insert(name[1].to_owned(), module.clone());
        }
    }
    let mut graph = BTreeMap::new();
    for (module, code) in &codes {
        let mut used = BTreeSet::new();
        for path in paths(module, code) {
            let first = path.split("::").next().unwrap();
            let target = module_at(&path, &modules)
                .or_else(|| reexports.get(first).cloned())
                .or_else(|| macros.get(first).cloned())
                .unwrap_or_else(|| panic!("{module} uses {path}, which is in no file"));
            used.insert(target);
        }
        used.remove(module);
        graph.insert(module.clone(), used);
    }
    graph
}

/// A circle among modules, if there is one.
fn circle(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    fn walk(
        module: &str,
        graph: &BTreeMap<String, BTreeSet<String>>,
        way: &mut Vec<String>,
        done: &mut BTreeSet<String>,
    ) -> bool {
        if let Some(start) = way.iter().position(|passed| passed == module) {
            way.drain(..start);
            return true;
        }
        if !done.insert(module.to_owned()) {
            return false;
        }
        way.push(module.to_owned());
        if graph[module].iter().any(|used| walk(used, graph, way, done)) {
            return true;
        }
        way.pop();
        false
    }

    let mut done = BTreeSet::new();
    graph.keys().find_map(|module| {
        let mut way = Vec::new();
        walk(module, graph, &mut way, &mut done).then_some(way)
    })
}

/// The tree that a module belongs to: `response` of `response::json`.
fn tree_of(module: &str) -> String {
    module.split("::").next().unwrap().to_owned()
}

#[test]
fn trees_of_modules_use_each_other_one_way() {
    let mut trees: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (module, used) in graph() {
        let tree = trees.entry(tree_of(&module)).or_default();
        tree.extend(used.iter().map(|used| tree_of(used)).filter(|used| *used != tree_of(&module)));
    }
    assert_eq!(circle(&trees), None);
}

#[test]
fn siblings_use_each_other_one_way() {
    // A parent uses its children, and they what stands in it: that is one node, so it is left out.
    let mut graph = graph();
    let modules: Vec<_> = graph.keys().cloned().collect();
    let is_parent = |module: &str| {
        let prefix = format!("{module}::");
        modules.iter().any(|other| other.starts_with(&prefix))
    };
    for (module, used) in &mut graph {
        let above = |used: &String| module.starts_with(&format!("{used}::"));
        used.retain(|used| !above(used));
        if is_parent(module) {
            let prefix = format!("{module}::");
            used.retain(|used| !used.starts_with(&prefix));
        }
    }
    assert_eq!(circle(&graph), None);
}

#[test]
fn the_graph_is_that_of_the_source() {
    let graph = graph();
    for (module, used) in [
        ("request", "query"),
        ("query", "percent"),
        ("query", "encode"),
        ("encode", "sink"),
        ("encode", "writer"),
        ("value", "percent"),
        ("percent", "writer"),
        ("writer", "sink"),
        ("field::name", "rule"),
        ("field::name", "field::ascii"),
        ("field::name", "field"),
        ("response", "retry"),
        ("response::json::syntax", "body_error"),
        ("response::json", "response::members"),
        ("response::members", "text"),
        ("retry", "error_code"),
    ] {
        assert!(graph[module].contains(used), "{module} uses {:?}, but not {used}", graph[module]);
    }
    assert!(graph["parameter"].is_empty(), "{:?}", graph["parameter"]);
}

#[test]
fn a_circle_is_found() {
    let graph = |edges: &[(&str, &str)]| {
        let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (from, to) in edges {
            graph.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            graph.entry((*to).to_owned()).or_default();
        }
        graph
    };
    assert_eq!(circle(&graph(&[("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")])), None);
    let found = circle(&graph(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "b")])).unwrap();
    assert_eq!(found, ["b", "c", "d"]);
}

#[test]
fn paths_are_read_from_code() {
    let code = "use crate::a::{self, B, c::{D, E as F}};\nuse super::g;\nfn h() -> crate::I { \
                crate::j::k() }\nuse self::l::M;\n\
                mod n {\n    use super::{O, super::P};\n}\n";
    let mut found = paths("x::y", code);
    found.sort_unstable();
    found.dedup();
    for path in [
        "a::self",
        "a::B",
        "a::c::D",
        "a::c::E",
        "x::g",
        "I",
        "j::k",
        "x::y::l::M",
        "x::y::O",
        "x::P",
    ] {
        assert!(found.iter().any(|found| found == path), "{path} in {found:?}");
    }
    assert_eq!(join("a::b", "super::c"), "a::c");
    assert_eq!(join("a", "super::c"), "c");
}

#[test]
fn no_file_is_long() {
    for file in files() {
        let lines = fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines <= LONGEST, "{}: {lines} lines", file.display());
    }
}

#[test]
fn no_file_is_named_mod() {
    for file in files() {
        assert!(!file.ends_with("mod.rs"), "{}", file.display());
    }
}
