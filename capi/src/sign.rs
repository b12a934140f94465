//! Signed requests.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;

use aliyun_customer_gateway::{
    AccessKeyId, AccessKeySecret, Action as _, Call, CreateCustomerGateway, Credentials,
    Encode as _, Host, Method, Parameter, SecurityToken, SignatureNonce, Timestamp, acs3, rpc,
};

use crate::numbers::choice::{self, ACG_GET, ACG_POST, ACG_POST_FORM};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL, ACG_E_OVERLAP, ACG_E_SINK, ACG_OK};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::request::Request;
use crate::request::action::Action;
use crate::request::read::{optional, required};
use crate::text::Text;

/// What makes each try another request.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CCall {
    /// The SignatureNonce: new for each try, as `acg_uuid` makes it.
    pub nonce: Text,
    /// The time of the try, in seconds since 1970, by a clock that is right to a quarter of an hour.
    pub unix_seconds: i64,
    /// The format of the response: ACG_FORMAT_..
    pub format: i32,
}

/// An access key. Nothing of its secrets is kept, and what they leave on the stack is wiped.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CCredentials {
    /// The AccessKeyId.
    pub access_key_id: Text,
    /// The AccessKeySecret.
    pub access_key_secret: Text,
    /// The SecurityToken of temporary credentials; NULL for others.
    pub security_token: Text,
}

impl CCredentials {
    const fn texts(&self) -> [Text; 3] {
        [self.access_key_id, self.access_key_secret, self.security_token]
    }

    /// # Safety
    ///
    /// The texts are as the header says.
    unsafe fn read<'a>(&self) -> Result<Credentials<'a>, Problem> {
        // SAFETY: the caller vouches for the texts; so for those that follow.
        let id = unsafe { required(Parameter::AccessKeyId, self.access_key_id) }?;
        // SAFETY: as before.
        let secret = unsafe { required(Parameter::AccessKeySecret, self.access_key_secret) }?;
        // SAFETY: as before.
        let token = unsafe { optional(Parameter::SecurityToken, self.security_token) }?;
        let (id, secret) = (AccessKeyId::new(id)?, AccessKeySecret::new(secret)?);
        Ok(match token {
            None => Credentials::new(id, secret)?,
            Some(token) => Credentials::temporary(id, secret, SecurityToken::new(token)?),
        })
    }
}

/// What is done with a call.
type Then<'t> = dyn FnMut(&Call<'_, &Action<'_>>, &Credentials<'_>) -> Result<i32, Problem> + 't;

/// What every signed request is made of.
pub(crate) struct Parts<'p> {
    pub(crate) request: &'p Request,
    pub(crate) call: &'p CCall,
    pub(crate) credentials: &'p CCredentials,
}

impl<'p> Parts<'p> {
    pub(crate) fn new(
        request: Option<&'p Request>,
        call: Option<&'p CCall>,
        credentials: Option<&'p CCredentials>,
    ) -> Option<Self> {
        Some(Self { request: request?, call: call?, credentials: credentials? })
    }

    pub(crate) fn are_overlapped_by(&self, output: &Output<'_>) -> bool {
        self.request.is_overlapped_by(output)
            || output.overlaps(&[self.call.nonce])
            || output.overlaps(&self.credentials.texts())
    }

    /// Hands the call and the credentials to a function.
    ///
    /// # Safety
    ///
    /// The texts and the tags are as the header says.
    pub(crate) unsafe fn with(&self, then: &mut Then<'_>) -> Result<i32, Problem> {
        // SAFETY: the caller vouches for the texts; so for those that follow.
        let nonce = unsafe { required(Parameter::SignatureNonce, self.call.nonce) }?;
        let nonce = SignatureNonce::new(nonce)?;
        let timestamp = Timestamp::from_unix_seconds(self.call.unix_seconds)?;
        let format = choice::format(self.call.format).ok_or(Problem::Number(ACG_E_ARGUMENT))?;
        // SAFETY: as before.
        let credentials = unsafe { self.credentials.read() }?;
        let mut sign = |action: &Action<'_>| {
            let version = CreateCustomerGateway::VERSION;
            let call = Call::named(action.name(), version, action, nonce, timestamp);
            // The names of the five actions are plain.
            let call = call.ok_or(Problem::Number(ACG_E_ARGUMENT))?.with_format(format);
            then(&call, &credentials)
        };
        // SAFETY: as before.
        unsafe { self.request.with(&mut sign) }
    }
}

