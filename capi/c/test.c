/* What the header promises, on the host and on a microcontroller: no pointer, length or body makes a fault. */
#include <stddef.h>
#include <stdint.h>

#include "aliyun_customer_gateway.h"
#include "platform.h"

static unsigned passed, failed;

static void say_number(unsigned number)
{
    char digits[11];
    size_t at = sizeof digits - 1;
    digits[at] = 0;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    say(digits + at);
}

static void check(int holds, const char *what, unsigned line)
{
    if (holds) {
        passed++;
        return;
    }
    failed++;
    say("FAILED, line ");
    say_number(line);
    say(": ");
    say(what);
    say("\n");
}

#define CHECK(condition) check((condition) != 0, #condition, __LINE__)

static size_t length(const char *text)
{
    return acg_text_of(text).len;
}

static int same(const char *one, const char *two)
{
    size_t i = 0;
    while (one[i] == two[i] && one[i] != 0) {
        i++;
    }
    return one[i] == two[i];
}

static int contains(const char *text, const char *part)
{
    for (; *text != 0; text++) {
        size_t i = 0;
        while (part[i] != 0 && text[i] == part[i]) {
            i++;
        }
        if (part[i] == 0) {
            return 1;
        }
    }
    return 0;
}

/* A buffer whose end would show if something were written behind it. */
static char buf[1024];
static size_t len;

static void poison(void)
{
    for (size_t i = 0; i < sizeof buf; i++) {
        buf[i] = (char)0xa5;
    }
    len = 12345;
}

static int is_poisoned_from(size_t start)
{
    for (size_t i = start; i < sizeof buf; i++) {
        if (buf[i] != (char)0xa5) {
            return 0;
        }
    }
    return 1;
}

/* Every capacity up to the one that is needed: `call` writes to `buf` with `cap` and `len`. */
#define CHECK_CAPACITIES(call, expected)                                                       \
    do {                                                                                       \
        const size_t needed = length(expected);                                                \
        for (size_t cap = 0; cap <= needed + 2; cap++) {                                       \
            poison();                                                                          \
            const int32_t result = (call);                                                     \
            CHECK(len == needed);                                                              \
            CHECK(result == (cap > needed ? ACG_OK : ACG_E_BUFFER_TOO_SMALL));                 \
            CHECK(is_poisoned_from(cap));                                                      \
            CHECK(cap == 0 || same(buf, cap > needed ? (expected) : ""));                      \
        }                                                                                      \
    } while (0)

static acg_request wanted(void)
{
    acg_request request = { 0 };
    request.action = ACG_CREATE;
    request.region_id = acg_text_of("cn-shanghai");
    request.ip_address = acg_text_of("101.12.0.12");
    request.client_token = acg_text_of("token-1");
    return request;
}

static acg_call a_call(void)
{
    acg_call call = { 0 };
    call.nonce = acg_text_of("nonce-1");
    call.unix_seconds = 1704164645;
    return call;
}

static acg_credentials a_key(void)
{
    acg_credentials key = { 0 };
    key.access_key_id = acg_text_of("testid");
    key.access_key_secret = acg_text_of("testsecret");
    return key;
}

static void checks(void)
{
    acg_refusal refusal = { 0 };
    const acg_text none = { NULL, 0 }, null = { NULL, 1 }, huge = { "a", SIZE_MAX };
    const acg_text bytes = { "ab\xff", 3 };
    int32_t (*const plain[])(acg_text, acg_refusal *) = {
        acg_check_region_id, acg_check_client_token, acg_check_asn, acg_check_customer_gateway_id,
        acg_check_access_key_id, acg_check_access_key_secret, acg_check_security_token,
        acg_check_signature_nonce, acg_check_host, acg_check_timestamp,
    };
    int32_t (*const by_edition[])(int32_t, acg_text, acg_refusal *) = {
        acg_check_ip_address, acg_check_name, acg_check_description, acg_check_auth_key,
        acg_check_resource_group_id,
    };
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        CHECK(plain[i](none, NULL) == ACG_E_NULL);
        CHECK(plain[i](null, &refusal) == ACG_E_NULL);
        CHECK(plain[i](huge, &refusal) == ACG_E_ARGUMENT);
        CHECK(plain[i](acg_text_of(""), NULL) == ACG_E_INVALID);
        CHECK(plain[i](acg_text_of(""), &refusal) == ACG_E_INVALID);
        CHECK(refusal.reason == ACG_REASON_EMPTY && refusal.parameter != ACG_PARAMETER_NONE);
        CHECK(plain[i](bytes, &refusal) == ACG_E_INVALID);
        CHECK(refusal.reason == ACG_REASON_NOT_UTF8 && refusal.index == 2);
    }
    for (size_t i = 0; i < sizeof by_edition / sizeof *by_edition; i++) {
        CHECK(by_edition[i](ACG_EDITION_CURRENT, none, NULL) == ACG_E_NULL);
        CHECK(by_edition[i](ACG_EDITION_CURRENT, huge, NULL) == ACG_E_ARGUMENT);
        CHECK(by_edition[i](7, acg_text_of("a"), &refusal) == ACG_E_ARGUMENT);
        CHECK(by_edition[i](ACG_EDITION_CURRENT, acg_text_of(""), &refusal) == ACG_E_INVALID);
        CHECK(by_edition[i](ACG_EDITION_CURRENT, bytes, &refusal) == ACG_E_INVALID);
        CHECK(refusal.reason == ACG_REASON_NOT_UTF8);
    }
    CHECK(acg_check_tag(none, none, NULL) == ACG_E_NULL);
    CHECK(acg_check_tag(acg_text_of("key"), none, NULL) == ACG_OK);
    CHECK(acg_check_tag(acg_text_of(""), none, &refusal) == ACG_E_INVALID);

    CHECK(acg_check_name(ACG_EDITION_CURRENT, acg_text_of("branch office"), &refusal) == ACG_OK);
    CHECK(acg_check_name(ACG_EDITION_2020_11, acg_text_of("branch office"), &refusal) == ACG_E_INVALID);
    CHECK(refusal.parameter == ACG_PARAMETER_NAME && refusal.index == 6 && refusal.character == ' ');
    CHECK(refusal.reason == ACG_REASON_UNEXPECTED_CHARACTER);
    CHECK(refusal.service_code == ACG_CODE_INVALID_NAME);
    CHECK(refusal.edition == ACG_EDITION_2020_11 && refusal.accepted_by == ACG_EDITION_CURRENT);
    const char sentence[] = "unexpected character ' ' at byte 6 of Name: use letters, digits, '.', '_' and '-' "
                            "(edition 2020-11; current accepts the value)";
    const acg_refusal copy = refusal;
    CHECK_CAPACITIES(acg_refusal_sentence(&copy, buf, cap, &len), sentence);
    CHECK(acg_refusal_sentence(NULL, buf, sizeof buf, &len) == ACG_E_NULL);
    CHECK(acg_refusal_sentence(&copy, NULL, 5, &len) == ACG_E_NULL);
    CHECK(acg_refusal_sentence(&copy, NULL, 0, NULL) == ACG_E_BUFFER_TOO_SMALL);
    const acg_refusal zeros = { 0 };
    CHECK(acg_refusal_sentence(&zeros, buf, sizeof buf, &len) == ACG_E_ARGUMENT);
}

