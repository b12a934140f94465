//! What would tell somebody the secret, or let them sign without it.

use sha1::Sha1;
use sha2::Sha256;
use sha2::digest::Digest;

/// A signature that a secret is for.
#[derive(Clone, Copy)]
pub(crate) enum Scheme {
    Rpc,
    Acs3,
}

/// What to look for.
pub(crate) struct Traces {
    /// Eight bytes each, and what they are of.
    windows: Vec<([u8; WINDOW], &'static str)>,
    /// Four bytes each: the words of an HMAC's states.
    words: Vec<([u8; 4], &'static str)>,
}

const WINDOW: usize = 8;
const BLOCK: usize = 64;

impl Traces {
    pub(crate) fn new(scheme: Scheme, secret: &str) -> Self {
        let mut key = secret.as_bytes().to_vec();
        if let Scheme::Rpc = scheme {
            key.push(b'&');
        }
        let mut windows = Vec::new();
        // A key that is too long is hashed first: the hash is as good as the key.
        let len = if key.len() > BLOCK {
            windows.extend(key.windows(WINDOW).map(|window| (window, "the secret")).map(own));
            key = match scheme {
                Scheme::Rpc => Sha1::digest(&key).to_vec(),
                Scheme::Acs3 => Sha256::digest(&key).to_vec(),
            };
            key.len()
        } else {
            key.len().min(secret.len())
        };
        let mut block = [0; BLOCK];
        block[..key.len()].copy_from_slice(&key);
        for (pad, name) in [(0, "the key"), (0x36, "the inner key"), (0x5c, "the outer key")] {
            let block = block.map(|byte| byte ^ pad);
            // A window at the end of the key is mostly zeros, as much else is.
            let of_key = block.windows(WINDOW).take(len.saturating_sub(3).max(1));
            let of_key = of_key.map(|window| (window, name));
            windows.extend(of_key.map(own));
        }
        let mut words = Vec::new();
        for (pad, name) in [(0x36, "the inner state"), (0x5c, "the outer state")] {
            for word in state(scheme, &block.map(|byte| byte ^ pad)) {
                words.push((word.to_le_bytes(), name));
                words.push((word.to_be_bytes(), name));
            }
        }
        Self { windows, words }
    }

    /// What of it is left on a stack, and where.
    pub(crate) fn find(&self, stack: &[u8]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, bytes) in stack.windows(WINDOW).enumerate() {
            // Most of the stack is untouched.
            if bytes == [bytes[0]; WINDOW] {
                continue;
            }
            let windows = self.windows.iter().filter(|(window, _)| bytes == window);
            let words = self.words.iter().filter(|(word, _)| bytes.starts_with(word));
            let names = windows.map(|(_, name)| *name).chain(words.map(|(_, name)| *name));
            found.extend(
                names.map(|name| format!("{name} {} bytes from the top", stack.len() - at)),
            );
        }
        found
    }
}

fn own<'n>((window, name): (&[u8], &'n str)) -> ([u8; WINDOW], &'n str) {
    (window.try_into().unwrap(), name)
}

/// The state of a hash after a block.
fn state(scheme: Scheme, block: &[u8; BLOCK]) -> Vec<u32> {
    match scheme {
        Scheme::Rpc => {
            let mut state = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
            sha1::block_api::compress(&mut state, &[*block]);
            state.to_vec()
        }
        Scheme::Acs3 => {
            let mut state = [
                0x6a09_e667,
                0xbb67_ae85,
                0x3c6e_f372,
                0xa54f_f53a,
                0x510e_527f,
                0x9b05_688c,
                0x1f83_d9ab,
                0x5be0_cd19,
            ];
            sha2::block_api::compress256(&mut state, &[*block]);
            state.to_vec()
        }
    }
}
