//! What takes the blocks of a writer.

use core::fmt;

/// Takes ASCII bytes, and remembers for itself what went wrong.
pub(crate) trait Sink {
    fn put(&mut self, ascii: &[u8]);
}

/// Hands on to a `core::fmt::Write`.
pub(crate) struct Text<'w, W: ?Sized> {
    to: &'w mut W,
    result: fmt::Result,
}

impl<'w, W: fmt::Write + ?Sized> Text<'w, W> {
    pub(crate) fn new(to: &'w mut W) -> Self {
        Self { to, result: Ok(()) }
    }

    pub(crate) fn finish(self) -> fmt::Result {
        self.result
    }
}

impl<W: fmt::Write + ?Sized> Sink for Text<'_, W> {
    fn put(&mut self, ascii: &[u8]) {
        if self.result.is_ok() {
            self.result = core::str::from_utf8(ascii)
                .map_err(|_| fmt::Error)
                .and_then(|text| self.to.write_str(text));
        }
    }
}

/// A buffer that cannot hold what was to be written into it.
///
/// ```
/// use aliyun_customer_gateway::{CreateCustomerGateway, IpAddress, RegionId};
///
/// let request =
///     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?);
/// let too_small = request.query().encode(&mut [0; 16]).unwrap_err();
/// assert_eq!(too_small.needed(), 71);
/// assert_eq!(too_small.to_string(), "the buffer is too small: 71 bytes are needed");
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct BufferTooSmall {
    needed: usize,
}

impl BufferTooSmall {
    pub(crate) const fn new(needed: usize) -> Self {
        Self { needed }
    }

    /// How many bytes are needed.
    #[must_use]
    pub const fn needed(&self) -> usize {
        self.needed
    }
}

impl fmt::Display for BufferTooSmall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the buffer is too small: {} bytes are needed", self.needed)
    }
}

impl core::error::Error for BufferTooSmall {}
