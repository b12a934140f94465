//! Every byte through the encoder.

use aliyun_customer_gateway::Encode as _;
use aliyun_customer_gateway::query::{Pairs, Query};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// `unreserved` of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

#[test]
fn every_byte_through_the_encoder() {
    // Bytes beyond ASCII come as those of characters: all characters have all bytes that UTF-8 has.
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    let mut seen = [false; 256];
    for block in characters.chunks(4096) {
        let text: String = block.iter().collect();
        text.bytes().for_each(|byte| seen[usize::from(byte)] = true);
        let encoded = utf8_percent_encode(&text, RESERVED).to_string();
        let as_value = [("A", text.as_str())];
        let as_value = Query::new(Pairs::new(&as_value).unwrap());
        assert_eq!(as_value.to_string(), format!("A={encoded}"));
        let as_name = [(text.as_str(), "1")];
        let as_name = Query::new(Pairs::new(&as_name).unwrap());
        assert_eq!(as_name.to_string(), format!("{encoded}=1"));
        assert_eq!(as_name.encoded_len(), encoded.len() + 2);
    }
    let never_in_utf8 = |byte: usize| matches!(byte, 0xc0 | 0xc1 | 0xf5..);
    for (byte, seen) in seen.into_iter().enumerate() {
        assert_eq!(seen, !never_in_utf8(byte), "{byte:#x}");
    }
}

#[test]
fn every_ascii_byte_alone_and_at_every_place_of_a_block() {
    for byte in 0..128_u8 {
        // Long enough to see a byte at each edge of a block of 128.
        for before in 0..260 {
            let text = format!("{}{}z", "a".repeat(before), char::from(byte));
            let list = [("A", text.as_str())];
            let encoded = Query::new(Pairs::new(&list).unwrap()).to_string();
            assert_eq!(encoded, format!("A={}", utf8_percent_encode(&text, RESERVED)));
        }
    }
}
