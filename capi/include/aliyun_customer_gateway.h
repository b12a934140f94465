/* aliyun-customer-gateway for C and C++: builds, signs and reads Alibaba Cloud's customer gateway calls, and
 * registers a gateway exactly once over a network that loses requests.
 *
 * Written by cbindgen from capi/src. What every function keeps to, unless its own lines say otherwise:
 *
 * Memory      All of it is the caller's. Nothing is allocated, nothing has to be freed, and there is no global
 *             state: any function may be called from several threads or interrupts at once, as long as no two
 *             calls share a structure or a buffer that one of them writes. No function blocks, calls itself, or
 *             ends the program.
 * Result      An int32_t: ACG_OK, one of ACG_FAILED, ACG_UNREADABLE and ACG_END, or below 0 an ACG_E_.. for a
 *             mistake. Numbers never change between releases; new ones may come.
 * Structures  A pointer to a structure is NULL or points to one that is aligned. NULL is ACG_E_NULL, except for
 *             `refusal`, `failure`, `len` and `policy`, which may be NULL where nobody wants them. What a function
 *             writes need not be initialized. One of zeros is always a valid argument. No two pointers that one
 *             call is given may overlap.
 * Texts       An acg_text: UTF-8 with its length, without a NUL, at most PTRDIFF_MAX bytes. Read during the call
 *             and not kept. NULL with a length of 0 is absent; an empty text has a pointer.
 * Bodies      `body` points to `body_len` bytes; NULL is an empty one if the length is 0. What is read of a body
 *             (acg_escaped, the cursors) points into it, and lives until the body is changed or gone.
 * Buffers     `buf` has `cap` bytes, and is written as by snprintf: the text, and a NUL. `*len` becomes the length
 *             of the text without the NUL, also where it does not fit: then the result is ACG_E_BUFFER_TOO_SMALL,
 *             and the buffer holds an empty text. NULL with a `cap` of 0 asks for the length. Where a buffer
 *             overlaps a text that is read, the result is ACG_E_OVERLAP and nothing is written.
 * Secrets     No sentence holds any. The stack that a signature took is wiped.
 */


#ifndef ALIYUN_CUSTOMER_GATEWAY_H
#define ALIYUN_CUSTOMER_GATEWAY_H

#include <stddef.h>
#include <stdint.h>

/* A literal as an initializer of an acg_text: acg_text region = ACG_LITERAL("cn-shanghai"); */
#define ACG_LITERAL(literal) { (literal), sizeof(literal) - 1 }


// The edition of the rules of November 2020: the default.
#define ACG_EDITION_2020_11 0

// Today's edition of the rules.
#define ACG_EDITION_CURRENT 1

// CreateCustomerGateway: RegionId, IpAddress; ClientToken, Name, Description, Asn, AuthKey, ResourceGroupId,
// tags.
#define ACG_CREATE 1

// DescribeCustomerGateway: RegionId, CustomerGatewayId.
#define ACG_DESCRIBE 2

// DescribeCustomerGateways: RegionId; CustomerGatewayId, PageNumber, PageSize, ResourceGroupId, tags.
#define ACG_LIST 3

// ModifyCustomerGatewayAttribute: RegionId, CustomerGatewayId; ClientToken, Name, Description, AuthKey.
#define ACG_MODIFY 4

// DeleteCustomerGateway: RegionId, CustomerGatewayId; ClientToken.
#define ACG_DELETE 5

// A response in JSON: the default.
#define ACG_FORMAT_JSON 0

// A response in XML.
#define ACG_FORMAT_XML 1

// GET, the parameters in the URL.
#define ACG_GET 0

// POST, the parameters in the URL and no body.
#define ACG_POST 1

// POST, the parameters in a form as the body: nothing of them is in logs of URLs.
#define ACG_POST_FORM 2

// The public network.
#define ACG_NETWORK_PUBLIC 0

// A private network of the provider's.
#define ACG_NETWORK_VPC 1

// There is no text.
#define ACG_ESCAPING_ABSENT 0

// The text is as it reads.
#define ACG_ESCAPING_PLAIN 1

// As the inside of a JSON string.
#define ACG_ESCAPING_JSON 2

// As the content of an XML element.
#define ACG_ESCAPING_XML 3

// As the content of an XML element, from within a CDATA section on.
#define ACG_ESCAPING_CDATA 4

// A code that is not known, or none.
#define ACG_CODE_UNKNOWN 0

// `Forbbiden.SubUser`
#define ACG_CODE_FORBIDDEN_SUB_USER 1

// `Forbidden`
#define ACG_CODE_FORBIDDEN 2

// `InvalidIpAddress.AlreadyExist`
#define ACG_CODE_IP_ADDRESS_ALREADY_EXIST 3

// `InvalidIpAddress.WrongFormat`
#define ACG_CODE_IP_ADDRESS_WRONG_FORMAT 4

// `InvalidName`
#define ACG_CODE_INVALID_NAME 5

// `InvalidDescription`
#define ACG_CODE_INVALID_DESCRIPTION 6

// `Resource.QuotaFull`
#define ACG_CODE_QUOTA_FULL 7

// `InvalidAuthkey.Malformed`
#define ACG_CODE_AUTH_KEY_MALFORMED 8

// `OperationDenied.MissingAsn`
#define ACG_CODE_MISSING_ASN 9

// `IllegalParam.Asn`
#define ACG_CODE_ILLEGAL_ASN 10

// `CreateVpnUserGatewayQuotaFull.QuotaFull`
#define ACG_CODE_VPN_USER_GATEWAY_QUOTA_FULL 11

// `OperationFailed.NoRamPermission`
#define ACG_CODE_NO_RAM_PERMISSION 12

// `InvalidParameter.TagKey`
#define ACG_CODE_INVALID_TAG_KEY 13

// `InvalidParameter.TagValue`
#define ACG_CODE_INVALID_TAG_VALUE 14

// `SizeLimitExceeded.TagNum`
#define ACG_CODE_TOO_MANY_TAGS 15

// `Forbidden.TagKey.Duplicated`
#define ACG_CODE_TAG_KEY_ALREADY_EXIST 16

// `Duplicated.TagKey`
#define ACG_CODE_DUPLICATE_TAG_KEY 17

// `OperationConflict`
#define ACG_CODE_OPERATION_CONFLICT 18

// `InvalidCustomerGatewayInstanceId.NotFound`
#define ACG_CODE_CUSTOMER_GATEWAY_NOT_FOUND 19

// `OperationDenied.VpnFinancialLocked`
#define ACG_CODE_VPN_FINANCIAL_LOCKED 20

// `OperationDenied.VpnConfiguring`
#define ACG_CODE_VPN_CONFIGURING 21

// `DependencyViolation.VpnConnection`
#define ACG_CODE_VPN_CONNECTION_EXISTS 22

// `VpnGateway.task.conflict`
#define ACG_CODE_VPN_GATEWAY_TASK_CONFLICT 23

// `Throttling`
#define ACG_CODE_THROTTLING 24

