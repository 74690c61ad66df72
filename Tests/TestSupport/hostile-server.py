"""Answers as nobody should: the first part of a path says how. Ends when its standard input does.

Prints its port. `/NAME/…` is answered as NAME of `BODIES` and `HEADS` says, or by the function of that name.
"""
import json
import os
import socketserver
import sys
import threading
import time

ESCAPES = "\x1b[31mred\x1b[0m\x07\u202e"
FAILURE = {"kind": "Status", "apiVersion": "v1", "status": "Failure", "reason": "NotFound", "code": 404, "message": "gone"}
CONTROLS = dict(FAILURE, reason="Forbidden", code=403, message="no: " + ESCAPES)

# Bodies of a success.
BODIES = {
    "page": "<!DOCTYPE html>\n<html><body>Log in</body></html>",
    "nothing": "",
    "blank": " \r\n ",
    "object": "{}",
    "array": "[]",
    "text": '"ok"',
    "number": "5",
    "items": '{"items":"x"}',
    "kindless": '{"items":[]}',
    "other": '{"kind":"Secret","apiVersion":"v1","metadata":{"name":"other"}}',
    "failure": json.dumps(FAILURE),
    "types": '{"kind":7,"apiVersion":[],"metadata":"x","items":{"a":1}}',
    "cut": '{"kind":"Namespace","apiVersion":"v1","meta',
    "nested": "[" * 1_000_000,
    "elements": "<a>" * 300_000,
    "entities": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "controls": "\x1b[31mred\x1b[0m",
    "nul": "\0" * 64,
    "latin": "caf\u00e9".encode("latin-1"),
    "error": "<Error><Code>AccessDenied</Code><Message>no</Message></Error>",
}

# Whole answers of other kinds: a line of status, headers, a body.
ANSWERS = {
    "302": (302, {"Location": "https://login.example.com/?token=hidden", "Server": "gate"}, ""),
    "403page": (403, {"Server": "nginx"}, "<html><h1>Forbidden</h1></html>"),
    "403": (403, {}, ""),
    "404page": (404, {"Server": "nginx"}, "<html><h1>404 Not Found</h1></html>"),
    "404go": (404, {}, "404 page not found\n"),
    "404": (404, {}, ""),
    "429page": (429, {"Retry-After": "0"}, "<html>Slow down</html>"),
    "500": (500, {}, ""),
    "503page": (503, {"Server": "envoy"}, "upstream connect error"),
    "escapes": (403, {}, json.dumps(CONTROLS)),
    "raw": (403, {"Server": "a\x1b[31mb"}, ESCAPES),
}


def say(write, status, headers, body):
    body = body if isinstance(body, bytes) else body.encode()
    lines = [f"HTTP/1.1 {status} X"] + [f"{name}: {value}" for name, value in headers.items()]
    write("\r\n".join(lines + [f"Content-Length: {len(body)}", "", ""]).encode("latin-1", "replace") + body)


def silent(write):
    while True:
        time.sleep(60)


def slow(write):
    write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    while True:
        write(b" ")
        time.sleep(0.05)


def endless(write):
    write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        write(b"x" * 65_536)


def headers(write):
    write(b"HTTP/1.1 200 OK\r\n")
    while True:
        write(b"X-More: " + b"x" * 1_000 + b"\r\n")


def header(write):
    write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while True:
        write(b"x" * 65_536)


def interim(write):
    while True:
        write(b"HTTP/1.1 103 Early\r\nX-More: " + b"x" * 1_000 + b"\r\n\r\n")


def short(write):
    write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"kind":')


def negative(write):
    write(b"HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\n{}")


def huge(write):
    write(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999999999\r\n\r\n{}")


def chunks(write):
    write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")


def noise(write):
    write(os.urandom(4_096))


def closed(write):
    pass


def bomb(write):
    import gzip
    body = gzip.compress(b" " * (200 << 20), 9)
    write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body)


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        try:
            path = self.rfile.readline(65_536).split(b" ")[1].decode()
            size = 0
            while (line := self.rfile.readline(65_536)) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    size = int(line.split(b":")[1])
            self.rfile.read(size)
            self.answer(path, path.split("/")[1].split("?")[0])
        except (OSError, IndexError):
            pass

    def answer(self, path, name):
        if name in ANSWERS:
            say(self.wfile.write, *ANSWERS[name])
        elif name in BODIES:
            say(self.wfile.write, 200, {"Server": "gate"}, BODIES[name])
        elif name == "watch":
            self.watch(path)
        else:
            globals()[name](self.wfile.write)

    def watch(self, path):
        """A Deployment that is not ready, and a watch that goes on as the second part says, without an end."""
        live = {"kind": "Deployment", "apiVersion": "apps/v1",
                "metadata": {"name": "a", "namespace": "n", "uid": "1", "resourceVersion": "7"}}
        if "watch=1" not in path:
            return say(self.wfile.write, 200, {}, json.dumps(live))
        line = {"line": b"x" * 65_536, "events": json.dumps({"type": "MODIFIED", "object": live}).encode() + b"\n",
                "pages": b"<html>\n"}[path.split("/")[2]]
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            self.wfile.write(line)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads, allow_reuse_address, request_queue_size = True, True, 256

    def handle_error(self, *rest):
        pass


server = Server(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
