//! The one trait of everything that is written.

use core::fmt;

use crate::buffer_too_small::BufferTooSmall;
use crate::writer::{self, Sink, Writer};

/// What can be written into a buffer, a string of a fixed capacity, or to a sink such as a socket.
///
/// Bring the trait into scope to call its methods. Types that implement it implement
/// [`Display`](fmt::Display) as well, which writes the same text, unless it is to be stored with secrets
/// in it. It cannot be implemented outside of
/// this crate.
///
/// ```
/// use aliyun_customer_gateway::Encode as _;
/// use aliyun_customer_gateway::query::{Pairs, Query};
///
/// let query = Query::new(Pairs::new(&[("Action", "DescribeRegions"), ("Format", "JSON")])?);
/// let mut buf = [0; 64];
/// assert_eq!(query.encode(&mut buf).unwrap(), "Action=DescribeRegions&Format=JSON");
/// assert_eq!(query.encoded_len(), 34);
/// assert_eq!(query.encode(&mut buf[..33]).unwrap_err().needed(), 34);
/// # Ok::<(), aliyun_customer_gateway::query::OrderError>(())
/// ```
pub trait Encode {
    #[doc(hidden)]
    fn write(&self, to: &mut Writer<'_>);

    /// How many bytes [`encode`](Self::encode) writes.
    #[must_use]
    fn encoded_len(&self) -> usize {
        let mut writer = Writer::into_slice(&mut []);
        self.write(&mut writer);
        writer.len()
    }

    /// Writes into a buffer, and returns the part of it that was written.
    ///
    /// # Errors
    ///
    /// The buffer is shorter than [`encoded_len`](Self::encoded_len): the error says how many bytes
    /// are needed. The contents of the buffer are then unspecified.
    fn encode<'b>(&self, buf: &'b mut [u8]) -> Result<&'b str, BufferTooSmall> {
        let mut writer = Writer::into_slice(buf);
        self.write(&mut writer);
        writer.finish()
    }

    /// Writes into a new string of capacity `N`, in bytes.
    ///
    /// # Errors
    ///
    /// `N` is less than [`encoded_len`](Self::encoded_len): the error says how many bytes are needed.
    fn to_heapless<const N: usize>(&self) -> Result<heapless::String<N>, BufferTooSmall>
    where
        Self: Sized,
    {
        let mut text = heapless::String::new();
        write_fmt(self, &mut text).map_err(|_| BufferTooSmall::new(self.encoded_len()))?;
        Ok(text)
    }

    /// Writes to a sink, in blocks of up to 128 bytes.
    ///
    /// Blocks may be empty, and longer where a text is written in one piece. After an error the sink
    /// is not called again.
    ///
    /// ```
    /// use std::io::{self, Write as _};
    ///
    /// use aliyun_customer_gateway::Encode as _;
    /// use aliyun_customer_gateway::query::{Pairs, Query};
    ///
    /// let query = Query::new(Pairs::new(&[("Action", "DescribeRegions")]).unwrap());
    /// # let mut socket = Vec::new();
    /// query.write_to(|block| socket.write_all(block))?;
    /// # assert_eq!(socket, b"Action=DescribeRegions");
    /// # Ok::<(), io::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first error of the sink.
    fn write_to<E>(&self, sink: impl FnMut(&[u8]) -> Result<(), E>) -> Result<(), E>
    where
        Self: Sized,
    {
        let mut blocks = Blocks { sink, result: Ok(()) };
        writer::buffered(&mut blocks, |writer| self.write(writer));
        blocks.result
    }
}

impl<T: Encode + ?Sized> Encode for &T {
    fn write(&self, to: &mut Writer<'_>) {
        (**self).write(to);
    }
}

/// Writes to a formatter.
pub(crate) fn write_fmt(text: &impl Encode, to: &mut impl fmt::Write) -> fmt::Result {
    text.write_to(|block| match core::str::from_utf8(block) {
        Ok(text) => to.write_str(text),
        Err(_) => Err(fmt::Error),
    })
}

/// Hands blocks to a function until it fails.
struct Blocks<F, E> {
    sink: F,
    result: Result<(), E>,
}

impl<F: FnMut(&[u8]) -> Result<(), E>, E> Sink for Blocks<F, E> {
    fn put(&mut self, block: &[u8]) {
        if self.result.is_ok() {
            self.result = (self.sink)(block);
        }
    }
}

/// Lets `Display` write what `Encode` does.
macro_rules! display_encoded {
    ([$($generics:tt)*] $type:ty) => {
        impl<$($generics)*> core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::encode::write_fmt(self, f)
            }
        }
    };
}
pub(crate) use display_encoded;
