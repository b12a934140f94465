//! A line for the log, where the image has the feature.

/// Prints a line on the host's screen.
#[cfg(feature = "log")]
macro_rules! log {
    ($text:literal) => {
        cortex_m_semihosting::hprintln!("{}", format_args!($text))
    };
}

/// There is no log: nothing of what would be printed is in the image.
#[cfg(not(feature = "log"))]
macro_rules! log {
    ($text:literal) => {
        let _ = || {
            let _ = format_args!($text);
        };
    };
}

pub(crate) use log;
