//! Signs calls with the RPC signature.

use super::signed_query::SignedQuery;
use super::signed_request::SignedRequest;
use super::signing_key::SigningKey;
use super::string_to_sign::StringToSign;
use crate::field::host::Host;
use crate::query::Parameters;
use crate::sign::call::{Call, WithCommon};
use crate::sign::method::Method;

crate::sign::signer::signer!();

impl<'a> Signer<'a> {
    /// A signed `GET` with the parameters in its URL.
    #[must_use]
    pub fn get<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, WithCommon<'q, A>>
    where
        'a: 'q,
    {
        SignedRequest::new(host, self.sign(Method::Get, call), false)
    }

    /// A signed `POST` with the parameters in its URL and an empty body, as official clients send it.
    #[must_use]
    pub fn post<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, WithCommon<'q, A>>
    where
        'a: 'q,
    {
        SignedRequest::new(host, self.sign(Method::Post, call), false)
    }

    /// A signed `POST` with the parameters in a form body: nothing that is secret is in its URL.
    #[must_use]
    pub fn post_form<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, WithCommon<'q, A>>
    where
        'a: 'q,
    {
        SignedRequest::new(host, self.sign(Method::Post, call), true)
    }

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
