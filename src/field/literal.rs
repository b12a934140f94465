//! Fields that are written in the source, checked by the compiler.

/// A field that is written in the source, checked by the compiler.
///
/// ```
/// use aliyun_customer_gateway::{Asn, Description, Name, RegionId, literal};
///
/// const REGION: RegionId = literal!(RegionId, "cn-shanghai");
/// let name = literal!(Name, "Gateway-上海");
/// let floor = literal!(Description, "2nd floor", Current);
/// assert_eq!(literal!(Asn, "123.456").get(), 8_061_384);
/// # assert_eq!((REGION.as_str(), name.as_str(), floor.as_str()), ("cn-shanghai", "Gateway-上海", "2nd floor"));
/// ```
///
/// The first argument is a type of this crate, under its own name. [`Name`](crate::Name),
/// [`Description`](crate::Description) and [`IpAddress`](crate::IpAddress) take the name of an
/// [`Edition`](crate::Edition) as the third; without it, the contract holds.
///
/// What is refused does not compile, and the compiler's message is the sentence of the refusal:
///
/// ```compile_fail
/// # use aliyun_customer_gateway::literal;
/// // error: evaluation panicked: Name starts with "http://": leave the prefix out
/// let name = literal!(Name, "http://gateway");
/// ```
///
/// ```compile_fail
/// # use aliyun_customer_gateway::literal;
/// // error: evaluation panicked: number at byte 9 of IpAddress is too large: it goes up to 255
/// let address = literal!(IpAddress, "101.12.0.256");
/// ```
///
/// ```compile_fail
/// # use aliyun_customer_gateway::literal;
/// // error: evaluation panicked: Name is empty: use any characters
/// let name = literal!(Name, "", Current);
/// ```
#[macro_export]
macro_rules! literal {
    (Name, $text:expr $(,)?) => {
        $crate::literal!(Name, $text, November2020)
    };
    (Description, $text:expr $(,)?) => {
        $crate::literal!(Description, $text, November2020)
    };
    (IpAddress, $text:expr, $edition:ident $(,)?) => {
        $crate::literal!(@of $crate::IpAddress::new_in($text, $crate::Edition::$edition))
    };
    ($type:ident, $text:expr, $edition:ident $(,)?) => {
        $crate::literal!(@of $crate::$type::new_const($text, $crate::Edition::$edition))
    };
    ($type:ident, $text:expr $(,)?) => {
        $crate::literal!(@of $crate::$type::new($text))
    };
    (@of $checked:expr) => {
        const {
            match $checked {
                ::core::result::Result::Ok(value) => value,
                ::core::result::Result::Err(refused) => {
                    ::core::panic!("{}", $crate::Sentence::new(&refused).as_str())
                }
            }
        }
    };
}