/// Signs a request as RPC, and writes the whole signed query: what follows the `?` of a URL with `method`
/// ACG_GET or ACG_POST, or the form that is the body with ACG_POST_FORM.
///
/// Nothing in it may be encoded again. No output of a request without tags and without a SecurityToken is longer
/// than ACG_MAX_SIGNED_QUERY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_rpc_sign(
    request: Option<&Request>,
    call: Option<&CCall>,
    credentials: Option<&CCredentials>,
    method: i32,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let Some(parts) = Parts::new(request, call, credentials) else { return ACG_E_NULL };
    let method = match method {
        ACG_GET => Method::Get,
        ACG_POST | ACG_POST_FORM => Method::Post,
        _ => return ACG_E_ARGUMENT,
    };
    let mut output = Some(Output { buf, cap, len });
    if output.as_ref().is_some_and(|output| parts.are_overlapped_by(output)) {
        return ACG_E_OVERLAP;
    }
    let mut sign = |call: &Call<'_, &Action<'_>>, credentials: &Credentials<'_>| {
        let Some(output) = output.take() else { return Ok(ACG_E_ARGUMENT) };
        let signed = rpc::Signer::new(credentials).sign(method, call);
        // SAFETY: the caller vouches for the buffer.
        Ok(unsafe { output.encode(&signed) })
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { parts.with(&mut sign) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}

/// The greatest length of what `acg_rpc_sign` writes for any of the five actions without tags and without a
/// SecurityToken, the NUL counted.
pub const ACG_MAX_SIGNED_QUERY: usize = 6390;

const _: () = assert!(CreateCustomerGateway::MAX_SIGNED_LEN + 1 == ACG_MAX_SIGNED_QUERY);

/// Takes a header of a request: its name in lower case, and its value. Both are borrowed until it returns.
/// Anything but 0 stops the call, which then returns ACG_E_SINK. It must return: no `longjmp`, no exception.
pub type EachHeader =
    Option<unsafe extern "C" fn(context: *mut c_void, name: Text, value: Text) -> i32>;

/// Signs a request as ACS3-HMAC-SHA256, and hands each header to a function, `authorization` last.
///
/// What is to be sent besides is what `acg_request_query` writes: behind the `?` of the URL with `method` ACG_GET
/// or ACG_POST, or as the body with ACG_POST_FORM. `host` is the host of the URL, such as vpc.aliyuncs.com. The
/// header `host` is among those that are handed out: an HTTP client may send it by itself.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_acs3_sign(
    request: Option<&Request>,
    call: Option<&CCall>,
    credentials: Option<&CCredentials>,
    host: Text,
    method: i32,
    each: EachHeader,
    context: *mut c_void,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let (Some(parts), Some(each)) = (Parts::new(request, call, credentials), each) else {
        return ACG_E_NULL;
    };
    let mut sign = |call: &Call<'_, &Action<'_>>, credentials: &Credentials<'_>| {
        // SAFETY: the caller vouches for the text.
        let host = Host::new(unsafe { required(Parameter::Host, host) }?)?;
        let signer = acs3::Signer::new(credentials);
        let request = match method {
            ACG_GET => signer.get(host, call),
            ACG_POST => signer.post(host, call),
            ACG_POST_FORM => signer.post_form(host, call),
            _ => return Ok(ACG_E_ARGUMENT),
        };
        let mut buf = [0; MAX_AUTHORIZATION];
        let Ok(authorization) = request.authorization().encode(&mut buf) else {
            return Ok(ACG_E_ARGUMENT);
        };
        for (name, value) in request.headers().with_authorization(authorization) {
            // SAFETY: the caller vouches for the function.
            if unsafe { each(context, Text::of(name), Text::of(value)) } != 0 {
                return Ok(ACG_E_SINK);
            }
        }
        Ok(ACG_OK)
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { parts.with(&mut sign) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}

const MAX_AUTHORIZATION: usize = acs3::SignedRequest::<'static, DeleteLike>::MAX_AUTHORIZATION_LEN;

/// The constant is the same whatever the action.
type DeleteLike = aliyun_customer_gateway::DeleteCustomerGateway<'static>;
