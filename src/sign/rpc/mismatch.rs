//! Where the service's string to sign and ours part.

use core::fmt;

use heapless::String;

use super::StringToSign;
use crate::encode::Encode as _;
use crate::error_code::ErrorCode;
use crate::escaped::Chars;
use crate::parameter::Parameter;
use crate::query::Parameters;
use crate::response::Failed;
use crate::writer;
use crate::writer::Sink;

/// What a `SignatureDoesNotMatch` comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// Both strings are equal: the secret is not that of the access key.
    WrongSecret,
    /// The strings part: the request that the service read is not the one that was signed.
    Differs {
        /// The first byte of the string to sign that differs.
        index: usize,
        /// What was signed here.
        ours: Side,
        /// What the service read.
        theirs: Side,
    },
}

/// One side of a difference between two strings to sign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Side {
    parameter: Start<NAME>,
    text: Start<TEXT>,
}

/// The start of a text, as far as there is room.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Start<const N: usize> {
    text: String<N>,
    is_cut: bool,
}

impl<const N: usize> Start<N> {
    fn push(&mut self, character: char) {
        self.is_cut = self.is_cut || self.text.push(character).is_err();
    }
}

/// The longest name that is shown; a longer one is cut.
const NAME: usize = 32;
/// How much of the string is shown from the difference on.
const TEXT: usize = 24;

impl Side {
    /// The parameter whose name or value differs; empty before the first one.
    #[must_use]
    pub fn parameter(&self) -> &str {
        &self.parameter.text
    }

    /// The string to sign from the difference on, cut short; empty at its end, and where it would
    /// tell of a security token.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text.text
    }
}

impl<P: Parameters> StringToSign<P> {
    /// Explains a `SignatureDoesNotMatch`, in which the service echoes the string that it signed.
    ///
    /// `None` for any other failure, and for one without an echo.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use aliyun_customer_gateway::query::Pairs;
    /// use aliyun_customer_gateway::{Created, Method, Response, rpc};
    ///
    /// let body = br#"{"Code":"SignatureDoesNotMatch","Message":"Specified signature is not matched
    /// with our calculation. server string to sign is:GET&%2F&Action%3DA%26Format%3DXML"}"#;
    /// let body = body.map(|byte| if byte == b'\n' { b' ' } else { byte });
    /// let Response::Failed(failed) = Response::<Created>::decode(400, &body)? else { panic!() };
    ///
    /// let pairs = Pairs::new(&[("Action", "A"), ("Format", "JSON")]).unwrap();
    /// let signed = rpc::StringToSign::of_pairs(Method::Get, pairs);
    /// let mismatch = signed.explain(&failed).unwrap();
    /// assert_eq!(
    ///     mismatch.to_string(),
    ///     "the strings to sign differ from byte 30 on: Format was signed as \"JSON\", but the service \
    ///      read Format with \"XML\"",
    /// );
    /// # }
    /// # Ok::<(), aliyun_customer_gateway::DecodeError>(())
    /// ```
    #[must_use]
    pub fn explain(&self, failed: &Failed<'_>) -> Option<Mismatch> {
        if failed.error_code() != Some(ErrorCode::SignatureDoesNotMatch) {
            return None;
        }
        let mut comparison = Comparison {
            theirs: failed.message()?.find(ECHO)?,
            equal: 0,
            parted: false,
            sides: [Place::default(), Place::default()],
        };
        comparison.run(self);
        Some(comparison.finish())
    }
}

/// What the service writes before the string that it signed.
const ECHO: &str = "string to sign is:";

/// Reads both strings side by side.
struct Comparison<'a> {
    theirs: Chars<'a>,
    equal: usize,
    parted: bool,
    /// Ours, and theirs.
    sides: [Place; 2],
}

impl Comparison<'_> {
    fn run<P: Parameters>(&mut self, ours: &StringToSign<P>) {
        struct Ours<'c, 'a>(&'c mut Comparison<'a>);

        impl Sink for Ours<'_, '_> {
            fn put(&mut self, ascii: &[u8]) {
                for byte in ascii {
                    self.0.step(char::from(*byte));
                }
            }
        }

        writer::buffered(&mut Ours(self), |to| ours.write(to));
    }

    fn step(&mut self, character: char) {
        let [ours, theirs] = &mut self.sides;
        if !self.parted {
            let read = self.theirs.clone().next();
            if read == Some(character) {
                self.theirs.next();
                self.equal = self.equal.saturating_add(1);
                ours.read(character, false);
                theirs.read(character, false);
                return;
            }
            self.parted = true;
        }
        ours.read(character, true);
    }

    fn finish(mut self) -> Mismatch {
        let [mut ours, mut theirs] = self.sides;
        for character in self.theirs.by_ref() {
            self.parted = true;
            theirs.read(character, true);
        }
        if !self.parted {
            return Mismatch::WrongSecret;
        }
        Mismatch::Differs { index: self.equal, ours: ours.side(), theirs: theirs.side() }
    }
}

/// Which parameter of a string to sign is being read.
#[derive(Default)]
struct Place {
    side: Side,
    /// How many `&` were read: the query stands behind the second one.
    ampersands: u8,
    /// The last three characters.
    last: [char; 3],
    in_value: bool,
    /// Whether the name that was being read at the difference is complete.
    done: bool,
}

impl Place {
    /// Reads on; from the difference on, only as far as the name that stands there goes.
    fn read(&mut self, character: char, parted: bool) {
        if parted {
            self.side.text.push(character);
            // Before the query there is no name to complete.
            if self.done || self.in_value || self.ampersands < 2 {
                return;
            }
        }
        if self.ampersands < 2 {
            self.ampersands = self.ampersands.saturating_add(u8::from(character == '&'));
            return;
        }
        let [_, second, third] = self.last;
        self.last = [second, third, character];
        match self.last {
            ['%', '2', '6'] => {
                self.in_value = false;
                self.done = parted;
                if !parted {
                    self.side.parameter = Start::default();
                }
                self.last = Default::default();
            }
            ['%', '3', 'D'] => {
                self.in_value = true;
                self.done = parted;
                self.last = Default::default();
            }
            // A name has no reserved characters, so what follows a `%` is a separator.
            _ if self.in_value || self.last.contains(&'%') => {}
            _ => self.side.parameter.push(character),
        }
    }

    fn side(&mut self) -> Side {
        let mut side = core::mem::take(&mut self.side);
        if side.parameter() == Parameter::SecurityToken.as_str() {
            side.text = Start::default();
        }
        side
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WrongSecret => f.write_str(
                "the strings to sign are equal: the secret is not that of the access key",
            ),
            Self::Differs { index, ours, theirs } => write!(
                f,
                "the strings to sign differ from byte {index} on: {} was signed as {:?}, but the \
                 service read {} with {:?}",
                Shown(ours.parameter()),
                ours.text(),
                Shown(theirs.parameter()),
                theirs.text(),
            ),
        }
    }
}

/// A parameter, or what stands before the first one.
struct Shown<'a>(&'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(if self.0.is_empty() { "the method" } else { self.0 })
    }
}
