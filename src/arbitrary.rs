//! A valid value of every input type from any bytes, for fuzzers.

mod fields;
mod pool;
mod requests;
#[cfg(feature = "sign")]
mod signing;
mod tags;

#[cfg(any(feature = "json", feature = "xml"))]
use arbitrary::{Arbitrary, Result, Unstructured};

#[cfg(any(feature = "json", feature = "xml"))]
impl<'a> Arbitrary<'a> for crate::escaped::EscapedStr<'a> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let (form, text) = (u.int_in_range(0..=2)?, u.arbitrary()?);
        let escaped = match form {
            #[cfg(feature = "json")]
            1 => Self::from_json(text).ok(),
            #[cfg(feature = "xml")]
            2 => Self::from_xml(text).ok(),
            _ => None,
        };
        Ok(escaped.unwrap_or_else(|| Self::plain(text)))
    }
}
