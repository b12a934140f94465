//! What requests are signed with, and where they go.

use super::fields::{read_text, texts, write_text};
use crate::field::access_key_id::AccessKeyId;
use crate::field::access_key_secret::AccessKeySecret;
use crate::field::host::Host;
use crate::field::owned::secret::OwnedAccessKeySecret;
use crate::field::owned::{OwnedAccessKeyId, OwnedHost};

texts! {
    "an" AccessKeyId OwnedAccessKeyId: text, _edition => Self::new(text), Self::new(text);
    "an" AccessKeySecret OwnedAccessKeySecret true: text, _edition => Self::new(text), Self::new(text);
    "a" Host OwnedHost: text, _edition => Self::new(text), Self::new(text);
}

read_text! {
    ['a] AccessKeyId<'a>, ['a] AccessKeySecret<'a>, ['a] Host<'a>,
    [] OwnedAccessKeyId, [] OwnedAccessKeySecret, [] OwnedHost,
}

write_text! {
    ['a] AccessKeyId<'a>, ['a] Host<'a>, [] OwnedAccessKeyId, [] OwnedHost,
}
