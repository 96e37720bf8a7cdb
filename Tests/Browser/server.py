"""The server that the browser's reports are made with: python3 server.py prints its port."""

import json
import random
import socketserver
import sys
import time
from http import HTTPStatus

PRODUCT = {"id": 1, "name": "Teapot", "price": 24.9, "stock": 11, "tags": ["tea", "brown"],
           "maker": {"name": "Søren & Söhne", "since": 1896, "town": None}}
BIDI = "user \u202enimda\u202c\u2066 \x1b[31m"
CUT = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"
counts = {}


def of_the_day(is_later, method, name, say):
    """What a server answers on one day, and another on the next."""
    user = {"id": 7, "name": "Ada", "born": "1815-12-10", "mail": {"home": "ada@example.org"},
            "a member with a name that is rather long for a column": 1}
    match name:
        case "status":
            return say(500 if is_later else 200, {"error": "the shelf fell over"} if is_later else {})
        case "offers":
            offer = {"id": "1" if is_later else 1, "title": "Teapot"}
            tag = {"X-Cache": "hit"} if is_later else {"ETag": '"1"'}
            return say(200, {"offers": [offer]}, **tag)
        case "page":
            kind = "application/json" if is_later else "text/html; charset=utf-8"
            return 200, {"Content-Type": kind}, b"{}"
        case "prices":
            return say(200, {"prices": [{"amount": "4.50" if is_later else 4.5}]})
        case "orders":
            return say(202 if is_later else 201, {"id": 42})
        case "profile":
            if is_later:
                user |= {"id": 8, "born": 1815, "mail": ["ada@example.org"], "town": "London"}
                del user["a member with a name that is rather long for a column"]
            return say(200, {"user": user}, **({"Vary": "Accept"} if is_later else {}))
        case "known" | "expired":
            return say(500, {"error": "counting"})
        case "besides":
            return say(200, {"state": "closed" if is_later else "open"})
    return say(200, {"state": "as ever"})


def of_the_stock(method, name, head, body, say):
    """A collection of which PUT adds one to the count, a document, and a door that stands open."""
    if name == "/stock/report" and method in ("GET", "HEAD"):
        return say(200, {"state": "</script><script>window.broken = 7</script>", "counted": 3})
    if name == "/stock/private" and method in ("GET", "HEAD"):
        return say(200, {"said": head.get("authorization", "nothing")})
    try:
        content = json.loads(body) if method in ("POST", "PUT") else None
    except ValueError:
        return say(400, {"error": "no JSON"})
    if method in ("POST", "PUT") and not isinstance(content, dict):
        return say(422, {"error": "no item"})
    items = counts.setdefault("items", {1: {"id": 1, "name": "Jug", "count": 2}})
    key = name.removeprefix("/stock/items").removeprefix("/")
    if name == "/stock/items":
        if method in ("GET", "HEAD"):
            return say(200, list(items.values()))
        if method == "POST":
            number = counts["number"] = counts.get("number", 1) + 1
            items[number] = {"id": number, **content}
            return say(201, items[number], Location=f"{name}/{number}")
        return 405, {"Allow": "GET, HEAD, POST"}, b""
    if not key.isdigit() or int(key) not in items:
        return say(404, {"error": "not here"})
    number = int(key)
    if method == "PUT":
        count = items[number].get("count", 0) + 1
        items[number] = {"id": number, **content, "count": count}
    elif method == "DELETE":
        del items[number]
        return 204, {}, b""
    elif method not in ("GET", "HEAD"):
        return 405, {"Allow": "GET, HEAD, PUT, DELETE"}, b""
    return say(200, items[number])