// `Throttling.User`
#define ACG_CODE_THROTTLING_USER 25

// `Throttling.Api`
#define ACG_CODE_THROTTLING_API 26

// `ServiceUnavailable`
#define ACG_CODE_SERVICE_UNAVAILABLE 27

// `InternalError`
#define ACG_CODE_INTERNAL_ERROR 28

// `UnknownError`
#define ACG_CODE_UNKNOWN_ERROR 29

// `SignatureDoesNotMatch`
#define ACG_CODE_SIGNATURE_DOES_NOT_MATCH 30

// `IncompleteSignature`
#define ACG_CODE_INCOMPLETE_SIGNATURE 31

// `SignatureNonceUsed`
#define ACG_CODE_SIGNATURE_NONCE_USED 32

// `InvalidTimeStamp.Format`
#define ACG_CODE_TIMESTAMP_FORMAT 33

// `InvalidTimeStamp.Expired`
#define ACG_CODE_TIMESTAMP_EXPIRED 34

// `IllegalTimestamp`
#define ACG_CODE_ILLEGAL_TIMESTAMP 35

// `RequestTimeTooSkewed`
#define ACG_CODE_REQUEST_TIME_TOO_SKEWED 36

// `InvalidSignatureMethod`
#define ACG_CODE_INVALID_SIGNATURE_METHOD 37

// `InvalidParameter.Format`
#define ACG_CODE_PARAMETER_FORMAT 38

// `InvalidAccessKeyId.NotFound`
#define ACG_CODE_ACCESS_KEY_ID_NOT_FOUND 39

// `InvalidAccessKeyId.Inactive`
#define ACG_CODE_ACCESS_KEY_ID_INACTIVE 40

// `Forbidden.RAM`
#define ACG_CODE_FORBIDDEN_RAM 41

// `NoPermission`
#define ACG_CODE_NO_PERMISSION 42

// `Forbidden.RiskControl`
#define ACG_CODE_FORBIDDEN_RISK_CONTROL 43

// `InvalidAction.NotFound`
#define ACG_CODE_ACTION_NOT_FOUND 44

// `InvalidApi.NotFound`
#define ACG_CODE_API_NOT_FOUND 45

// `InvalidVersion`
#define ACG_CODE_INVALID_VERSION 46

// `InvalidOperation.NotSupportedEndpoint`
#define ACG_CODE_NOT_SUPPORTED_ENDPOINT 47

// `InvalidSecurityToken.Expired`
#define ACG_CODE_SECURITY_TOKEN_EXPIRED 48

// `InvalidSecurityToken.Malformed`
#define ACG_CODE_SECURITY_TOKEN_MALFORMED 49

// `MissingSecurityToken`
#define ACG_CODE_MISSING_SECURITY_TOKEN 50

// `UnsupportedHTTPMethod`
#define ACG_CODE_UNSUPPORTED_HTTP_METHOD 51

// `InvalidProtocol.NeedSsl`
#define ACG_CODE_NEED_SSL 52

// `TaskConflict`
#define ACG_CODE_TASK_CONFLICT 53

// `VpnGateway.Configuring`
#define ACG_CODE_VPN_GATEWAY_CONFIGURING 54

// `IdempotentParameterMismatch`
#define ACG_CODE_IDEMPOTENT_PARAMETER_MISMATCH 55

// `Duplicated.ClientToken`
#define ACG_CODE_DUPLICATE_CLIENT_TOKEN 56

// `IdempotentFailed`
#define ACG_CODE_IDEMPOTENT_FAILED 57

// `LastTokenProcessing`
#define ACG_CODE_LAST_TOKEN_PROCESSING 58

// `OperationFailed.LastTokenProcessing`
#define ACG_CODE_OPERATION_FAILED_LAST_TOKEN_PROCESSING 59

// `SystemBusy`
#define ACG_CODE_SYSTEM_BUSY 60

// `MissingParameter`
#define ACG_CODE_MISSING_PARAMETER 61

// `InvalidParameter`
#define ACG_CODE_INVALID_PARAMETER 62

// `IllegalParam`
#define ACG_CODE_ILLEGAL_PARAMETER 63

// Nothing.
#define ACG_FAULT_NONE 0

// The body ends in the middle.
#define ACG_FAULT_CUT_OFF 1

// A byte that breaks the format's syntax.
#define ACG_FAULT_UNEXPECTED 2

// Values or elements are nested too deep.
#define ACG_FAULT_TOO_DEEP 3

// An end tag is not that of the element.
#define ACG_FAULT_MISMATCHED_TAG 4

// The body declares a document type, which could define entities.
#define ACG_FAULT_DOCTYPE 5

// There is something behind the response.
#define ACG_FAULT_TRAILING 6

// There are zeros behind the response, as in a buffer that it does not fill.
#define ACG_FAULT_ZEROS 7

// A member has two values that differ.
#define ACG_FAULT_CONFLICT 8

// A member is not UTF-8.
#define ACG_FAULT_INVALID_UTF8 9

// A member is not escaped as it should be.
#define ACG_FAULT_INVALID_ESCAPE 10

// A member is an object where it should be text, or the other way round.
#define ACG_FAULT_WRONG_TYPE 11

// A member is not a whole number, or not within its bounds.
#define ACG_FAULT_INVALID_NUMBER 12

// An item lacks a member that every item has.
#define ACG_FAULT_MISSING 13

// There is nothing, or only white space.
#define ACG_FAULT_EMPTY 51

// There are only zeros: a buffer that nothing was received into.
#define ACG_FAULT_NOTHING_BUT_ZEROS 52

// The body is an HTML page, as a proxy or a load balancer sends it.
#define ACG_FAULT_HTML 53

// The body is compressed: it starts with `1F 8B`, as gzip does.
#define ACG_FAULT_COMPRESSED 54

// The body is in UTF-16: it starts with a byte order mark of that.
#define ACG_FAULT_UTF16 55

// The body is still in chunks: it starts with a hexadecimal length and CRLF.
#define ACG_FAULT_CHUNKED 56

// The body starts with `HTTP/1.`, the status line in front of it.
#define ACG_FAULT_HEAD 57

// The body starts with something that neither JSON nor XML starts with.
#define ACG_FAULT_FOREIGN 58

// The body is in a format that this crate was built without.
#define ACG_FAULT_FEATURE_OFF 59

// There is no member of a response in the body.
#define ACG_FAULT_NO_MEMBER 60

// A status of success, but neither what tells of success nor a `Code`.
#define ACG_FAULT_NO_OUTCOME 62

// A status and a `Code` of success (`200`, `OK`, `Success`), but not what tells of success.
#define ACG_FAULT_NOTHING_BUT_SUCCESS 63

// Something that is newer than this interface.
#define ACG_FAULT_OTHER 99

// The RPC signature, in the query or the form: the default.
#define ACG_SIGNATURE_RPC 0

// ACS3-HMAC-SHA256, in headers.
#define ACG_SIGNATURE_ACS3 1

// No Connection header: HTTP/1.1 keeps the connection open.
#define ACG_CONNECTION_OPEN 0

