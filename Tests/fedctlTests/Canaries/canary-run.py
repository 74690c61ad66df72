"""Goes through every command of fedctl with secrets that must show up nowhere, and looks for them everywhere.

Usage: canary-run.py FEDCTL SANDBOX S3-ENDPOINT FLEET IDENTITIES; prints how much was looked through, and a line for each
secret that was found, and for each output with a control character. AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are those of the S3 server.

FLEET is an example's file; IDENTITIES is `tokens`, `keys` or `logins` and says how the kubeconfig's users show who they
are. Between fedctl and the sandbox stands quoting-server.py, between fedctl and the S3 server s3-proxy.py.
Looked through are standard output and error, all files written, and the arguments of the programs that fedctl starts.
"""
import base64
import binascii
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse
import uuid

fedctl, sandbox, s3, fleet_file, identities = sys.argv[1:]
beside = os.path.dirname(os.path.abspath(__file__))
support = os.path.join(beside, "..", "..", "TestSupport")
folder = tempfile.mkdtemp(prefix="canaries-")
home, servers = os.path.join(folder, "home"), os.path.join(folder, "servers")
outputs, temporary = os.path.join(folder, "outputs"), os.path.join(folder, "tmp")
# A temporary folder's name may end with an underscore, and a bucket's with nothing but a letter or a digit.
bucket = f"fleet-{uuid.uuid4().hex}"
key_id, key = os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]
children = []

SERVER_LOGIN, PROXY_LOGIN = "server URL's password", "proxy's password"
FILE_ID, FILE_KEY = "file's key ID", "file's secret key"
# What must be seen nowhere, by what it is; a slash and a plus sign look different in most encodings.
canaries = {
    "S3 key ID": key_id,
    "S3 secret key": key,
    "S3 session token": "canary+session/token==with&more?ABCDEFGH",
    "kubeconfig token": "sha256~canary/kubeconfig+token_0123456789",
    "kubeconfig password": 'canary:pass"word\\with<all>&kinds/0123',
    SERVER_LOGIN: "canaryUrlPassword0123456",
    PROXY_LOGIN: "canaryProxyPassword01234",
    "plugin's token": "canary.plugin-token.with+slash/0123456789",
    "plugin's variable": "canary-variable-of-the-plugin-0123",
    "process' key ID": "AKIACANARYPROCESS123",
    "process' secret key": "canary/process+secret/key0123456789abcde",
    FILE_ID: "AKIACANARYFILE456789",
    FILE_KEY: "canary+file/secret+key+0123456789abcdefg",
    "adopted key": 'canary"adopted\\key/0123456789',
}

PLUGIN = """#!/bin/sh
cat /proc/self/cmdline /proc/$PPID/cmdline >>CMDLINES
ls -l /proc/$PPID/fd >>CMDLINES
find TEMPORARY -type f -exec cat {} + >>CMDLINES
printf '%s' 'ANSWER'
"""


def start(*arguments, cwd=None):
    child = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=cwd)
    children.append(child)
    return child


def write(name, text, mode=0o600):
    path = os.path.join(home, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "w") as file:
        file.write(text)
    return path


def program(name, answer):
    text = PLUGIN.replace("CMDLINES", os.path.join(outputs, "cmdlines")).replace("TEMPORARY", temporary)
    return write(name, text.replace("ANSWER", json.dumps(answer)), 0o700)


def pem(name):
    with open(os.path.join(servers, name)) as file:
        return file.read()


def exec_plugin(name, status):
    version = "client.authentication.k8s.io/v1"
    path = program(name, {"apiVersion": version, "kind": "ExecCredential", "status": status})
    variable = {"name": "CANARY", "value": canaries["plugin's variable"]}
    return {"exec": {"apiVersion": version, "interactiveMode": "Never", "command": path, "env": [variable],
                     "provideClusterInfo": True}}


def users():
    """Of hub, cluster1 and cluster2."""
    encoded = {f"client-{name}-data": base64.b64encode(pem(file).encode()).decode()
               for name, file in (("certificate", "client.pem"), ("key", "client.key"))}
    if identities == "tokens":
        return [{"token": canaries["kubeconfig token"]}, exec_plugin("plugin", {"token": canaries["plugin's token"]}), encoded]
    if identities == "keys":
        status = {"clientCertificateData": pem("client.pem"), "clientKeyData": pem("client.key")}
        return [encoded, exec_plugin("plugin", status), {"tokenFile": write("token", canaries["kubeconfig token"])}]
    return [{"username": "admin", "password": canaries["kubeconfig password"]}, {}, {"token": canaries["kubeconfig token"]}]


