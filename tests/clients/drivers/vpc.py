"""The Python SDK alibabacloud_vpc20160428: a call a line on standard input, what it reports on standard output."""

import json
import sys

from alibabacloud_tea_openapi.utils_models import Config
from alibabacloud_vpc20160428 import models
from alibabacloud_vpc20160428.client import Client
from darabonba.exceptions import DaraException
from darabonba.runtime import RuntimeOptions


def client(call):
    config = Config(
        access_key_id=call["id"],
        access_key_secret=call["secret"],
        security_token=call.get("token"),
        endpoint=call["host"],
        protocol="http",
    )
    if call["signature"] == "rpc":
        config.signature_algorithm = "v2"
    return Client(config)


def report(call):
    action = call["action"]
    snake = "".join("_" + c.lower() if c.isupper() else c for c in action)[1:]
    request = getattr(models, action + "Request")().from_map(call["parameters"])
    send = getattr(client(call), snake + "_with_options")
    try:
        return {"body": send(request, RuntimeOptions()).body.to_map()}
    except DaraException as error:
        return {
            "kind": type(error).__name__,
            "status": getattr(error, "status_code", None),
            "code": error.code,
            "message": error.message,
            "request_id": getattr(error, "request_id", None),
            "retry_after": getattr(error, "retry_after", None),
        }


for line in sys.stdin:
    print(json.dumps(report(json.loads(line))), flush=True)
