//! The house: floors of rooms, each of which uses only rooms at or above its own.

use std::fs;
use std::path::Path;

/// The rooms, a floor a line, from the top down. A room is a file of `src` with its folder.
const ROOMS: &[&str] = &[
    "byte_set buffer_too_small writer encode quoted percent decimal escaped front_coded",
    "parameter retry error_code edition rule invalid_parameter field",
    "query sign",
    "advice response mismatch",
    "action",
    "http1 http",
    "registration",
    "config strategies arbitrary",
];

/// The most lines of a file, its tests included.
const LONGEST: usize = 400;

/// Every file below `src`: its path there, and its text.
fn files() -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(&source).unwrap().with_extension("");
                files.push((path.to_str().unwrap().replace('\\', "/"), text));
            }
        }
    }
    files
}

#[test]
fn a_room_uses_only_rooms_at_or_above_its_own() {
    let rooms: Vec<&str> = ROOMS.iter().flat_map(|floor| floor.split(' ')).collect();
    for room in &rooms {
        assert!(files().iter().any(|(path, _)| path == room), "{room} is not there");
    }
    let place = |room: &str| rooms.iter().position(|other| *other == room);
    for (path, text) in files().iter().filter(|(path, _)| path != "lib") {
        let room = path.split('/').next().unwrap();
        let own = place(room).unwrap_or_else(|| panic!("{room} is on no floor"));
        let code = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        // A macro for other crates names what is public by `$crate`, and is at the root itself.
        let code = code.replace("$crate::", "").replace("crate::__", "");
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        for used in code.flat_map(|line| line.split("crate::").skip(1)) {
            let used = used.split(|c: char| c != '_' && !c.is_alphanumeric()).next().unwrap();
            let above = place(used).is_some_and(|place| place <= own);
            assert!(above, "{path} uses {used}");
        }
    }
}

#[test]
fn no_file_is_long_or_named_mod() {
    for (path, text) in files() {
        assert!(text.lines().count() <= LONGEST, "{path} has {} lines", text.lines().count());
        assert!(path != "mod" && !path.ends_with("/mod"), "{path}");
    }
}
