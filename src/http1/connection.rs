//! What becomes of the connection.

/// What a request says of its connection: the value of the `Connection` header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
#[non_exhaustive]
pub enum Connection {
    /// `close`: the server closes it after the response.
    Close,
    /// `keep-alive`, which HTTP/1.1 does without being told, and proxies of HTTP/1.0 do not.
    KeepAlive,
}

impl Connection {
    /// The value of the header.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Close => "close",
            Self::KeepAlive => "keep-alive",
        }
    }
}
