"""A server whose answers are made to hurt who prints them: python server.py PORT."""

import socket
import struct
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BODY = (
    "::error file=a::b\n::set-output name=a::b\n##[error]x ##vso[task.setvariable variable=a]b\n"
    "Bail out! no\nnot ok 1\n  ...\n```\n# h\n</details><script>alert(1)</script>\n@octocat #1\n"
    "https://a.example \x1b[31m\x1b]0;t\x07 \u202e ]]> {{ \"'\\ | a | \u2028"
).encode()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen = set()

    def do_GET(self):
        first = self.path not in self.seen
        self.seen.add(self.path)
        if self.path == "/errs" or self.path == "/flaky" and first:
            # A reset in place of an answer.
            self.connection.setsockopt(
                socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        statuses = {"/fails": 404, "/known": 500}
        self.send_response(statuses.get(self.path, 200), "::warning::r ##[x] `a` </td>")
        self.send_header("Content-Type", "text/plain; a=\"::error::x\"")
        self.send_header("X-Octets", b"\xff\xfe".decode("latin-1"))
        body = b"\xff\x00" + BODY if self.path == "/observed" else BODY
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