static void requests(void)
{
    acg_refusal refusal = { 0 };
    acg_request request = { 0 };
    CHECK(acg_request_check(NULL, NULL) == ACG_E_NULL);
    CHECK(acg_request_check(&request, &refusal) == ACG_E_ARGUMENT);
    for (int32_t action = ACG_CREATE; action <= ACG_DELETE; action++) {
        request.action = action;
        CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
        CHECK(refusal.reason == ACG_REASON_MISSING && refusal.parameter == ACG_PARAMETER_REGION_ID);
    }
    request = wanted();
    request.edition = 2;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_ARGUMENT);
    request = wanted();
    request.page_size = 10;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_NOT_OF_ACTION && refusal.parameter == ACG_PARAMETER_PAGE_SIZE);
    CHECK_CAPACITIES(acg_refusal_sentence(&refusal, buf, cap, &len),
                     "PageSize is no parameter of the action: leave it out");
    request = wanted();
    request.ip_address = acg_text_of("10.0.0.1");
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_NOT_PUBLIC && refusal.accepted_by == ACG_EDITION_CURRENT);
    request = wanted();
    request.edition = ACG_EDITION_CURRENT;
    request.auth_key = acg_text_of("secret-key");
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_MISSING_ASN && refusal.service_code == ACG_CODE_MISSING_ASN);

    /* Tags: their list, their number, their keys. */
    acg_tag tags[21];
    static const char keys[] = "abcdefghijklmnopqrstu";
    for (size_t i = 0; i < 21; i++) {
        tags[i].key.bytes = keys + i;
        tags[i].key.len = 1;
        tags[i].value = acg_text_of(NULL);
    }
    request = wanted();
    request.edition = ACG_EDITION_CURRENT;
    request.tag_count = 2;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_NULL);
    request.tags = tags;
    CHECK(acg_request_check(&request, &refusal) == ACG_OK);
    request.tag_count = 21;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_TOO_MANY_TAGS);
    request.tag_count = 20;
    CHECK(acg_request_check(&request, &refusal) == ACG_OK);
    tags[19].key = tags[0].key;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_DUPLICATE_KEY);
    request.edition = ACG_EDITION_2020_11;
    CHECK(acg_request_check(&request, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_NOT_IN_EDITION);

    /* Each action, with all that it takes. */
    static const char *const queries[] = {
        "Asn=65530&AuthKey=key&ClientToken=token-1&Description=d&IpAddress=101.12.0.12&Name=n&RegionId=cn-shanghai"
        "&ResourceGroupId=rg-1&Tags.1.Key=a&Tags.1.Value=",
        "CustomerGatewayId=cgw-1&RegionId=cn-shanghai",
        "CustomerGatewayId=cgw-1&PageNumber=2&PageSize=50&RegionId=cn-shanghai&ResourceGroupId=rg-1&Tag.1.Key=a"
        "&Tag.1.Value=",
        "AuthKey=key&ClientToken=token-1&CustomerGatewayId=cgw-1&Description=d&Name=n&RegionId=cn-shanghai",
        "ClientToken=token-1&CustomerGatewayId=cgw-1&RegionId=cn-shanghai",
    };
    for (int32_t action = ACG_CREATE; action <= ACG_DELETE; action++) {
        const int create = action == ACG_CREATE, list = action == ACG_LIST, modify = action == ACG_MODIFY;
        request = (acg_request){ 0 };
        request.action = action;
        request.edition = ACG_EDITION_CURRENT;
        request.region_id = acg_text_of("cn-shanghai");
        request.ip_address = acg_text_of(create ? "101.12.0.12" : NULL);
        request.customer_gateway_id = acg_text_of(create ? NULL : "cgw-1");
        request.client_token = acg_text_of(create || modify || action == ACG_DELETE ? "token-1" : NULL);
        request.name = acg_text_of(create || modify ? "n" : NULL);
        request.description = acg_text_of(create || modify ? "d" : NULL);
        request.asn = acg_text_of(create ? "65530" : NULL);
        request.auth_key = acg_text_of(create || modify ? "key" : NULL);
        request.resource_group_id = acg_text_of(create || list ? "rg-1" : NULL);
        request.tags = tags;
        request.tag_count = create || list ? 1 : 0;
        request.page_number = list ? 2 : 0;
        request.page_size = list ? 50 : 0;
        CHECK_CAPACITIES(acg_request_query(&request, buf, cap, &len, &refusal), queries[action - 1]);
    }
    CHECK(acg_request_query(NULL, buf, sizeof buf, &len, NULL) == ACG_E_NULL);
    CHECK(acg_request_query(&request, NULL, 1, &len, NULL) == ACG_E_NULL);

    /* A buffer on top of what is read. */
    poison();
    buf[0] = 'a';
    request = wanted();
    request.client_token.bytes = buf;
    request.client_token.len = 1;
    CHECK(acg_request_query(&request, buf, sizeof buf, &len, NULL) == ACG_E_OVERLAP);
    CHECK(buf[0] == 'a' && is_poisoned_from(1));
    CHECK(acg_request_query(&request, buf + 1, sizeof buf - 1, &len, NULL) == ACG_OK);
}

