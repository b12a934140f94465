//! The parts of a request that a signature covers.

use aliyun_customer_gateway::{ErrorCode, Method};

use super::{Texts, parameters, refused};
use crate::http::{Request, Unreadable};
use crate::refusal::Refusal;

/// The parts of a request that a signature covers.
#[derive(Debug)]
pub(crate) struct Parts<'r> {
    pub(crate) request: &'r Request,
    pub(crate) method: Method,
    pub(crate) path: &'r str,
    /// The parameters of the query.
    pub(crate) query: Texts,
    /// Those of the query and of a form body.
    pub(crate) all: Texts,
    /// Whether the body is a form.
    pub(super) has_form: bool,
}

impl<'r> Parts<'r> {
    pub(crate) fn of(request: &'r Request) -> Result<Self, Refusal> {
        let head = &request.head;
        let name = head.method.as_str();
        let unknown = || format!("{name:?} is not a method that is signed, such as GET or POST");
        let method = Method::from_name(name)
            .ok_or_else(|| refused(ErrorCode::UnsupportedHttpMethod, unknown()))?;
        let (path, query_text) = head.path_and_query()?;
        let mut query = Texts::new();
        parameters::read(query_text, "the query", &mut query)?;
        let mut all = query.clone();
        let has_form = head.text("content-type").is_some_and(is_form);
        if has_form {
            let form = core::str::from_utf8(&request.body);
            let form = form.map_err(|_| Refusal::sentence("the form in the body is not UTF-8"))?;
            parameters::read(form, "the form", &mut all)?;
        }
        Ok(Self { request, method, path, query, all, has_form })
    }

    /// A parameter, wherever it is; an empty one is none.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.all.get(name).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// A header; an empty one is none.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.request.head.text(name).filter(|text| !text.is_empty())
    }

    /// Whether the signature is to be in the header `Authorization`.
    pub(crate) fn is_acs3(&self) -> bool {
        self.header("authorization").is_some_and(|value| value.starts_with("ACS3-"))
    }

    /// What every request has, by the name that it has as a parameter: from the query or the form, or
    /// from the header where the signature is in one.
    pub(crate) fn common(&self, name: &str, header: &str) -> Option<&str> {
        let from_header = if self.is_acs3() { self.header(header) } else { None };
        from_header.or_else(|| self.parameter(name))
    }

    pub(crate) fn action(&self) -> Option<&str> {
        self.common("Action", "x-acs-action")
    }

    /// The action's own parameters.
    pub(crate) fn own(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = self.all.iter().filter(|(name, _)| !parameters::is_common(name));
        own.map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

fn is_form(media_type: &str) -> bool {
    let name = media_type.split(';').next().unwrap_or_default();
    name.trim_ascii().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

impl From<Unreadable> for Refusal {
    fn from(unreadable: Unreadable) -> Self {
        match unreadable {
            Unreadable::Lost(error) => Self::sentence(format!("the request ends: {error}")),
            Unreadable::Bad { sentence, .. } => Self::sentence(sentence),
        }
    }
}
