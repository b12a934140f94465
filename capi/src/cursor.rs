//! Lists of a body, walked one item at a time.

use core::mem::MaybeUninit;

use aliyun_customer_gateway::response::{Item, Items};

/// The library's own; walked by `acg_page_next` and `acg_tags_next`. One of zeros is no list.
///
/// It borrows the body that it is of. A copy walks by itself, from where it was copied.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Cursor {
    /// The library's own.
    pub started: usize,
    /// The library's own.
    pub opaque: MaybeUninit<[usize; 16]>,
}

/// What one item of a list is: a number that a structure which was never started hardly has.
pub(crate) const GATEWAYS: usize = 0xac61;
pub(crate) const TAGS: usize = 0xac62;

impl Cursor {
    pub(crate) fn start<'b, T: Item<'b>>(kind: usize, items: Items<'b, T>) -> Self {
        const { assert!(size_of::<Items<'b, T>>() <= size_of::<[usize; 16]>()) };
        const { assert!(align_of::<Items<'b, T>>() <= align_of::<usize>()) };
        let mut cursor = Self { started: kind, opaque: MaybeUninit::zeroed() };
        // SAFETY: there is room for it, and the words are aligned as it is, as was asserted just now.
        unsafe { cursor.opaque.as_mut_ptr().cast::<Items<'b, T>>().write(items) };
        cursor
    }

    /// The next item; `Err` where the cursor was never started.
    ///
    /// # Safety
    ///
    /// A cursor that says that it was started was, with this kind and this type, and its body is unchanged.
    pub(crate) unsafe fn next<'b, T: Item<'b>>(&mut self, kind: usize) -> Result<Option<T>, ()> {
        if self.started != kind {
            return Err(());
        }
        // SAFETY: `start` wrote it there, and since then it was only copied.
        let items = unsafe { &mut *self.opaque.as_mut_ptr().cast::<Items<'b, T>>() };
        Ok(items.next())
    }
}
