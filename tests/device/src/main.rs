//! A device that registers its gateway once, over a network that loses requests.

#![no_std]
#![no_main]

mod board;
mod clock;
mod driver;
mod host;
mod log;
mod network;
mod random;
#[cfg(feature = "tls")]
mod secure;
mod survivor;
mod test;
mod ticks;

use core::panic::PanicInfo;

use cortex_m_rt::entry;
use smoltcp::iface::SocketStorage;
use smoltcp::wire::Ipv4Address;

use crate::clock::{BUILT_AT, Clock};
use crate::driver::{Device, Kept, RESPONSE};
use crate::host::Options;
use crate::network::{Memory, Network, Sockets};
use crate::random::Random;
use crate::survivor::Survivor;
use crate::test::Test;

/// Where QEMU forwards connections from. A device would ask DNS for the host.
const SERVER: (Ipv4Address, u16) =
    (Ipv4Address::new(10, 0, 2, 100), if cfg!(feature = "tls") { 443 } else { 80 });

#[entry]
fn main() -> ! {
    // The memory of the device, beside the stack.
    static mut LINE: [u8; 256] = [0; 256];
    static mut MEMORY: Memory = Memory::new();
    static mut SOCKETS: Sockets = [SocketStorage::EMPTY];
    static mut BODY: [u8; RESPONSE] = [0; RESPONSE];
    #[cfg(feature = "tls")]
    static mut RECORDS: secure::Records = secure::Records::new();

    let (Some(mut peripherals), Some(memory)) =
        (cortex_m::Peripherals::take(), cortex_m::singleton!(KEPT: Option<Kept> = None))
    else {
        host::exit(false)
    };
    ticks::start(&mut peripherals.SYST);
    let test = Test::start(Options::read(LINE));
    let seed = test.options().number("seed").unwrap_or(1);
    let mut random = Random::new(seed.unsigned_abs(), test.starts());
    let network = Network::start(MEMORY, SOCKETS, &mut random);
    // Without a battery, a clock starts when the firmware was built; or as the test wants it, so many
    // seconds from the right time.
    let clock =
        test.options().number("clock").map_or(BUILT_AT, |off| host::time() + i64::from(off));
    let mut device = Device {
        network,
        clock: Clock::new(clock),
        random,
        survivor: Survivor::take(),
        token: test.options().text("token"),
        test,
        response: BODY,
        #[cfg(feature = "tls")]
        records: RECORDS,
    };
    let outcome = device.load(memory).and_then(|(kept, is_new)| {
        device.test.loaded();
        let outcome = device.register(kept, is_new)?;
        Ok((outcome, kept.customer_gateway_id().unwrap_or_default()))
    });
    match outcome {
        Ok((outcome, id)) => device.test.end(outcome, id),
        Err(misfit) => device.test.end(misfit.name(), ""),
    }
}

#[cfg(feature = "no_panic")]
unsafe extern "C" {
    /// There is no such function.
    fn a_panic_is_reachable() -> !;
}

#[panic_handler]
fn panic(info: &PanicInfo) -> ! {
    #[cfg(feature = "no_panic")]
    // SAFETY: no image that has this call gets linked.
    unsafe {
        a_panic_is_reachable()
    }
    #[cfg(not(feature = "no_panic"))]
    {
        log::log!("{info}");
        host::print(&["outcome panic\n"]);
        host::exit(false)
    }
}
