//! The body of a response, in the format that a request asks for.

use super::failure::Failure;
use super::written::{self, Member};
use crate::http::head::Head;
use crate::signed::Parts;

/// The format of a response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Xml,
}

impl Format {
    /// What a request asks for: `Format` outweighs `accept`, and where neither says, it is JSON.
    pub(super) fn of(parts: &Parts<'_>) -> Self {
        match parts.parameter("Format") {
            Some(format) if format.eq_ignore_ascii_case("xml") => Self::Xml,
            Some(_) => Self::Json,
            None => Self::of_head(&parts.request.head),
        }
    }

    /// What the first media type of `accept` that is either asks for.
    pub(super) fn of_head(head: &Head) -> Self {
        let accept = head.text("accept").unwrap_or_default().to_ascii_lowercase();
        let mut types = accept.split(',').map(|one| one.split(';').next().unwrap_or_default());
        let first = types.find_map(|one| match one.trim_ascii() {
            "application/xml" | "text/xml" => Some(Self::Xml),
            "application/json" => Some(Self::Json),
            _ => None,
        });
        first.unwrap_or(Self::Json)
    }

    pub(super) const fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json;charset=utf-8",
            Self::Xml => "text/xml;charset=utf-8",
        }
    }

    fn write(self, root: &str, members: &[Member]) -> Vec<u8> {
        match self {
            Self::Json => written::json(members),
            Self::Xml => written::xml(root, members),
        }
    }

    /// The body of a success.
    pub(super) fn success(self, action: &str, members: &[Member], request_id: &str) -> Vec<u8> {
        let mut all = vec![written::text("RequestId", request_id)];
        all.extend_from_slice(members);
        self.write(&format!("{action}Response"), &all)
    }

    /// The body of a failure.
    pub(super) fn failure(self, failure: &Failure, request_id: &str) -> Vec<u8> {
        let code = &failure.code;
        let recommend = format!(
            "https://api.aliyun.com/troubleshoot?q={code}&product=Vpc&requestId={request_id}"
        );
        let members = [
            written::text("RequestId", request_id),
            written::text("HostId", "vpc.aliyuncs.com"),
            written::text("Code", code),
            written::text("Message", &failure.message),
            written::text("Recommend", &recommend),
        ];
        self.write("Error", &members)
    }
}
