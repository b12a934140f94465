//! How a failure prints: without the secrets that the service may echo in any of its texts.

use core::fmt;

use super::Failed;

impl fmt::Display for Failed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed with status {}", self.status())?;
        if let Some(code) = self.redacted(self.code()) {
            write!(f, ", {code}")?;
        }
        if let Some(message) = self.redacted(self.message_as_received()) {
            write!(f, ": {message}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Failed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failed")
            .field("status", &self.status())
            .field("code", &self.redacted(self.code()))
            .field("message", &self.redacted(self.message_as_received()))
            .field("request_id", &self.redacted(self.request_id()))
            .field("host_id", &self.redacted(self.host_id()))
            .field("recommend", &self.redacted(self.recommend()))
            .field("damage", &self.damage())
            .finish()
    }
}

#[cfg(feature = "defmt")]
impl defmt::Format for Failed<'_> {
    fn format(&self, f: defmt::Formatter<'_>) {
        defmt::write!(f, "{}", defmt::Debug2Format(self));
    }
}
