/* Builds and signs a request, reads a response, and says what to do next: the README's example, in C. */
#include <stdio.h>

#include "aliyun_customer_gateway.h"

static char query[2048], sentence[320];

int main(void)
{
    acg_refusal refusal;
    acg_gateway created;
    acg_failure failure;
    char token[37], nonce[37], id[65];
    const char body[] = "{\"RequestId\":\"D32B\",\"CustomerGatewayId\":\"cgw-bp1jrawp82av6bws9\"}";

    /* Each mistake has its sentence: "leading zero at byte 9 of IpAddress: leave it out". */
    if (acg_check_ip_address(ACG_EDITION_2020_11, acg_text_of("101.12.0.012"), &refusal) != ACG_OK) {
        acg_refusal_sentence(&refusal, sentence, sizeof sentence, NULL);
        printf("%s\n", sentence);
    }

    /* One token for each gateway: store it, and send it again on every try. A new nonce for every try. */
    acg_uuid("16 random bytes.", token, sizeof token, NULL);
    acg_uuid("another 16 bytes", nonce, sizeof nonce, NULL);
    const acg_request request = {
        .action = ACG_CREATE,
        .region_id = ACG_LITERAL("cn-shanghai"),
        .ip_address = ACG_LITERAL("101.12.0.12"),
        .client_token = acg_text_of(token),
        .name = ACG_LITERAL("\xe4\xb8\x8a\xe6\xb5\xb7-1"),
        .asn = ACG_LITERAL("123.456"),
    };
    const acg_call call = { .nonce = acg_text_of(nonce), .unix_seconds = 1704164645 };
    const acg_credentials credentials = {
        .access_key_id = ACG_LITERAL("testid"),
        .access_key_secret = ACG_LITERAL("testsecret"),
    };
    if (acg_rpc_sign(&request, &call, &credentials, ACG_POST, query, sizeof query, NULL, &refusal) != ACG_OK) {
        acg_refusal_sentence(&refusal, sentence, sizeof sentence, NULL);
        printf("%s\n", sentence);
        return 1;
    }
    printf("POST https://vpc.aliyuncs.com/?%s\n", query);

    /* What your HTTP client received. */
    switch (acg_decode_created(200, body, sizeof body - 1, &created, &failure)) {
    case ACG_OK:
        acg_unescape(created.customer_gateway_id, id, sizeof id, NULL);
        printf("%s\n", id);
        return 0;
    case ACG_FAILED:
    case ACG_UNREADABLE:
        acg_response_sentence(ACG_CREATE, 200, body, sizeof body - 1, sentence, sizeof sentence, NULL);
        printf("%s\n", sentence);
        return failure.retry == ACG_RETRY_NEVER;
    default:
        return 1;
    }
}
