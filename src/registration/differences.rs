//! Which values of a gateway that was found are not those that were asked for.

use core::fmt;

/// Which values of a gateway that was found are not those that were asked for.
///
/// Only what the request states is compared: a request without a name does not differ from a gateway that
/// has one. A value that the gateway lacks, or that cannot be read, differs. The tags differ when one
/// of the request's is missing or has another value; other tags may be there.
///
/// Another ASN is for a person: it cannot be changed. Another name or description the caller may change
/// ([`ModifyCustomerGatewayAttribute`](crate::ModifyCustomerGatewayAttribute)), unless another device
/// has the same address and would change it back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Differences(u8);

impl Differences {
    pub(crate) const NAME: Self = Self(1);
    pub(crate) const DESCRIPTION: Self = Self(2);
    pub(crate) const ASN: Self = Self(4);
    pub(crate) const TAGS: Self = Self(8);

    /// These differences, and another one.
    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether nothing differs.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the name differs.
    #[must_use]
    pub const fn name(self) -> bool {
        self.has(Self::NAME)
    }

    /// Whether the description differs.
    #[must_use]
    pub const fn description(self) -> bool {
        self.has(Self::DESCRIPTION)
    }

    /// Whether the ASN differs.
    #[must_use]
    pub const fn asn(self) -> bool {
        self.has(Self::ASN)
    }

    /// Whether the tags differ.
    #[must_use]
    pub const fn tags(self) -> bool {
        self.has(Self::TAGS)
    }
}

impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = [
            (Self::NAME, "another name"),
            (Self::DESCRIPTION, "another description"),
            (Self::ASN, "another ASN"),
            (Self::TAGS, "other tags"),
        ];
        let mut any = false;
        for (difference, name) in names {
            if self.has(difference) {
                f.write_str(if any { ", " } else { "" })?;
                f.write_str(name)?;
                any = true;
            }
        }
        if any { Ok(()) } else { f.write_str("as asked for") }
    }
}
