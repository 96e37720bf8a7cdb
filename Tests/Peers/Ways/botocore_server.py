"""Answers 200 or 204 where botocore signs a request as it was signed, and else 403 with both."""

import datetime
import http.server
import sys

import botocore.auth
import botocore.awsrequest
import botocore.credentials

SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


def signed_by_botocore(handler, content):
    """The value of Authorization that botocore makes for the request that came."""
    given = handler.headers["Authorization"]
    access_key, _, scope = given.partition("Credential=")[2].partition(",")[0].partition("/")
    _, region, service, _ = scope.split("/")
    credentials = botocore.credentials.Credentials(
        access_key, SECRET, handler.headers.get("X-Amz-Security-Token"))
    kind = botocore.auth.S3SigV4Auth if service == "s3" else botocore.auth.SigV4Auth
    signer = kind(credentials, service, region)
    names = given.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    own = ("host", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256")
    headers = {name: handler.headers[name] for name in names if name not in own}
    request = botocore.awsrequest.AWSRequest(
        method=handler.command, url=f"http://{handler.headers['Host']}{handler.path}",
        data=content, headers=headers)
    moment = datetime.datetime.strptime(handler.headers["X-Amz-Date"], "%Y%m%dT%H%M%SZ")
    request.context["timestamp"] = handler.headers["X-Amz-Date"]
    if handler.headers.get("X-Amz-Content-Sha256") == "UNSIGNED-PAYLOAD":
        request.headers["X-Amz-Content-SHA256"] = "UNSIGNED-PAYLOAD"
        signer.payload = lambda request: "UNSIGNED-PAYLOAD"
    elif service == "s3":
        signer._should_sha256_sign_payload = lambda request: True
    # botocore asks for the time itself, in one way or another.
    stopped = type("Stopped", (datetime.datetime,), {
        "utcnow": classmethod(lambda cls: moment), "now": classmethod(lambda cls, zone=None: moment)})
    if hasattr(botocore.auth, "get_current_datetime"):
        botocore.auth.get_current_datetime = lambda *given, **named: moment
    if hasattr(botocore.auth, "datetime"):
        module = botocore.auth.datetime
        if isinstance(module, type):
            botocore.auth.datetime = stopped
        else:
            module.datetime = stopped
    signer.add_auth(request)
    return request.headers["Authorization"]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        wanted = signed_by_botocore(self, content)
        given = self.headers["Authorization"]
        agree = wanted == given
        body = b"" if agree else f"botocore: {wanted}\nAccord:   {given}\n".encode()
        status = 403 if not agree else 204 if self.command == "DELETE" else 200
        self.send_response(status)
        if status != 204:
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_PUT = do_POST = do_DELETE = answer

    def log_message(self, *words):
        pass


http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
