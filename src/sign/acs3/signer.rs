//! Signs calls with the ACS3 signature.

use super::request::Request;
use super::signed_request::SignedRequest;
use super::signing_key::SigningKey;
use crate::field::host::Host;
use crate::query::Parameters;
use crate::sign::call::Call;

crate::sign::signer::signer!();

impl<'a> Signer<'a> {
    /// A signed `GET` with the parameters in its URL.
    #[must_use]
    pub fn get<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, A>
    where
        'a: 'q,
    {
        self.sign(Request::get(host, call, self.identity))
    }

    /// A signed `POST` with the parameters in its URL and an empty body, as official clients send it.
    #[must_use]
    pub fn post<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, A>
    where
        'a: 'q,
    {
        self.sign(Request::post(host, call, self.identity))
    }

    /// A signed `POST` with the parameters in a form body.
    #[must_use]
    pub fn post_form<'q, A: Parameters>(
        &self,
        host: Host<'q>,
        call: &'q Call<'q, A>,
    ) -> SignedRequest<'q, A>
    where
        'a: 'q,
    {
        self.sign(Request::post_form(host, call, self.identity))
    }

    /// Signs a request, such as one with headers of the caller's own. It must be of this
    /// [`identity`](Self::identity): another's is signed, and refused by the service.
    #[must_use]
    pub fn sign<'q, A: Parameters>(&self, request: Request<'q, A>) -> SignedRequest<'q, A> {
        let signature = request.string_to_sign().sign(&self.key);
        request.signed(signature)
    }
}
