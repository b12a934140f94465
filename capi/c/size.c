/* What is measured: an image with the parts that a macro each switches on, and without any, an empty one. */
#include "aliyun_customer_gateway.h"
#include "platform.h"

/* Where the compiler cannot see what comes in and goes out. */
static char *volatile texts[8];
static volatile int32_t results;

static acg_text text(unsigned i)
{
    return acg_text_of(texts[i]);
}

static char buf[1024];

#ifdef WITH_RPC
static void sign(void)
{
    const acg_request request = { .action = ACG_CREATE, .region_id = text(0), .ip_address = text(1),
                                  .client_token = text(2), .name = text(3), .asn = text(4) };
    const acg_call call = { .nonce = text(5), .unix_seconds = 1704164645 };
    const acg_credentials key = { .access_key_id = text(6), .access_key_secret = text(7) };
    results = acg_rpc_sign(&request, &call, &key, ACG_POST, buf, sizeof buf, NULL, NULL);
}
#endif

#ifdef WITH_CREATED
static void decode(void)
{
    acg_gateway created;
    acg_failure failure;
    results = acg_decode_created(results, texts[0], text(0).len, &created, &failure);
    if (results == ACG_OK) {
        results = acg_unescape(created.customer_gateway_id, buf, sizeof buf, NULL);
    }
}
#endif

#ifdef WITH_REGISTRATION
static void registration(void)
{
    static acg_registration machine;
    acg_step step;
    acg_request to_send;
    const acg_request request = { .action = ACG_CREATE, .region_id = text(0), .ip_address = text(1),
                                  .client_token = text(2) };
    results = acg_registration_start(&machine, NULL, results);
    results = acg_registration_step(&machine, &step);
    results = acg_registration_request(&machine, &request, &to_send, NULL);
    results = acg_registration_on_response(&machine, &request, results, 0, texts[0], text(0).len, NULL);
    results = acg_registration_on_no_response(&machine);
    results = acg_registration_on_too_long(&machine);
    results = acg_registration_on_paused(&machine);
    results = acg_registration_on_clock_set(&machine);
    results = acg_registration_on_new_token(&machine);
    results = acg_registration_on_credentials_renewed(&machine);
    results = (int32_t)acg_registration_pause_ms(&machine, (uint32_t)results);
}
#endif

#ifdef WITH_HTTP
static int32_t send_bytes(void *context, const void *bytes, size_t len)
{
    (void)context;
    return bytes == NULL && len > 0;
}

static void exchange(void)
{
    static acg_registration machine;
    acg_http_reader reader;
    acg_http_response response;
    const acg_request request = { .action = ACG_CREATE, .region_id = text(0), .ip_address = text(1) };
    const acg_call call = { .nonce = text(5), .unix_seconds = 1704164645 };
    const acg_credentials key = { .access_key_id = text(6), .access_key_secret = text(7) };
    const acg_target target = { .host = text(2), .method = ACG_POST_FORM };
    results = acg_http_write(&request, &call, &key, &target, send_bytes, NULL, NULL);
    results = acg_http_start(&reader);
    results = acg_http_take(&reader, buf, sizeof buf, texts[0], text(0).len);
    results = acg_http_end(&reader, buf, sizeof buf);
    results = acg_http_finish(&reader, buf, sizeof buf, 0, &response);
    results = acg_registration_start(&machine, NULL, 0);
    results = acg_registration_on_http(&machine, &request, &reader, buf, sizeof buf, NULL);
}
#endif

#ifdef WITH_ACS3
static int32_t each(void *context, acg_text name, acg_text value)
{
    (void)context;
    return name.len > value.len;
}

static void sign_acs3(void)
{
    const acg_request request = { .action = ACG_CREATE, .region_id = text(0), .ip_address = text(1) };
    const acg_call call = { .nonce = text(5), .unix_seconds = 1704164645 };
    const acg_credentials key = { .access_key_id = text(6), .access_key_secret = text(7) };
    results = acg_acs3_sign(&request, &call, &key, text(2), ACG_POST, each, NULL, NULL);
}
#endif

#ifdef WITH_SENTENCES
static void sentences(void)
{
    acg_refusal refusal = { 0 };
    results = acg_check_region_id(text(0), &refusal);
    results = acg_refusal_sentence(&refusal, buf, sizeof buf, NULL);
    results = acg_response_sentence(results, 200, texts[0], text(0).len, buf, sizeof buf, NULL);
}
#endif

static void nothing(void)
{
    results = (int32_t)text(0).len;
}

static void measure(void (*call)(void), size_t *greatest)
{
    const size_t stack = stack_of(call);
    if (stack > *greatest) {
        *greatest = stack;
    }
}

int main(void)
{
    static char values[8][48] = { "cn-shanghai", "101.12.0.12", "vpc.aliyuncs.com", "branch-1", "65530", "nonce-1",
                                  "testid", "testsecret" };
    static char body[] = "{\"CustomerGatewayId\":\"cgw-1\",\"IpAddress\":\"101.12.0.12\",\"Name\":\"\\u4e0a\"}";
    for (unsigned i = 0; i < 8; i++) {
        texts[i] = values[i];
    }
    size_t greatest = 0;
    measure(nothing, &greatest);
#ifdef WITH_RPC
    measure(sign, &greatest);
#endif
#ifdef WITH_ACS3
    measure(sign_acs3, &greatest);
#endif
#ifdef WITH_CREATED
    results = 200;
    texts[0] = body;
    measure(decode, &greatest);
    texts[0] = values[0];
#endif
#ifdef WITH_REGISTRATION
    results = 0;
    measure(registration, &greatest);
    texts[0] = body;
    measure(registration, &greatest);
    texts[0] = values[0];
#endif
#ifdef WITH_HTTP
    static char whole[] = "HTTP/1.1 200 OK\r\nContent-Length: 29\r\n\r\n{\"CustomerGatewayId\":\"cgw-1\"}";
    texts[0] = values[0];
    measure(exchange, &greatest);
    texts[0] = whole;
    measure(exchange, &greatest);
    texts[0] = values[0];
#endif
#ifdef WITH_SENTENCES
    measure(sentences, &greatest);
#endif
    (void)body;
    (void)buf;
    char digits[12];
    size_t at = sizeof digits - 1;
    digits[at--] = 0;
    digits[at] = '\n';
    do {
        digits[--at] = (char)('0' + greatest % 10);
        greatest /= 10;
    } while (greatest > 0);
    say(digits + at);
    return 0;
}
