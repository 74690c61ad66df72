"""Prints random S3 requests, one JSON object a line, each with the header by which botocore signs it."""

import datetime
import json
import random
import sys

import botocore.auth
from botocore.auth import S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.utils import percent_encode

count, seed = int(sys.argv[1]), int(sys.argv[2])
chance = random.Random(seed)
PIECES = list("abcXYZ019-_.~ +%&=?#:;,@!$'()*[]{}<>|^`\"\\/\n\t") + ["é", "ß", "日本", "😀", "//", "../"]


def text(longest, pieces=PIECES):
    return "".join(chance.choice(pieces) for _ in range(chance.randrange(longest)))


def headers():
    names = chance.sample(["Content-MD5", "Range", "x-amz-tagging", "x-amz-meta-a", "x-amz-meta-a-b"], 2)
    words = list("abcXYZ019-_.~+%&=/") + [" ", "  "]
    return {name: "v" + text(12, words) + "v" for name in names[: chance.randrange(3)]}


for _ in range(count):
    time = datetime.datetime.fromtimestamp(chance.randrange(1_400_000_000, 2_000_000_000), datetime.timezone.utc)
    token = text(30, list("abcXYZ019+/=")) or None
    credentials = Credentials("AKIA" + text(12, list("ABC234")), "s" + text(40, list("abcXYZ019+/")), token)
    region = chance.choice(["us-east-1", "eu-central-1", "cn-north-1"])
    host = chance.choice(["bucket.s3.amazonaws.com", "127.0.0.1:8333", "minio.example.com:9000"])
    path = "/" + text(20)
    query = {"q" + text(8): text(12) for _ in range(chance.randrange(4))}
    method = chance.choice(["GET", "PUT", "POST", "DELETE", "HEAD"])
    body = chance.randbytes(chance.randrange(64)) if method in ("PUT", "POST") else b""
    extra = headers()
    encoded = "&".join(f"{percent_encode(k, safe='-_.~')}={percent_encode(v, safe='-_.~')}" for k, v in query.items())
    url = f"http://{host}{percent_encode(path, safe='/-_.~')}" + (f"?{encoded}" if encoded else "")
    request = AWSRequest(method=method, url=url, data=body, headers=extra)
    # botocore signs for the present, which is made to be the time that was chosen.
    botocore.auth.get_current_datetime = lambda: time
    S3SigV4Auth(credentials, "s3", region).add_auth(request)
    print(json.dumps({
        "time": int(time.timestamp()), "id": credentials.access_key, "secret": credentials.secret_key,
        "token": token, "region": region, "method": method, "host": host, "path": path, "query": query,
        "headers": extra, "body": list(body), "authorization": request.headers["Authorization"],
    }))