def write_kubeconfig(port, proxy):
    authority = base64.b64encode(pem("ca.pem").encode()).decode()
    clusters, contexts, people = [], [], []
    for name, user in zip(("hub", "cluster1", "cluster2"), users()):
        login = f"me:{canaries[SERVER_LOGIN]}@" if user == {} else ""
        cluster = {"server": f"https://{login}127.0.0.1:{port}/{name}", "certificate-authority-data": authority}
        if name == "cluster2":
            cluster["proxy-url"] = f"http://me:{canaries[PROXY_LOGIN]}@127.0.0.1:{proxy}"
        clusters.append({"name": name, "cluster": cluster})
        people.append({"name": name, "user": user})
        contexts.append({"name": name, "context": {"cluster": name, "user": name}})
    write("kubeconfig", json.dumps({"clusters": clusters, "contexts": contexts, "users": people}))


def write_fleet(name, endpoint, credentials="{fromEnvironment: true}"):
    """The example with a bucket of its own on the server; nothing of it where the example has none."""
    with open(fleet_file) as file:
        text = file.read()
    if "\nbucket:" in text:
        block = re.search(r"(?m)^bucket:\n(  .*\n)+", text)[0]
        kept = credentials if "iamRole" not in block else re.search(r"credentials: (.*)", block)[1]
        text = text.replace(block, f"bucket:\n  name: {bucket}\n  region: us-east-1\n  endpoint: {endpoint}\n"
                                   f"  insecure: true\n  create: true\n  credentials: {kept}\n")
    write(name, text)


def run(name, *arguments, **environment):
    """One command; what it says and writes is kept."""
    known = set(files(home))
    begin = time.monotonic()
    everything = {
        "PATH": os.environ["PATH"], "HOME": home, "TMPDIR": temporary, "KUBECONFIG": os.path.join(home, "kubeconfig"),
        "AWS_ACCESS_KEY_ID": key_id, "AWS_SECRET_ACCESS_KEY": key, **environment,
    }
    result = subprocess.run([fedctl, *arguments], cwd=home, env=everything, stdin=subprocess.DEVNULL, capture_output=True)
    for stream, data in (("stdout", result.stdout), ("stderr", result.stderr)):
        with open(os.path.join(outputs, f"{name}.{stream}"), "wb") as file:
            file.write(data)
    for path in set(files(home)) - known | set(files(temporary)):
        with open(path, "rb") as source, open(os.path.join(outputs, f"{name}.{path.replace('/', '_')}"), "wb") as file:
            file.write(source.read())
    statuses.append(f"{name}={result.returncode} in {time.monotonic() - begin:.1f} s")
    return result


def files(place):
    return [os.path.join(at, name) for at, _, names in os.walk(place) for name in names]


def quote(*lines):
    with open(os.path.join(servers, "quote"), "w") as file:
        file.write("\n".join(lines))


def kubectl(context, *arguments, text=""):
    subprocess.run(["kubectl", "--kubeconfig", os.path.join(folder, "sandbox"), "--context", context, *arguments],
                   input=text.encode(), env={"PATH": os.environ["PATH"], "HOME": folder}, check=True, capture_output=True)


def report_files(name):
    """What a run has come to in every form for machines, in files beside its text."""
    return [word for form in ("json", "markdown", "html", "values", "gitlab", "junit")
            for word in (f"--{form}-into", f"{name}.{form}")]


