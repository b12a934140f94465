//! Whether an edition has a parameter at all.

use crate::edition::Edition;
use crate::invalid_parameter::InvalidParameter;
use crate::invalid_parameter::reason::Reason;
use crate::parameter::Parameter;
use crate::rule::{Rule, current, every_edition};

impl Edition {
    /// Checks that a gateway of this edition [has](Self::has) a parameter.
    ///
    /// ```
    /// use aliyun_customer_gateway::{Edition, Parameter};
    ///
    /// assert!(Edition::Current.require(Parameter::AuthKey).is_ok());
    /// assert_eq!(
    ///     Edition::November2020.require(Parameter::AuthKey).unwrap_err().to_string(),
    ///     "AuthKey is not a parameter of edition 2020-11: leave it out, or use edition current",
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// - `AuthKey`, `ResourceGroupId` and `Tags` in [`Edition::November2020`]
    pub const fn require(self, parameter: Parameter) -> Result<(), InvalidParameter> {
        if self.has(parameter) {
            return Ok(());
        }
        let rule: &'static Rule = match parameter {
            Parameter::AuthKey => &current::AUTH_KEY,
            Parameter::ResourceGroupId => &every_edition::RESOURCE_GROUP_ID,
            _ => &current::TAGS,
        };
        let mut refusal = InvalidParameter::new(rule, Reason::NotInEdition(self));
        let mut others = self.others();
        while let Some((other, rest)) = others.split_first() {
            if other.has(parameter) {
                refusal.accepted_by = Some(*other);
                break;
            }
            others = rest;
        }
        Err(refusal)
    }
}
