//! What a response holds, for C.

use core::mem::MaybeUninit;

use aliyun_customer_gateway::response::Damage;
use aliyun_customer_gateway::{Created, DecodeError, Failed, Gateway, Modified, PageItem};

use crate::cursor::{Cursor, TAGS};
use crate::escaped::Escaped;
use crate::numbers::fault::{self, ACG_FAULT_NONE};
use crate::numbers::{code, parameter, retry};

/// What is wrong in a body beside its outcome, and where.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CDamage {
    /// ACG_FAULT_..; ACG_FAULT_NONE where nothing is wrong.
    pub fault: i32,
    /// The byte of the body, counted from 0; 0 where the fault has none.
    pub index: usize,
}

impl CDamage {
    pub(crate) const NONE: Self = Self { fault: ACG_FAULT_NONE, index: 0 };

    pub(crate) fn of(damage: Option<Damage>) -> Self {
        damage.map_or(Self::NONE, |damage| Self {
            fault: fault::of(damage.fault()),
            index: damage.index(),
        })
    }
}

/// Why a call failed: written where a function returns ACG_FAILED or ACG_UNREADABLE, and only there.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Failure {
    /// The HTTP status.
    pub status: i32,
    /// The code, where it is known: ACG_CODE_..
    pub error_code: i32,
    /// What to do next: ACG_RETRY_..
    pub retry: i32,
    /// The parameter that the code blames: ACG_PARAMETER_..
    pub blames: i32,
    /// 1 where the code says that the work is done: what was to be deleted does not exist. Else 0.
    pub is_done: i32,
    /// The code as it was received.
    pub code: Escaped,
    /// The message as it was received. It may quote secrets: print what `acg_response_sentence` writes.
    pub message: Escaped,
    /// The RequestId.
    pub request_id: Escaped,
    /// The HostId.
    pub host_id: Escaped,
    /// Where the service gives advice of its own.
    pub recommend: Escaped,
    /// What is wrong in the body: with ACG_UNREADABLE, what keeps it from being a response.
    pub damage: CDamage,
}

impl Failure {
    pub(crate) fn of(failed: &Failed<'_>, action: &str) -> Self {
        Self {
            status: failed.status().into(),
            error_code: failed.error_code().map_or(0, code::of),
            retry: retry::of(failed.retry()),
            blames: failed.blames().map_or(0, parameter::of),
            is_done: failed.is_done(action).into(),
            code: Escaped::of(failed.code()),
            message: Escaped::of(failed.message_as_received()),
            request_id: Escaped::of(failed.request_id()),
            host_id: Escaped::of(failed.host_id()),
            recommend: Escaped::of(failed.recommend()),
            damage: CDamage::of(failed.damage()),
        }
    }

    pub(crate) fn of_error(error: &DecodeError) -> Self {
        let fault = fault::of_not_a_response(error.kind());
        Self {
            status: error.status().into(),
            error_code: 0,
            retry: retry::of(error.retry()),
            blames: 0,
            is_done: 0,
            code: Escaped::ABSENT,
            message: Escaped::ABSENT,
            request_id: Escaped::ABSENT,
            host_id: Escaped::ABSENT,
            recommend: Escaped::ABSENT,
            damage: CDamage { fault, index: error.index().unwrap_or(0) },
        }
    }
}

/// A customer gateway, as far as the response tells. What is absent, or damaged, has no text, or is 0.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CGateway {
    /// The CustomerGatewayId: there in every output but an item of a page that lacks it.
    pub customer_gateway_id: Escaped,
    /// The RequestId; an item of a page has none.
    pub request_id: Escaped,
    /// The IpAddress.
    pub ip_address: Escaped,
    /// The Name.
    pub name: Escaped,
    /// The Description.
    pub description: Escaped,
    /// The ResourceGroupId.
    pub resource_group_id: Escaped,
    /// The AuthKey, a secret.
    pub auth_key: Escaped,
    /// The CreateTime, in milliseconds since 1970.
    pub create_time: u64,
    /// The Asn.
    pub asn: u32,
    /// What is wrong in the body, or in the item.
    pub damage: CDamage,
    /// The tags, for `acg_tags_next`.
    pub tags: Cursor,
}

impl CGateway {
    const EMPTY: Self = Self {
        customer_gateway_id: Escaped::ABSENT,
        request_id: Escaped::ABSENT,
        ip_address: Escaped::ABSENT,
        name: Escaped::ABSENT,
        description: Escaped::ABSENT,
        resource_group_id: Escaped::ABSENT,
        auth_key: Escaped::ABSENT,
        create_time: 0,
        asn: 0,
        damage: CDamage::NONE,
        tags: Cursor { started: 0, opaque: MaybeUninit::zeroed() },
    };

    pub(crate) fn of_created(created: &Created<'_>) -> Self {
        Self {
            customer_gateway_id: Escaped::of(Some(created.customer_gateway_id())),
            request_id: Escaped::of(created.request_id()),
            ip_address: Escaped::of(created.ip_address()),
            name: Escaped::of(created.name()),
            description: Escaped::of(created.description()),
            create_time: created.create_time().unwrap_or(0),
            damage: CDamage::of(created.damage()),
            ..Self::EMPTY
        }
    }

    pub(crate) fn of_modified(modified: &Modified<'_>) -> Self {
        Self {
            customer_gateway_id: Escaped::of(Some(modified.customer_gateway_id())),
            request_id: Escaped::of(modified.request_id()),
            ip_address: Escaped::of(modified.ip_address()),
            name: Escaped::of(modified.name()),
            description: Escaped::of(modified.description()),
            create_time: modified.create_time().unwrap_or(0),
            resource_group_id: Escaped::of(modified.resource_group_id()),
            damage: CDamage::of(modified.damage()),
            ..Self::EMPTY
        }
    }

    pub(crate) fn of_gateway(gateway: &Gateway<'_>) -> Self {
        let request_id = Escaped::of(gateway.request_id());
        Self { request_id, ..Self::of_item(&gateway.as_item()) }
    }

    pub(crate) fn of_item(item: &PageItem<'_>) -> Self {
        Self {
            customer_gateway_id: Escaped::of(item.customer_gateway_id()),
            request_id: Escaped::ABSENT,
            ip_address: Escaped::of(item.ip_address()),
            name: Escaped::of(item.name()),
            description: Escaped::of(item.description()),
            resource_group_id: Escaped::of(item.resource_group_id()),
            auth_key: Escaped::of(item.auth_key().map(|key| key.expose())),
            create_time: item.create_time().unwrap_or(0),
            asn: item.asn().unwrap_or(0),
            damage: CDamage::of(item.damage()),
            tags: Cursor::start(TAGS, item.tags().iter()),
        }
    }
}

/// A tag of a gateway.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CReceivedTag {
    /// The key.
    pub key: Escaped,
    /// The value.
    pub value: Escaped,
    /// What is wrong in the tag.
    pub damage: CDamage,
}

/// What comes of a deletion.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CDeleted {
    /// The RequestId.
    pub request_id: Escaped,
    /// What is wrong in the body.
    pub damage: CDamage,
}

/// A page of a listing. Its gateways come from `acg_page_next`.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct CPage {
    /// The RequestId.
    pub request_id: Escaped,
    /// The PageNumber, from 1; 0 where it is absent.
    pub page_number: u32,
    /// The PageSize; 0 where it is absent.
    pub page_size: u32,
    /// The TotalCount; UINT32_MAX where it is absent.
    pub total_count: u32,
    /// What is wrong in the body.
    pub damage: CDamage,
    /// The gateways, for `acg_page_next`.
    pub gateways: Cursor,
}
