"""Stands between a client and an S3 server and answers some requests itself. Ends when its standard input does.

Usage: s3-proxy.py HOST:PORT LOG [FAULT], where FAULT is one of
  slow       every second request is answered with SlowDown
  denied     the third request that deletes objects is answered with AccessDenied
  skewed     requests signed for now are answered with RequestTimeTooSkewed; the server's clock is an hour ahead
  expired    the first request is answered with ExpiredToken
  elsewhere  requests signed for another region than eu-west-1 are sent there
  keeps      deletions are confirmed and not done
  quiet      deletions are answered with 200 and an error
  page       everything is answered with 200 and a login page
  endless    each page of a listing of objects is the first one, and says that there is more
  blind      listings of objects show nothing
  begins     an upload is begun and then answered with 500
  quote      everything is refused with an error that quotes what was sent, in six encodings
"""

import base64
import http.client
import json
import sys
import threading
import urllib.parse
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import strftime, gmtime, time
from xml.sax.saxutils import escape

target, log = sys.argv[1], open(sys.argv[2], "a", buffering=1)
fault = sys.argv[3] if len(sys.argv) > 3 else ""
lock = threading.Lock()
counts = {"all": 0, "deletions": 0}


class Proxy(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        refusal = self.quotation(body) if fault == "quote" else self.refusal()
        print(self.command, self.path, "refused" if refusal else "passed", file=log)
        if refusal:
            self.answer(*refusal)
        else:
            self.forward(body)

    def refusal(self):
        with lock:
            counts["all"] += 1
            counts["deletions"] += self.command == "POST" and "delete=" in self.path
            number, deletion = counts["all"], counts["deletions"]
        authorization = self.headers.get("Authorization", "")
        if fault == "slow" and number % 2:
            return 503, "SlowDown", {}
        if fault == "denied" and deletion == 3 and self.command == "POST":
            counts["deletions"] += 1
            return 403, "AccessDenied", {}
        if fault == "expired" and number == 1:
            return 400, "ExpiredToken", {}
        if fault == "skewed" and self.headers.get("x-amz-date", "") < strftime("%Y%m%dT%H%M%SZ", gmtime(time() + 3000)):
            return 403, "RequestTimeTooSkewed", {"Date": formatdate(time() + 3600, usegmt=True)}
        if fault == "elsewhere" and "/eu-west-1/" not in authorization:
            return 400, "AuthorizationHeaderMalformed", {"x-amz-bucket-region": "eu-west-1"}

        content = self.instead()
        if content is not None:
            return 200, content, {}

    def quotation(self, body):
        """All that was sent, as it is, in JSON, in base64, within base64, in an address and in digits."""
        proof, token = self.headers.get("Authorization", ""), self.headers.get("x-amz-security-token", "")
        key = proof.partition("Credential=")[2].partition("/")[0]
        texts = [text for text in (proof, key, token, body.decode("utf-8", "replace")) if text]
        quoted = [
            way for text in texts for way in (
                text, json.dumps(text), base64.b64encode(text.encode()).decode(), base64.b64encode(b"x" + text.encode()).decode(),
                urllib.parse.quote(text, safe=""), text.encode().hex(),
            )
        ]
        return 403, f"<Error><Code>AccessDenied</Code><Message>{escape(', '.join(quoted))}</Message></Error>", {}

    def instead(self):
        """What a hostile server says with 200, in place of the real one's answer; nil for nothing."""
        listing = self.command == "GET" and "list-type=" in self.path
        if fault == "keeps" and self.command == "POST" and "delete=" in self.path:
            return "<DeleteResult/>"
        if fault == "quiet" and self.command == "POST" and "delete=" in self.path:
            return "<Error><Code>AccessDenied</Code><Message>made up</Message></Error>"
        if fault == "page":
            return '<html xmlns="http://www.w3.org/1999/xhtml"><body>Log in</body></html>'
        if fault == "endless" and listing:
            return (
                "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>x</NextContinuationToken>"
                "<Contents><Key>a</Key><Size>1</Size></Contents></ListBucketResult>"
            )
        if fault == "blind" and listing:
            return "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"

    def answer(self, status, code, headers):
        made = f"<Error><Code>{code}</Code><Message>made up</Message></Error>"
        body = (code if code.startswith("<") else made).encode()
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def forward(self, body):
        connection = http.client.HTTPConnection(target)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            connection.putheader(name, value)
        connection.endheaders(body)
        response = connection.getresponse()
        content = response.read()
        if fault == "begins" and self.command == "POST" and "uploads=" in self.path:
            connection.close()
            return self.answer(500, "InternalError", {})
        self.send_response_only(response.status)
        for name, value in response.getheaders():
            if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        connection.close()

    do_GET = do_PUT = do_POST = do_DELETE = do_HEAD = handle_any

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
# A client that is killed leaves its connection behind.
server.handle_error = lambda *_: None
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"127.0.0.1:{server.server_address[1]}", flush=True)
sys.stdin.read()
