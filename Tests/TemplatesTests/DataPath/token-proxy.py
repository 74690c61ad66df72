"""Stands before a Prometheus, speaks TLS, and lets in whoever shows one token. Ends when its standard input does.

Usage: token-proxy.py PORT CERTIFICATE KEY TOKEN LOG
The log gets a line for each request, `passed` or `refused`, and `untrusted` where a client breaks off the handshake.
"""

import http.client
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

target, certificate, key, token = sys.argv[1:5]
log = open(sys.argv[5], "a", buffering=1)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(certificate, key)


class Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path != "/api/v1/receive" or self.headers.get("Authorization") != f"Bearer {token}":
            self.answer(403)
            print("refused", file=log)
            return
        connection = http.client.HTTPConnection("127.0.0.1", int(target))
        connection.request("POST", "/api/v1/write", body, dict(self.headers))
        self.answer(connection.getresponse().status)
        connection.close()
        print("passed", file=log)

    def answer(self, status):
        self.send_response_only(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


class Server(ThreadingHTTPServer):
    def finish_request(self, request, address):
        try:
            stream = context.wrap_socket(request, server_side=True)
        except (ssl.SSLError, ConnectionError):
            print("untrusted", file=log)
            return
        super().finish_request(stream, address)


server = Server(("127.0.0.1", 0), Proxy)
# A client that is killed leaves its connection behind.
server.handle_error = lambda *_: None
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
