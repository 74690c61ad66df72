"""An S3 client that is not fedctl's: sets tests up and tells what is left. Usage: witness.py COMMAND [ARGUMENT...]"""

import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

import botocore.session
from botocore.config import Config

client = botocore.session.get_session().create_client(
    "s3",
    endpoint_url=os.environ["S3_ENDPOINT"],
    config=Config(
        s3={"addressing_style": "path"},
        max_pool_connections=32,
        retries={"max_attempts": 0 if sys.argv[1] == "ready" else 5},
    ),
)


def ready():
    client.list_buckets()


def make(bucket, *options):
    client.create_bucket(Bucket=bucket, ObjectLockEnabledForBucket="locked" in options)
    if "versioned" in options:
        client.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})


def tag(bucket, *pairs):
    tags = [{"Key": key, "Value": value} for key, value in (pair.split("=", 1) for pair in pairs)]
    client.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": tags})


def tags(bucket):
    found = client.get_bucket_tagging(Bucket=bucket)["TagSet"]
    print(json.dumps({tag["Key"]: tag["Value"] for tag in found}))


def put(bucket):
    """Objects from standard input: {key: body}."""
    objects = json.load(sys.stdin)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda item: client.put_object(Bucket=bucket, Key=item[0], Body=item[1].encode()), objects.items()))


def remove(bucket):
    """Keys from standard input; in a versioned bucket this leaves delete markers."""
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda key: client.delete_object(Bucket=bucket, Key=key), json.load(sys.stdin)))


def begin(bucket, count):
    """Uploads that nobody completes."""
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: client.create_multipart_upload(Bucket=bucket, Key=f"upload-{n}"), range(int(count))))


def upload(bucket, key):
    client.create_multipart_upload(Bucket=bucket, Key=key)


def keys(bucket):
    found = []
    for page in client.get_paginator("list_objects_v2").paginate(Bucket=bucket):
        found += [entry["Key"] for entry in page.get("Contents", [])]
    print(json.dumps(sorted(found)))


def versions(bucket):
    """How many versions and delete markers there are."""
    count = 0
    for page in client.get_paginator("list_object_versions").paginate(Bucket=bucket):
        count += len(page.get("Versions", [])) + len(page.get("DeleteMarkers", []))
    print(count)


def uploads(bucket):
    pages = client.get_paginator("list_multipart_uploads").paginate(Bucket=bucket)
    print(sum(len(page.get("Uploads", [])) for page in pages))


def buckets():
    print(json.dumps(sorted(bucket["Name"] for bucket in client.list_buckets()["Buckets"])))


COMMANDS = [ready, make, tag, tags, put, remove, begin, upload, keys, versions, uploads, buckets]
{command.__name__: command for command in COMMANDS}[sys.argv[1]](*sys.argv[2:])
