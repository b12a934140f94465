//! The HTTP method.

use core::fmt;

/// The HTTP method that a request is sent with: it is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub enum Method {
    /// `GET`: the parameters are in the URL.
    #[default]
    Get,
    /// `POST`: the parameters are in the URL or in a form body.
    Post,
    /// `PUT`, which other services of Alibaba Cloud take.
    Put,
    /// `DELETE`, which other services of Alibaba Cloud take.
    Delete,
    /// `PATCH`, which other services of Alibaba Cloud take.
    Patch,
    /// `HEAD`, which other services of Alibaba Cloud take.
    Head,
    /// `OPTIONS`, which other services of Alibaba Cloud take.
    Options,
}

impl Method {
    /// Every method.
    pub const ALL: &'static [Self] =
        &[Self::Get, Self::Post, Self::Put, Self::Delete, Self::Patch, Self::Head, Self::Options];

    /// The method with this name, in upper case as in HTTP.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|method| method.as_str() == name)
    }

    /// The method in the request line.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Patch => "PATCH",
            Self::Head => "HEAD",
            Self::Options => "OPTIONS",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
