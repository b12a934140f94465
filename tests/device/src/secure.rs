//! TLS 1.3, with one certificate authority that is trusted.
//!
//! `embedded-tls` checks that the authority signed the server's certificate, that the name is the
//! host's, and that the certificate is valid now: a clock that starts long before that has to be set by
//! something else first. It reads three alternative names and signatures of P-256 only, which public
//! certificates have not.

use core::sync::atomic::{AtomicU32, Ordering};

use embedded_tls::blocking::TlsConnection;
use embedded_tls::pki::CertVerifier;
use embedded_tls::{
    Aes128GcmSha256, Certificate, CryptoProvider, CryptoRngCore, TlsClock, TlsConfig, TlsContext,
    TlsError, TlsVerifier,
};
use rand_core::{CryptoRng, Error, RngCore};

use crate::driver::{Exchanges, HOST, Misfit};
use crate::log::log;
use crate::network::Connection;
use crate::random::Random;

/// The authority that is trusted: of this test's own.
const AUTHORITY: &[u8] = include_bytes!("../tls/authority.der");

/// The longest certificate of a server.
const CERTIFICATE: usize = 1024;

/// The records that are received and sent.
pub struct Records {
    // A server may fill its records.
    received: [u8; 16_640],
    to_send: [u8; 4096],
}

impl Records {
    /// Memory that is not in use.
    pub const fn new() -> Self {
        Self { received: [0; _], to_send: [0; _] }
    }
}

/// The time at the start of a handshake, in Unix seconds.
static NOW: AtomicU32 = AtomicU32::new(0);

struct Clock;

impl TlsClock for Clock {
    fn now() -> Option<u64> {
        Some(NOW.load(Ordering::Relaxed).into())
    }
}

/// What a handshake needs: random numbers, and what is trusted.
struct Provider<'r> {
    random: &'r mut Random,
    verifier: CertVerifier<'static, Aes128GcmSha256, Clock, CERTIFICATE>,
}

impl CryptoProvider for Provider<'_> {
    type CipherSuite = Aes128GcmSha256;
    type Signature = &'static [u8];

    fn rng(&mut self) -> impl CryptoRngCore {
        &mut *self.random
    }

    fn verifier(&mut self) -> Result<&mut impl TlsVerifier<Aes128GcmSha256>, TlsError> {
        Ok(&mut self.verifier)
    }
}

impl Exchanges<'_> {
    /// As many calls as a connection serves for, in TLS.
    pub fn over_tls(
        &mut self,
        connection: Connection<'_>,
        records: &mut Records,
    ) -> Result<(), Misfit> {
        NOW.store(self.now(), Ordering::Relaxed);
        self.begin_handshake();
        let config = TlsConfig::new().with_server_name(HOST.as_str());
        let mut tls = TlsConnection::new(connection, &mut records.received, &mut records.to_send);
        let authority = Certificate::X509(AUTHORITY);
        let provider = Provider { random: self.random, verifier: CertVerifier::new(authority) };
        if let Err(error) = tls.open(TlsContext::new(&config, provider)) {
            log!("no TLS: {error:?}");
            self.none();
            return Ok(());
        }
        let result = self.over(&mut tls);
        // It is closed in any case.
        let _ = tls.close();
        result
    }
}

/// A test's: see `random`.
impl CryptoRng for Random {}

impl RngCore for Random {
    fn next_u32(&mut self) -> u32 {
        self.bits()
    }

    fn next_u64(&mut self) -> u64 {
        u64::from(self.bits()) << 32 | u64::from(self.bits())
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for to in bytes.chunks_mut(4) {
            to.copy_from_slice(&self.bits().to_le_bytes()[..to.len()]);
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}
