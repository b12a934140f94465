//! The calls, a list for each part of the crate.
//!
//! Those without the feature `everything` are what a firmware does that creates a customer gateway.

use core::hint::black_box;

use crate::scratch::Scratch;

/// A function that calls the crate, and its name in a report.
pub struct Call {
    pub name: &'static str,
    pub run: fn(&mut Scratch),
}

/// Makes functions that call the crate, in a section of their own, and the list of them.
macro_rules! calls {
    ($($(#[$attribute:meta])* fn $call:ident($scratch:ident) $body:block)*) => {
        $(
            $(#[$attribute])*
            #[cfg_attr(target_os = "none", unsafe(link_section = ".calls"))]
            fn $call($scratch: &mut crate::scratch::Scratch) {
                $scratch.note_stack_pointer();
                $body
            }
        )*

        const COUNT: usize = {
            let names: &[&str] = &[$($(#[$attribute])* stringify!($call)),*];
            names.len()
        };

        pub(crate) const CALLS: &[crate::calls::Call] = crate::input::input!(
            [crate::calls::Call; COUNT],
            [$($(#[$attribute])* crate::calls::Call {
                name: crate::input::constant!(concat!(module_path!(), "::", stringify!($call))),
                run: $call,
            }),*]
        );
    };
}

/// Calls a function that the compiler cannot see, so that it stands in the image as it is, and not
/// as a part of its caller.
#[inline(always)]
fn call<A, R>(function: fn(A) -> R, argument: A) -> R {
    black_box(function)(argument)
}

#[inline(always)]
fn call2<A, B, R>(function: fn(A, B) -> R, first: A, second: B) -> R {
    black_box(function)(first, second)
}

#[inline(always)]
fn call3<A, B, C, R>(function: fn(A, B, C) -> R, first: A, second: B, third: C) -> R {
    black_box(function)(first, second, third)
}

/// The modules, each in its feature.
macro_rules! parts {
    ($($feature:literal $module:ident)*) => {
        $(
            #[cfg(feature = $feature)]
            mod $module;
            #[cfg(not(feature = $feature))]
            mod $module {
                pub(crate) const CALLS: &[super::Call] = &[];
            }
        )*

        #[cfg_attr(target_os = "none", unsafe(link_section = ".inputs"))]
        static ALL: [&[Call]; [$($feature),*].len()] = [$($module::CALLS),*];
    };
}

parts! {
    "validators" validators
    "everything" today
    "encoder" encoder
    "response" response
    "json" json
    "xml" xml
    "signing" signing
    "rpc" rpc
    "rpc_compact" rpc_compact
    "acs3" acs3
    "pages" pages
    "registration" registration
    "http1" http1
    "configuration" configuration
    "sentences" sentences
}

/// Every call of the parts that are switched on.
pub fn all() -> impl Iterator<Item = &'static Call> {
    black_box(&ALL).iter().copied().flatten()
}
