"""The Python SDK aliyun-python-sdk-vpc: a call a line on standard input, what it reports on standard output."""

import importlib
import json
import logging
import sys

from aliyunsdkcore.acs_exception.exceptions import ClientException, ServerException
from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
from aliyunsdkcore.client import AcsClient

# The SDK logs each failure to standard error.
logging.disable(logging.CRITICAL)

SETTERS = {"Tags": "set_Tagss", "Tag": "set_Tags"}


def report(call):
    action, token = call["action"], call.get("token")
    if token:
        credential = StsTokenCredential(call["id"], call["secret"], token)
    else:
        credential = AccessKeyCredential(call["id"], call["secret"])
    parameters = dict(call["parameters"])
    region = parameters.pop("RegionId")
    client = AcsClient(region_id=region, credential=credential, auto_retry=False)
    module = importlib.import_module(f"aliyunsdkvpc.request.v20160428.{action}Request")
    request = getattr(module, action + "Request")()
    request.set_endpoint(call["host"])
    request.set_protocol_type("http")
    request.set_method(call["method"])
    for name, value in parameters.items():
        getattr(request, SETTERS.get(name, "set_" + name))(value)
    try:
        return {"body": json.loads(client.do_action_with_exception(request))}
    except ServerException as error:
        return {
            "kind": "ServerException",
            "status": error.get_http_status(),
            "code": error.get_error_code(),
            "message": error.get_error_msg(),
            "request_id": error.get_request_id(),
        }
    except ClientException as error:
        return {
            "kind": "ClientException",
            "code": error.get_error_code(),
            "message": error.get_error_msg(),
        }


for line in sys.stdin:
    print(json.dumps(report(json.loads(line))), flush=True)
