//! The parts of a request that is signed, and how they are separated.

/// A part of a request that is signed, in the order in which the parts are signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(super) enum Part {
    Method,
    Path,
    Parameter,
    Header,
    /// A name in the list of the signed headers.
    SignedHeader,
    Body,
    /// All of it, of which only the hash is known.
    CanonicalRequest,
    Nothing,
}

/// How a request is written to be signed. The string to sign of RPC was decoded once.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Grammar {
    /// `GET&/&A=1&B=2`
    Rpc,
    /// `GET`, the path, `A=1&B=2`, headers, their names, the hash: a line each.
    Acs3,
}

/// Where a text is being read.
#[derive(Clone, Copy)]
pub(super) struct Position {
    grammar: Grammar,
    pub(super) part: Part,
    /// Whether the name of a component was read.
    pub(super) in_value: bool,
    is_at_start: bool,
}

/// What a byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// A byte of the component that is being read.
    Inside,
    /// What separates its name from its value.
    EndOfName,
    /// What separates it from the next component.
    End,
}

impl Position {
    pub(super) const fn new(grammar: Grammar) -> Self {
        Self { grammar, part: Part::Method, in_value: false, is_at_start: true }
    }

    /// Reads a byte.
    pub(super) const fn read(&mut self, byte: u8) -> Role {
        let line = match self.grammar {
            Grammar::Rpc => b'&',
            Grammar::Acs3 => b'\n',
        };
        let next = match (self.part, byte) {
            (Part::Method, _) if byte == line => Part::Path,
            (Part::Path, _) if byte == line => Part::Parameter,
            (Part::Parameter, b'&') => Part::Parameter,
            (Part::Parameter, b'\n') if matches!(self.grammar, Grammar::Acs3) => Part::Header,
            // An empty line comes behind the headers.
            (Part::Header, b'\n') if self.is_at_start => Part::SignedHeader,
            (Part::Header, b'\n') => Part::Header,
            (Part::SignedHeader, b';') => Part::SignedHeader,
            (Part::SignedHeader, b'\n') => Part::Body,
            (Part::Parameter, b'=') | (Part::Header, b':') if !self.in_value => {
                self.in_value = true;
                self.is_at_start = false;
                return Role::EndOfName;
            }
            _ => {
                self.is_at_start = false;
                return Role::Inside;
            }
        };
        self.part = next;
        self.in_value = false;
        self.is_at_start = true;
        Role::End
    }
}
