//! One gateway, registered once, whatever gets lost on the way.
//!
//! A device in the field sends the creation, and the response is lost. Was the gateway created? The same
//! call with the same `ClientToken` tells, as long as the service remembers the token; then the address
//! is taken, by ourselves or by somebody else, and the list tells. Clocks are off, temporary credentials
//! expire, the service asks for pauses, and the power is cut in between.
//!
//! [`Registration`](crate::Registration) is a machine that knows what to do next. It has no socket, no
//! clock, no random numbers and no heap; it holds no request, no token and no secret. Ask it
//! ([`step`](crate::Registration::step)), do what it says, and tell what happened; an event that does not
//! fit changes nothing. The same machine serves a loop that blocks, a task, a superloop, and a test.
//!
//! # What must be stored
//!
//! The token and the parameters, before the first call is sent, and the id once there is one ([`Stored`]);
//! never the machine. After a power cut, and some time after it gave up, go on with
//! [`Registration::resumed`](crate::Registration::resumed).
//!
//! # The loop around it
//!
#![cfg_attr(all(feature = "json", feature = "sign"), doc = "```")]
#![cfg_attr(not(all(feature = "json", feature = "sign")), doc = "```ignore")]
//! use aliyun_customer_gateway::registration::{Outcome, Policy, Step};
//! use aliyun_customer_gateway::{
//!     AccessKeyId, AccessKeySecret, ClientToken, CreateCustomerGateway, Credentials, IpAddress, Method,
//!     RegionId, Registration, SignatureNonce, Timestamp, rpc,
//! };
//!
//! # let credentials = Credentials::new(AccessKeyId::new("id")?, AccessKeySecret::new("secret")?)?;
//! # let exchange = |_query: &str, _new_connection| {
//! #     Some((200, br#"{"CustomerGatewayId":"cgw-1","IpAddress":"101.12.0.12"}"#))
//! # };
//! # let (wait, random, now) = (|_ms| (), || 0, || 1_796_036_400);
//! let wanted =
//!     CreateCustomerGateway::new(RegionId::new("cn-shanghai")?, IpAddress::new("101.12.0.12")?)
//!         .with_client_token(ClientToken::new("the-token-that-is-stored")?);
//! let signer = rpc::Signer::new(&credentials);
//! let mut registration = Registration::new(Policy::new());
//! let id = loop {
//!     match registration.step() {
//!         Step::Send(to_send) => {
//!             let nonce = SignatureNonce::new("a-new-one-each-time")?;
//!             let call = to_send.call(&wanted, nonce, Timestamp::from_unix_seconds(now())?);
//!             let query = signer.sign(Method::Get, &call).to_string();
//!             match exchange(&query, to_send.on_new_connection()) {
//!                 Some((status, body)) => {
//!                     registration.on_response(&wanted, status, None, body);
//!                 }
//!                 None => registration.on_no_response(),
//!             }
//!         }
//!         Step::Pause(pause) => {
//!             wait(pause.ms(random()));
//!             registration.on_paused();
//!         }
//!         Step::Done(Outcome::Created { id } | Outcome::Found { id, .. }) => break Ok(id.to_owned()),
//!         // A driver sets the clock, makes a token or renews the credentials, says so and goes on;
//!         // any other outcome is for a person.
//!         step => break Err(format!("{step:?}")),
//!     }
//! };
//! assert_eq!(id.as_deref(), Ok("cgw-1"));
//! # Ok::<(), aliyun_customer_gateway::InvalidParameter>(())
//! ```
//!
//! Whole drivers are in the repository: `examples/register`, a program over HTTPS;
//! `examples/register_blocking.rs` and `examples/register_superloop.rs`, which run against a model of the
//! service. A driver has timeouts of its own
//! (5 seconds to connect and 15 to respond, say). It takes the `Date` of a response as a hint for the
//! clock, and refuses one before its firmware was built. It compares ticks by wrapping subtraction.
//!
//! # What it promises
//!
//! - Never two gateways of ours, as long as addresses are unique, which they are documented to be, or
//!   tokens do not expire, of which nothing is documented.
//! - An id that is reported is of a gateway at our address; [`Created`](Outcome::Created) is of our
//!   token.
//! - It ends: with the defaults after at most 20 calls that failed, in an hour or so.
//! - An outcome that is not known is called unknown ([`GaveUp`](Outcome::GaveUp)), never "not created".
//!
//! Two devices with one address both get the id, and at most one of them is told that it created the
//! gateway. To tell them apart, put a serial number into a tag, or into the description.
//!
//! # Afterwards
//!
//! [`Retrying`] renames and removes with the same pauses and advice. A registration never renames: two
//! devices with one address would do so in turns, for ever.

mod advised;
mod backoff;
mod differences;
mod flow;
mod heard;
mod kept;
mod listing;
pub(crate) mod machine;
mod outcome;
mod policy;
mod received;
mod retry_step;
mod retrying;
mod step;
mod stored;
mod to_send;
mod transitions;
mod tries;

pub use backoff::{Backoff, Pause};
pub use differences::Differences;
pub use outcome::{Outcome, Refusal};
pub use policy::Policy;
pub use received::Received;
pub use retry_step::{Ending, RetryStep};
pub use retrying::Retrying;
pub use step::Step;
pub use stored::Stored;
pub use to_send::{ToCall, ToSend};
