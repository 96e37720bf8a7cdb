"""An API behind Authlib's OAuth 2: tokens by client credentials, and a page for those who have one.

    oauth_server.py PORT SECONDS     tokens last for so many seconds

Client `shop-tests` has the secret `open-sesame`, and `body-client` the same one, to be sent in the
body. /count says how many tokens were given. /revoke takes all tokens back.
"""

import sys
import time

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin
from authlib.oauth2.rfc6749.grants import ClientCredentialsGrant
from authlib.oauth2.rfc6750 import BearerTokenGenerator, BearerTokenValidator
from flask import Flask, jsonify

SECRET = "open-sesame"
LIFETIME = int(sys.argv[2])
tokens = {}
given = 0


class Client(ClientMixin):
    def __init__(self, identifier, method):
        self.identifier = identifier
        self.method = method

    def get_client_id(self):
        return self.identifier

    def get_default_redirect_uri(self):
        return ""

    def get_allowed_scope(self, scope):
        return " ".join(word for word in scope.split() if word in ("read", "write"))

    def check_redirect_uri(self, redirect_uri):
        return False

    def check_client_secret(self, client_secret):
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method, endpoint):
        return method == self.method

    def check_response_type(self, response_type):
        return False

    def check_grant_type(self, grant_type):
        return grant_type == "client_credentials"


class Token(TokenMixin):
    def __init__(self, token):
        self.scope = token.get("scope", "")
        self.end = time.time() + token["expires_in"]

    def check_client(self, client):
        return True

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return LIFETIME

    def is_expired(self):
        return time.time() > self.end

    def is_revoked(self):
        return False


clients = {
    "shop-tests": Client("shop-tests", "client_secret_basic"),
    "body-client": Client("body-client", "client_secret_post"),
}


def save(token, request):
    global given
    given += 1
    tokens[token["access_token"]] = Token(token)


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return tokens.get(token_string)


class Grant(ClientCredentialsGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]


app = Flask(__name__)
server = AuthorizationServer(app, query_client=clients.get, save_token=save)
server.register_grant(Grant)
server.register_token_generator(
    "default",
    BearerTokenGenerator(
        access_token_generator=lambda **_: f"token-{time.time_ns()}-{given}",
        expires_generator=lambda client, grant: LIFETIME,
    ),
)
protect = ResourceProtector()
protect.register_token_validator(Validator())


@app.post("/token")
def token():
    # Slow enough for all steps to want one at once.
    time.sleep(0.1)
    return server.create_token_response()


@app.get("/page")
@protect("read")
def page():
    return "let in"


@app.post("/page")
@protect(["read write"])
def change():
    return jsonify(changed=True)


@app.delete("/tokens")
def revoke():
    tokens.clear()
    return "", 204


@app.get("/count")
def count():
    return jsonify(given=given)


app.run(host="127.0.0.1", port=int(sys.argv[1]), threaded=True)
