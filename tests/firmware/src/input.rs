//! Texts that the compiler cannot see, in a section of their own.

/// Puts a value into the section of the inputs.
macro_rules! input {
    ($type:ty, $value:expr) => {{
        #[cfg_attr(target_os = "none", unsafe(link_section = ".inputs"))]
        static INPUT: $type = $value;
        &INPUT
    }};
}

/// Bytes of an array, in the section of the inputs.
macro_rules! bytes {
    ($bytes:expr) => {{
        const BYTES: &[u8] = $bytes;
        let array: &'static [u8; BYTES.len()] =
            $crate::input::input!([u8; BYTES.len()], $crate::input::array(BYTES));
        let slice: &'static [u8] = array;
        slice
    }};
}

/// A list of bodies.
macro_rules! bodies {
    ($(($status:expr, $body:expr)),+ $(,)?) => {{
        let bodies: &'static [(u16, &'static [u8])] =
            $crate::input::input!([(u16, &[u8]); [$($status as u16),+].len()], [$(($status, $crate::input::bytes!($body))),+]);
        core::hint::black_box(bodies)
    }};
}

/// A list of texts.
macro_rules! texts {
    ($($text:expr),+ $(,)?) => {{
        let texts: &'static [&'static str] =
            $crate::input::input!([&str; [$($text),+].len()], [$($crate::input::constant!($text)),+]);
        core::hint::black_box(texts)
    }};
}

/// A text of the inputs, in a constant.
macro_rules! constant {
    ($text:expr) => {
        $crate::input::text($crate::input::bytes!($text.as_bytes()))
    };
}

/// A text.
macro_rules! opaque {
    ($text:expr) => {
        core::hint::black_box(const { $crate::input::constant!($text) })
    };
}

pub(crate) const fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

pub(crate) const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("the macros make it from a text"),
    }
}
pub(crate) use {bodies, bytes, constant, input, opaque, texts};
