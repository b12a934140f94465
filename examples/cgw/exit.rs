//! What the tool exits with.

use std::process::ExitCode;

/// One code for each thing that a script can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was done.
    Done = 0,
    /// A value was refused, and nothing was sent or printed.
    Refused = 1,
    /// The command line is wrong.
    Usage = 2,
    /// The service refused the call, or failed.
    Failed = 3,
    /// The body is not a response of the service.
    NotAResponse = 4,
    /// Something could not be read or written.
    InputOutput = 5,
}

/// The list for `--help`.
pub(crate) const HELP: &str = "\
Exit codes:
  0  done
  1  a value was refused here, before anything was sent
  2  the command line is wrong
  3  the service refused the call or failed
  4  the body is not a response of the service
  5  something could not be read or written";

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
