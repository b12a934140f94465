//! What the first difference between both sides means.

use core::cmp::Ordering;

use super::component::{self, Component};
use super::encoded_again;
use super::excerpt::Excerpt;
use super::lockstep::{self, Difference, Start};
use super::part::{Grammar, Part};
use super::{Kind, Mismatch};
use crate::encode::Encode;
use crate::writer::{self, Sink};

/// Holds what was signed here against what the service signed.
pub(super) fn compare<I: Iterator<Item = u8> + Clone>(
    ours: &dyn Encode,
    theirs: I,
    grammar: Grammar,
) -> Option<Mismatch> {
    let difference = lockstep::first_difference(ours, theirs, grammar)?;
    let Difference { start, offset, skip } = &difference;
    let mut our = component::of_ours(ours, start, *skip);
    let mut their = component::of_theirs(start, *skip);
    // Where one side ends a component, or the whole text, and the other one goes on, what comes next
    // differs.
    let common = offset.saturating_sub(start.offset);
    let ends = |side: &Option<Component>| side.as_ref().map(|side| side.end);
    if ends(&our).is_some_and(|end| end <= common && ends(&their) == Some(end)) {
        let after = |side: &Option<Component>| {
            let end = side.as_ref()?.end.saturating_add(1);
            let mut theirs = start.theirs.clone();
            for _ in 0..end {
                theirs.next();
            }
            let offset = start.offset.saturating_add(end);
            Some(Start { offset, position: side.as_ref()?.after, theirs })
        };
        let [after_our, after_their] = [after(&our), after(&their)];
        our = after_our.and_then(|start| component::of_ours(ours, &start, 0));
        their = after_their.and_then(|start| component::of_theirs(&start, 0));
    } else if let (Some(our), Some(their)) = (&our, &their)
        && our.part == Part::Parameter
        && encoded_again::is_encoded_again(ours, start)
    {
        // With its separator encoded, all of it reads as a name.
        let theirs = their.value.as_ref().unwrap_or(&their.name);
        return Some(Mismatch {
            kind: Kind::DoublyEncoded,
            part: our.part,
            name: our.name.clone(),
            ours: our.value.clone(),
            theirs: Some(if our.is_secret { Excerpt::redacted() } else { theirs.clone() }),
        });
    }
    Some(differs(our, their))
}

/// The mismatch of two components that are not the same.
fn differs(our: Option<Component>, their: Option<Component>) -> Mismatch {
    let part = |side: &Option<Component>| side.as_ref().map_or(Part::Nothing, |side| side.part);
    let (our, their) = match (part(&our).cmp(&part(&their)), our, their) {
        (Ordering::Less, our, _) => (our, None),
        (Ordering::Greater, _, their) => (None, their),
        (Ordering::Equal, Some(our), Some(their)) if our.name != their.name => {
            // What stands where a secret of ours should may be that secret.
            let is_missing = their.is_whole() && our.name.as_str() < their.name.as_str();
            if is_missing || our.is_secret { (Some(our), None) } else { (None, Some(their)) }
        }
        (Ordering::Equal, our, their) => (our, their),
    };
    let is_secret = [&our, &their].into_iter().flatten().any(|side| side.is_secret);
    let shown = |side: &Option<Component>| {
        let value = side.as_ref()?.value.clone();
        value.map(|value| if is_secret { Excerpt::redacted() } else { value })
    };
    let (ours, mut theirs) = (shown(&our), shown(&their));
    let part = part(&our).min(part(&their));
    let name = match (our, their) {
        (Some(our), _) => our.name,
        (None, Some(their)) if their.is_whole() => their.name,
        // Nobody can tell what it is.
        (None, Some(_)) => {
            theirs = Some(Excerpt::nothing());
            Excerpt::nothing()
        }
        (None, None) => Excerpt::new(),
    };
    Mismatch { kind: Kind::Differs, part, name, ours, theirs }
}

/// Whether both sides are equal, byte by byte.
pub(super) fn is_equal(ours: &dyn Encode, theirs: impl Iterator<Item = u8>) -> bool {
    struct Equal<I> {
        theirs: I,
        so_far: bool,
    }

    impl<I: Iterator<Item = u8>> Sink for Equal<I> {
        fn put(&mut self, block: &[u8]) {
            self.so_far = self.so_far && block.iter().all(|byte| self.theirs.next() == Some(*byte));
        }
    }

    let mut equal = Equal { theirs, so_far: true };
    writer::buffered(&mut equal, |to| ours.write(to));
    equal.so_far && equal.theirs.next().is_none()
}
