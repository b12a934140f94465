//! Canonical query strings, of actions or of any parameters.
//!
//! An action's own parameters are [`Parameters`]; so are [`Pairs`], the names and values of which are
//! known only at run time.

use crate::encode::{Encode, display_encoded};
use crate::percent::Percent;
use crate::writer::Writer;

pub(crate) mod common;
mod label;
mod list;
mod order;
mod pair;
mod pairs;
mod parameters;
mod value;

#[doc(inline)]
pub use crate::__visit as visit;
#[doc(hidden)]
pub use label::Label;
pub use list::List;
pub use order::OrderError;
pub use pair::Pair;
pub use pairs::Pairs;
#[doc(hidden)]
pub use parameters::Named;
pub use parameters::{Parameters, Visitor};
pub use value::Value;

/// The canonical query string of parameters: `name=value` joined by `&`, each name and value
/// percent-encoded over UTF-8, except `A-Z a-z 0-9 - _ . ~`.
///
/// `Display` and [`Encode`] write what goes over the wire, secrets included; `Debug` does not print
/// them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Query<P> {
    parameters: P,
}

impl<P: Parameters> Query<P> {
    /// The canonical query string of these parameters.
    #[must_use]
    pub const fn new(parameters: P) -> Self {
        Self { parameters }
    }

    /// The parameters.
    #[must_use]
    pub const fn parameters(&self) -> &P {
        &self.parameters
    }

    /// Calls a function for each parameter that has a value, in canonical order.
    pub fn for_each(&self, mut each: impl FnMut(&Pair<'_>)) {
        self.parameters
            .visit(Visitor::new(&mut |label, value| each(&Pair::new(label.name(), value))));
    }

    /// Writes the parameters, and tells whether there are any.
    pub(crate) fn write_percent(&self, percent: Percent, to: &mut Writer<'_>) -> bool {
        write(&self.parameters, percent, to)
    }
}

/// Writes parameters, and tells whether there are any: once for all types of parameters.
pub(crate) fn write(parameters: &dyn Parameters, percent: Percent, to: &mut Writer<'_>) -> bool {
    let mut is_any = false;
    let is_behind = &mut is_any;
    parameters.visit(Visitor::new(&mut move |label, value| {
        let is_first = !*is_behind;
        percent.name(label.text().as_bytes(), label.is_framed(), is_first, to);
        value.write(percent, to);
        *is_behind = true;
    }));
    is_any
}

/// Whether there are any parameters that have a value.
#[cfg(feature = "sign")]
pub(crate) fn is_any(parameters: &dyn Parameters) -> bool {
    let mut is_any = false;
    parameters.visit(Visitor::new(&mut |_, _| is_any = true));
    is_any
}

impl<P: Parameters> Encode for Query<P> {
    fn write(&self, to: &mut Writer<'_>) {
        self.write_percent(Percent::Once, to);
    }
}

display_encoded!([P: Parameters] Query<P>);

/// The parameters of an action with the action's name before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WithAction<P> {
    name: &'static str,
    parameters: P,
}

impl<P: Parameters> WithAction<P> {
    pub(crate) const fn new(name: &'static str, parameters: P) -> Self {
        Self { name, parameters }
    }
}

impl<P: Parameters> Parameters for WithAction<P> {
    fn visit(&self, visitor: Visitor<'_>) {
        visitor.with_action(self.name, &self.parameters);
    }
}
