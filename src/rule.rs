//! What may stand in each parameter, as data.
//!
//! A rule that is the same in every edition is in [`every_edition`], the others are in a table for
//! each edition.

pub(crate) mod current;
pub(crate) mod every_edition;
mod expected;
pub(crate) mod letter;
pub(crate) mod november_2020;
pub(crate) mod special_block;

use crate::byte_set::ByteSet;
use crate::edition::Edition;
use crate::error_code::ErrorCode;
use crate::parameter::Parameter;

/// The rule of one parameter.
pub(crate) struct Rule {
    pub(crate) parameter: Parameter,
    pub(crate) part: Part,
    /// The edition whose rule this is; `None` if every edition has the same.
    pub(crate) edition: Option<Edition>,
    /// The fewest characters, or tags.
    pub(crate) min: u16,
    /// The most characters, or tags.
    pub(crate) max: u16,
    /// The characters of ASCII that may stand in it.
    pub(crate) ascii: ByteSet,
    /// The characters beyond ASCII that may stand in it.
    pub(crate) beyond_ascii: BeyondAscii,
    /// Whether the first character must be a letter.
    pub(crate) starts_with_letter: bool,
    /// What it may not start with.
    pub(crate) prefixes: Prefixes,
    /// Whether it may hold `http://` or `https://` anywhere.
    pub(crate) urls: bool,
    /// Whether a value knows that nothing in it needs encoding.
    pub(crate) unreserved: bool,
    pub(crate) handling: Handling,
    /// What the service answers to a value that breaks the rule.
    pub(crate) error_code: Option<ErrorCode>,
}

/// The rule of a parameter that is a number.
pub(crate) struct NumberRule {
    pub(crate) rule: Rule,
    /// The smallest.
    pub(crate) min: u32,
    /// The greatest.
    pub(crate) max: u32,
}

/// The characters beyond ASCII that may stand in a text.
#[derive(Clone, Copy)]
pub(crate) enum BeyondAscii {
    None,
    /// Those that Unicode calls alphabetic.
    Letters,
    All,
}

/// How people come by a value.
#[derive(Clone, Copy)]
pub(crate) enum Handling {
    /// They choose it.
    Written,
    /// They copy it from elsewhere, often with the end of the line.
    Copied,
    /// They copy it, and nothing may print any of it.
    Secret,
}

/// The rules that an edition has of its own.
pub(crate) struct Rules {
    pub(crate) name: Rule,
    pub(crate) description: Rule,
    /// Which special blocks an address may lie in.
    pub(crate) ip_address: Rule,
    pub(crate) private_addresses: bool,
}

/// Which part of a parameter a rule is for.
#[derive(Clone, Copy)]
pub(crate) enum Part {
    Whole,
    TagKey,
    TagValue,
}

/// What a text may not start with, in lower case.
#[derive(Clone, Copy)]
pub(crate) enum Prefixes {
    None,
    /// Those of a URL.
    Schemes,
    /// Those that the service keeps for itself.
    Reserved,
}

impl Prefixes {
    pub(crate) const fn as_slice(self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Schemes => &["http://", "https://"],
            Self::Reserved => &["aliyun", "acs:"],
        }
    }
}

impl Rule {
    /// A rule that leaves open what it does not say.
    const fn new(parameter: Parameter, min: u16, max: u16) -> Self {
        Self {
            parameter,
            part: Part::Whole,
            edition: None,
            min,
            max,
            ascii: ByteSet::ASCII,
            beyond_ascii: BeyondAscii::None,
            starts_with_letter: false,
            prefixes: Prefixes::None,
            urls: true,
            unreserved: true,
            handling: Handling::Written,
            error_code: None,
        }
    }

    /// What a sentence calls the parameter.
    pub(crate) const fn name(&self) -> &'static str {
        match self.part {
            Part::Whole => self.parameter.as_str(),
            Part::TagKey => "Tags.N.Key",
            Part::TagValue => "Tags.N.Value",
        }
    }

    /// The most characters, for the size of a buffer.
    pub(crate) const fn max_chars(&self) -> usize {
        self.max as usize
    }

    /// The most bytes in UTF-8, for the size of a buffer.
    pub(crate) const fn max_bytes(&self) -> usize {
        match self.beyond_ascii {
            BeyondAscii::None => self.max as usize,
            _ => (self.max as usize).saturating_mul(4),
        }
    }
}

impl Edition {
    /// The rule of a name or a description.
    #[inline]
    pub(crate) const fn rule(self, parameter: Parameter) -> &'static Rule {
        match parameter {
            Parameter::Description => &self.rules().description,
            _ => &self.rules().name,
        }
    }

    /// The rules that the edition has of its own.
    #[inline]
    pub(crate) const fn rules(self) -> &'static Rules {
        match self {
            Self::November2020 => &november_2020::RULES,
            Self::Current => &current::RULES,
        }
    }
}
