//! What a Rust archive has to have, and never calls.

#[cfg(feature = "prove-no-panic")]
unsafe extern "C" {
    /// There is no such function.
    fn acg_a_panic_is_reachable() -> !;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    #[cfg(feature = "prove-no-panic")]
    // SAFETY: nothing that has this call gets linked.
    unsafe {
        acg_a_panic_is_reachable()
    }
    // No function of this archive gets here: `./run` proves it.
    #[cfg(not(feature = "prove-no-panic"))]
    loop {}
}
