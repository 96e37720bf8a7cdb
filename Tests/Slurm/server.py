"""The server that Tests/Slurm/Contract speaks of; prints its port, and ends with standard input."""

import http.server
import itertools
import json
import re
import sys
import threading
import time

orders = {}
numbers = itertools.count(1)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self, status, body=None):
        time.sleep(DELAY)
        octets = b"" if body is None else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if status != 204:
            self.send_header("Content-Length", str(len(octets)))
        self.end_headers()
        self.wfile.write(octets)

    def do_GET(self):
        if found := re.fullmatch(r"/shelves/(\d+)", self.path):
            return self.answer(200, {"id": int(found[1])})
        number = self.path.removeprefix("/orders/")
        return self.answer(200, orders[number]) if number in orders else self.answer(404, {})

    def do_POST(self):
        content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        number = str(next(numbers))
        orders[number] = content
        self.answer(201, {"id": number})

    def do_DELETE(self):
        self.answer(204 if orders.pop(self.path.removeprefix("/orders/"), None) else 404)

    def log_message(self, *_):
        pass


DELAY = float(sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
