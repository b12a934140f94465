//! The methods of everything that a writer writes.

/// Gives a type with `fn write(&self, to: &mut Writer<'_>)` the methods that write it elsewhere.
macro_rules! encodable {
    ($(#[$max:meta])* [$($generics:tt)*] $type:ty) => {
        impl<$($generics)*> $type {
            /// How many bytes [`encode`](Self::encode) writes.
            #[must_use]
            pub fn encoded_len(&self) -> usize {
                let mut writer = crate::writer::Writer::fill(&mut []);
                self.write(&mut writer);
                writer.len()
            }

            /// Writes into a buffer, and returns the part of it that was written.
            ///
            /// # Errors
            ///
            /// The buffer is shorter than [`encoded_len`](Self::encoded_len): the error says how
            /// many bytes are needed, and what the buffer holds is of no use.
            pub fn encode<'b>(&self, buf: &'b mut [u8]) -> Result<&'b str, crate::BufferTooSmall> {
                let mut writer = crate::writer::Writer::fill(buf);
                self.write(&mut writer);
                writer.finish()
            }

            /// Writes into a new string of capacity `N`.
            ///
            /// # Errors
            ///
            /// `N` is less than [`encoded_len`](Self::encoded_len): the error says how many bytes
            /// are needed.
            pub fn to_heapless<const N: usize>(
                &self,
            ) -> Result<heapless::String<N>, crate::BufferTooSmall> {
                let mut text = heapless::String::new();
                self.write_to(&mut text)
                    .map_err(|_| crate::BufferTooSmall::new(self.encoded_len()))?;
                Ok(text)
            }

            /// Writes to anything that takes text.
            ///
            /// # Errors
            ///
            /// Those of `to`.
            pub fn write_to<W: core::fmt::Write + ?Sized>(&self, to: &mut W) -> core::fmt::Result {
                let mut text = crate::sink::Text::new(to);
                crate::writer::gather(&mut text, |writer| self.write(writer));
                text.finish()
            }
        }

        impl<$($generics)*> core::fmt::Display for $type {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.write_to(f)
            }
        }
    };
}
pub(crate) use encodable;