// "Connection: close".
#define ACG_CONNECTION_CLOSE 1

// The response is whole.
#define ACG_HTTP_WHOLE 0

// The stream ended before a response came, as that of a connection does that was idle for too long.
#define ACG_HTTP_HEAD_EMPTY 1

// The stream ended within the head.
#define ACG_HTTP_HEAD_CUT_OFF 2

// The head does not fit in the buffer, which is not a fault of the response.
#define ACG_HTTP_HEAD_TOO_LONG 3

// It does not start with `HTTP/1.0` or `HTTP/1.1`, such as a response of TLS, or of HTTP/2.
#define ACG_HTTP_HEAD_NOT_HTTP1 4

// No status of three digits follows the version.
#define ACG_HTTP_HEAD_STATUS 5

// The name of a header is not a token, such as one with a space before its colon.
#define ACG_HTTP_HEAD_HEADER_NAME 6

// The value of a header, or the reason after the status, holds a control character.
#define ACG_HTTP_HEAD_CONTROL 7

// `Content-Length` is not a number, or contradicts another one.
#define ACG_HTTP_HEAD_CONTENT_LENGTH 8

// More interim responses, with a status of 1xx, than are skipped.
#define ACG_HTTP_HEAD_TOO_MANY_INTERIMS 9

// The stream ended too early, or reading was given up.
#define ACG_HTTP_BODY_CUT_OFF 51

// It does not fit in the buffer, which is not a fault of the response.
#define ACG_HTTP_BODY_TOO_LONG 52

// The size of a chunk is not a hexadecimal number on a line of its own.
#define ACG_HTTP_BODY_CHUNK_SIZE 53

// The size of a chunk is greater than any memory.
#define ACG_HTTP_BODY_CHUNK_TOO_LONG 54

// A chunk is not followed by CR LF.
#define ACG_HTTP_BODY_CHUNK_END 55

// Chunk extensions and trailers are longer than is read.
#define ACG_HTTP_BODY_TOO_MUCH_FRAMING 56

// The body is whole, and compressed or otherwise encoded, as `Content-Encoding` says.
#define ACG_HTTP_BODY_ENCODED 57

// Something that is newer than this interface.
#define ACG_HTTP_OTHER 99

// No parameter.
#define ACG_PARAMETER_NONE 0

// The access key's id.
#define ACG_PARAMETER_ACCESS_KEY_ID 1

// The secret of the access key: never sent, every request is signed with it.
#define ACG_PARAMETER_ACCESS_KEY_SECRET 2

// The operation to perform.
#define ACG_PARAMETER_ACTION 3

// The autonomous system number of the on-premises data center.
#define ACG_PARAMETER_ASN 4

// The authentication key of BGP: a secret.
#define ACG_PARAMETER_AUTH_KEY 5

// The token that makes a request idempotent.
#define ACG_PARAMETER_CLIENT_TOKEN 6

// The id of a customer gateway that exists.
#define ACG_PARAMETER_CUSTOMER_GATEWAY_ID 7

// The customer gateway's description.
#define ACG_PARAMETER_DESCRIPTION 8

// The format of the answer, `JSON` or `XML`.
#define ACG_PARAMETER_FORMAT 9

// The host that a request goes to: an HTTP header.
#define ACG_PARAMETER_HOST 10

// The public IP address of the on-premises VPN gateway.
#define ACG_PARAMETER_IP_ADDRESS 11

// The customer gateway's name.
#define ACG_PARAMETER_NAME 12

// Which page of a listing.
#define ACG_PARAMETER_PAGE_NUMBER 13

// How many customer gateways a page of a listing holds.
#define ACG_PARAMETER_PAGE_SIZE 14

// The region that the customer gateway belongs to.
#define ACG_PARAMETER_REGION_ID 15

// The resource group that the customer gateway belongs to.
#define ACG_PARAMETER_RESOURCE_GROUP_ID 16

// The token that comes with temporary credentials.
#define ACG_PARAMETER_SECURITY_TOKEN 17

// The signature of the request.
#define ACG_PARAMETER_SIGNATURE 18

// How the request is signed.
#define ACG_PARAMETER_SIGNATURE_METHOD 19

// A text that no other request has.
#define ACG_PARAMETER_SIGNATURE_NONCE 20

// Which version of the signature is used.
#define ACG_PARAMETER_SIGNATURE_VERSION 21

// The tags that a listing is filtered by.
#define ACG_PARAMETER_TAG 22

// The customer gateway's tags.
#define ACG_PARAMETER_TAGS 23

// When the request was made.
#define ACG_PARAMETER_TIMESTAMP 24

// The version of the service's API.
#define ACG_PARAMETER_VERSION 25

// None.
#define ACG_REASON_NONE 0

// There is no text.
#define ACG_REASON_EMPTY 1

// There are too few characters.
#define ACG_REASON_TOO_SHORT 2

// There are too many characters.
#define ACG_REASON_TOO_LONG 3

// A character may not stand where it stands.
#define ACG_REASON_UNEXPECTED_CHARACTER 4

// A character may not stand where it stands, and is not shown because it may be part of a secret
// (white space is none).
#define ACG_REASON_UNEXPECTED_SECRET_CHARACTER 5

// The text starts or ends with white space that was copied with it: an end of a line, mostly.
#define ACG_REASON_WHITE_SPACE_AT_EDGE 6

// A character that only run time can check: a constant knows the letters of ASCII and the
// Chinese characters from U+4E00 to U+9FFF.
#define ACG_REASON_NOT_CONSTANT 7

// The text starts with something that is kept for others, such as `http://` or `acs:`.
#define ACG_REASON_FORBIDDEN_PREFIX 8

// The text holds `http://` or `https://`.
#define ACG_REASON_CONTAINS_URL 9

// The text ends where more is needed.
#define ACG_REASON_INCOMPLETE 10

// A number starts with a zero that it does not need.
#define ACG_REASON_LEADING_ZERO 11

// A number is smaller than may stand there.
#define ACG_REASON_NUMBER_TOO_SMALL 12

// A number is greater than may stand there.
#define ACG_REASON_NUMBER_TOO_LARGE 13

// The text is an IPv6 address.
#define ACG_REASON_IPV6 14

// The address lies in a block that no gateway has its address in.
#define ACG_REASON_NOT_PUBLIC 15

// The autonomous system number is one that nobody may use here.
#define ACG_REASON_RESERVED_ASN 16

// There is no such date or time.
#define ACG_REASON_NO_SUCH_TIME 17

// The time lies outside of the years 1970 to 9999.
#define ACG_REASON_TIME_OUT_OF_RANGE 18

// A host is written in upper case.
#define ACG_REASON_UPPER_CASE 19

// A label of a host has no characters.
#define ACG_REASON_EMPTY_LABEL 20

// A label of a host has too many characters.
#define ACG_REASON_LABEL_TOO_LONG 21

// A host's last label is a number, as in an IPv4 address, and the host is none.
#define ACG_REASON_NO_IPV4 22

