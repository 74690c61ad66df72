"""Servers that write down who asked: HTTP, HTTPS that wants to know the client's certificate, and a
proxy (SOCKS5 and CONNECT) that leads everything to the HTTPS server.

Makes its certificates in the current folder, prints the three ports in a line, and appends a JSON
line to the file `seen` for each request. Ends, and takes the folder with it, when its input ends.
"""
import http.server
import json
import os
import shutil
import socket
import socketserver
import ssl
import subprocess
import sys
import threading

SCRIPT = """
new() { openssl req "$@" -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes 2>/dev/null; }
new -x509 -days 2 -keyout ca.key -out ca.pem -subj /CN=ca
for name in server client; do
  new -keyout $name.key -out $name.csr -subj /O=people/CN=$name
  echo 'subjectAltName=DNS:api.example.com,DNS:only-behind.internal,IP:127.0.0.1' > $name.ext
  openssl x509 -req -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
    -extfile $name.ext -out $name.pem 2>/dev/null
done
openssl ec -in client.key -aes128 -passout pass:secret -out encrypted.key 2>/dev/null
openssl pkcs8 -topk8 -in client.key -v2 aes128 -passout pass:secret -out encrypted8.key
"""
lock = threading.Lock()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        certificate = getattr(self.connection, "getpeercert", dict)() or {}
        subject = {key: value for part in certificate.get("subject", []) for key, value in part}
        seen = {
            "scheme": "https" if hasattr(self.connection, "getpeercert") else "http",
            "path": "/" + self.path.split("/")[1],
            "authorization": self.headers.get("Authorization", ""),
            "as": sorted(
                [name.lower(), value] for name, value in self.headers.items()
                if name.lower().startswith("impersonate-")
            ),
            "certificate": subject.get("commonName", ""),
            "through": Proxy.last.get(self.client_address[1], ""),
        }
        with lock, open("seen", "a") as file:
            file.write(json.dumps(seen, sort_keys=True) + "\n")
        body = b'{"kind":"APIVersions","apiVersion":"v1","versions":["v1"]}'
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *rest):
        pass


class Proxy(socketserver.StreamRequestHandler):
    """Whatever is asked for, the HTTPS server is what one gets."""
    target, last = 0, {}

    def handle(self):
        first = self.request.recv(1, socket.MSG_PEEK)
        name = self.greet_socks() if first == b"\x05" else self.greet_http()
        other = socket.create_connection(("127.0.0.1", Proxy.target))
        Proxy.last[other.getsockname()[1]] = name
        self.answer()
        threading.Thread(target=pump, args=(self.request, other), daemon=True).start()
        pump(other, self.request)

    def greet_socks(self):
        self.rfile.read(self.rfile.read(2)[1])
        self.wfile.write(b"\x05\x00")
        kind = self.rfile.read(4)[3]
        size = {1: 4, 4: 16}.get(kind) or self.rfile.read(1)[0]
        host = self.rfile.read(size)
        self.rfile.read(2)
        self.answer = lambda: self.wfile.write(b"\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x00")
        return "socks " + (host.decode() if kind == 3 else socket.inet_ntoa(host))

    def greet_http(self):
        host = self.rfile.readline().split()[1].decode().rsplit(":", 1)[0]
        while self.rfile.readline().strip():
            pass
        self.answer = lambda: self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        return "http " + host


def pump(source, sink):
    try:
        while data := source.recv(65536):
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
    daemon_threads = True
    allow_reuse_address = True


def main():
    subprocess.run(["sh", "-ec", SCRIPT], check=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain("server.pem", "server.key")
    context.load_verify_locations("ca.pem")
    context.verify_mode = ssl.CERT_OPTIONAL
    plain = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    secure = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
    proxy = Server(("127.0.0.1", 0), Proxy)
    Proxy.target = secure.server_address[1]
    for server in (plain, secure, proxy):
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(" ".join(str(server.server_address[1]) for server in (plain, secure, proxy)) + "\n", end="", flush=True)
    # Whoever started us has ended when this does.
    sys.stdin.read()
    shutil.rmtree(os.getcwd())
    os._exit(0)


main()
