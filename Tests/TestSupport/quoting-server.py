"""Stands between fedctl and a sandbox, over TLS and behind a proxy with a password, and tells whoever asks what they sent.

Usage: quoting-server.py KUBECONFIG, in a folder of its own. Makes its certificates there and prints two ports: of
HTTPS, where `/CONTEXT/…` leads to that context of the kubeconfig, and of an HTTP proxy that leads to the former.
Ends when its standard input does.

The file `quote` beside it says what is quoted: a line `WAY PATTERN` each, where the pattern is sought in `METHOD PATH`.
Ways: message, causes, text (a page of plain text, refused), server (a header, refused), warning (done, with a warning);
and without a quotation, with terminal escapes and marks that turn text around: controls (refused, in every field of a
Status), page (the same in a page and its headers), uid (done, in the uid of the answer).
The file `secrets` gets a JSON line for each secret that passes: a value of a Secret, or a token that was minted.
"""
import base64
import binascii
import http.client
import http.server
import json
import os
import re
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
import urllib.parse

SCRIPT = """
new() { openssl req "$@" -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes 2>/dev/null; }
new -x509 -days 2 -keyout ca.key -out ca.pem -subj /CN=ca
for name in server client; do
  new -keyout $name.key -out $name.csr -subj /O=people/CN=$name
  echo 'subjectAltName=DNS:only-behind.internal,IP:127.0.0.1' > $name.ext
  openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile $name.ext -out $name.pem 2>/dev/null
done
"""
CONTROLS = "\x1b]0;title\x07\x1b[31mred\x9b1m\u202e\u2066\u200f\r\b"
lock = threading.Lock()


def encodings(value):
    """A careless server's ways to quote bytes: as they are, in JSON, in base64, within base64, in an address, in digits."""
    text = value.decode("utf-8", "replace")
    return [
        text, json.dumps(text), base64.b64encode(value).decode(), base64.b64encode(b"x" + value).decode(),
        urllib.parse.quote(text, safe=""), binascii.hexlify(value).decode(),
    ]


def note(kind, value):
    with lock, open("secrets", "a") as file:
        file.write(json.dumps({"kind": kind, "value": value}) + "\n")


def data_of(body):
    """The values of a Secret, as bytes; none of anything else."""
    document = json.loads(body) if body.startswith(b"{") else {}
    if document.get("kind") != "Secret":
        return {}
    values = {key: base64.b64decode(value) for key, value in (document.get("data") or {}).items()}
    return {**values, **{key: value.encode() for key, value in (document.get("stringData") or {}).items()}}


