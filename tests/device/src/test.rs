//! What the test does to the device, and what it counts. A device has none of this.

use core::mem::MaybeUninit;

use cortex_m::peripheral::SCB;

use crate::host::{self, Options};

/// Where in a registration the power can be cut.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// A call is about to be sent.
    Before,
    /// A call was sent, and no response was awaited.
    Sent,
    /// A response was read, and nothing was stored.
    Heard,
    /// The id was stored.
    Stored,
}

/// What is counted across resets.
#[repr(C)]
#[derive(Clone, Copy)]
struct Counts {
    mark: u32,
    starts: u32,
    sends: u32,
    /// The greatest stack while what is stored was read, and of everything after that.
    stack_to_load: u32,
    stack: u32,
}

/// What tells a count from what is in the memory after a power-up.
const MARK: u32 = 0x7465_7374;

#[unsafe(link_section = ".uninit.counts")]
static mut COUNTS: MaybeUninit<Counts> = MaybeUninit::uninit();

/// The test.
pub struct Test {
    options: Options,
    counts: &'static mut Counts,
}

impl Test {
    /// The test, after one start more.
    pub fn start(options: Options) -> Self {
        let counts = (&raw mut COUNTS).cast::<Counts>();
        // SAFETY: this is called once, so there is no other reference, and any bits are counts.
        let counts = core::hint::black_box(unsafe { &mut *counts });
        if counts.mark != MARK {
            *counts = Counts { mark: MARK, starts: 0, sends: 0, stack_to_load: 0, stack: 0 };
        }
        counts.starts += 1;
        Self { options, counts }
    }

    /// What the command line says.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// How often the device was started.
    pub fn starts(&self) -> u32 {
        self.counts.starts
    }

    /// Counts a call, and resets the device if that was asked for: `reset=sent:2+heard:4`.
    pub fn at(&mut self, point: Point) {
        if point == Point::Before {
            self.counts.sends += 1;
        }
        let (name, sends) = (point.name(), self.counts.sends);
        let resets = self.options.text("reset").unwrap_or_default();
        let is_asked_for =
            resets.split('+').filter_map(|reset| reset.split_once(':')).any(|(at, number)| {
                at == name && number.parse().is_ok_and(|number: u32| number == sends)
            });
        if is_asked_for {
            self.note_stack();
            // Nothing of this reaches what is stored.
            SCB::sys_reset();
        }
    }

    /// Tells what came of everything, and ends the test.
    pub fn end(mut self, outcome: &str, id: &str) -> ! {
        self.note_stack();
        host::print(&["outcome ", outcome, " ", if id.is_empty() { "-" } else { id }, " sends "]);
        host::print_number(self.counts.sends);
        host::print(&[" resets "]);
        host::print_number(self.counts.starts - 1);
        host::print(&[" stack "]);
        host::print_number(self.counts.stack);
        host::print(&[" to-load "]);
        host::print_number(self.counts.stack_to_load);
        host::print(&["\n"]);
        host::exit(!id.is_empty())
    }

    /// What is stored was read.
    pub fn loaded(&mut self) {
        self.counts.stack_to_load = self.counts.stack_to_load.max(host::stack_in_use());
        host::paint_stack();
    }

    fn note_stack(&mut self) {
        self.counts.stack = self.counts.stack.max(host::stack_in_use());
    }
}

impl Point {
    fn name(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::Sent => "sent",
            Self::Heard => "heard",
            Self::Stored => "stored",
        }
    }
}