def answer(method, path, head, body):
    """Status, fields and content; or None for no answer, or octets to be sent as they are."""
    as_json = {"Content-Type": "application/json"}

    def say(status, value, **fields):
        return status, {**as_json, **fields}, json.dumps(value, ensure_ascii=False).encode()

    name, _, query = path.partition("?")
    parts = name.strip("/").split("/")
    if parts[0] == "stock":
        return of_the_stock(method, name, head, body, say)
    if parts[1:2] == ["day"]:
        return of_the_day(parts[0] == "later", method, parts[2], say)
    if parts[0] in ("offers", "sellers", "reviews", "baskets", "parcels") and len(parts) == 2:
        number = int(parts[1])
        return say(200, {"id": number, "name": f"Record {number} of {parts[0]}",
                         "email": f"someone.{number}@example.org",
                         "history": [{"at": f"2026-01-{day:02}", "by": "Ada Lovelace"}
                                     for day in range(1, 9)]})
    match (method, name):
        case (("GET" | "HEAD"), "/products"):
            return say(200, {"products": [{"id": 1, "name": "Teapot", "price": 24.9},
                                          {"id": 2, "name": "Cup", "price": "4.50"}]})
        case (("GET" | "HEAD"), "/products/1"):
            if "xml" in head.get("accept", ""):
                return 200, {"Content-Type": "application/xml"}, \
                    b"<product>\n\t<name>Teapot</name>\n\t<price>24.90</price>\n</product>"
            return say(200, PRODUCT, **{"Cache-Control": "max-age=60"})
        case ("GET", "/products/2"):
            time.sleep(0.03)
            return say(200, {"id": 2, "name": "Cup"})
        case ("GET", "/products/99"):
            return say(500, {"error": "the shelf fell over", "at": "Shelf.java:99"})
        case ("GET", "/products/1/picture"):
            return 200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4
        case ("GET", "/products/1/manual"):
            return 200, {"Content-Type": "text/plain"}, \
                b"Fill the pot.\nBoil the water.\nWait for five minutes.\n"
        case ("GET", "/products/all"):
            time.sleep(0.12)
            return say(200, {"products": []})
        case ("GET", "/moved"):
            return 302, {"Location": "/products/1"}, b""
        case ("POST", "/orders"):
            return 201, {**as_json, "Location": "/orders/42"}, b'{"id":42,"quantity":2}'
        case (_, "/orders/42"):
            counts[method] = counts.get(method, 0) + 1
            if method == "DELETE":
                return 204, {}, b""
            return say(200, {"id": 42, "quantity": 2, "state": "open"})
        case ("GET", "/returns/2"):
            return say(500, {"error": "counting"})
        case ("GET", "/returns/4"):
            counts["flaky"] = counts.get("flaky", 0) + 1
            return CUT if counts["flaky"] % 2 else say(200, {})
        case ("GET", "/returns/cut"):
            return CUT
        case ("GET", "/returns/silent"):
            time.sleep(1)
            return None
        case (_, "/returns" | "/returns/1" | "/returns/3" | "/returns/observed"):
            return say(202 if method == "POST" else 200, {"returns": []})
        case ("GET", "/hostile/script"):
            return say(200, {"name": "</script><script>window.broken = 5</script>",
                             "<img src=x onerror=alert(1)>": "<!-- <script>"})
        case ("GET", "/hostile/bidi"):
            return 200, {"X-Name": BIDI.replace("\x1b", ""), "Content-Type": "text/plain"}, \
                BIDI.encode()
        case ("GET", "/hostile/html"):
            return 200, {"Content-Type": "text/html"}, \
                b"<!doctype html><body onload='window.broken = 6'>" + b"<b>&amp;</b>\r\n" * 20
        case ("GET", "/hostile/secret"):
            return 200, {"X-Echo": "top-secret-token", "Content-Type": "text/plain"}, \
                b"you said top-secret-token and dG9wLXNlY3JldC10b2tlbg=="
        case (_, "/upload" | "/form"):
            return say(200, {"received": len(body)})
        case (_, "/document"):
            return 204, {}, b""
        case ("GET", "/large"):
            return 200, {"Content-Type": "text/plain"}, b"0123456789 abcdef\n" * 20000
        case ("GET", "/many-fields"):
            return 200, {f"X-Field-{number}": "value " * 12 for number in range(60)}, b"{}"
    if name in ("/products", "/returns"):
        return 405, {"Allow": "GET, HEAD, POST, OPTIONS"}, b""
    return say(404, {"error": f"no {path}"})


class Handler(socketserver.StreamRequestHandler):
    disable_nagle_algorithm = True

    def handle(self):
        while line := self.rfile.readline().decode("latin-1").split():
            method, path = line[0], line[1]
            head = {}
            while (field := self.rfile.readline().decode("latin-1").strip()):
                name, _, value = field.partition(":")
                head[name.lower()] = value.strip()
            body = self.rfile.read(int(head.get("content-length", 0)))
            if head.get("transfer-encoding") == "chunked":
                while size := int(self.rfile.readline(), 16):
                    body += self.rfile.read(size + 2)[:-2]
                self.rfile.readline()
            found = answer(method, path, head, body)
            if found is None or isinstance(found, bytes):
                self.wfile.write(found or b"")
                return
            status, fields, content = found
            text = f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n"
            for name, value in fields.items():
                text += f"{name}: {value}\r\n"
            if status != 204:
                text += f"Content-Length: {len(content)}\r\n"
            if method == "HEAD":
                content = b""
            # A spread that a chart can show, the same in every run.
            if len(path) > 12:
                time.sleep(random.Random(path).expovariate(1) / 2000)
            self.wfile.write(text.encode() + b"\r\n" + content)


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    request_queue_size = 128


if __name__ == "__main__":
    with Server(("127.0.0.1", 0), Handler) as server:
        print(server.server_address[1])
        sys.stdout.flush()
        server.serve_forever()
