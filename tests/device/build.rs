//! Where memory is on the board, and when the firmware was built.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

fn main() {
    let out = env::var("OUT_DIR").unwrap();
    let (flash, ram) = if env::var_os("CARGO_FEATURE_MPS2_AN386").is_some() {
        // Arm MPS2 with AN386 (Cortex-M4), as QEMU has it.
        (("0x00000000", "4M"), ("0x20000000", "4M"))
    } else {
        // TI Stellaris LM3S6965, as QEMU has it.
        (("0x00000000", "256K"), ("0x20000000", "64K"))
    };
    let memory = format!(
        "MEMORY\n{{\n  FLASH : ORIGIN = {}, LENGTH = {}\n  RAM : ORIGIN = {}, LENGTH = {}\n}}\n",
        flash.0, flash.1, ram.0, ram.1,
    );
    fs::write(Path::new(&out).join("memory.x"), memory).unwrap();
    println!("cargo::rustc-link-search={out}");

    // No clock is set to a time before this one.
    println!("cargo::rerun-if-env-changed=SOURCE_DATE_EPOCH");
    let built_at = env::var("SOURCE_DATE_EPOCH").unwrap_or_else(|_| {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().to_string()
    });
    println!("cargo::rustc-env=BUILT_AT={built_at}");
}
