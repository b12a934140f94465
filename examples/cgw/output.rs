//! Standard output and standard error, either of which may fail.

use core::fmt;
use std::io::{self, ErrorKind, Write as _};

use crate::closed;
use crate::exit::Exit;

/// What a command prints, and its exit code.
pub(crate) struct Report {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) exit: Exit,
}

impl Report {
    pub(crate) fn done(stdout: String) -> Self {
        Self { stdout, stderr: String::new(), exit: Exit::Done }
    }

    /// A report of one error.
    pub(crate) fn error(exit: Exit, sentence: impl fmt::Display) -> Self {
        Self { stdout: String::new(), stderr: format!("error: {sentence}\n"), exit }
    }

    /// Prints the report and returns the exit code.
    pub(crate) fn print(self) -> Exit {
        tell(&self.stderr);
        match write(&self.stdout) {
            Ok(Written::All | Written::NobodyReads) => self.exit,
            Err(error) => {
                tell(&format!("error: {error}\n"));
                Exit::InputOutput
            }
        }
    }
}

pub(crate) enum Written {
    All,
    /// The reader closed the pipe: it wants no more, and that is not an error.
    NobodyReads,
}

/// Standard output cannot be written.
pub(crate) struct OutputError(io::Error);

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "standard output cannot be written: {}", self.0)
    }
}

/// Writes to standard output and flushes it.
pub(crate) fn write(text: &str) -> Result<Written, OutputError> {
    if text.is_empty() {
        return Ok(Written::All);
    }
    if closed::standard_output() {
        return Err(OutputError(io::Error::other("it is closed")));
    }
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(Written::All),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(Written::NobodyReads),
        Err(error) => Err(OutputError(error)),
    }
}

/// Writes to standard error. Where that fails, there is nobody left to tell.
pub(crate) fn tell(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
