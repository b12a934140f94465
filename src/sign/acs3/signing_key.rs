//! The key of the ACS3 signature.

use crate::encode::Encode;
use crate::field::access_key_secret::AccessKeySecret;
use crate::sign::signing_key::signing_key;
use crate::sign::{hash, mac, wipe};

signing_key!(hash::OutlinedSha256, b"");
