"""Holds `cgw lines` against the official Python SDK: agree.py CGW COUNT."""

import json
import random
import subprocess
import sys

from alibabacloud_tea_openapi.utils import Utils, get_canonical_query_string
from alibabacloud_tea_openapi.utils_models import Config
from alibabacloud_vpc20160428 import models
from alibabacloud_vpc20160428.client import Client

SECRET = "testsecret"
LETTERS = "abcxyzABCXYZ" + "éßø" + "上海杭州北京" + "𠀀"
FREE = LETTERS + "0123456789" + " .,;:!*'()~-_+/%&=?#@\"\\<>[]{}|^`$" + "🏢\u00a0"
GRAPHIC = "".join(map(chr, range(0x21, 0x7F)))


class Captured(Exception):
    """What the SDK was about to send."""


class Recorder(Client):
    """The SDK's client, stopped before it signs and sends."""

    def call_api(self, params, request, runtime):
        raise Captured(params, request)


def text(rng, alphabet, least, most):
    return "".join(rng.choices(alphabet, k=rng.randint(least, most)))


def letter_first(rng, alphabet, least, most):
    return rng.choice("abcXYZ上") + text(rng, alphabet, least - 1, most - 1)


def tags(rng, value):
    keys = {letter_first(rng, FREE, 1, 20) for _ in range(rng.choice([1, 2, 9, 10, 11, 20]))}
    # "acs:", "aliyun" and "://" are refused, and do not come up with these first letters.
    allowed = sorted(key for key in keys if "http" not in key)
    return [{"Key": key, "Value": text(rng, FREE, 0, 20) if value else ""} for key in allowed]


# Each parameter: what it may be, by the rules of today.
VALUES = {
    "RegionId": lambda r: text(r, "abcz0189-_", 1, 63),
    "IpAddress": lambda r: f"{r.randint(11, 99)}.{r.randint(0, 255)}.{r.randint(0, 255)}.{r.randint(0, 255)}",
    "ClientToken": lambda r: text(r, [chr(c) for c in range(128)], 1, 64),
    "Name": lambda r: letter_first(r, FREE, 1, 100),
    "Description": lambda r: letter_first(r, FREE, 1, 100),
    "Asn": lambda r: str(r.choice([1, 45103, 65535, 65536, 2**32 - 1, r.randint(1, 45103)])),
    "AuthKey": lambda r: text(r, GRAPHIC.replace("?", ""), 1, 64),
    "ResourceGroupId": lambda r: "rg-" + text(r, GRAPHIC, 1, 20),
    "CustomerGatewayId": lambda r: "cgw-" + text(r, GRAPHIC, 1, 20),
    "PageNumber": lambda r: r.randint(1, 100000),
    "PageSize": lambda r: r.randint(1, 50),
    "Tags": lambda r: tags(r, True),
    "Tag": lambda r: tags(r, True),
}

# Each action: what it needs, and what it may have.
ACTIONS = {
    "CreateCustomerGateway": (
        ["RegionId", "IpAddress"],
        ["ClientToken", "Name", "Description", "Asn", "AuthKey", "ResourceGroupId", "Tags"],
    ),
    "DescribeCustomerGateways": (
        ["RegionId"],
        ["CustomerGatewayId", "PageNumber", "PageSize", "ResourceGroupId", "Tag"],
    ),
    "DescribeCustomerGateway": (["RegionId", "CustomerGatewayId"], []),
    "ModifyCustomerGatewayAttribute": (
        ["RegionId", "CustomerGatewayId"],
        ["Name", "Description", "AuthKey", "ClientToken"],
    ),
    "DeleteCustomerGateway": (["RegionId", "CustomerGatewayId"], ["ClientToken"]),
}


def parameters(rng, action):
    needed, optional = ACTIONS[action]
    names = needed + [name for name in optional if rng.random() < 0.6]
    if "AuthKey" in names and "Asn" in optional and "Asn" not in names:
        names.append("Asn")
    values = {}
    for name in names:
        value = VALUES[name](rng)
        # Neither the ASN of the service itself nor 192.88.99/24 and the like come up; a private or
        # special address does, and is drawn again.
        if name == "IpAddress":
            while value.split(".")[0] in ("10", "100", "127"):
                value = VALUES[name](rng)
        if value != []:
            values[name] = value
    return values


