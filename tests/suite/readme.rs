//! What the README states in tables is true.

const README: &str = include_str!("../../README.md");

/// The rows of the table under a heading, without its head.
fn rows(heading: &str) -> impl Iterator<Item = Vec<&'static str>> {
    let (_, section) = README.split_once(&format!("\n## {heading}\n")).unwrap_or_default();
    let (section, _) = section.split_once("\n## ").unwrap_or_default();
    let table = section.lines().filter(|line| line.starts_with('|')).skip(2);
    table.map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
}

#[test]
fn every_feature_is_listed() {
    let manifest = include_str!("../../Cargo.toml");
    let (_, features) = manifest.split_once("\n[features]\n").expect("a table of features");
    let (features, _) = features.split_once("\n[").expect("another table after it");
    let names = |line: &'static str| line.split_once(" = ").map(|(name, _)| name);
    let mut stated: Vec<_> = features.lines().filter_map(names).collect();
    stated.retain(|name| *name != "default");
    let mut listed: Vec<_> = rows("Features").map(|row| row[0].trim_matches('`')).collect();
    // Cargo sorts the manifest that it packages.
    stated.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, stated);
}

/// The rows of figures are those of the whole tables, which a package of the crate does not hold.
#[test]
fn figures_are_those_that_were_measured() {
    for (heading, table) in [
        ("On a microcontroller", "tests/firmware/sizes.md"),
        ("Beside other crates", "benches/README.md"),
    ] {
        let (_, section) = README.split_once(&format!("\n## {heading}\n")).unwrap();
        let rows: Vec<_> = section.lines().take_while(|line| !line.starts_with("## ")).collect();
        let rows = rows.iter().filter(|line| line.starts_with('|')).skip(2);
        let Ok(table) = std::fs::read_to_string(format!("{}/{table}", env!("CARGO_MANIFEST_DIR")))
        else {
            continue;
        };
        for row in rows {
            assert!(table.lines().any(|line| line == *row), "{table} has no row {row}");
        }
    }
}
