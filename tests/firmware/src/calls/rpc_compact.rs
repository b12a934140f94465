//! The RPC signature by a compact SHA-1 of the firmware's own.

use core::hint::black_box;

use aliyun_customer_gateway::{Encode, Method, rpc};
use hmac::{KeyInit as _, SimpleHmac};
use hmac_sha1_compact::WrappedHash011 as Sha1;

use super::signing::{credentials, try_once};
use super::{call, call2};

calls! {
    fn sign(scratch) {
        if let (Ok(to_sign), Ok(credentials)) = (try_once(), credentials()) {
            let secret = credentials.access_key_secret().as_str().as_bytes();
            let mut key = [b'&'; 32];
            let Some(place) = key.get_mut(..secret.len()) else { return };
            place.copy_from_slice(secret);
            let key = key.get(..=secret.len()).unwrap_or_default();
            let Ok(mac) = call(SimpleHmac::<Sha1>::new_from_slice, key) else { return };
            let to_sign = rpc::StringToSign::of_call(Method::Get, &to_sign, credentials.identity());
            let signature = call2(rpc::StringToSign::sign_with, black_box(&to_sign), mac);
            let signed = to_sign.signed(signature);
            let _ = black_box(call2(Encode::encode, &signed, scratch.buffer()));
        }
    }
}
