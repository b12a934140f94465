//! A request: which action, with which parameters.

pub(crate) mod action;
pub(crate) mod read;

use core::ffi::c_char;
use core::mem::MaybeUninit;

use aliyun_customer_gateway::query::Query;
use aliyun_customer_gateway::{Edition, Tag, Tags};

use crate::numbers::choice;
use crate::numbers::result::{ACG_E_ARGUMENT, ACG_E_NULL, ACG_E_OVERLAP, ACG_OK};
use crate::output::Output;
use crate::refusal::{Problem, Refusal};
use crate::text::{self, Text};
use action::Action;

/// A tag. No value is the empty value.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CTag {
    /// The key.
    pub key: Text,
    /// The value.
    pub value: Text,
}

/// A request. One of zeros has no action and no parameters: set `action`, and what the action takes; what it
/// does not take is refused (ACG_REASON_NOT_OF_ACTION), and so is the lack of what it needs.
///
/// It is read and checked by each call that it is passed to, and nothing of it is kept.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Request {
    /// ACG_CREATE, ACG_DESCRIBE, ACG_LIST, ACG_MODIFY or ACG_DELETE, which say what they take.
    pub action: i32,
    /// The edition of the rules: ACG_EDITION_..
    pub edition: i32,
    /// The RegionId: every action needs it.
    pub region_id: Text,
    /// The CustomerGatewayId.
    pub customer_gateway_id: Text,
    /// The IpAddress.
    pub ip_address: Text,
    /// The ClientToken.
    pub client_token: Text,
    /// The Name.
    pub name: Text,
    /// The Description.
    pub description: Text,
    /// The Asn.
    pub asn: Text,
    /// The AuthKey, a secret.
    pub auth_key: Text,
    /// The ResourceGroupId.
    pub resource_group_id: Text,
    /// `tag_count` tags; NULL where there are none.
    pub tags: *const CTag,
    /// How many tags there are.
    pub tag_count: usize,
    /// The PageNumber, from 1; 0 for none.
    pub page_number: u32,
    /// The PageSize, from 1 to 50; 0 for none.
    pub page_size: u32,
}

impl Request {
    /// A request without parameters.
    #[must_use]
    pub const fn new(action: i32) -> Self {
        Self {
            action,
            edition: choice::ACG_EDITION_2020_11,
            region_id: Text::ABSENT,
            customer_gateway_id: Text::ABSENT,
            ip_address: Text::ABSENT,
            client_token: Text::ABSENT,
            name: Text::ABSENT,
            description: Text::ABSENT,
            asn: Text::ABSENT,
            auth_key: Text::ABSENT,
            resource_group_id: Text::ABSENT,
            tags: core::ptr::null(),
            tag_count: 0,
            page_number: 0,
            page_size: 0,
        }
    }

    pub(crate) const fn texts(&self) -> [Text; 9] {
        [
            self.region_id,
            self.customer_gateway_id,
            self.ip_address,
            self.client_token,
            self.name,
            self.description,
            self.asn,
            self.auth_key,
            self.resource_group_id,
        ]
    }

    /// Whether a buffer shares a byte with a text, or with the request itself.
    pub(crate) fn is_overlapped_by(&self, output: &Output<'_>) -> bool {
        let tags = self.tag_count.saturating_mul(size_of::<CTag>());
        output.overlaps(&self.texts())
            || output.overlaps_bytes(core::ptr::from_ref(self).cast(), size_of::<Self>())
            || output.overlaps_bytes(self.tags.cast(), tags)
    }

    /// Hands the checked request to a function.
    ///
    /// # Safety
    ///
    /// The texts and the tags are as the header says.
    pub(crate) unsafe fn with<'a>(
        &'a self,
        then: &mut dyn FnMut(&Action<'_>) -> Result<i32, Problem>,
    ) -> Result<i32, Problem> {
        let edition = choice::edition(self.edition).ok_or(Problem::Number(ACG_E_ARGUMENT))?;
        self.check_presence(edition)?;
        if self.tag_count > 0 {
            // SAFETY: as for this function.
            return unsafe { self.with_tags(edition, then) };
        }
        // SAFETY: as before.
        let action = unsafe { self.read(edition, Tags::NONE) }?;
        then(&action)
    }

    /// Apart from `with`, so that only requests with tags take the stack that their list needs.
    ///
    /// # Safety
    ///
    /// The texts and the tags are as the header says.
    #[inline(never)]
    unsafe fn with_tags(
        &self,
        edition: Edition,
        then: &mut dyn FnMut(&Action<'_>) -> Result<i32, Problem>,
    ) -> Result<i32, Problem> {
        let count = self.tag_count.min(Tags::MAX.saturating_add(1));
        // SAFETY: the caller vouches for as many tags or more.
        let given = unsafe { text::list(self.tags, count) }.map_err(Problem::Number)?;
        // One more than there may be, which `Tags` refuses.
        let mut list: heapless::Vec<Tag<'_>, { Tags::MAX + 1 }> = heapless::Vec::new();
        for tag in given {
            // SAFETY: the caller vouches for the texts.
            let tag = unsafe { tag.get() }?;
            // There is room for each.
            let _ = list.push(tag);
        }
        let tags = Tags::new(&list)?;
        // SAFETY: as for this function.
        let action = unsafe { self.read(edition, tags) }?;
        then(&action)
    }
}

/// Checks a request, so that a mistake shows before anything is signed or sent.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_request_check(
    request: Option<&Request>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let Some(request) = request else { return ACG_E_NULL };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { request.with(&mut |_| Ok(ACG_OK)) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}

/// Writes the request's own parameters as a canonical query string: the query, or the form, of what
/// `acg_acs3_sign` signs.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn acg_request_query(
    request: Option<&Request>,
    buf: *mut c_char,
    cap: usize,
    len: Option<&mut MaybeUninit<usize>>,
    refusal: Option<&mut MaybeUninit<Refusal>>,
) -> i32 {
    let Some(request) = request else { return ACG_E_NULL };
    let mut output = Some(Output { buf, cap, len });
    if output.as_ref().is_some_and(|output| request.is_overlapped_by(output)) {
        return ACG_E_OVERLAP;
    }
    let mut write = |action: &Action<'_>| {
        let Some(output) = output.take() else { return Ok(ACG_E_ARGUMENT) };
        // SAFETY: the caller vouches for the buffer.
        Ok(unsafe { output.encode(&Query::new(action)) })
    };
    // SAFETY: the caller vouches for the texts.
    let result = unsafe { request.with(&mut write) };
    result.unwrap_or_else(|problem| problem.report(refusal))
}
