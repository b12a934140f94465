//! Signs calls with the RPC signature.

use super::signed_query::SignedQuery;
use super::signing_key::SigningKey;
use super::string_to_sign::StringToSign;
use crate::query::Parameters;
use crate::sign::call::{Call, WithCommon};
use crate::sign::method::Method;

crate::sign::signer::signer!();

impl<'a> Signer<'a> {
    /// A call, signed for the method that it is sent with.
    #[must_use]
    pub fn sign<'q, A: Parameters>(
        &self,
        method: Method,
        call: &'q Call<'q, A>,
    ) -> SignedQuery<WithCommon<'q, A>>
    where
        'a: 'q,
    {
        let to_sign = StringToSign::of_call(method, call, self.identity);
        let signature = to_sign.sign(&self.key);
        to_sign.signed(signature)
    }
}
