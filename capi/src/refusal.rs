//! Why a value was refused.

use core::ffi::c_char;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::{InvalidParameter, Parameter};

use crate::numbers::reason::{ACG_REASON_MISSING, ACG_REASON_NOT_OF_ACTION, ACG_REASON_NOT_UTF8};
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_INVALID, ACG_E_NULL};
use crate::numbers::{choice, code, parameter, reason};
use crate::output::Output;
use crate::text::NotText;

/// Why a value was refused: written where a function returns ACG_E_INVALID, and only there.
///
/// It holds no text of the caller's and may be copied. One of zeros is no refusal.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Refusal {
    /// The parameter whose value was refused: ACG_PARAMETER_..
    pub parameter: i32,
    /// Why: ACG_REASON_..
    pub reason: i32,
    /// The byte of the text that is to blame, counted from 0; SIZE_MAX where none is.
    pub index: usize,
    /// The character that is to blame, as a Unicode scalar value; 0 where none is, or it is part of a secret.
    pub character: u32,
    /// What the service would have responded: ACG_CODE_..; ACG_CODE_UNKNOWN where its documents name none.
    pub service_code: i32,
    /// The edition whose rule refused the value: ACG_EDITION_..; -1 where every edition has the same.
    pub edition: i32,
    /// An edition that accepts the value: ACG_EDITION_..; -1 where none does.
    pub accepted_by: i32,
    /// The library's own.
    pub opaque: MaybeUninit<[usize; 6]>,
}

const _: () = assert!(size_of::<InvalidParameter>() <= size_of::<[usize; 6]>());
const _: () = assert!(align_of::<InvalidParameter>() <= align_of::<usize>());

/// What keeps a function from doing its work.
pub(crate) enum Problem {
    /// The number of a mistake in the call.
    Number(i32),
    /// The library refuses a value.
    Refused(InvalidParameter),
    /// A text is not UTF-8 from this byte on.
    NotUtf8(Parameter, usize),
    /// A parameter that the action needs is missing.
    Missing(Parameter),
    /// The action has no such parameter.
    NotOfAction(Parameter),
}

impl From<InvalidParameter> for Problem {
    fn from(refused: InvalidParameter) -> Self {
        Self::Refused(refused)
    }
}

impl Problem {
    pub(crate) fn of_text(parameter: Parameter, problem: NotText) -> Self {
        match problem {
            NotText::Pointer(number) => Self::Number(number),
            NotText::Utf8(index) => Self::NotUtf8(parameter, index),
        }
    }

    /// Writes the refusal, if it is one and somebody wants it; returns the number of the problem.
    #[inline(never)]
    pub(crate) fn report(&self, refusal: Option<&mut MaybeUninit<Refusal>>) -> i32 {
        let made = match *self {
            Self::Number(number) => return number,
            Self::Refused(ref refused) => Refusal::of_library(refused),
            Self::NotUtf8(parameter, index) => {
                Refusal { index, ..Refusal::new(parameter, ACG_REASON_NOT_UTF8) }
            }
            Self::Missing(parameter) => Refusal::new(parameter, ACG_REASON_MISSING),
            Self::NotOfAction(parameter) => Refusal::new(parameter, ACG_REASON_NOT_OF_ACTION),
        };
        if let Some(refusal) = refusal {
            refusal.write(made);
        }
        ACG_E_INVALID
    }
}

impl Refusal {
    fn new(parameter: Parameter, reason: i32) -> Self {
        Self {
            parameter: parameter::of(parameter),
            reason,
            index: usize::MAX,
            character: 0,
            service_code: 0,
            edition: -1,
            accepted_by: -1,
            opaque: MaybeUninit::zeroed(),
        }
    }

    fn of_library(refused: &InvalidParameter) -> Self {
        let mut made = Self {
            index: refused.index().unwrap_or(usize::MAX),
            character: refused.character().map_or(0, u32::from),
            service_code: refused.error_code().map_or(0, code::of),
            edition: refused.edition().map_or(-1, choice::of_edition),
            accepted_by: refused.accepted_by().map_or(-1, choice::of_edition),
            ..Self::new(refused.parameter(), reason::of(refused.reason()))
        };
        // SAFETY: there is room for it, and the words are aligned as it is, as was asserted above.
        unsafe { made.opaque.as_mut_ptr().cast::<InvalidParameter>().write(*refused) };
        made
    }
}

/// Writes the sentence of a refusal, such as "leading zero at byte 9 of IpAddress: leave it out". No sentence
/// is longer than 320 bytes.
///
/// ACG_E_ARGUMENT: `refusal` is none, such as one of zeros. The other results are those of any buffer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_refusal_sentence(
    refusal: Option<&Refusal>,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
) -> i32 {
    let Some(refusal) = refusal else { return ACG_E_NULL };
    let Some(parameter) = parameter::from(refusal.parameter) else { return ACG_E_ARGUMENT };
    let output = Output { buf, cap, len };
    let index = refusal.index;
    match refusal.reason {
        ACG_REASON_NOT_UTF8 => {
            let sentence = format_args!("{parameter} is not UTF-8 at byte {index}: convert it");
            // SAFETY: the caller vouches for the buffer.
            unsafe { output.print(sentence) }
        }
        ACG_REASON_MISSING => {
            // SAFETY: as before.
            unsafe { output.print(format_args!("{parameter} is missing: the action needs it")) }
        }
        ACG_REASON_NOT_OF_ACTION => {
            let sentence = format_args!("{parameter} is no parameter of the action: leave it out");
            // SAFETY: as before.
            unsafe { output.print(sentence) }
        }
        number if number > 0 && number < ACG_REASON_NOT_UTF8 => {
            // SAFETY: a refusal with such a reason was made by `of_library`, and only copied since.
            let refused = unsafe { refusal.opaque.as_ptr().cast::<InvalidParameter>().read() };
            // SAFETY: as before.
            unsafe { output.print(format_args!("{refused}")) }
        }
        _ => ACG_E_ARGUMENT,
    }
}