def commands():
    topology = re.search(r"(?m)^topology: (\S+)", open(fleet_file).read())[1]
    has_bucket = "\nbucket:" in open(fleet_file).read()
    platform = re.search(r"(?m)^platform: (\S+)", open(fleet_file).read())[1]
    run("version", "--version")
    run("schema", "schema")
    run("completion", "completion", "bash")
    run("init", "init", "-f", "new.yaml", "--topology", topology, "--platform", platform)
    run("init-again", "init", "-f", "new.yaml")
    run("validate", "validate", "-v")
    write("wrong.yaml", open(os.path.join(home, "fleet.yaml")).read() + f"\nsecretKey: {key}\nclusterz: [{{token: {key}}}]\n")
    run("validate-wrong", "validate", "-f", "wrong.yaml")
    run("render", "render", "-v")
    run("render-json", "render", "-o", "json")
    run("graph", "graph", "-v", "--of", "order")
    run("graph-svg", "graph", "-o", "svg")
    run("render-dir", "render", "--output-dir", "rendered")
    for way in ("message", "causes", "text", "server"):
        quote(f"{way} GET")
        run(f"plan-{way}", "plan", "-v", "--full")
        run(f"plan-log-{way}", "plan", "-v", "--log-format", "json")
    quote("controls GET")
    run("status-controls", "status", "-v")
    run("status-log", "status", "-v", "--log-format", "json")
    quote("page GET")
    run("plan-page", "plan", "-v")
    quote("uid GET .*/namespaces/kube-system$")
    run("plan-uid", "plan", "-v", "--full")
    quote("server GET")
    run("status-refused", "status", "-v")
    run("teardown-refused", "teardown", "--yes", "-v")
    quote()
    with open(os.path.join(servers, "quote-proxy"), "w"):
        pass
    run("plan-proxy", "plan", "-v", "--request-timeout", "1s")
    os.remove(os.path.join(servers, "quote-proxy"))
    run("plan", "plan", "-v", "--full", "--fields")
    run("plan-bucket", "plan", "-v", "-f", "quoted.yaml", AWS_SESSION_TOKEN=canaries["S3 session token"])
    run("plan-process", "plan", "-v", "-f", "process.yaml")
    run("plan-file", "plan", "-v", "-f", "file.yaml")
    # Without a bucket nothing would be refused here, and all would be there before it can be.
    if has_bucket:
        run("apply-bucket", "apply", "--yes", "-v", "-f", "quoted.yaml", AWS_SESSION_TOKEN=canaries["S3 session token"])
    for way in ("message", "causes", "text", "server"):
        quote(f"{way} (PATCH|POST) .*/(secrets|token)")
        run(f"apply-{way}", "apply", "--yes", "-v", "--wait-timeout", "2s", *report_files(f"apply-{way}"))
    for way in ("controls", "page"):
        quote(f"{way} (PATCH|POST) .*/secrets/")
        run(f"apply-{way}", "apply", "--yes", "-v", "--wait-timeout", "2s", "--log-format", "json")
    quote("warning (PATCH|POST) .*")
    run("apply", "apply", "--yes", "-v", "--wait-timeout", "20m")
    quote()
    change_by_hand()
    run("plan-changed", "plan", "-v", "--full", "--out", "saved.plan", *report_files("plan-changed"))
    quote("message (PATCH|POST|PUT) .*")
    run("apply-changed", "apply", "--yes", "-v", "--wait-timeout", "2s")
    quote("warning .*")
    run("apply-again", "apply", "--yes", "-v", "--wait-timeout", "20m")
    run("status", "status", "-v")
    for way in ("message", "text"):
        quote(f"{way} GET .*secrets")
        run(f"status-{way}", "status", "-v")
    quote("message DELETE", "causes PUT", "text PATCH")
    run("teardown-failing", "teardown", "--yes", "-v", "--wait-timeout", "2s", "--log-format", "json")
    quote("controls DELETE", "uid GET .*/namespaces/[^/]*$")
    run("teardown-controls", "teardown", "--yes", "-v", "--wait-timeout", "2s")
    quote()
    run("purge-dry", "teardown", "--dry-run", "-v", "--purge-bucket", "--confirm-bucket", bucket)
    run("purge-failing", "teardown", "--yes", "-v", "-f", "quoted.yaml", "--purge-bucket", "--confirm-bucket", bucket)
    quote("warning .*")
    run("teardown", "teardown", "--yes", "-v", "--full", "--wait-timeout", "20m",
        *(["--purge-bucket", "--confirm-bucket", bucket, "--delete-bucket"] if has_bucket else []))


def change_by_hand():
    """Somebody puts keys into Secrets, and what is in a Secret where it does not belong."""
    text = "type: S3\nconfig:\n  bucket: b\n  secret_key: " + json.dumps(canaries["adopted key"]) + "\n"
    namespace = re.search(r"(?m)^namespace: (\S+)", open(fleet_file).read())[1]
    secrets = subprocess.run(
        ["kubectl", "--kubeconfig", os.path.join(folder, "sandbox"), "--context", "hub", "-n", namespace, "get", "secrets", "-o", "json"],
        env={"PATH": os.environ["PATH"], "HOME": folder}, capture_output=True).stdout
    for secret in json.loads(secrets)["items"]:
        data = secret.get("data") or {}
        if "type" in secret and secret["type"] == "kubernetes.io/service-account-token":
            continue
        for name in list(data)[:1]:
            changed = {"data": {name: base64.b64encode(text.encode()).decode()}}
            kubectl("hub", "-n", namespace, "patch", "secret", secret["metadata"]["name"], "--type=merge", "-p", json.dumps(changed))


def look_for_controls():
    """Nothing that a terminal would obey, or that turns text around, is printed for people."""
    for path in sorted(files(outputs)):
        with open(path, "rb") as file:
            text = file.read().decode("utf-8", "replace")
        for sign in text if path.endswith((".stdout", ".stderr")) else "":
            if sign != "\n" and unicodedata.category(sign) in ("Cc", "Cf"):
                at = text.index(sign)
                print(f"{os.path.basename(path)}: {sign!r} in {text[max(0, at - 60):at + 60]!r}")
                break