// A host's port is none.
#define ACG_REASON_NO_PORT 23

// A host's port is the one that an HTTP client leaves out.
#define ACG_REASON_DEFAULT_PORT 24

// A region's id cannot be part of a host.
#define ACG_REASON_NO_HOST 25

// There are too many tags.
#define ACG_REASON_TOO_MANY_TAGS 26

// Two tags have the same key.
#define ACG_REASON_DUPLICATE_KEY 27

// There is none beside an `AccessKeyId` that starts with `STS.`, which comes with one.
#define ACG_REASON_MISSING_TOKEN 28

// A key of BGP is given without an `Asn`.
#define ACG_REASON_MISSING_ASN 29

// The edition has no such parameter.
#define ACG_REASON_NOT_IN_EDITION 30

// The text is not UTF-8.
#define ACG_REASON_NOT_UTF8 101

// A parameter that the action needs is missing.
#define ACG_REASON_MISSING 102

// The action has no such parameter.
#define ACG_REASON_NOT_OF_ACTION 103

// Done.
#define ACG_OK 0

// The service refused, or failed: the `acg_failure` says why, and what to do next.
#define ACG_FAILED 1

// The body is not a response, or its outcome cannot be read: the `acg_failure` says where. Try again
// after a pause, with the same ClientToken.
#define ACG_UNREADABLE 2

// A list has no more items.
#define ACG_END 3

// No response can be read: the `acg_http_response` says why, and none of the rest of it is there.
#define ACG_NO_RESPONSE 4

// A pointer that has to point to something is NULL.
#define ACG_E_NULL -1

// An argument is none of the numbers it can be, or a length is more than half of the address space.
#define ACG_E_ARGUMENT -2

// A value was refused: the `acg_refusal` says which and why.
#define ACG_E_INVALID -3

// The buffer is too small: the length says how many bytes are needed, the NUL not counted.
#define ACG_E_BUFFER_TOO_SMALL -4

// The buffer overlaps a text or a body that is read.
#define ACG_E_OVERLAP -5

// The structure was never started, or is not one.
#define ACG_E_NOT_STARTED -6

// The text is not what was decoded: it is not UTF-8, or an escape in it is broken.
#define ACG_E_ESCAPE -7

// The caller's function asked to stop.
#define ACG_E_SINK -8

// There is no outcome yet.
#define ACG_E_NOT_DONE -9

// Do not try again.
#define ACG_RETRY_NEVER 0

// After a pause, with the same ClientToken.
#define ACG_RETRY_AFTER_PAUSE 1

// At once, with a new nonce and the same ClientToken.
#define ACG_RETRY_IMMEDIATELY 2

// After setting the clock, with the same ClientToken.
#define ACG_RETRY_AFTER_CLOCK_SYNC 3

// With a new ClientToken.
#define ACG_RETRY_WITH_NEW_TOKEN 4

// Only after looking for the gateway: an earlier try may have created it.
#define ACG_RETRY_LOOK_UP 5

// Send the call that `acg_registration_request` gives, then report what came.
#define ACG_STEP_SEND 1

// Wait for `min_ms` to `min_ms + span_ms` milliseconds, then report `acg_registration_on_paused`.
#define ACG_STEP_PAUSE 2

// Set the clock, as far as it can be, then report `acg_registration_on_clock_set`.
#define ACG_STEP_SET_CLOCK 3

// Make a new ClientToken, store it in place of the old one, and put it into the request; then report
// `acg_registration_on_new_token`.
#define ACG_STEP_NEW_TOKEN 4

// Get new credentials, as far as there are any, then report `acg_registration_on_credentials_renewed`.
#define ACG_STEP_RENEW_CREDENTIALS 5

// Nothing more: `outcome` says what came of it.
#define ACG_STEP_DONE 6

// Something that is newer than this interface: treat it as `ACG_OUTCOME_GAVE_UP`.
#define ACG_STEP_OTHER 7

// Not done.
#define ACG_OUTCOME_NONE 0

// The service responded to our token with `id`. The gateway may have been deleted since.
#define ACG_OUTCOME_CREATED 1

// A gateway with the address is on the list: `id`, `differences`, `earlier_try`.
#define ACG_OUTCOME_FOUND 2

// The address is taken, and the gateway that has it cannot be seen: `status`, `code`, `earlier_try`.
#define ACG_OUTCOME_HIDDEN 3

// The service refused, and trying again will not help: `status`, `code`, `earlier_try`.
#define ACG_OUTCOME_REFUSED 4

// The service refuses the timestamps however often the clock is set: `earlier_try`.
#define ACG_OUTCOME_CLOCK_REFUSED 5

// Whether a gateway was made is unknown: go on later, resumed, with the same token.
#define ACG_OUTCOME_GAVE_UP 6

// The gateway exists, and its id is longer than 64 bytes.
#define ACG_OUTCOME_ID_TOO_LONG 7

// A bit of `differences`: another name.
#define ACG_DIFFERS_NAME 1

// A bit of `differences`: another description.
#define ACG_DIFFERS_DESCRIPTION 2

// A bit of `differences`: another ASN.
#define ACG_DIFFERS_ASN 4

// A bit of `differences`: other tags.
#define ACG_DIFFERS_TAGS 8

// The greatest length of what `acg_rpc_sign` writes for any of the five actions without tags and without a
// SecurityToken, the NUL counted.
#define ACG_MAX_SIGNED_QUERY 6390

// A text of the caller's, borrowed for the call that it is passed to, in UTF-8 and without a NUL at its end.
//
// `bytes` points to `len` bytes that can be read. NULL with a length of 0 is no text at all, which is what
// leaves a parameter out; an empty text has a pointer. NULL with another length is ACG_E_NULL.
typedef struct acg_text {
    // The first byte.
    const char *bytes;
    // How many bytes there are.
    size_t len;
} acg_text;

// A header of a response.
typedef struct acg_header {
    // Its name, in any case.
    struct acg_text name;
    // Its value.
    struct acg_text value;
} acg_header;

// Why a value was refused: written where a function returns ACG_E_INVALID, and only there.
//
// It holds no text of the caller's and may be copied. One of zeros is no refusal.
typedef struct acg_refusal {
    // The parameter whose value was refused: ACG_PARAMETER_..
    int32_t parameter;
    // Why: ACG_REASON_..
    int32_t reason;
    // The byte of the text that is to blame, counted from 0; SIZE_MAX where none is.
    size_t index;
    // The character that is to blame, as a Unicode scalar value; 0 where none is, or it is part of a secret.
    uint32_t character;
    // What the service would have responded: ACG_CODE_..; ACG_CODE_UNKNOWN where its documents name none.
    int32_t service_code;
    // The edition whose rule refused the value: ACG_EDITION_..; -1 where every edition has the same.
    int32_t edition;
    // An edition that accepts the value: ACG_EDITION_..; -1 where none does.
    int32_t accepted_by;
    // The library's own.
    size_t opaque[6];
} acg_refusal;

