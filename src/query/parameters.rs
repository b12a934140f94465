//! Parameters that are visited in canonical order.

use core::{fmt, slice};

#[cfg(feature = "sign")]
use super::common::Values;
use super::common::{self, ActionName, Rest};
use super::label::Label;
use super::pairs::Pairs;
use super::value::{Presence, Value};

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

/// Takes a name and a value.
pub(super) type Each<'v> = dyn FnMut(&Label<'_>, &Value<'_>) + 'v;

/// Takes the parameters of an action, and puts the common ones between them.
pub struct Visitor<'v> {
    each: &'v mut Each<'v>,
    common: Option<&'v Rest<'v>>,
}

impl fmt::Debug for Visitor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Visitor").finish_non_exhaustive()
    }
}

impl<'v> Visitor<'v> {
    pub(super) fn new(each: &'v mut Each<'v>) -> Self {
        Self { each, common: None }
    }

    /// Takes parameters with every common one between them, also where there are none.
    #[cfg(feature = "sign")]
    pub(crate) fn with_common(self, common: &dyn Values, parameters: &dyn Parameters) {
        self.with_rest(&Rest::new(common, 0..common::COUNT), parameters);
    }

    /// Takes parameters with the action's name between them.
    pub(super) fn with_action(self, name: &'static str, parameters: &dyn Parameters) {
        let places = ActionName::PLACE..ActionName::PLACE + 1;
        self.with_rest(&Rest::new(&ActionName(name), places), parameters);
    }

    fn with_rest(self, common: &Rest<'_>, parameters: &dyn Parameters) {
        parameters.visit(Visitor { each: &mut *self.each, common: Some(common) });
        common.visit_before(common::COUNT, self.each);
    }

    /// Takes pairs.
    ///
    /// Where a call brings the common parameters, a pair with the name of one of them is left out.
    pub fn pairs(self, pairs: Pairs<'_>) {
        for (name, value) in pairs.as_slice() {
            let is_taken = self.common.is_some_and(|common| common.visit_up_to(name, self.each));
            if !is_taken {
                visit(self.each, &Label::bare(name), &Value::text(value));
            }
        }
    }

    /// Takes the values of names that the compiler checked: what `visit!` calls.
    #[doc(hidden)]
    #[must_use]
    pub fn named(self, labels: &'static [Label<'static>]) -> Named<'v> {
        Named { visitor: self, labels: labels.iter() }
    }
}

/// Takes values one by one, in the order of their names: a list of them would be large.
#[doc(hidden)]
#[derive(Debug)]
pub struct Named<'v> {
    visitor: Visitor<'v>,
    labels: slice::Iter<'static, Label<'static>>,
}

impl Named<'_> {
    /// Takes the value of the next name.
    #[inline(never)]
    pub fn take(&mut self, value: &Value<'_>) {
        let Some(label) = self.labels.next() else { return };
        let Visitor { each, common } = &mut self.visitor;
        if let Some(common) = common {
            common.visit_before(label.common_before(), *each);
        }
        visit(*each, label, value);
    }
}

pub(super) fn visit(each: &mut Each<'_>, label: &Label<'_>, value: &Value<'_>) {
    match value.presence() {
        Presence::Absent => {}
        Presence::Single => each(label, value),
        Presence::List(list) => list.visit(label, each),
    }
}
