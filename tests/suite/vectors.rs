//! The vectors of signing: a folder a case, a file a stage.

use core::fmt::Display;
use std::path::{Path, PathBuf};

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action, Asn, Call, ClientToken, CreateCustomerGateway,
    Credentials, Description, IpAddress, Method, Name, RegionId, SecurityToken, SignatureNonce,
    Timestamp,
};
use serde_json::Value as Json;

pub(crate) const VECTORS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");

/// The folders of one kind of vector, sorted.
pub(crate) fn folders(kind: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(format!("{VECTORS}/{kind}")).unwrap();
    let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.sort_unstable();
    folders
}

pub(crate) fn name(folder: &Path) -> &str {
    folder.file_name().unwrap().to_str().unwrap()
}

/// A folder of vectors: a file a stage.
pub(crate) struct Vector<'f> {
    folder: &'f Path,
    request: Json,
}

impl<'f> Vector<'f> {
    pub(crate) fn read(folder: &'f Path) -> Self {
        let text = std::fs::read_to_string(folder.join("request.json")).unwrap();
        let request = serde_json::from_str(&text).unwrap();
        Self { folder, request }
    }

    pub(crate) fn text(&self, member: &str) -> &str {
        self.request.get(member).unwrap().as_str().unwrap()
    }

    pub(crate) fn method(&self) -> Method {
        Method::from_name(self.text("method")).unwrap()
    }

    pub(crate) fn pairs(&self, member: &str) -> Vec<(&str, &str)> {
        let pairs = self.request.get(member).unwrap().as_object().unwrap().iter();
        pairs.map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect()
    }

    /// The pairs in the order of the bytes of their names.
    pub(crate) fn sorted(&self, member: &str) -> Vec<(&str, &str)> {
        let mut pairs = self.pairs(member);
        pairs.sort_unstable();
        pairs
    }

    #[track_caller]
    pub(crate) fn assert_stage(&self, stage: &str, found: impl Display) {
        let expected = std::fs::read_to_string(self.folder.join(stage)).unwrap();
        assert_eq!(found.to_string(), expected, "{}: the {stage} differs", self.folder.display());
    }
}

#[test]
fn a_folder_holds_a_file_a_stage_and_no_other() {
    let rpc = ["canonical-query", "request.json", "signature", "string-to-sign"];
    let acs3 = [
        "authorization",
        "canonical-query",
        "canonical-request",
        "request.json",
        "signature",
        "string-to-sign",
    ];
    for (kind, stages) in [("rpc", rpc.as_slice()), ("acs3", acs3.as_slice())] {
        for folder in folders(kind) {
            let files = std::fs::read_dir(&folder).unwrap();
            let mut files: Vec<_> =
                files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
            files.sort_unstable();
            assert_eq!(files, stages, "{}", folder.display());
        }
    }
}

/// The action's own parameters, found among others.
pub(crate) fn typed_request<'a>(pairs: &[(&'a str, &'a str)]) -> CreateCustomerGateway<'a> {
    let find = |name| pairs.iter().find(|pair| pair.0 == name).map(|pair| pair.1);
    let mut request = CreateCustomerGateway::new(
        RegionId::new(find("RegionId").unwrap()).unwrap(),
        IpAddress::new(find("IpAddress").unwrap()).unwrap(),
    );
    if let Some(text) = find("ClientToken") {
        request = request.with_client_token(ClientToken::new(text).unwrap());
    }
    if let Some(text) = find("Name") {
        request = request.with_name(Name::new(text).unwrap());
    }
    if let Some(text) = find("Description") {
        request = request.with_description(Description::new(text).unwrap());
    }
    if let Some(text) = find("Asn") {
        request = request.with_asn(Asn::new(text).unwrap());
    }
    request
}

/// Credentials of any kind.
pub(crate) fn credentials<'a>(
    id: &'a str,
    secret: &'a str,
    token: Option<&'a str>,
) -> Credentials<'a> {
    let id = AccessKeyId::new(id).unwrap();
    let secret = AccessKeySecret::new(secret).unwrap();
    match token {
        Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token).unwrap()),
        None => Credentials::new(id, secret).unwrap(),
    }
}

pub(crate) fn secret(text: &str) -> AccessKeySecret<'_> {
    AccessKeySecret::new(text).unwrap()
}

/// A call for a response in JSON.
pub(crate) fn call<'a, A: Action>(action: A, nonce: &'a str, timestamp: &str) -> Call<'a, A> {
    Call::new(action, SignatureNonce::new(nonce).unwrap(), Timestamp::new(timestamp).unwrap())
}