// A text of a body: a part of the body, still escaped. It lives as long as the body is kept unchanged.
//
// Texts are borrowed and not copied, so that what is not wanted takes no memory, and a text that is longer than
// expected does not lose the others. `raw` can be used as it is where `escaping` is ACG_ESCAPING_PLAIN, as that
// of an id mostly is; `acg_unescape` copies any.
typedef struct acg_escaped {
    // The first byte in the body; NULL where there is no text.
    const char *raw;
    // How many bytes of the body it takes. Unescaped, it takes no more.
    size_t len;
    // ACG_ESCAPING_..
    int32_t escaping;
} acg_escaped;

// What is wrong in a body beside its outcome, and where.
typedef struct acg_damage {
    // ACG_FAULT_..; ACG_FAULT_NONE where nothing is wrong.
    int32_t fault;
    // The byte of the body, counted from 0; 0 where the fault has none.
    size_t index;
} acg_damage;

// The library's own; walked by `acg_page_next` and `acg_tags_next`. One of zeros is no list.
//
// It borrows the body that it is of. A copy walks by itself, from where it was copied.
typedef struct acg_cursor {
    // The library's own.
    size_t started;
    // The library's own.
    size_t opaque[16];
} acg_cursor;

// A customer gateway, as far as the response tells. What is absent, or damaged, has no text, or is 0.
typedef struct acg_gateway {
    // The CustomerGatewayId: there in every output but an item of a page that lacks it.
    struct acg_escaped customer_gateway_id;
    // The RequestId; an item of a page has none.
    struct acg_escaped request_id;
    // The IpAddress.
    struct acg_escaped ip_address;
    // The Name.
    struct acg_escaped name;
    // The Description.
    struct acg_escaped description;
    // The ResourceGroupId.
    struct acg_escaped resource_group_id;
    // The AuthKey, a secret.
    struct acg_escaped auth_key;
    // The CreateTime, in milliseconds since 1970.
    uint64_t create_time;
    // The Asn.
    uint32_t asn;
    // What is wrong in the body, or in the item.
    struct acg_damage damage;
    // The tags, for `acg_tags_next`.
    struct acg_cursor tags;
} acg_gateway;

// Why a call failed: written where a function returns ACG_FAILED or ACG_UNREADABLE, and only there.
typedef struct acg_failure {
    // The HTTP status.
    int32_t status;
    // The code, where it is known: ACG_CODE_..
    int32_t error_code;
    // What to do next: ACG_RETRY_..
    int32_t retry;
    // The parameter that the code blames: ACG_PARAMETER_..
    int32_t blames;
    // 1 where the code says that the work is done: what was to be deleted does not exist. Else 0.
    int32_t is_done;
    // The code as it was received.
    struct acg_escaped code;
    // The message as it was received. It may quote secrets: print what `acg_response_sentence` writes.
    struct acg_escaped message;
    // The RequestId.
    struct acg_escaped request_id;
    // The HostId.
    struct acg_escaped host_id;
    // Where the service gives advice of its own.
    struct acg_escaped recommend;
    // What is wrong in the body: with ACG_UNREADABLE, what keeps it from being a response.
    struct acg_damage damage;
} acg_failure;

// What comes of a deletion.
typedef struct acg_deleted {
    // The RequestId.
    struct acg_escaped request_id;
    // What is wrong in the body.
    struct acg_damage damage;
} acg_deleted;

// A page of a listing. Its gateways come from `acg_page_next`.
typedef struct acg_page {
    // The RequestId.
    struct acg_escaped request_id;
    // The PageNumber, from 1; 0 where it is absent.
    uint32_t page_number;
    // The PageSize; 0 where it is absent.
    uint32_t page_size;
    // The TotalCount; UINT32_MAX where it is absent.
    uint32_t total_count;
    // What is wrong in the body.
    struct acg_damage damage;
    // The gateways, for `acg_page_next`.
    struct acg_cursor gateways;
} acg_page;

// A tag of a gateway.
typedef struct acg_received_tag {
    // The key.
    struct acg_escaped key;
    // The value.
    struct acg_escaped value;
    // What is wrong in the tag.
    struct acg_damage damage;
} acg_received_tag;

// Where the reading of a response stands. It holds no pointer: the buffer is passed to each call, and is the same
// for one response. One of zeros is not started.
typedef struct acg_http_reader {
    // The library's own.
    size_t started;
    // The library's own.
    size_t opaque[20];
} acg_http_reader;

// A response of HTTP/1.1.
typedef struct acg_http_response {
    // What is wrong: ACG_HTTP_.. With ACG_HTTP_BODY_.. the body is there as far as it came: read it all the same.
    int32_t fault;
    // The status.
    int32_t status;
    // The body, its chunks joined: in the buffer.
    const void *body;
    // How many bytes it has.
    size_t body_len;
    // 1 where the connection may carry another request. Else 0.
    int32_t keeps_alive;
    // The pause that the headers ask for, in milliseconds; 0 for none.
    uint32_t retry_after_ms;
    // The Date, in seconds since 1970: a hint for the clock, -1 where it is absent or before the bound.
    int64_t date;
} acg_http_response;

// The machine that registers one gateway once, over a network that loses requests.
//
// It is the caller's: 160 bytes, aligned as a uint32_t, started by `acg_registration_start`; nothing has to be
// freed. It holds no pointer, no token and no secret, and may be copied. Never store it: store the ClientToken and
// the parameters before the first call is sent, and the id once there is one; after a power cut, or some time
// after it gave up, start it `resumed`, with the same token.
typedef struct acg_registration {
    // The library's own.
    uint32_t started;
    // The library's own.
    uint32_t opaque[39];
} acg_registration;

// A tag. No value is the empty value.
typedef struct acg_tag {
    // The key.
    struct acg_text key;
    // The value.
    struct acg_text value;
} acg_tag;

// A request. One of zeros has no action and no parameters: set `action`, and what the action takes; what it
// does not take is refused (ACG_REASON_NOT_OF_ACTION), and so is the lack of what it needs.
//
// It is read and checked by each call that it is passed to, and nothing of it is kept.
typedef struct acg_request {
    // ACG_CREATE, ACG_DESCRIBE, ACG_LIST, ACG_MODIFY or ACG_DELETE, which say what they take.
    int32_t action;
    // The edition of the rules: ACG_EDITION_..
    int32_t edition;
    // The RegionId: every action needs it.
    struct acg_text region_id;
    // The CustomerGatewayId.
    struct acg_text customer_gateway_id;
    // The IpAddress.
    struct acg_text ip_address;
    // The ClientToken.
    struct acg_text client_token;
    // The Name.
    struct acg_text name;
    // The Description.
    struct acg_text description;
    // The Asn.
    struct acg_text asn;
    // The AuthKey, a secret.
    struct acg_text auth_key;
    // The ResourceGroupId.
    struct acg_text resource_group_id;
    // `tag_count` tags; NULL where there are none.
    const struct acg_tag *tags;
    // How many tags there are.
    size_t tag_count;
    // The PageNumber, from 1; 0 for none.
    uint32_t page_number;
    // The PageSize, from 1 to 50; 0 for none.
    uint32_t page_size;
} acg_request;

