//! What to write, for a reader who wrote something else.
//!
//! This is not among the data of a rule, so that firmware that prints no refusal links none of it.

use super::{Part, Rule};
use crate::edition::Edition::{Current, November2020};
use crate::parameter::Parameter;

impl Rule {
    /// What to write.
    pub(crate) const fn expected(&self) -> &'static str {
        match (self.parameter, self.edition, self.part) {
            (Parameter::Name, Some(November2020), _) => "use letters, digits, '.', '_' and '-'",
            (Parameter::Description, Some(November2020), _) => "start with a letter",
            (Parameter::Name | Parameter::Description, ..)
            | (Parameter::Tags, _, Part::TagKey | Part::TagValue) => "use any characters",
            (Parameter::Tags, ..) => "give each tag a key of its own",
            (Parameter::IpAddress, None, _) => {
                "write four numbers with dots between, as in 101.12.0.12"
            }
            (Parameter::IpAddress, Some(November2020), _) => {
                "give the public address of the VPN gateway"
            }
            (Parameter::IpAddress, Some(Current), _) => {
                "give the public or private address of the VPN gateway"
            }
            (Parameter::Asn, ..) => "write digits, with one dot for asdot, as in 10001 or 123.456",
            (Parameter::PageNumber, ..) => "write digits, as in 1",
            (Parameter::PageSize, ..) => "write digits, as in 10",
            (Parameter::AuthKey, ..) => "use ASCII characters other than ' ' and '?'",
            (Parameter::ClientToken, ..) => "use ASCII characters",
            (Parameter::RegionId, ..) => {
                "use ASCII letters, digits, '_' and '-', as in cn-shanghai"
            }
            (Parameter::AccessKeyId, ..) => "use visible ASCII characters other than ','",
            (Parameter::Format, ..) => "write JSON or XML",
            (Parameter::Host, ..) => {
                "write a name in lower case and perhaps a port, as in vpc.aliyuncs.com"
            }
            (Parameter::Timestamp, ..) => "write UTC as in 2024-01-02T03:04:05Z",
            _ => "use visible ASCII characters",
        }
    }
}
