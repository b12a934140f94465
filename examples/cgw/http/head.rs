//! The request line and the headers.

use std::io::BufRead;

use super::body::Framing;
use super::{Unreadable, line};

/// The request line and the headers.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) method: String,
    /// What comes between the method and the version: a path and a query, or a whole URL.
    pub(crate) target: String,
    /// Whether it is HTTP/1.1, not 1.0.
    pub(crate) is_current: bool,
    /// The headers in the order in which they came, their values without the white space around them.
    pub(crate) headers: Vec<(String, Vec<u8>)>,
}

/// The longest head, in bytes: a security token takes a few thousand.
const MAX_LEN: usize = 64 * 1024;

/// The most headers.
const MAX_HEADERS: usize = 128;

impl Head {
    /// Reads a head; `None` if nothing comes.
    pub(crate) fn read(from: &mut impl BufRead) -> Result<Option<Self>, Unreadable> {
        let mut bytes = Vec::new();
        loop {
            if bytes.is_empty() && from.fill_buf().map_err(Unreadable::Lost)?.is_empty() {
                return Ok(None);
            }
            let line = line(from, MAX_LEN.saturating_sub(bytes.len()), "the head of the request")?;
            let is_empty = matches!(line.as_slice(), b"\n" | b"\r\n");
            // Some clients send an empty line behind a body (RFC 9112, 2.2).
            if is_empty && bytes.is_empty() {
                continue;
            }
            bytes.extend(line);
            if is_empty {
                return Self::parse(&bytes).map(Some);
            }
        }
    }

    fn parse(bytes: &[u8]) -> Result<Self, Unreadable> {
        let mut headers = [httparse::EMPTY_HEADER; MAX_HEADERS];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(bytes) {
            Ok(httparse::Status::Complete(_)) => {}
            Ok(httparse::Status::Partial) => {
                return Err(Unreadable::bad("the head of the request ends too early"));
            }
            Err(httparse::Error::TooManyHeaders) => {
                let sentence = format!("the request has more than {MAX_HEADERS} headers");
                return Err(Unreadable::Bad { status: 431, sentence });
            }
            Err(error) => return Err(Unreadable::bad(format!("it is not a request: {error}"))),
        }
        let headers = request.headers.iter();
        Ok(Self {
            method: request.method.unwrap_or_default().to_owned(),
            target: request.path.unwrap_or_default().to_owned(),
            is_current: request.version == Some(1),
            headers: headers.map(|one| (one.name.to_owned(), one.value.to_vec())).collect(),
        })
    }

    /// The values of a header, whatever the case of its name.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &[u8]> {
        let named = self.headers.iter().filter(move |(found, _)| found.eq_ignore_ascii_case(name));
        named.map(|(_, value)| value.as_slice())
    }

    /// The first value of a header, where it is a text.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        core::str::from_utf8(self.values(name).next()?).ok()
    }

    /// Whether a header that is a list, such as `Connection`, has this among its members.
    pub(crate) fn lists(&self, name: &str, member: &str) -> bool {
        let is_member = |one: &[u8]| one.trim_ascii().eq_ignore_ascii_case(member.as_bytes());
        self.values(name).any(|value| value.split(|byte| *byte == b',').any(is_member))
    }

    /// How the body comes.
    pub(crate) fn framing(&self) -> Result<Framing, Unreadable> {
        Framing::of(self)
    }

    /// The path and the query of the target.
    pub(crate) fn path_and_query(&self) -> Result<(&str, &str), Unreadable> {
        let target = self.target.as_str();
        let is_url = ["http://", "https://"].iter().any(|scheme| {
            target.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        let target = if is_url {
            let (_, behind) = target.split_once("//").unwrap_or_default();
            behind.find(['/', '?']).and_then(|start| behind.get(start..)).unwrap_or("/")
        } else if target.starts_with('/') {
            target
        } else {
            let sentence = format!("{target:?} is neither a path nor a URL of http or https");
            return Err(Unreadable::bad(sentence));
        };
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Ok((if path.is_empty() { "/" } else { path }, query))
    }
}
