//! When to pause, how long to go on, how to look.

use super::backoff::Backoff;

/// How patient a [`Registration`](crate::Registration) is.
///
/// With the defaults it ends after at most 20 calls that failed, with half an hour to an hour of pauses
/// between them. A value outside of its bounds counts as the nearest within.
///
/// ```
/// use aliyun_customer_gateway::registration::{Backoff, Policy};
///
/// // A receive buffer of 2 KiB holds a page of four or so gateways.
/// let policy = Policy::new().with_page_size(4).with_backoff(Backoff::new(2_000, 60_000));
/// assert_eq!(policy.page_size(), 4);
/// assert_eq!(policy.with_page_size(0).page_size(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "defmt", derive(defmt::Format))]
pub struct Policy {
    backoff: Backoff,
    max_pages: u16,
    failures: u8,
    last_look_ups: u8,
    peek_after: u8,
    page_size: u8,
    listings: u8,
    clock_settings: u8,
    new_tokens: u8,
    credential_renewals: u8,
}

macro_rules! limits {
    ($($(#[$doc:meta])* $field:ident, $with:ident: $type:ty = $least:literal..=$most:literal;)+) => {$(
        #[doc = concat!("The same policy with another [`", stringify!($field), "`](Self::", stringify!($field), "), from ", stringify!($least), " to ", stringify!($most), ".")]
        #[must_use]
        pub const fn $with(mut self, $field: $type) -> Self {
            let (least, most): ($type, $type) = ($least, $most);
            self.$field = if $field > most {
                most
            } else if $field < least {
                least
            } else {
                $field
            };
            self
        }

        $(#[$doc])*
        #[must_use]
        pub const fn $field(&self) -> $type {
            self.$field
        }
    )+};
}

impl Policy {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            backoff: Backoff::DEFAULT,
            max_pages: 100,
            failures: 16,
            last_look_ups: 4,
            peek_after: 5,
            page_size: 10,
            listings: 2,
            clock_settings: 3,
            new_tokens: 2,
            credential_renewals: 2,
        }
    }

    /// The same policy with other pauses.
    #[must_use]
    pub const fn with_backoff(mut self, backoff: Backoff) -> Self {
        self.backoff = backoff;
        self
    }

    /// How long to pause: [`Backoff::DEFAULT`] unless set.
    #[must_use]
    pub const fn backoff(&self) -> Backoff {
        self.backoff
    }

    limits! {
        /// After how many failures in sum nothing more is sent that could create: 16 unless set.
        failures, with_failures: u8 = 1..=100;
        /// How many failures more a last look at the list is given: 4 unless set.
        last_look_ups, with_last_look_ups: u8 = 0..=100;
        /// After how many failures to look at the list once in between: 5 unless set; 0 never. A call
        /// that is carried out while its response never arrives whole is found then, rather than after
        /// all failures.
        peek_after, with_peek_after: u8 = 0..=100;
        /// How many gateways to ask for in a page: 10 unless set. The service takes up to 50.
        page_size, with_page_size: u8 = 1..=50;
        /// How many pages of that size a listing may take: 100 unless set. One that goes on counts as
        /// failed.
        max_pages, with_max_pages: u16 = 1..=1000;
        /// How many listings have to agree that a gateway is not there: 2 unless set. One by itself
        /// misses a gateway every now and then while others create and delete.
        listings, with_listings: u8 = 1..=10;
        /// How often to set the clock: 3 unless set.
        clock_settings, with_clock_settings: u8 = 0..=10;
        /// How many new tokens to make: 2 unless set.
        new_tokens, with_new_tokens: u8 = 0..=10;
        /// How often to renew the credentials: 2 unless set.
        credential_renewals, with_credential_renewals: u8 = 0..=10;
    }
}

impl Default for Policy {
    fn default() -> Self {
        Self::new()
    }
}