// What makes each try another request.
typedef struct acg_call {
    // The SignatureNonce: new for each try, as `acg_uuid` makes it.
    struct acg_text nonce;
    // The time of the try, in seconds since 1970, by a clock that is right to a quarter of an hour.
    int64_t unix_seconds;
    // The format of the response: ACG_FORMAT_..
    int32_t format;
} acg_call;

// An access key. Nothing of its secrets is kept, and what they leave on the stack is wiped.
typedef struct acg_credentials {
    // The AccessKeyId.
    struct acg_text access_key_id;
    // The AccessKeySecret.
    struct acg_text access_key_secret;
    // The SecurityToken of temporary credentials; NULL for others.
    struct acg_text security_token;
} acg_credentials;

// Where a request goes, and how it is signed and sent. One of zeros lacks the host only.
typedef struct acg_target {
    // The host, such as vpc.aliyuncs.com.
    struct acg_text host;
    // ACG_SIGNATURE_..
    int32_t signature;
    // ACG_GET, ACG_POST or ACG_POST_FORM.
    int32_t method;
    // ACG_CONNECTION_..
    int32_t connection;
    // 1 where a proxy takes the request: its target is then a whole URL of http. Else 0.
    int32_t through_proxy;
} acg_target;

// Takes some bytes of a request. They are borrowed until it returns, and there may be none. Anything but 0 stops the
// call, which then returns ACG_E_SINK. It must return: no `longjmp`, no exception.
typedef int32_t (*acg_sink)(void *context, const void *bytes, size_t len);

// How patient a registration is. `acg_policy_default` writes the defaults; a value outside of its bounds counts
// as the nearest within.
typedef struct acg_policy {
    // The pause after the first failure, in milliseconds: 1000 unless set.
    uint32_t first_ms;
    // The longest pause, in milliseconds: 300000 unless set, a day at most.
    uint32_t max_ms;
    // How many pages a listing may take: 100 unless set, 1 to 1000.
    uint16_t max_pages;
    // After how many failures nothing more is sent that could create: 16 unless set, 1 to 100.
    uint8_t failures;
    // How many failures more a last look at the list is given: 4 unless set, 0 to 100.
    uint8_t last_look_ups;
    // After how many failures to look at the list once in between: 5 unless set, 0 to 100; 0 never.
    uint8_t peek_after;
    // How many gateways to ask for in a page: 10 unless set, 1 to 50.
    uint8_t page_size;
    // How many listings have to agree that a gateway is not there: 2 unless set, 1 to 10.
    uint8_t listings;
    // How often to set the clock: 3 unless set, 0 to 10.
    uint8_t clock_settings;
    // How many new tokens to make: 2 unless set, 0 to 10.
    uint8_t new_tokens;
    // How often to renew the credentials: 2 unless set, 0 to 10.
    uint8_t credential_renewals;
} acg_policy;

// What to do now, and which event to report then.
typedef struct acg_step {
    // ACG_STEP_..
    int32_t kind;
    // At ACG_STEP_SEND: 1 where the call must go over a new connection, because on the old one a response to an
    // earlier call may still come.
    int32_t new_connection;
    // At ACG_STEP_SEND: the page of the list that is asked for, from 1; 0 for the creation.
    uint32_t page;
    // At ACG_STEP_PAUSE: the shortest pause, in milliseconds.
    uint32_t min_ms;
    // At ACG_STEP_PAUSE: how much jitter there is, in milliseconds. `acg_registration_pause_ms` adds it.
    uint32_t span_ms;
    // At ACG_STEP_DONE: ACG_OUTCOME_.., which says what of the following there is.
    int32_t outcome;
    // Which values of the gateway that was found are not those of the request: bits of ACG_DIFFERS_..
    int32_t differences;
    // 1 where an earlier try may have made the gateway, or a gateway all the same.
    int32_t earlier_try;
    // The HTTP status of a refusal.
    int32_t status;
    // The code of a refusal, where it is known: ACG_CODE_..
    int32_t error_code;
    // The id of the gateway: in the machine, until that is started again, moved or gone.
    struct acg_text id;
    // The code of a refusal as it was received, 64 bytes of it at most: in the machine as well.
    struct acg_text code;
} acg_step;

// Takes a header of a request: its name in lower case, and its value. Both are borrowed until it returns.
// Anything but 0 stops the call, which then returns ACG_E_SINK. It must return: no `longjmp`, no exception.
typedef int32_t (*acg_each_header)(void *context, struct acg_text name, struct acg_text value);

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// What to do (ACG_RETRY_..) about an HTTP status and the code and the message of a response that has them.
// Where there was no response at all: ACG_RETRY_AFTER_PAUSE. Texts that are not UTF-8 count as absent.
int32_t acg_retry(int32_t status, struct acg_text code, struct acg_text message);

// Writes what an ACG_RETRY_.. asks for: "after a pause, with the same ClientToken".
int32_t acg_retry_sentence(int32_t retry, char *buf, size_t cap, size_t *len);

// The number of a code (ACG_CODE_..) as the service writes it; ACG_CODE_UNKNOWN for any other text.
int32_t acg_code(struct acg_text code);

// Writes a code as the service does: Resource.QuotaFull for ACG_CODE_QUOTA_FULL.
int32_t acg_code_text(int32_t code, char *buf, size_t cap, size_t *len);

// Writes the name of a parameter: RegionId for ACG_PARAMETER_REGION_ID.
int32_t acg_parameter_text(int32_t parameter, char *buf, size_t cap, size_t *len);

// The pause that headers of a response ask for, in milliseconds, `max_ms` at most; 0 where none does. Only
// x-acs-retry-after, x-ratelimit-user-api and x-ratelimit-user count; NULL is no header.
uint32_t acg_retry_after(const struct acg_header *headers, size_t header_count, uint32_t max_ms);

// How long to pause before a call is sent again, in milliseconds, after `failures` failures in a row: from
// `first_ms`, doubled up to `max_ms`, with jitter from 32 `random` bits, and no shorter than what the service
// asked for (`acg_retry_after`, else 0) as far as that is within `max_ms`.
uint32_t acg_pause_ms(uint32_t first_ms,
                      uint32_t max_ms,
                      uint32_t failures,
                      uint32_t asked_ms,
                      uint32_t random);

// Checks a RegionId, such as cn-shanghai.
int32_t acg_check_region_id(struct acg_text text, struct acg_refusal *refusal);

// Checks an IpAddress: a public IPv4 address in decimal, such as 101.12.0.12,
// by the rules of an edition (ACG_EDITION_..).
int32_t acg_check_ip_address(int32_t edition, struct acg_text text, struct acg_refusal *refusal);

// Checks a ClientToken.
int32_t acg_check_client_token(struct acg_text text, struct acg_refusal *refusal);

// Checks a Name, by the rules of an edition (ACG_EDITION_..).
int32_t acg_check_name(int32_t edition, struct acg_text text, struct acg_refusal *refusal);

