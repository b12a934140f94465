//! `IpAddress`: the address of the on-premises VPN gateway.

use core::fmt;
use core::net::Ipv4Addr;
use core::str::FromStr;

use crate::decimal::Decimal;
use crate::edition::Edition;
use crate::field::breach::{Breach, Kind};
use crate::field::number;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::rule::special_block::SpecialBlock;
use crate::rule::{Rule, every_edition};

/// The IPv4 address of the on-premises VPN gateway.
///
/// # Rules
///
/// - A dotted quad: four numbers from 0 to 255, without leading zeros or spaces (`IPv4address` of
///   RFC 3986).
/// - November 2020, the contract: public ("the public IP address"): in no block that the IANA
///   registry lists as not globally reachable, nor multicast; see [`SpecialBlock::ALL`].
/// - Today: a private address of RFC 1918 as well, for an IPsec connection over a private network.
///   The service's page bans five blocks by name (`100.64.0.0/10`, `127.0.0.0/8`, `169.254.0.0/16`,
///   `224.0.0.0/4`, `255.0.0.0/8`); the other special blocks are refused all the same.
///
/// # Examples
///
/// ```
/// use aliyun_customer_gateway::IpAddress;
///
/// let address = IpAddress::new("101.12.0.12")?;
/// assert_eq!(address.get(), core::net::Ipv4Addr::new(101, 12, 0, 12));
/// assert_eq!(
///     IpAddress::new("10.0.0.1").unwrap_err().to_string(),
///     "IpAddress lies in 10.0.0.0/8 (private use, RFC 1918): \
///      give the public address of the VPN gateway (edition 2020-11; current accepts the value)",
/// );
/// # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct IpAddress {
    octets: [u8; 4],
}

const RULE: &Rule = &every_edition::IP_ADDRESS;

impl IpAddress {
    /// The most characters of an address.
    pub const MAX_CHARS: usize = RULE.max_chars();

    /// Checks an address by the contract.
    ///
    /// # Errors
    ///
    /// - `""`: empty
    /// - `"101.12.0"`: ends too early
    /// - `"101.12.0.12/32"`: unexpected character `'/'` at byte 11
    /// - `"101.12.0.012"`: leading zero at byte 9
    /// - `"101.12.0.256"`: number at byte 9 is too large
    /// - `"2001:db8::1"`: an IPv6 address
    /// - `"10.0.0.1"`: lies in `10.0.0.0/8`
    #[inline]
    pub const fn new(text: &str) -> Result<Self, InvalidParameter> {
        Self::new_in(text, Edition::November2020)
    }

    /// Checks an address by an edition of the rules.
    ///
    /// # Errors
    ///
    /// Those of [`new`](Self::new); with [`Edition::Current`] not `10.0.0.0/8`, `172.16.0.0/12` and
    /// `192.168.0.0/16`.
    #[inline]
    pub const fn new_in(text: &str, edition: Edition) -> Result<Self, InvalidParameter> {
        match parse(text) {
            Ok(octets) => Self::from_octets_in(octets, edition),
            Err(breach) => Err(breach.refuse(RULE, text)),
        }
    }

    /// Checks four octets by the contract.
    ///
    /// # Errors
    ///
    /// - `[10, 0, 0, 1]`: lies in `10.0.0.0/8`
    #[inline]
    pub const fn from_octets(octets: [u8; 4]) -> Result<Self, InvalidParameter> {
        Self::from_octets_in(octets, Edition::November2020)
    }

    /// Checks four octets by an edition of the rules.
    ///
    /// # Errors
    ///
    /// - `[127, 0, 0, 1]`: lies in `127.0.0.0/8`
    #[inline]
    pub const fn from_octets_in(
        octets: [u8; 4],
        edition: Edition,
    ) -> Result<Self, InvalidParameter> {
        match SpecialBlock::with(u32::from_be_bytes(octets)) {
            Some(block) if !edition.takes(*block) => Err(not_public(*block, edition)),
            _ => Ok(Self { octets }),
        }
    }

    /// The address.
    #[must_use]
    pub const fn get(&self) -> Ipv4Addr {
        let [a, b, c, d] = self.octets;
        Ipv4Addr::new(a, b, c, d)
    }

    /// The four numbers of the address.
    #[must_use]
    pub const fn octets(&self) -> [u8; 4] {
        self.octets
    }
}

impl Edition {
    /// Whether a gateway may have an address of a block.
    #[inline]
    const fn takes(self, block: SpecialBlock) -> bool {
        self.rules().private_addresses && block.is_private()
    }
}

const fn not_public(block: SpecialBlock, edition: Edition) -> InvalidParameter {
    let mut refusal = InvalidParameter::new(&edition.rules().ip_address, Reason::NotPublic(block));
    let mut others = edition.others();
    while let Some((other, rest)) = others.split_first() {
        if other.takes(block) {
            refusal.accepted_by = Some(*other);
            break;
        }
        others = rest;
    }
    refusal
}

/// Reads a dotted quad.
pub(crate) const fn parse(text: &str) -> Result<[u8; 4], Breach> {
    if text.is_empty() {
        return Err(Breach::EMPTY);
    }
    let mut address: u32 = 0;
    let mut rest = text.as_bytes();
    let mut dots = 3_u8;
    let breach = loop {
        match number::read(text, &mut rest, Kind::MoreThan8Bits) {
            Ok(octet) => address = address << 8 | octet,
            Err(breach) => break breach,
        }
        rest = match rest {
            [] if dots == 0 => return Ok(address.to_be_bytes()),
            [b'.', after @ ..] if dots > 0 => after,
            _ => break Breach::unexpected(text, rest),
        };
        dots = dots.wrapping_sub(1);
    };
    // What is not an IPv4 address is looked at again, to say what it is.
    if is_ipv6(text.as_bytes()) { Err(Breach::new(Kind::Ipv6, 0)) } else { Err(breach) }
}

/// Whether a text is written as an IPv6 address: hexadecimal digits, colons and dots, with `::` or
/// seven colons (six before a dotted quad), in brackets or before a zone or a prefix length.
pub(crate) const fn is_ipv6(text: &[u8]) -> bool {
    let mut colons: u32 = 0;
    // A dotted quad stands for two groups, which have a colon between.
    let mut inner_colons: u32 = 0;
    let mut doubled = false;
    let mut previous = 0;
    let mut rest = if let [b'[', inner @ ..] = text { inner } else { text };
    while let [byte, after @ ..] = rest {
        match *byte {
            b':' => {
                colons = colons.wrapping_add(1);
                doubled |= previous == b':';
            }
            b'.' => inner_colons = 1,
            b'%' | b'/' | b']' => break,
            b'0'..=b'9' | b'A'..=b'F' | b'a'..=b'f' => {}
            _ => return false,
        }
        previous = *byte;
        rest = after;
    }
    // Seven, or as many as a dotted quad leaves.
    doubled || 7_u32.wrapping_sub(colons) <= inner_colons
}

impl fmt::Display for IpAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(Decimal::dotted_quad(self.octets).as_str())
    }
}

impl FromStr for IpAddress {
    type Err = InvalidParameter;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::new(text)
    }
}

impl TryFrom<&str> for IpAddress {
    type Error = InvalidParameter;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        Self::new(text)
    }
}

impl TryFrom<Ipv4Addr> for IpAddress {
    type Error = InvalidParameter;

    fn try_from(address: Ipv4Addr) -> Result<Self, Self::Error> {
        Self::from_octets(address.octets())
    }
}

impl From<IpAddress> for Ipv4Addr {
    fn from(address: IpAddress) -> Self {
        address.get()
    }
}
