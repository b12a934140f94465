//! One listing after another, page by page.

use super::heard::PageSeen;
use super::policy::Policy;
use super::to_send::ListPage;

/// How far the look at the list has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub(crate) struct Listing {
    page: u32,
    seen: u32,
    total: Option<u32>,
    size: u8,
    clean: bool,
    /// How many listings have agreed so far.
    agreed: u8,
    /// Whether the request's tags, if it has any, are the filter.
    filtered: bool,
}

/// Where a page leaves a listing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// It is not the page that was asked for, or not all of it.
    Again,
    /// There is more.
    Next,
    /// That was the last page, and what was seen is evidence.
    CleanEnd,
    /// That was the last page, and something was missed or has changed.
    DirtyEnd,
}

impl Listing {
    pub(crate) const fn new(size: u8) -> Self {
        Self { page: 1, seen: 0, total: None, size, clean: true, agreed: 0, filtered: true }
    }

    pub(crate) const fn to_send(self) -> ListPage {
        ListPage { number: self.page, size: self.size, filtered: self.filtered }
    }

    /// Forgets what earlier listings said, for another reason to look.
    pub(crate) const fn restart(&mut self) {
        *self = Self::new(self.size);
    }

    /// Goes back to the first page.
    pub(crate) const fn rewind(&mut self) {
        self.page = 1;
        self.seen = 0;
        self.total = None;
        self.clean = true;
    }

    /// Goes back to the first page, without the filter.
    pub(crate) const fn widen(&mut self) {
        self.rewind();
        self.filtered = false;
    }

    /// Asks for pages of half the size; says whether that is possible.
    pub(crate) const fn halve(&mut self) -> bool {
        if self.size <= 1 {
            return false;
        }
        self.size /= 2;
        self.rewind();
        true
    }

    /// Counts a clean listing; says whether there are enough.
    pub(crate) const fn agree(&mut self, policy: &Policy) -> bool {
        self.agreed = self.agreed.saturating_add(1);
        self.rewind();
        self.agreed >= policy.listings()
    }

    /// Takes a page that does not have our address.
    pub(crate) fn take(&mut self, page: &PageSeen, policy: &Policy) -> Turn {
        if !page.whole || page.number.is_some_and(|number| number != self.page) {
            return Turn::Again;
        }
        self.seen = self.seen.saturating_add(page.gateways);
        // A gateway created or deleted between two pages shifts the rest; the total tells.
        let same = match (self.total, page.total) {
            (Some(before), Some(now)) => before == now,
            _ => true,
        };
        self.total = page.total.or(self.total);
        let counted = self.total.is_none_or(|total| total == self.seen);

        let size = u32::from(self.size);
        let full = page.size.map_or(size, |served| served.min(size));
        let last = page.gateways == 0
            || self.total.map_or(page.gateways < full, |total| self.seen >= total);
        self.clean &= page.clean && same;
        if last {
            return if self.clean && counted { Turn::CleanEnd } else { Turn::DirtyEnd };
        }
        let listed = self.page.saturating_mul(size);
        if listed >= u32::from(policy.max_pages()).saturating_mul(policy.page_size().into()) {
            return Turn::DirtyEnd;
        }
        self.page = self.page.saturating_add(1);
        Turn::Next
    }
}