// Checks a Description, by the rules of an edition (ACG_EDITION_..).
int32_t acg_check_description(int32_t edition, struct acg_text text, struct acg_refusal *refusal);

// Checks an Asn, as 65530 or as 123.456.
int32_t acg_check_asn(struct acg_text text, struct acg_refusal *refusal);

// Checks an AuthKey, a secret: nothing of it gets into the refusal,
// by the rules of an edition (ACG_EDITION_..).
int32_t acg_check_auth_key(int32_t edition, struct acg_text text, struct acg_refusal *refusal);

// Checks a ResourceGroupId, by the rules of an edition (ACG_EDITION_..).
int32_t acg_check_resource_group_id(int32_t edition, struct acg_text text, struct acg_refusal *refusal);

// Checks a CustomerGatewayId.
int32_t acg_check_customer_gateway_id(struct acg_text text, struct acg_refusal *refusal);

// Checks an AccessKeyId.
int32_t acg_check_access_key_id(struct acg_text text, struct acg_refusal *refusal);

// Checks an AccessKeySecret: nothing of it gets into the refusal.
int32_t acg_check_access_key_secret(struct acg_text text, struct acg_refusal *refusal);

// Checks a SecurityToken: nothing of it gets into the refusal.
int32_t acg_check_security_token(struct acg_text text, struct acg_refusal *refusal);

// Checks a SignatureNonce.
int32_t acg_check_signature_nonce(struct acg_text text, struct acg_refusal *refusal);

// Checks a Host: a name or an IPv4 address in lower case, with a port that is not the default one.
int32_t acg_check_host(struct acg_text text, struct acg_refusal *refusal);

// Checks a Timestamp, as 2024-01-02T03:04:05Z.
int32_t acg_check_timestamp(struct acg_text text, struct acg_refusal *refusal);

// Checks the key and the value of a tag; NULL is the empty value. That no two tags of a request have the same
// key is checked with the request.
int32_t acg_check_tag(struct acg_text key, struct acg_text value, struct acg_refusal *refusal);

// Reads a response to ACG_CREATE.
//
// ACG_OK: `out` is written, and its id is there whatever else is damaged. ACG_FAILED, ACG_UNREADABLE: `failure`
// is written, unless it is NULL. Whatever was written borrows the body.
int32_t acg_decode_created(int32_t status,
                           const void *body,
                           size_t body_len,
                           struct acg_gateway *out,
                           struct acg_failure *failure);

// Reads a response to ACG_MODIFY, as `acg_decode_created` does one to ACG_CREATE.
int32_t acg_decode_modified(int32_t status,
                            const void *body,
                            size_t body_len,
                            struct acg_gateway *out,
                            struct acg_failure *failure);

// Reads a response to ACG_DESCRIBE, as `acg_decode_created` does one to ACG_CREATE.
int32_t acg_decode_gateway(int32_t status,
                           const void *body,
                           size_t body_len,
                           struct acg_gateway *out,
                           struct acg_failure *failure);

// Reads a response to ACG_DELETE. A failure whose `is_done` is 1 says that there was no such gateway.
//
// Results, and what is written, as for `acg_decode_created`.
int32_t acg_decode_deleted(int32_t status,
                           const void *body,
                           size_t body_len,
                           struct acg_deleted *out,
                           struct acg_failure *failure);

// Reads a response to ACG_LIST; `acg_page_next` reads its gateways.
//
// Results, and what is written, as for `acg_decode_created`.
int32_t acg_decode_page(int32_t status,
                        const void *body,
                        size_t body_len,
                        struct acg_page *out,
                        struct acg_failure *failure);

// Reads the next gateway of a page, and moves `page->gateways` on: ACG_OK, or ACG_END.
//
// The body of the page must be unchanged. ACG_E_NOT_STARTED: `page` was not written by `acg_decode_page`.
int32_t acg_page_next(struct acg_page *page, struct acg_gateway *out);

// Reads the next tag of a gateway, and moves `gateway->tags` on: ACG_OK, or ACG_END.
//
// The body of the gateway must be unchanged. An output that has no tags ends at once.
int32_t acg_tags_next(struct acg_gateway *gateway, struct acg_received_tag *out);

// Copies a text of a body, unescaped. One that is absent is copied as an empty one.
//
// A buffer of `text.len + 1` bytes is always large enough. ACG_E_ESCAPE: the body was changed in between.
int32_t acg_unescape(struct acg_escaped text, char *buf, size_t cap, size_t *len);

// Whether a text of a body, unescaped, is the other text: 1 or 0; below 0 as for `acg_unescape`. A text that is
// absent equals the empty text and none at all.
int32_t acg_escaped_equals(struct acg_escaped text,
                           struct acg_text other);

// Starts reading a response.
int32_t acg_http_start(struct acg_http_reader *reader);

// Takes bytes that were received into the buffer of the response, which holds its head and its body: ACG_OK where more
// are wanted, ACG_END where the response ends here, or cannot be read. What follows the response is left out.
//
// `bytes` must not overlap the buffer (ACG_E_OVERLAP).
int32_t acg_http_take(struct acg_http_reader *reader,
                      void *buf,
                      size_t cap,
                      const void *bytes,
                      size_t len);

// The stream has ended: ACG_END.
int32_t acg_http_end(struct acg_http_reader *reader, void *buf, size_t cap);

// Writes the response: ACG_OK, whole or not, or ACG_NO_RESPONSE. May be called early, as after a timeout: then the
// body counts as cut off. A Date before `not_before`, such as when the firmware was built, is left out.
//
// The body is in the buffer, and lives as long as that is not changed.
int32_t acg_http_finish(const struct acg_http_reader *reader,
                        void *buf,
                        size_t cap,
                        int64_t not_before,
                        struct acg_http_response *response);

// Writes what is wrong with a response of HTTP/1.1, its head or its body; nothing where it is whole. The buffer of the
// response must not overlap that of the sentence.
int32_t acg_http_sentence(const struct acg_http_reader *reader,
                          void *response_buf,
                          size_t response_cap,
                          char *buf,
                          size_t cap,
                          size_t *len);

// A response came, or none: what `acg_registration_on_response`, `acg_registration_on_no_response` and
// `acg_registration_on_too_long` say, whichever it is, of a response that was read by `reader`.
int32_t acg_registration_on_http(struct acg_registration *machine,
                                 const struct acg_request *wanted,
                                 const struct acg_http_reader *reader,
                                 void *buf,
                                 size_t cap,
                                 struct acg_refusal *refusal);

// Writes a whole signed request of HTTP/1.1 into a buffer: the head, and the form if it has one.
int32_t acg_http_request(const struct acg_request *request,
                         const struct acg_call *call,
                         const struct acg_credentials *credentials,
                         const struct acg_target *target,
                         char *buf,
                         size_t cap,
                         size_t *len,
                         struct acg_refusal *refusal);