def forms(text):
    """How a secret may look, by the encodings' names, each also over base64, which is how a Secret holds it."""
    for first, data in (("", text.encode()), ("base64 ", base64.b64encode(text.encode()))):
        shown = data.decode()
        yield first + "plain", data
        yield first + "JSON", json.dumps(shown)[1:-1].encode()
        yield first + "JSON twice", json.dumps(json.dumps(shown))[3:-3].encode()
        yield first + "address", urllib.parse.quote(shown, safe="").encode()
        yield first + "digits", binascii.hexlify(data)
        for before in range(3):
            whole = base64.b64encode(b"\0" * before + data)
            start, end = (before * 8 + 5) // 6, (before + len(data)) * 8 // 6
            yield f"{first}base64 at {before}", whole[start:end]


def secret_lines(key):
    """What only a private key has of a P-256 one in PKCS 8: what follows stands in its certificate, too."""
    lines = [line for line in key.splitlines() if "-----" not in line]
    return [lines[0][44:], lines[1][:26]]


def secrets_that_passed():
    """What the sandbox was sent or has made, but for what is public: certificates, settings, times."""
    found = {}
    with open(os.path.join(servers, "secrets")) as file:
        for line in map(json.loads, file):
            value = line["value"]
            if "PRIVATE KEY-----" in value:
                for number, part in enumerate(secret_lines(value)):
                    found[f"line {number} of a key in {line['kind']}: {part[:6]}"] = part
            elif "\n" not in value.strip() and len(value) >= 8 and not re.fullmatch(r"[0-9T:.Z-]+|known-after-apply.*", value):
                # What a token says of itself stands in the open elsewhere; its proof is behind the last dot.
                found[f"{line['kind']}: {value[-6:]}"] = value.rpartition(".")[2]
    return found


def look():
    """Every secret in every file that was kept; parts of 20 bytes count, since half a key is half the work."""
    whole = {**canaries, **secrets_that_passed()}
    for number, line in enumerate(secret_lines(pem("client.key"))):
        whole[f"client key, line {number}"] = line
    size = sum(os.path.getsize(path) for path in files(outputs))
    print(f"{len(whole)} secrets, {len(files(outputs))} files, {size} bytes; {' '.join(statuses)}")
    for path in sorted(files(outputs)):
        with open(path, "rb") as file:
            data = file.read()
        for what, text in whole.items():
            for encoding, form in forms(text):
                size = -(-20 * len(form) // len(text))
                parts = {form[at:at + size] for at in range(max(1, len(form) - size + 1))}
                hits = [part for part in parts if part in data]
                if hits:
                    at = data.find(hits[0])
                    print(f"{os.path.basename(path)}: {what}, {encoding}, {len(hits)} of {len(parts)} parts: {data[max(0, at - 60):at + 60]!r}")


def main():
    for place in (home, servers, outputs, temporary):
        os.makedirs(place)
    box = start(sandbox, "up", "--contexts", "hub,cluster1,cluster2", "--namespaces", "reverse-words-app",
                "--kubeconfig", os.path.join(folder, "sandbox"))
    while b"ready" not in box.stdout.readline():
        pass
    server = start(sys.executable, os.path.join(support, "quoting-server.py"), os.path.join(folder, "sandbox"), cwd=servers)
    port, proxy = server.stdout.readline().split()
    quoting = start(sys.executable, os.path.join(support, "s3-proxy.py"), s3, os.path.join(folder, "s3.log"), "quote")
    endpoint = quoting.stdout.readline().decode().strip()
    write_kubeconfig(int(port), int(proxy))
    process = program("process", {"Version": 1, "AccessKeyId": canaries["process' key ID"], "SecretAccessKey": canaries["process' secret key"]})
    write(".aws/config", f"[profile canary]\ncredential_process = {process} --with argument\n")
    write("keys", f"[default]\naws_access_key_id={canaries[FILE_ID]}\n"
                  f"aws_secret_access_key={canaries[FILE_KEY]}\n")
    write_fleet("fleet.yaml", s3)
    write_fleet("quoted.yaml", endpoint)
    write_fleet("process.yaml", endpoint, "{profile: canary}")
    write_fleet("file.yaml", endpoint, "{file: keys}")
    commands()
    look()
    look_for_controls()


statuses = []
try:
    main()
finally:
    for child in children:
        child.kill()
        child.wait()
    if "CANARIES_KEEP" not in os.environ:
        # A plugin that its fedctl has not waited for may still write there.
        shutil.rmtree(folder, ignore_errors=True)
    else:
        print(folder)