static void signatures(void)
{
    acg_refusal refusal = { 0 };
    const acg_request request = wanted();
    const acg_call call = a_call();
    const acg_credentials key = a_key();
    const char signed_query[] =
        "AccessKeyId=testid&Action=CreateCustomerGateway&ClientToken=token-1&Format=JSON&IpAddress=101.12.0.12"
        "&RegionId=cn-shanghai&SignatureMethod=HMAC-SHA1&SignatureNonce=nonce-1&SignatureVersion=1.0"
        "&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2016-04-28&Signature=rz%2B5Fd5gYzAxI86F6N3R5kfvA2U%3D";
    CHECK_CAPACITIES(acg_rpc_sign(&request, &call, &key, ACG_GET, buf, cap, &len, &refusal), signed_query);
    CHECK(acg_rpc_sign(&request, &call, &key, ACG_POST, buf, sizeof buf, &len, &refusal) == ACG_OK);
    CHECK(contains(buf, "&Signature=bKfx4Bv7KvL3NYDbz4kSsuPZt0A%3D"));
    CHECK(acg_rpc_sign(&request, &call, &key, ACG_POST_FORM, buf, sizeof buf, &len, &refusal) == ACG_OK);
    CHECK(contains(buf, "&Signature=bKfx4Bv7KvL3NYDbz4kSsuPZt0A%3D"));
    CHECK(acg_rpc_sign(&request, &call, &key, 3, buf, sizeof buf, &len, &refusal) == ACG_E_ARGUMENT);
    CHECK(acg_rpc_sign(NULL, &call, &key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_NULL);
    CHECK(acg_rpc_sign(&request, NULL, &key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_NULL);
    CHECK(acg_rpc_sign(&request, &call, NULL, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_NULL);
    CHECK(acg_rpc_sign(&request, &call, &key, ACG_GET, NULL, 1, NULL, NULL) == ACG_E_NULL);
    CHECK(acg_rpc_sign(&request, &call, &key, ACG_GET, NULL, 0, NULL, NULL) == ACG_E_BUFFER_TOO_SMALL);

    acg_call other_call = { 0 };
    CHECK(acg_rpc_sign(&request, &other_call, &key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.parameter == ACG_PARAMETER_SIGNATURE_NONCE && refusal.reason == ACG_REASON_MISSING);
    other_call = a_call();
    other_call.unix_seconds = -1;
    CHECK(acg_rpc_sign(&request, &other_call, &key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_TIME_OUT_OF_RANGE);
    other_call = a_call();
    other_call.format = 9;
    CHECK(acg_rpc_sign(&request, &other_call, &key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_ARGUMENT);
    acg_credentials other_key = { 0 };
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.parameter == ACG_PARAMETER_ACCESS_KEY_ID);
    other_key = a_key();
    other_key.access_key_id = acg_text_of("STS.abc");
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_MISSING_TOKEN);
    other_key.security_token = acg_text_of("token");
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_OK);
    CHECK(contains(buf, "&SecurityToken=token&"));

    /* A secret that is refused is in no sentence. */
    other_key = a_key();
    other_key.access_key_secret = acg_text_of("hush hush\xe4\xb8\x8a");
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(acg_refusal_sentence(&refusal, buf, sizeof buf, &len) == ACG_OK && !contains(buf, "hush"));

    poison();
    other_key = a_key();
    buf[600] = 's';
    other_key.access_key_secret.bytes = buf + 600;
    other_key.access_key_secret.len = 1;
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, sizeof buf, &len, NULL) == ACG_E_OVERLAP);
    CHECK(acg_rpc_sign(&request, &call, &other_key, ACG_GET, buf, 600, &len, NULL) == ACG_OK);
}

struct headers {
    unsigned count, stop_at;
    char authorization[400];
};

static int32_t each_header(void *context, acg_text name, acg_text value)
{
    struct headers *headers = context;
    if (++headers->count == headers->stop_at) {
        return 1;
    }
    if (name.len == 13) {
        for (size_t i = 0; i < value.len && i < sizeof headers->authorization - 1; i++) {
            headers->authorization[i] = value.bytes[i];
        }
    }
    return 0;
}

static void acs3_signatures(void)
{
    acg_refusal refusal = { 0 };
    const acg_request request = wanted();
    const acg_call call = a_call();
    const acg_credentials key = a_key();
    const acg_text host = acg_text_of("vpc.aliyuncs.com");
    struct headers headers = { 0 };
    CHECK(acg_acs3_sign(&request, &call, &key, host, ACG_GET, each_header, &headers, &refusal) == ACG_OK);
    CHECK(headers.count >= 7);
    CHECK(contains(headers.authorization, "ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host;"));
    CHECK(contains(headers.authorization, ",Signature=b48b708ffb05e2e10a2f2fbd66e4d5666452867291ff5b93195b564867adafb1"));
    for (unsigned stop_at = 1; stop_at <= 3; stop_at++) {
        headers.count = 0;
        headers.stop_at = stop_at;
        CHECK(acg_acs3_sign(&request, &call, &key, host, ACG_POST_FORM, each_header, &headers, NULL) == ACG_E_SINK);
        CHECK(headers.count == stop_at);
    }
    CHECK(acg_acs3_sign(&request, &call, &key, host, ACG_GET, NULL, &headers, NULL) == ACG_E_NULL);
    CHECK(acg_acs3_sign(NULL, &call, &key, host, ACG_GET, each_header, &headers, NULL) == ACG_E_NULL);
    CHECK(acg_acs3_sign(&request, &call, &key, host, 3, each_header, &headers, NULL) == ACG_E_ARGUMENT);
    CHECK(acg_acs3_sign(&request, &call, &key, acg_text_of(NULL), ACG_GET, each_header, &headers, &refusal) ==
          ACG_E_INVALID);
    CHECK(refusal.parameter == ACG_PARAMETER_HOST && refusal.reason == ACG_REASON_MISSING);
    CHECK(acg_acs3_sign(&request, &call, &key, acg_text_of("VPC"), ACG_GET, each_header, &headers, &refusal) ==
          ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_UPPER_CASE);
}

/* All of a body, at the end of memory that nobody may touch. */
static char *body_of(const char *text, size_t size)
{
    char *body = edge(size);
    for (size_t i = 0; body != NULL && i < size; i++) {
        body[i] = text[i];
    }
    return body;
}

typedef int32_t decode_gateway(int32_t, const void *, size_t, acg_gateway *, acg_failure *);

/* Every strict prefix is unreadable, or has the id, and says that it is damaged. */
static void prefixes(decode_gateway *decode, int32_t action, const char *text, const char *id)
{
    const size_t whole = length(text);
    for (size_t size = 0; size <= whole; size++) {
        char *body = body_of(text, size);
        acg_gateway gateway = { 0 };
        acg_failure failure = { 0 };
        const int32_t result = decode(200, body, size, &gateway, &failure);
        if (result == ACG_OK) {
            CHECK(acg_escaped_equals(gateway.customer_gateway_id, acg_text_of(id)) == 1);
            CHECK(size == whole ? gateway.damage.fault == ACG_FAULT_NONE : gateway.damage.fault == ACG_FAULT_CUT_OFF);
            acg_received_tag tag;
            while (acg_tags_next(&gateway, &tag) == ACG_OK) {
            }
        } else {
            CHECK(result == ACG_UNREADABLE && size < whole);
            CHECK(failure.damage.fault != ACG_FAULT_NONE && failure.retry == ACG_RETRY_AFTER_PAUSE);
        }
        poison();
        CHECK(acg_response_sentence(action, 200, body, size, buf, sizeof buf, &len) == ACG_OK && len > 0);
    }
}

static void decoding(void)
{
    acg_gateway gateway = { 0 };
    acg_failure failure = { 0 };
    const char json[] = "{\"RequestId\":\"R1\",\"CustomerGatewayId\":\"cgw-1\",\"IpAddress\":\"101.12.0.12\","
                        "\"Name\":\"\\u4e0a\\u6d77 \\\"1\\\"\",\"Description\":\"d\",\"CreateTime\":1706000000000}";
    const char xml[] = "<R><RequestId>R1</RequestId><CustomerGatewayId>cgw-1</CustomerGatewayId><Asn>65530</Asn>"
                       "<Name>a&amp;<![CDATA[b]]></Name><AuthKey>k</AuthKey><Tags><Tag><Key>a</Key><Value>1</Value>"
                       "</Tag><Tag><Key>b</Key></Tag></Tags></R>";
    prefixes(acg_decode_created, ACG_CREATE, json, "cgw-1");
    prefixes(acg_decode_modified, ACG_MODIFY, json, "cgw-1");
    prefixes(acg_decode_gateway, ACG_DESCRIBE, json, "cgw-1");
    prefixes(acg_decode_gateway, ACG_DESCRIBE, xml, "cgw-1");

    CHECK(acg_decode_created(200, json, sizeof json - 1, &gateway, NULL) == ACG_OK);
    CHECK(gateway.customer_gateway_id.escaping == ACG_ESCAPING_PLAIN && gateway.name.escaping == ACG_ESCAPING_JSON);
    CHECK(gateway.create_time == 1706000000000u && gateway.asn == 0);
    CHECK(gateway.auth_key.escaping == ACG_ESCAPING_ABSENT && gateway.auth_key.raw == NULL);
    const acg_escaped name = gateway.name;
    CHECK_CAPACITIES(acg_unescape(name, buf, cap, &len), "\xe4\xb8\x8a\xe6\xb5\xb7 \"1\"");
    CHECK(acg_unescape(gateway.auth_key, buf, sizeof buf, &len) == ACG_OK && len == 0 && buf[0] == 0);
    acg_escaped broken = name;
    broken.len = 3;
    CHECK(acg_unescape(broken, buf, sizeof buf, &len) == ACG_E_ESCAPE);
    broken.escaping = 9;
    CHECK(acg_unescape(broken, buf, sizeof buf, &len) == ACG_E_ESCAPE);
    broken.escaping = ACG_ESCAPING_PLAIN;
    broken.raw = NULL;
    CHECK(acg_unescape(broken, buf, sizeof buf, &len) == ACG_E_NULL);
    broken.raw = buf + 3;
    CHECK(acg_unescape(broken, buf, sizeof buf, &len) == ACG_E_OVERLAP);

    CHECK(acg_decode_gateway(200, xml, sizeof xml - 1, &gateway, NULL) == ACG_OK);
    CHECK(gateway.asn == 65530 && acg_escaped_equals(gateway.name, acg_text_of("a&b")) == 1);
    CHECK(acg_escaped_equals(gateway.name, acg_text_of("a&c")) == 0);
    acg_received_tag tag = { 0 };
    CHECK(acg_tags_next(NULL, &tag) == ACG_E_NULL && acg_tags_next(&gateway, NULL) == ACG_E_NULL);
    CHECK(acg_tags_next(&gateway, &tag) == ACG_OK);
    CHECK(acg_escaped_equals(tag.key, acg_text_of("a")) == 1 && acg_escaped_equals(tag.value, acg_text_of("1")) == 1);
    CHECK(acg_tags_next(&gateway, &tag) == ACG_OK && tag.value.escaping == ACG_ESCAPING_ABSENT);
    CHECK(acg_tags_next(&gateway, &tag) == ACG_END && acg_tags_next(&gateway, &tag) == ACG_END);

    const char page[] = "{\"CustomerGateways\":{\"CustomerGateway\":[{\"CustomerGatewayId\":\"cgw-1\"},"
                        "{\"CustomerGatewayId\":\"cgw-2\",\"Tags\":{\"Tag\":[{\"Key\":\"k\",\"Value\":\"v\"}]}}]},"
                        "\"PageNumber\":1,\"PageSize\":10,\"TotalCount\":2}";
    acg_page list = { 0 };
    CHECK(acg_page_next(&list, &gateway) == ACG_E_NOT_STARTED && acg_page_next(NULL, &gateway) == ACG_E_NULL);
    for (size_t size = 0; size <= sizeof page - 1; size++) {
        unsigned count = 0;
        char *body = body_of(page, size);
        const int32_t result = acg_decode_page(200, body, size, &list, &failure);
        CHECK(result == ACG_OK || result == ACG_UNREADABLE);
        CHECK(result == ACG_OK || size < sizeof page - 1);
        CHECK(result != ACG_OK || size == sizeof page - 1 || list.damage.fault != ACG_FAULT_NONE);
        while (result == ACG_OK && acg_page_next(&list, &gateway) == ACG_OK) {
            while (acg_tags_next(&gateway, &tag) == ACG_OK) {
            }
            count++;
        }
        CHECK(count <= 2 && (size < sizeof page - 1 || count == 2));
    }
    CHECK(list.page_number == 1 && list.page_size == 10 && list.total_count == 2);

    acg_deleted deleted = { 0 };
    const char done[] = "{\"RequestId\":\"R1\"}";
    CHECK(acg_decode_deleted(200, done, sizeof done - 1, &deleted, &failure) == ACG_OK);
    CHECK(acg_escaped_equals(deleted.request_id, acg_text_of("R1")) == 1);
    const char gone[] = "{\"Code\":\"InvalidCustomerGatewayInstanceId.NotFound\",\"RequestId\":\"R1\"}";
    CHECK(acg_decode_deleted(404, gone, sizeof gone - 1, &deleted, &failure) == ACG_FAILED);
    CHECK(failure.is_done == 1 && failure.error_code == ACG_CODE_CUSTOMER_GATEWAY_NOT_FOUND);

    const char busy[] = "{\"Code\":\"Throttling.User\",\"Message\":\"wait\",\"HostId\":\"h\",\"RequestId\":\"R1\"}";
    CHECK(acg_decode_created(400, busy, sizeof busy - 1, &gateway, &failure) == ACG_FAILED);
    CHECK(failure.status == 400 && failure.error_code == ACG_CODE_THROTTLING_USER);
    CHECK(failure.retry == ACG_RETRY_AFTER_PAUSE && failure.blames == ACG_PARAMETER_NONE && failure.is_done == 0);
    CHECK_CAPACITIES(acg_response_sentence(ACG_CREATE, 400, busy, sizeof busy - 1, buf, cap, &len),
                     "failed with status 400, Throttling.User: wait: try again after a pause, with the same "
                     "ClientToken");
    const char name_error[] = "{\"Code\":\"InvalidName\"}";
    CHECK(acg_decode_created(400, name_error, sizeof name_error - 1, &gateway, &failure) == ACG_FAILED);
    CHECK(failure.retry == ACG_RETRY_NEVER && failure.blames == ACG_PARAMETER_NAME);

    /* A message that quotes a secret. */
    const char echo[] = "{\"Code\":\"InvalidAuthkey.Malformed\",\"Message\":\"The key (hush-hush) is malformed.\"}";
    CHECK(acg_response_sentence(ACG_MODIFY, 400, echo, sizeof echo - 1, buf, sizeof buf, &len) == ACG_OK);
    CHECK(!contains(buf, "hush"));

    CHECK(acg_decode_created(200, NULL, 0, &gateway, &failure) == ACG_UNREADABLE);
    CHECK(failure.damage.fault == ACG_FAULT_EMPTY);
    CHECK(acg_decode_created(200, NULL, 1, &gateway, &failure) == ACG_E_NULL);
    CHECK(acg_decode_created(200, json, SIZE_MAX, &gateway, &failure) == ACG_E_ARGUMENT);
    CHECK(acg_decode_created(200, json, sizeof json - 1, NULL, &failure) == ACG_E_NULL);
    CHECK(acg_decode_created(-1, busy, sizeof busy - 1, &gateway, &failure) == ACG_FAILED && failure.status == 0);
    CHECK(acg_decode_created(70000, "<html>", 6, &gateway, NULL) == ACG_UNREADABLE);
    CHECK(acg_response_sentence(0, 200, json, sizeof json - 1, buf, sizeof buf, &len) == ACG_E_ARGUMENT);
    CHECK(acg_response_sentence(ACG_CREATE, 200, buf + 9, 3, buf, sizeof buf, &len) == ACG_E_OVERLAP);
    CHECK(acg_response_sentence(ACG_CREATE, 200, NULL, 0, NULL, 0, NULL) == ACG_E_BUFFER_TOO_SMALL);
}

static void advice(void)
{
    const acg_text none = { NULL, 0 }, bytes = { "\xff", 1 };
    CHECK(acg_retry(500, none, none) == ACG_RETRY_AFTER_PAUSE);
    CHECK(acg_retry(400, acg_text_of("SignatureNonceUsed"), none) == ACG_RETRY_IMMEDIATELY);
    CHECK(acg_retry(400, acg_text_of("Forbidden"), bytes) == ACG_RETRY_NEVER);
    CHECK(acg_retry(-5, acg_text_of("InvalidIpAddress.AlreadyExist"), none) == ACG_RETRY_LOOK_UP);
    CHECK_CAPACITIES(acg_retry_sentence(ACG_RETRY_WITH_NEW_TOKEN, buf, cap, &len), "with a new ClientToken");
    CHECK(acg_retry_sentence(-1, buf, sizeof buf, &len) == ACG_E_ARGUMENT);
    CHECK(acg_code(acg_text_of("Resource.QuotaFull")) == ACG_CODE_QUOTA_FULL);
    CHECK(acg_code(none) == ACG_CODE_UNKNOWN && acg_code(bytes) == ACG_CODE_UNKNOWN);
    CHECK_CAPACITIES(acg_code_text(ACG_CODE_QUOTA_FULL, buf, cap, &len), "Resource.QuotaFull");
    CHECK(acg_code_text(ACG_CODE_UNKNOWN, buf, sizeof buf, &len) == ACG_E_ARGUMENT);
    CHECK_CAPACITIES(acg_parameter_text(ACG_PARAMETER_REGION_ID, buf, cap, &len), "RegionId");
    CHECK(acg_parameter_text(ACG_PARAMETER_NONE, buf, sizeof buf, &len) == ACG_E_ARGUMENT);

    const acg_header headers[] = {
        { ACG_LITERAL("Content-Type"), ACG_LITERAL("application/json") },
        { ACG_LITERAL("X-Acs-Retry-After"), ACG_LITERAL("2500") },
        { { NULL, 0 }, { NULL, 3 } },
    };
    CHECK(acg_retry_after(headers, 3, 60000) == 2500 && acg_retry_after(headers, 2, 2000) == 2000);
    CHECK(acg_retry_after(headers, 1, 60000) == 0 && acg_retry_after(NULL, 0, 60000) == 0);
    CHECK(acg_retry_after(NULL, 3, 60000) == 0 && acg_retry_after(headers, SIZE_MAX, 60000) == 0);
    CHECK(acg_pause_ms(1000, 300000, 3, 0, 0) == 2000 && acg_pause_ms(1000, 300000, 3, 0, UINT32_MAX) == 4000);
    CHECK(acg_pause_ms(0, 0, UINT32_MAX, UINT32_MAX, UINT32_MAX) <= 2);

    CHECK_CAPACITIES(acg_uuid("0123456789abcdef", buf, cap, &len), "30313233-3435-4637-b839-616263646566");
    CHECK(acg_uuid(NULL, buf, sizeof buf, &len) == ACG_E_NULL);
    CHECK(acg_uuid(buf, buf, sizeof buf, &len) == ACG_E_OVERLAP);
    acg_refusal refusal = { 0 };
    const acg_text region = acg_text_of("cn-shanghai");
    CHECK_CAPACITIES(acg_host_of_region(region, ACG_NETWORK_PUBLIC, buf, cap, &len, &refusal),
                     "vpc.cn-shanghai.aliyuncs.com");
    CHECK(acg_host_of_region(region, 7, buf, sizeof buf, &len, &refusal) == ACG_E_ARGUMENT);
    CHECK(acg_host_of_region(none, ACG_NETWORK_VPC, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(acg_host_of_region(acg_text_of("CN_1"), ACG_NETWORK_VPC, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.reason == ACG_REASON_NO_HOST);
}

struct sent {
    char bytes[1024];
    size_t len;
    unsigned calls, stop_at;
};

static int32_t send_bytes(void *context, const void *bytes, size_t count)
{
    struct sent *sent = context;
    const char *from = bytes;
    if (++sent->calls == sent->stop_at) {
        return -1;
    }
    for (size_t i = 0; i < count && sent->len < sizeof sent->bytes - 1; i++) {
        sent->bytes[sent->len++] = from[i];
    }
    sent->bytes[sent->len] = 0;
    return 0;
}

static void http_requests(void)
{
    acg_refusal refusal = { 0 };
    const acg_request request = wanted();
    const acg_call call = a_call();
    const acg_credentials key = a_key();
    acg_target target = { 0 };
    CHECK(acg_http_request(&request, &call, &key, &target, buf, sizeof buf, &len, &refusal) == ACG_E_INVALID);
    CHECK(refusal.parameter == ACG_PARAMETER_HOST && refusal.reason == ACG_REASON_MISSING);
    target.host = acg_text_of("vpc.aliyuncs.com");
    target.method = ACG_POST_FORM;
    target.connection = ACG_CONNECTION_CLOSE;
    const char whole[] =
        "POST / HTTP/1.1\r\nhost: vpc.aliyuncs.com\r\ncontent-type: application/x-www-form-urlencoded\r\n"
        "connection: close\r\ncontent-length: 287\r\n\r\n"
        "AccessKeyId=testid&Action=CreateCustomerGateway&ClientToken=token-1&Format=JSON&IpAddress=101.12.0.12"
        "&RegionId=cn-shanghai&SignatureMethod=HMAC-SHA1&SignatureNonce=nonce-1&SignatureVersion=1.0"
        "&Timestamp=2024-01-02T03%3A04%3A05Z&Version=2016-04-28&Signature=bKfx4Bv7KvL3NYDbz4kSsuPZt0A%3D";
    CHECK_CAPACITIES(acg_http_request(&request, &call, &key, &target, buf, cap, &len, &refusal), whole);
    static struct sent sent;
    CHECK(acg_http_write(&request, &call, &key, &target, send_bytes, &sent, &refusal) == ACG_OK);
    CHECK(same(sent.bytes, whole));
    sent.calls = 0;
    sent.stop_at = 2;
    CHECK(acg_http_write(&request, &call, &key, &target, send_bytes, &sent, NULL) == ACG_E_SINK && sent.calls == 2);
    target.signature = ACG_SIGNATURE_ACS3;
    target.method = ACG_GET;
    target.through_proxy = 1;
    CHECK(acg_http_request(&request, &call, &key, &target, buf, sizeof buf, &len, &refusal) == ACG_OK);
    CHECK(contains(buf, "GET http://vpc.aliyuncs.com/?ClientToken=token-1&IpAddress=101.12.0.12&RegionId=cn-shanghai "
                        "HTTP/1.1\r\n"));
    CHECK(contains(buf, "x-acs-action: CreateCustomerGateway\r\n") && contains(buf, ",Signature="));
    int32_t *const numbers[] = { &target.signature, &target.method, &target.connection, &target.through_proxy };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        const int32_t before = *numbers[i];
        *numbers[i] = 7;
        CHECK(acg_http_request(&request, &call, &key, &target, buf, sizeof buf, &len, NULL) == ACG_E_ARGUMENT);
        *numbers[i] = before;
    }
    CHECK(acg_http_request(&request, &call, &key, NULL, buf, sizeof buf, &len, NULL) == ACG_E_NULL);
    CHECK(acg_http_write(&request, &call, &key, &target, NULL, NULL, NULL) == ACG_E_NULL);
    poison();
    target.host.bytes = buf + 9;
    CHECK(acg_http_request(&request, &call, &key, &target, buf, sizeof buf, &len, NULL) == ACG_E_OVERLAP);
}

/* Reads a response whose bytes come in pieces, into a buffer with nothing behind it. */
static int32_t receive(const char *text, size_t size, size_t piece, size_t cap, acg_http_reader *reader, char **space)
{
    int32_t result = acg_http_start(reader);
    *space = edge(cap);
    for (size_t at = 0; at < size && result == ACG_OK; at += piece) {
        result = acg_http_take(reader, *space, cap, text + at, size - at < piece ? size - at : piece);
    }
    return result;
}

static void http_responses(void)
{
    acg_http_reader reader = { 0 };
    acg_http_response response = { 0 };
    acg_gateway gateway = { 0 };
    char *space;
    const char chunked[] = "HTTP/1.1 200 OK\r\nDate: Tue, 02 Jan 2024 03:04:05 GMT\r\nX-Acs-Retry-After: 2500\r\n"
                           "Transfer-Encoding: chunked\r\n\r\n"
                           "a\r\n{\"Customer\r\n17\r\nGatewayId\":\"cgw-1\"    }\r\n0\r\n\r\n";
    CHECK(acg_http_start(NULL) == ACG_E_NULL);
    CHECK(acg_http_take(&reader, buf, sizeof buf, "a", 1) == ACG_E_NOT_STARTED);
    CHECK(acg_http_end(&reader, buf, sizeof buf) == ACG_E_NOT_STARTED);
    CHECK(acg_http_finish(&reader, buf, sizeof buf, 0, &response) == ACG_E_NOT_STARTED);
    CHECK(acg_http_take(NULL, buf, sizeof buf, "a", 1) == ACG_E_NULL && acg_http_end(NULL, buf, 1) == ACG_E_NULL);
    for (size_t piece = 1; piece < 40; piece += 7) {
        CHECK(receive(chunked, sizeof chunked - 1, piece, 512, &reader, &space) == ACG_END);
        CHECK(acg_http_finish(&reader, space, 512, 0, &response) == ACG_OK && response.fault == ACG_HTTP_WHOLE);
        CHECK(response.status == 200 && response.retry_after_ms == 2500 && response.date == 1704164645);
        CHECK(response.keeps_alive == 1);
        CHECK(acg_decode_created(response.status, response.body, response.body_len, &gateway, NULL) == ACG_OK);
        CHECK(acg_escaped_equals(gateway.customer_gateway_id, acg_text_of("cgw-1")) == 1);
    }
    CHECK(acg_http_finish(&reader, space, 512, 1704164646, &response) == ACG_OK && response.date == -1);
    CHECK(acg_http_sentence(&reader, space, 512, buf, sizeof buf, &len) == ACG_OK && len == 0);
    /* Every prefix, and every capacity. */
    for (size_t size = 0; size < sizeof chunked - 1; size++) {
        CHECK(receive(chunked, size, 16, 512, &reader, &space) == ACG_OK);
        const int32_t result = acg_http_finish(&reader, space, 512, 0, &response);
        CHECK(result == ACG_NO_RESPONSE || result == ACG_OK);
        CHECK(response.fault != ACG_HTTP_WHOLE);
        CHECK(acg_http_sentence(&reader, space, 512, buf, sizeof buf, &len) == ACG_OK && len > 0);
        CHECK(acg_http_end(&reader, space, 512) == ACG_END);
        CHECK(acg_http_finish(&reader, space, 512, 0, &response) == result && response.fault != ACG_HTTP_WHOLE);
    }
    for (size_t cap = 0; cap < 160; cap++) {
        receive(chunked, sizeof chunked - 1, 16, cap, &reader, &space);
        const int32_t result = acg_http_finish(&reader, space, cap, 0, &response);
        CHECK(result == ACG_OK || response.fault == ACG_HTTP_HEAD_TOO_LONG);
        CHECK(result == ACG_NO_RESPONSE || response.fault == ACG_HTTP_WHOLE ||
              response.fault == ACG_HTTP_BODY_TOO_LONG);
    }
    CHECK(acg_http_start(&reader) == ACG_OK);
    CHECK(acg_http_take(&reader, NULL, 1, "a", 1) == ACG_E_NULL && acg_http_take(&reader, buf, 1, NULL, 1) == ACG_E_NULL);
    CHECK(acg_http_take(&reader, buf, 9, buf + 8, 4) == ACG_E_OVERLAP);
    CHECK(acg_http_take(&reader, buf, SIZE_MAX, "a", 1) == ACG_E_ARGUMENT);
    CHECK(acg_http_take(&reader, buf, sizeof buf, NULL, 0) == ACG_OK);
    CHECK(acg_http_finish(&reader, buf, sizeof buf, 0, NULL) == ACG_E_NULL);
    CHECK(acg_http_finish(&reader, buf, sizeof buf, 0, &response) == ACG_NO_RESPONSE);
    CHECK(response.fault == ACG_HTTP_HEAD_EMPTY);

    /* A machine takes either. */
    acg_registration machine = { 0 };
    acg_step step = { 0 };
    const acg_request request = wanted();
    CHECK(acg_registration_on_http(&machine, &request, &reader, buf, sizeof buf, NULL) == ACG_E_NOT_STARTED);
    CHECK(acg_registration_start(&machine, NULL, 0) == ACG_OK);
    CHECK(acg_registration_on_http(&machine, &request, NULL, buf, sizeof buf, NULL) == ACG_E_NULL);
    CHECK(acg_registration_on_http(&machine, &request, &reader, buf, sizeof buf, NULL) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK && step.kind == ACG_STEP_PAUSE);
    CHECK(acg_registration_on_paused(&machine) == ACG_OK);
    CHECK(receive(chunked, sizeof chunked - 1, 16, 512, &reader, &space) == ACG_END);
    CHECK(acg_registration_on_http(&machine, &request, &reader, space, 512, NULL) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK && step.outcome == ACG_OUTCOME_CREATED);
}

static void registrations(void)
{
    acg_registration machine = { 0 };
    acg_step step = { 0 };
    acg_request to_send = { 0 };
    acg_refusal refusal = { 0 };
    acg_policy policy = { 0 };
    const acg_request request = wanted();
    int32_t (*const events[])(acg_registration *) = {
        acg_registration_on_no_response, acg_registration_on_too_long, acg_registration_on_paused,
        acg_registration_on_clock_set, acg_registration_on_new_token, acg_registration_on_credentials_renewed,
    };
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        CHECK(events[i](NULL) == ACG_E_NULL && events[i](&machine) == ACG_E_NOT_STARTED);
    }
    CHECK(acg_registration_step(NULL, &step) == ACG_E_NULL && acg_registration_step(&machine, NULL) == ACG_E_NULL);
    CHECK(acg_registration_step(&machine, &step) == ACG_E_NOT_STARTED);
    CHECK(acg_registration_request(&machine, &request, &to_send, NULL) == ACG_E_NOT_STARTED);
    CHECK(acg_registration_on_response(&machine, &request, 200, 0, "", 0, NULL) == ACG_E_NOT_STARTED);
    CHECK(acg_registration_pause_ms(NULL, 0) == 0 && acg_registration_pause_ms(&machine, 0) == 0);
    CHECK(acg_registration_sentence(&machine, buf, sizeof buf, &len) == ACG_E_NOT_STARTED);
    CHECK(acg_registration_start(NULL, NULL, 0) == ACG_E_NULL);
    CHECK(acg_registration_start(&machine, NULL, 2) == ACG_E_ARGUMENT);
    CHECK(acg_policy_default(NULL) == ACG_E_NULL && acg_policy_default(&policy) == ACG_OK);
    CHECK(policy.first_ms == 1000 && policy.max_ms == 300000 && policy.failures == 16 && policy.page_size == 10);

    /* The response to the creation is lost; later the address is taken; the list has the gateway. */
    policy.page_size = 4;
    CHECK(acg_registration_start(&machine, &policy, 0) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK);
    CHECK(step.kind == ACG_STEP_SEND && step.page == 0 && step.new_connection == 1);
    CHECK(acg_registration_request(&machine, &request, &to_send, &refusal) == ACG_OK);
    CHECK(to_send.action == ACG_CREATE && to_send.client_token.bytes == request.client_token.bytes);
    CHECK(acg_registration_sentence(&machine, buf, sizeof buf, &len) == ACG_E_NOT_DONE);
    CHECK(acg_registration_on_paused(&machine) == ACG_OK && acg_registration_on_no_response(&machine) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK && step.kind == ACG_STEP_PAUSE);
    CHECK(step.min_ms == 500 && step.span_ms == 500);
    CHECK(acg_registration_pause_ms(&machine, 0) == 500 && acg_registration_pause_ms(&machine, UINT32_MAX) == 1000);
    CHECK(acg_registration_request(&machine, &request, &to_send, &refusal) == ACG_E_NOT_DONE);
    acg_registration moved = machine;
    CHECK(acg_registration_on_paused(&moved) == ACG_OK);
    const char exists[] = "{\"Code\":\"InvalidIpAddress.AlreadyExist\",\"RequestId\":\"R1\"}";
    acg_request other = request;
    other.ip_address = acg_text_of("1");
    CHECK(acg_registration_on_response(&moved, &other, 400, 0, exists, sizeof exists - 1, &refusal) == ACG_E_INVALID);
    other.action = ACG_LIST;
    CHECK(acg_registration_on_response(&moved, &other, 400, 0, exists, sizeof exists - 1, &refusal) == ACG_E_ARGUMENT);
    CHECK(acg_registration_on_response(&moved, &request, 400, 0, NULL, 1, &refusal) == ACG_E_NULL);
    CHECK(acg_registration_on_response(&moved, &request, 400, 0, exists, sizeof exists - 1, &refusal) == ACG_OK);
    CHECK(acg_registration_step(&moved, &step) == ACG_OK && step.kind == ACG_STEP_SEND && step.page == 1);
    CHECK(acg_registration_request(&moved, &request, &to_send, &refusal) == ACG_OK);
    CHECK_CAPACITIES(acg_request_query(&to_send, buf, cap, &len, &refusal),
                     "PageNumber=1&PageSize=4&RegionId=cn-shanghai");
    const char found[] = "{\"CustomerGateways\":{\"CustomerGateway\":[{\"CustomerGatewayId\":\"cgw-9\","
                         "\"IpAddress\":\"101.12.0.12\"}]},\"PageNumber\":1,\"TotalCount\":1}";
    CHECK(acg_registration_on_response(&moved, &request, 200, 0, found, sizeof found - 1, &refusal) == ACG_OK);
    CHECK(acg_registration_step(&moved, &step) == ACG_OK && step.kind == ACG_STEP_DONE);
    CHECK(step.outcome == ACG_OUTCOME_FOUND && step.earlier_try == 1 && step.differences == 0);
    CHECK(step.id.len == 5 && step.id.bytes > (char *)&moved && step.id.bytes < (char *)(&moved + 1));
    CHECK_CAPACITIES(acg_registration_sentence(&moved, buf, cap, &len),
                     "found cgw-9 (an earlier try may have created it): as asked for");

    /* A refusal, and its code. */
    const char quota[] = "{\"Code\":\"Resource.QuotaFull\",\"RequestId\":\"R1\"}";
    CHECK(acg_registration_start(&machine, NULL, 0) == ACG_OK);
    CHECK(acg_registration_on_response(&machine, &request, 400, 0, quota, sizeof quota - 1, NULL) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK && step.outcome == ACG_OUTCOME_REFUSED);
    CHECK(step.status == 400 && step.error_code == ACG_CODE_QUOTA_FULL && step.earlier_try == 0);
    CHECK(step.code.len == 18 && step.id.bytes == NULL);

    /* Out of storage: the same refusal has to be looked into. */
    CHECK(acg_registration_start(&machine, NULL, 1) == ACG_OK);
    CHECK(acg_registration_on_response(&machine, &request, 400, 0, quota, sizeof quota - 1, NULL) == ACG_OK);
    CHECK(acg_registration_step(&machine, &step) == ACG_OK && step.kind == ACG_STEP_SEND && step.page == 1);

    /* Without any response it ends, and says that the outcome is unknown. */
    CHECK(acg_registration_start(&machine, NULL, 0) == ACG_OK);
    unsigned sent = 0;
    while (acg_registration_step(&machine, &step) == ACG_OK && step.kind != ACG_STEP_DONE && sent < 100) {
        if (step.kind == ACG_STEP_SEND) {
            sent++;
            CHECK(acg_registration_on_no_response(&machine) == ACG_OK);
        } else {
            CHECK(step.kind == ACG_STEP_PAUSE && acg_registration_on_paused(&machine) == ACG_OK);
        }
    }
    CHECK(step.outcome == ACG_OUTCOME_GAVE_UP && sent == 20);
}

int main(void)
{
    checks();
    requests();
    signatures();
    acs3_signatures();
    decoding();
    advice();
    registrations();
    http_requests();
    http_responses();
    say_number(passed);
    say(" checks passed, ");
    say_number(failed);
    say(" failed\n");
    return failed != 0 || passed == 0;
}
