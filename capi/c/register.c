/* Registers a gateway exactly once, over a network that loses requests: the loop of a driver, in C.
 *
 * The network is played, so that the program runs anywhere: the first response is lost, the second says that the
 * address is taken, and the third is a page of the list. Between the two marks is what a firmware has as well. */
#include <stdio.h>
#include <string.h>

#include "aliyun_customer_gateway.h"

static const char *const responses[] = {
    NULL,
    "HTTP/1.1 400 Bad Request\r\nContent-Length: 57\r\n\r\n{\"Code\":\"InvalidIpAddress.AlreadyExist\",\"RequestId\":\"R1\"}",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2f\r\n{\"CustomerGateways\":{\"CustomerGateway\":[{\"Custo\r\n"
    "46\r\nmerGatewayId\":\"cgw-9\",\"IpAddress\":\"101.12.0.12\"}]},\"TotalCount\":1    }\r\n0\r\n\r\n",
};
static size_t exchanges, received;

static void wait_ms(uint32_t ms) { printf("waits %u ms\n", (unsigned)ms); }
static uint32_t random_bits(void) { return 0x80000000u; }
static int64_t unix_seconds(void) { return 1704164645; }
static int connect_to(int anew) { received = 0; return anew; }

static int32_t send_bytes(void *context, const void *bytes, size_t len)
{
    (void)context;
    return fwrite(bytes, 1, len, stdout) == len ? 0 : -1;
}

/* What a socket has, up to `len` bytes: 0 where the stream ends, or nothing came for a while. */
static size_t receive(char *bytes, size_t len)
{
    const char *response = responses[exchanges];
    const size_t left = response == NULL ? 0 : strlen(response) - received;
    const size_t count = len < left ? len : left;
    if (count > 0) {
        memcpy(bytes, response + received, count);
    }
    received += count;
    return count;
}

/* The driver starts here. */
static char response_buf[1024];
static acg_registration machine;

/* Sends a request, and reads what comes. */
static int32_t exchange(const acg_request *request, int new_connection, acg_http_reader *reader)
{
    char nonce[37], piece[64];
    acg_refusal refusal;
    /* Of a real random number generator. */
    acg_uuid("another 16 bytes", nonce, sizeof nonce, NULL);
    const acg_call call = { .nonce = acg_text_of(nonce), .unix_seconds = unix_seconds() };
    const acg_credentials credentials = { .access_key_id = ACG_LITERAL("testid"),
                                          .access_key_secret = ACG_LITERAL("testsecret") };
    const acg_target target = { .host = ACG_LITERAL("vpc.aliyuncs.com"), .method = ACG_POST_FORM };
    acg_http_start(reader);
    connect_to(new_connection);
    int32_t result = acg_http_write(request, &call, &credentials, &target, send_bytes, NULL, &refusal);
    if (result != ACG_OK) {
        return result;
    }
    printf("\n");
    while (result == ACG_OK) {
        const size_t count = receive(piece, sizeof piece);
        result = count > 0 ? acg_http_take(reader, response_buf, sizeof response_buf, piece, count)
                           : acg_http_end(reader, response_buf, sizeof response_buf);
    }
    return ACG_OK;
}

/* Registers what is wanted; the step that it ends with is written to `step`. */
static int32_t register_gateway(const acg_request *wanted, int resumed, acg_step *step)
{
    acg_request to_send;
    acg_http_reader reader;
    int32_t result = acg_registration_start(&machine, NULL, resumed);
    while (result == ACG_OK && (result = acg_registration_step(&machine, step)) == ACG_OK) {
        switch (step->kind) {
        case ACG_STEP_SEND:
            result = acg_registration_request(&machine, wanted, &to_send, NULL);
            if (result == ACG_OK && (result = exchange(&to_send, step->new_connection, &reader)) == ACG_OK) {
                result = acg_registration_on_http(&machine, wanted, &reader, response_buf, sizeof response_buf, NULL);
            }
            exchanges++;
            break;
        case ACG_STEP_PAUSE:
            wait_ms(acg_registration_pause_ms(&machine, random_bits()));
            result = acg_registration_on_paused(&machine);
            break;
        case ACG_STEP_SET_CLOCK: /* From a time server, or from the Date of the response. */
            result = acg_registration_on_clock_set(&machine);
            break;
        case ACG_STEP_RENEW_CREDENTIALS: /* Where they are temporary. */
            result = acg_registration_on_credentials_renewed(&machine);
            break;
        default: /* ACG_STEP_DONE; ACG_STEP_NEW_TOKEN, where a driver makes and stores another token. */
            return ACG_OK;
        }
    }
    return result;
}
/* The driver ends here. */

int main(void)
{
    char sentence[320];
    acg_step step;
    const acg_request wanted = {
        .action = ACG_CREATE,
        .region_id = ACG_LITERAL("cn-shanghai"),
        .ip_address = ACG_LITERAL("101.12.0.12"),
        /* Stored before the first call is sent; after a power cut, start `resumed` with the same one. */
        .client_token = ACG_LITERAL("token-1"),
    };
    if (register_gateway(&wanted, 0, &step) != ACG_OK || step.kind != ACG_STEP_DONE) {
        return 1;
    }
    acg_registration_sentence(&machine, sentence, sizeof sentence, NULL);
    printf("%s\n", sentence);
    return step.outcome == ACG_OUTCOME_FOUND ? 0 : 1;
}