def sent(client, action, values):
    """The parameters that the SDK sends."""
    request = getattr(models, action + "Request")().from_map(values)
    snake = "".join("_" + c.lower() if c.isupper() else c for c in action)[1:]
    try:
        getattr(client, snake + "_with_options")(request, None)
    except Captured as captured:
        params, request = captured.args
        assert params.action == action and params.version == "2016-04-28", params
        return request.query
    raise AssertionError("the SDK sent nothing")


def cases(rng, action, count):
    """Lines for cgw, each with what the SDK says to it."""
    client = Recorder(Config(access_key_id="testid", access_key_secret=SECRET, endpoint="vpc.aliyuncs.com"))
    for number in range(count):
        values = parameters(rng, action)
        own = sent(client, action, values)
        query = get_canonical_query_string({"Action": action} | own)
        line = {"op": "query", "action": action, "edition": "current", "parameters": values}
        yield line, {"query": query}

        method = rng.choice(["GET", "POST"])
        common = {
            "AccessKeyId": "testid",
            "SignatureNonce": text(rng, GRAPHIC, 1, 32),
            "Timestamp": "2024-01-02T03:04:05Z",
            "Format": rng.choice(["JSON", "XML"]),
        }
        if number % 3 == 0:
            common["SecurityToken"] = text(rng, GRAPHIC, 1, 60)
        signed = own | common | {
            "Action": action,
            "Version": "2016-04-28",
            "SignatureMethod": "HMAC-SHA1",
            "SignatureVersion": "1.0",
        }
        signature = Utils.get_rpcsignature(signed, method, SECRET)
        query = get_canonical_query_string(signed)
        signed_query = query + "&" + get_canonical_query_string({"Signature": signature})
        line = line | {"op": "sign", "method": method, "secret": SECRET, "common": common}
        yield line, {"query": query, "signature": signature, "signed_query": signed_query}

        headers = {
            "host": "vpc.aliyuncs.com",
            "accept": "application/json",
            "user-agent": "AlibabaCloud (Linux; x86_64)",
            "x-acs-action": action,
            "x-acs-version": "2016-04-28",
            "x-acs-date": "2024-01-02T03:04:05Z",
            "x-acs-signature-nonce": "%032x" % rng.getrandbits(128),
            "x-acs-content-sha256": Utils.hex_encode(Utils.hash(b"", "ACS3-HMAC-SHA256")),
        }
        request = type("Request", (), {})()
        request.pathname, request.method, request.query, request.headers = "/", "POST", own, headers
        authorization = Utils.get_authorization(
            request, "ACS3-HMAC-SHA256", headers["x-acs-content-sha256"], "testid", SECRET
        )
        line = {
            "op": "acs3", "method": "POST", "secret": SECRET, "access_key_id": "testid", "path": "/",
            "query": own, "headers": headers, "signed_headers": list(headers),
        }
        # The SDK does not encode the names of parameters; those of the family need none.
        yield line, {"authorization": authorization}


def main():
    cgw, count = sys.argv[1], int(sys.argv[2])
    failures = 0
    for action in ACTIONS:
        rng = random.Random(action)
        asked = list(cases(rng, action, count))
        lines = "".join(json.dumps(line) + "\n" for line, _ in asked)
        said = subprocess.run([cgw, "lines"], input=lines, capture_output=True, text=True, check=True)
        answers = said.stdout.splitlines()
        assert len(answers) == len(asked), f"{len(answers)} lines for {len(asked)}"
        for (line, wanted), answer in zip(asked, answers):
            answer = json.loads(answer)
            differing = {name for name in wanted if answer.get(name) != wanted[name]}
            if differing:
                failures += 1
                if failures <= 3:
                    print(json.dumps(line), answer, wanted, sep="\n  ", file=sys.stderr)
        print(f"{action}: {count} requests, {len(asked)} lines")
    if failures:
        sys.exit(f"{failures} lines differ")
    print("the SDK agrees")


main()