def quotation(headers, body):
    """All that was sent, whole, value by value and line by line, in every encoding."""
    proof = headers.get("Authorization", "")
    pieces = [proof.encode(), proof.rpartition(" ")[2].encode()]
    if proof.startswith("Basic "):
        pieces.append(base64.b64decode(proof[6:]))
    values = list(data_of(body).values())
    pieces += [body] + values + [line for value in values for line in value.splitlines()]
    return ["quoted: " + quoted for piece in pieces if piece for quoted in encodings(piece)]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    servers = {}

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        for key, value in data_of(body).items():
            note(key, value.decode("utf-8", "replace"))
        way = self.way()
        if way in (None, "warning", "uid"):
            return self.forward(body, way)
        if way == "controls":
            cause = {"reason": CONTROLS, "field": f"spec.{CONTROLS}", "message": CONTROLS}
            status = {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": CONTROLS, "code": 422,
                      "message": f"no: {CONTROLS}", "details": {"name": CONTROLS, "kind": CONTROLS, "causes": [cause]}}
            return self.answer(422, json.dumps(status), {"Content-Type": "application/json"})
        if way == "page":
            return self.answer(403, f"<html>{CONTROLS}", {"Server": "a\x1b[31mb\x9b", "Location": "http://\x1b[31m/"})
        quoted = quotation(self.headers, body)
        if way == "server":
            # One header holds no line break, and no client reads one without an end.
            return self.answer(403, "no", {"Server": " ".join(quoted).replace("\n", " ").replace("\r", " ")[:60_000]})
        if way == "text":
            return self.answer(403, "\n".join(quoted))
        status = {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "Invalid", "code": 422}
        if way == "causes":
            causes = [{"reason": "FieldValueInvalid", "field": "data", "message": text} for text in quoted]
            status.update(message="no", details={"causes": causes})
        else:
            status.update(message=", ".join(quoted))
        self.answer(422, json.dumps(status), {"Content-Type": "application/json"})

    def way(self):
        if not os.path.exists("quote"):
            return None
        with open("quote") as file:
            lines = [line.split(" ", 1) for line in file.read().splitlines()]
        return next((way for way, pattern in lines if re.search(pattern, f"{self.command} {self.path}")), None)

    def answer(self, status, text, headers={}):
        self.send_response_only(status)
        for name, value in {"Content-Length": str(len(text.encode())), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def forward(self, body, way):
        context, _, rest = self.path[1:].partition("/")
        server = urllib.parse.urlsplit(self.servers[context])
        connection = http.client.HTTPConnection(server.netloc)
        sent = {name: value for name, value in self.headers.items() if name.lower() not in ("authorization", "host")}
        connection.request(self.command, f"{server.path}/{rest}", body, sent)
        answer = connection.getresponse()
        is_watch = "watch=1" in self.path or "watch=true" in self.path
        content = b"" if is_watch else answer.read()
        if self.path.endswith("/token") and answer.status < 300:
            note("minted", json.loads(content)["status"]["token"])
        if way == "uid" and content.startswith(b"{"):
            document = json.loads(content)
            document.setdefault("metadata", {})["uid"] = CONTROLS
            content = json.dumps(document).encode()
        self.send_response_only(answer.status)
        if way == "warning":
            self.send_header("Warning", '299 - "a\x1b[31mred\x07\x9b1m"')
        for name, value in answer.getheaders():
            if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                self.send_header(name, value)
        for text in quotation(self.headers, body) if way == "warning" else []:
            if len(text) < 4_000 and text.isascii():
                quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
                self.send_header("Warning", f'299 - "{quoted}"')
        if is_watch:
            self.send_header("Connection", "close")
            self.end_headers()
            self.close_connection = True
            while piece := answer.read1(65_536):
                self.wfile.write(piece)
        else:
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)
        connection.close()

    do_GET = do_PUT = do_POST = do_DELETE = do_PATCH = handle_any

    def log_message(self, *rest):
        pass


class Proxy(socketserver.StreamRequestHandler):
    """CONNECT, for whoever shows a password; everything leads to the HTTPS server."""
    target = 0

    def handle(self):
        self.rfile.readline()
        sent = []
        while line := self.rfile.readline().strip():
            sent.append(line.decode())
        proof = next((line for line in sent if line.lower().startswith("proxy-authorization:")), None)
        if proof is None or os.path.exists("quote-proxy"):
            self.wfile.write(f"HTTP/1.1 407 quoted {proof}\r\nX-Quoted: {proof}\r\nContent-Length: 0\r\n\r\n".encode())
            return
        other = socket.create_connection(("127.0.0.1", Proxy.target))
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        threading.Thread(target=pump, args=(self.request, other), daemon=True).start()
        pump(other, self.request)


def pump(source, sink):
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
    except OSError:
        pass
    finally:
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


class Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address, request_queue_size = True, True, 256

    def handle_error(self, *rest):
        pass


def main():
    subprocess.run(["sh", "-ec", SCRIPT], check=True)
    # There where none passes, too, so that whoever looks for them can say so.
    open("secrets", "w").close()
    with open(sys.argv[1]) as file:
        clusters = json.load(file)["clusters"]
    Handler.servers = {entry["name"]: entry["cluster"]["server"] for entry in clusters}
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("server.pem", "server.key")
    context.load_verify_locations("ca.pem")
    context.verify_mode = ssl.CERT_OPTIONAL
    secure = Server(("127.0.0.1", 0), Handler)
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    proxy = Server(("127.0.0.1", 0), Proxy)
    Proxy.target = secure.server_address[1]
    for server in (secure, proxy):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(secure.server_address[1], proxy.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()
