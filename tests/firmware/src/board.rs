//! How an image prints and ends: by semihosting on Arm, and by the devices of QEMU's `virt` on RISC-V, where
//! it also says how an image starts.

#[cfg(target_arch = "arm")]
mod semihosting;
#[cfg(target_arch = "riscv32")]
mod virt;

#[cfg(target_arch = "arm")]
pub use semihosting::{exit, print};
#[cfg(target_arch = "riscv32")]
pub use virt::{exit, print};
