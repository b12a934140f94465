//! A buffer that cannot hold what was to be written into it.

use core::fmt;

/// A buffer that cannot hold what was to be written into it.
///
/// ```
/// use aliyun_customer_gateway::{Action as _, CreateCustomerGateway, Encode as _, IpAddress, RegionId};
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
