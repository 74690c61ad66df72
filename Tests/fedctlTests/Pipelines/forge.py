"""GitHub and GitLab as far as the scripts of examples/ci speak to them: comments, issues, who one is, a job's identity.

It holds to what the real ones do that a script may stumble on: lists by pages, GitLab's escapes in JSON, limits of length,
and an answer of 502 to every first attempt to make something.
"""
import http.server
import json
import re
import threading
import urllib.parse

TOKEN = "forge+token/nobody-may-see_0123456789"
IDENTITY = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqb2IifQ.nobody-may-see-this-identity"
LONGEST = {"github": 65_536, "gitlab": 1_000_000}
US = {"github": "github-actions[bot]", "gitlab": "project_42_bot"}
# What a list calls the number, the author and the text.
NAMES = {"github": ("number", "user", "login", "body"), "gitlab": ("iid", "author", "username", "description")}


class Forge:
    """Comments on the change 7, and issues, of one repository; `kind` is github or gitlab."""

    def __init__(self, kind):
        self.kind, self.comments, self.issues, self.said, self.refused = kind, [], [], [], set()
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{server.server_address[1]}"

    def handler(forge):
        class Handler(http.server.BaseHTTPRequestHandler):
            def answer(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                code, value = forge.answer(self.command, self.path, self.headers, body)
                # As Rails writes JSON: another text for the same value.
                text = json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").encode()
                self.send_response(code)
                self.send_header("Content-Length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            do_GET = do_POST = do_PATCH = do_PUT = answer

            def log_message(self, *rest):
                pass

        return Handler

    def answer(self, method, path, headers, body):
        url = urllib.parse.urlsplit(path)
        query = dict(urllib.parse.parse_qsl(url.query))
        if url.path == "/identity":
            allowed = headers["Authorization"] == f"Bearer {TOKEN}" and query.get("audience") == "fedctl"
            return (200, {"count": 1, "value": IDENTITY}) if allowed else (403, {"message": "no"})
        shown = headers["Authorization"] if self.kind == "github" else headers["PRIVATE-TOKEN"]
        if shown != (f"Bearer {TOKEN}" if self.kind == "github" else TOKEN):
            return 401, {"message": "Bad credentials"}
        if url.path == "/user":
            return 200, {"id": 4, "username": US[self.kind]}
        fields = json.loads(body) if body else {}
        self.said.append(body)
        text = fields.get("body") or fields.get("description") or ""
        if len(text) > LONGEST[self.kind]:
            return 422, {"message": "Validation Failed"}
        if method == "POST" and url.path not in self.refused:
            self.refused.add(url.path)
            return 502, {"message": "Server Error"}
        return self.act(method, re.sub(r"^/(repos/o/fleet|projects/42)/", "", url.path), query, fields)

    def act(self, method, path, query, fields):
        """`path` is below the repository."""
        if path in ("issues/7/comments", "merge_requests/7/notes"):
            return self.list(self.comments, query) if method == "GET" else self.make(self.comments, fields)
        if comment := re.fullmatch(r"(?:issues/comments|merge_requests/7/notes)/(\d+)", path):
            return self.change(self.comments, int(comment[1]), fields)
        if path == "issues":
            entries = [issue for issue in self.issues if issue["state"] == query.get("state")]
            return self.list(entries, query) if method == "GET" else self.make(self.issues, fields)
        if issue := re.fullmatch(r"issues/(\d+)", path):
            return self.change(self.issues, int(issue[1]), fields)
        if word := re.fullmatch(r"issues/(\d+)/(?:comments|notes)", path):
            self.find(self.issues, int(word[1]))["words"].append(fields["body"])
            return 201, {}
        return 404, {"message": "Not Found"}

    def list(self, entries, query):
        size, page = int(query.get("per_page", 20)), int(query.get("page", 1))
        return 200, entries[(page - 1) * size:page * size]

    def make(self, entries, fields, author=None):
        number, person, login, text = NAMES[self.kind]
        place = len(entries) + 101
        words = fields.get("body") or fields.get("description")
        entry = {"id": place, number: place, person: {"id": 1, login: author or US[self.kind]}, "state": None}
        entry |= {text: words, "body": words, "title": fields.get("title"), "words": []}
        entry["state"] = {"github": "open", "gitlab": "opened"}[self.kind] if entries is self.issues else None
        entries.append(entry)
        return 201, entry

    def change(self, entries, number, fields):
        entry = self.find(entries, number)
        words = fields.get("body") or fields.get("description")
        if words:
            entry |= {NAMES[self.kind][3]: words, "body": words}
        if fields.get("state") == "closed" or fields.get("state_event") == "close":
            entry["state"] = "closed"
        return 200, entry

    def find(self, entries, number):
        return next(entry for entry in entries if entry["id"] == number)

    def written(self, entries):
        """What stands there of ours."""
        number, person, login, text = NAMES[self.kind]
        return [entry for entry in entries if entry[person][login] == US[self.kind]]