// Hands a whole signed request of HTTP/1.1 to a function, in blocks of up to 128 bytes or the length of a text: for a
// socket, without a buffer for all of it. A request that is refused is refused before the first block.
int32_t acg_http_write(const struct acg_request *request,
                       const struct acg_call *call,
                       const struct acg_credentials *credentials,
                       const struct acg_target *target,
                       acg_sink sink,
                       void *context,
                       struct acg_refusal *refusal);

// Writes a UUID made of 16 random bytes: a ClientToken, to be stored and sent again on every try of the same
// request, or a nonce, new for each try. It takes 36 bytes and the NUL.
int32_t acg_uuid(const void *random, char *buf, size_t cap, size_t *len);

// Writes the host of a region: vpc.cn-shanghai.aliyuncs.com with ACG_NETWORK_PUBLIC. The host of all regions is
// vpc.aliyuncs.com.
int32_t acg_host_of_region(struct acg_text region_id,
                           int32_t network,
                           char *buf,
                           size_t cap,
                           size_t *len,
                           struct acg_refusal *refusal);

// Writes the sentence of a refusal, such as "leading zero at byte 9 of IpAddress: leave it out". No sentence
// is longer than 320 bytes.
//
// ACG_E_ARGUMENT: `refusal` is none, such as one of zeros. The other results are those of any buffer.
int32_t acg_refusal_sentence(const struct acg_refusal *refusal, char *buf, size_t cap, size_t *len);

// Writes the default policy: at most 20 calls that fail, with half an hour to an hour of pauses between them.
int32_t acg_policy_default(struct acg_policy *policy);

// Starts a machine. `policy` may be NULL for the defaults, and is copied. `resumed` is 0 for a ClientToken that
// was never sent, and 1 where it comes out of storage: it may have been sent before the power was cut.
int32_t acg_registration_start(struct acg_registration *machine,
                               const struct acg_policy *policy,
                               int32_t resumed);

// How long to wait at ACG_STEP_PAUSE, in milliseconds, with jitter from 32 `random` bits; 0 at any other step.
uint32_t acg_registration_pause_ms(const struct acg_registration *machine,
                                   uint32_t random);

// Writes what came of it, at ACG_STEP_DONE: "created cgw-1". ACG_E_NOT_DONE at any other step.
int32_t acg_registration_sentence(const struct acg_registration *machine, char *buf, size_t cap, size_t *len);

// A response came: `wanted` is the request that is registered, of ACG_CREATE; `status` and the body are those of
// the response, `asked_ms` the pause that its headers ask for (`acg_retry_after`), or 0.
//
// Nothing of the body is borrowed afterwards. A response that nobody waits for changes nothing. ACG_E_INVALID:
// `wanted` is not the request that was sent; nothing has changed.
int32_t acg_registration_on_response(struct acg_registration *machine,
                                     const struct acg_request *wanted,
                                     int32_t status,
                                     uint32_t asked_ms,
                                     const void *body,
                                     size_t body_len,
                                     struct acg_refusal *refusal);

// No response came: no connection, a timeout, a connection that broke. Where the step is another one, nothing changes.
int32_t acg_registration_on_no_response(struct acg_registration *machine);

// The response is longer than the receive buffer. Of a listing, smaller pages are asked for. Where the step is another one, nothing changes.
int32_t acg_registration_on_too_long(struct acg_registration *machine);

// The pause is over. Where the step is another one, nothing changes.
int32_t acg_registration_on_paused(struct acg_registration *machine);

// The clock was set, as far as it could be. Where the step is another one, nothing changes.
int32_t acg_registration_on_clock_set(struct acg_registration *machine);

// A new token was made and stored, and is in the request from now on. Where the step is another one, nothing changes.
int32_t acg_registration_on_new_token(struct acg_registration *machine);

// The credentials were renewed, as far as they could be. Where the step is another one, nothing changes.
int32_t acg_registration_on_credentials_renewed(struct acg_registration *machine);

// Writes what to do now. It changes nothing: only events do.
int32_t acg_registration_step(const struct acg_registration *machine, struct acg_step *step);

// Writes the request to send at ACG_STEP_SEND: `wanted` itself, which is of ACG_CREATE, or one of ACG_LIST with
// its region, and its tags where they filter the list. Sign and send it as any other, with a new nonce.
//
// Its texts and tags are those of `wanted`, borrowed. ACG_E_NOT_DONE: nothing is to be sent now.
int32_t acg_registration_request(const struct acg_registration *machine,
                                 const struct acg_request *wanted,
                                 struct acg_request *to_send,
                                 struct acg_refusal *refusal);

// Checks a request, so that a mistake shows before anything is signed or sent.
int32_t acg_request_check(const struct acg_request *request, struct acg_refusal *refusal);

// Writes the request's own parameters as a canonical query string: the query, or the form, of what
// `acg_acs3_sign` signs.
int32_t acg_request_query(const struct acg_request *request,
                          char *buf,
                          size_t cap,
                          size_t *len,
                          struct acg_refusal *refusal);

// Writes what a response to an action (ACG_CREATE, ..) says: "created cgw-1"; "failed with status 400,
// Throttling.User: .., try again after a pause"; what keeps a body from being a response; damage in parentheses
// behind it. Nothing of a secret is in it.
//
// The body is read again, so that nothing has to be kept for it. It must not overlap the buffer.
int32_t acg_response_sentence(int32_t action,
                              int32_t status,
                              const void *body,
                              size_t body_len,
                              char *buf,
                              size_t cap,
                              size_t *len);

// Signs a request as RPC, and writes the whole signed query: what follows the `?` of a URL with `method`
// ACG_GET or ACG_POST, or the form that is the body with ACG_POST_FORM.
//
// Nothing in it may be encoded again. No output of a request without tags and without a SecurityToken is longer
// than ACG_MAX_SIGNED_QUERY.
int32_t acg_rpc_sign(const struct acg_request *request,
                     const struct acg_call *call,
                     const struct acg_credentials *credentials,
                     int32_t method,
                     char *buf,
                     size_t cap,
                     size_t *len,
                     struct acg_refusal *refusal);

// Signs a request as ACS3-HMAC-SHA256, and hands each header to a function, `authorization` last.
//
// What is to be sent besides is what `acg_request_query` writes: behind the `?` of the URL with `method` ACG_GET
// or ACG_POST, or as the body with ACG_POST_FORM. `host` is the host of the URL, such as vpc.aliyuncs.com. The
// header `host` is among those that are handed out: an HTTP client may send it by itself.
int32_t acg_acs3_sign(const struct acg_request *request,
                      const struct acg_call *call,
                      const struct acg_credentials *credentials,
                      struct acg_text host,
                      int32_t method,
                      acg_each_header each,
                      void *context,
                      struct acg_refusal *refusal);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* ALIYUN_CUSTOMER_GATEWAY_H */

#ifndef ACG_TEXT_OF
#define ACG_TEXT_OF
/* The text of a string that ends with a NUL; absent for NULL. */
static inline acg_text acg_text_of(const char *string)
{
    acg_text text = { NULL, 0 };
    if (string != NULL) {
        text.bytes = string;
        while (string[text.len] != 0) {
            text.len++;
        }
    }
    return text;
}
#endif
