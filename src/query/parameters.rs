//! Parameters that are visited in canonical order.

use core::cell::Cell;
use core::fmt;

use super::common::{self, Common};
use super::names::Names;
use super::pairs::Pairs;
use super::value::{Presence, Value};
use crate::field::checked::Checked;

/// Parameters in canonical order: that of the bytes of their names.
///
/// The order cannot be broken. An implementation has one [`Visitor`], which takes parameters once,
/// and only where their order was checked: by the compiler in
/// [`visit!`](crate::query::visit), or at run time in [`Pairs`].
pub trait Parameters {
    /// Hands each parameter to a visitor: through [`visit!`](crate::query::visit), or as
    /// [`Visitor::pairs`]. Where there are none, there is nothing to do.
    fn visit(&self, visitor: Visitor<'_>);
}

impl<P: Parameters + ?Sized> Parameters for &P {
    fn visit(&self, visitor: Visitor<'_>) {
        (**self).visit(visitor);
    }
}

/// Takes a name, whether it is known that nothing in it needs encoding, and a value: in registers.
pub(super) type Each<'v> = dyn FnMut(&str, bool, &Value<'_>) + 'v;

/// Takes the parameters of an action, and puts the common ones between them.
pub struct Visitor<'v> {
    each: &'v mut Each<'v>,
    common: &'v [Value<'v>],
    /// Whether parameters were taken.
    is_used: Option<&'v Cell<bool>>,
}

impl fmt::Debug for Visitor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Visitor").finish_non_exhaustive()
    }
}

impl<'v> Visitor<'v> {
    pub(super) fn new(each: &'v mut Each<'v>) -> Self {
        Self { each, common: &[], is_used: None }
    }

    /// Takes parameters with the common ones between them, also where there are none.
    pub(crate) fn with_common(self, common: &Common<'_>, parameters: &dyn Parameters) {
        let used = Cell::new(false);
        parameters.visit(Visitor { each: &mut *self.each, common, is_used: Some(&used) });
        if !used.get() {
            visit_common(self.each, common);
        }
    }

    fn set_used(&self) {
        if let Some(used) = self.is_used {
            used.set(true);
        }
    }

    /// Takes pairs.
    ///
    /// Where a call brings the common parameters, a pair with the name of one of them is left out.
    pub fn pairs(self, pairs: Pairs<'_>) {
        self.set_used();
        let mut common = common::NAMES.into_iter().zip(self.common).peekable();
        for (name, value) in pairs.as_slice() {
            let mut is_common = false;
            while let Some((common, value)) = common.next_if(|(common, _)| common <= name) {
                is_common = common == *name && !value.is_absent();
                visit(self.each, common, true, value);
            }
            if !is_common {
                visit(self.each, name, false, &Value::text(value));
            }
        }
        for (name, value) in common {
            visit(self.each, name, true, value);
        }
    }

    /// Takes the values of names that the compiler checked: what `visit!` calls.
    #[doc(hidden)]
    pub fn named(self, names: &'static Names, values: &[Value<'_>]) {
        self.set_used();
        let mut own = names.all().iter().zip(values);
        let mut position = 0_u8;
        for ((name, value), before) in common::NAMES.iter().zip(self.common).zip(names.before()) {
            while position < *before
                && let Some((name, value)) = own.next()
            {
                visit(self.each, name, names.are_plain(), value);
                position = position.wrapping_add(1);
            }
            visit(self.each, name, true, value);
        }
        for (name, value) in own {
            visit(self.each, name, names.are_plain(), value);
        }
    }
}

/// The common parameters of an action without parameters of its own.
#[cold]
#[inline(never)]
fn visit_common(each: &mut Each<'_>, common: &Common<'_>) {
    for (name, value) in common::NAMES.iter().zip(common) {
        visit(each, name, true, value);
    }
}

fn visit(each: &mut Each<'_>, name: &str, is_plain: bool, value: &Value<'_>) {
    match value.presence() {
        Presence::Absent => {}
        Presence::Single => each(name, is_plain, value),
        Presence::List(list) => list.visit(Checked::new(name, is_plain), each),
    }
}
