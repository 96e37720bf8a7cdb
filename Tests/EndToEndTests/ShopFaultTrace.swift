/// What the report must say first while a fault is on: the step that fails, and what is wrong.
struct ShopFaultTrace {
  let fault: String
  /// A part of the failed step's title.
  let step: String
  /// A part of what was found.
  let finding: String

  init(_ fault: String, _ step: String, _ finding: String) {
    self.fault = fault
    self.step = step
    self.finding = finding
  }

  static let all = [
    Self("missing-as-200", "/users/{id} › GET /users/0", "expected status 404, found 200 OK"),
    Self(
      "bad-id-as-500", "/users/{id} › GET /users/abc",
      "expected status 400, found 500 Internal Server Error"),
    Self("created-as-200", "1. POST /cart", "expected status 201, found 200 OK"),
    Self("accepted-as-200", "1. POST /orders", "expected status 202, found 200 OK"),
    Self("delete-as-200", "DELETE /cart/{", "expected status 204 or 404, found 200 OK"),
    Self(
      "head-with-404", "/users/{id} › HEAD /users/1", "expected status 200, found 404 Not Found"),
    Self("unknown-path-as-200", "Outside of the API › GET /", "expected status 404, found 200 OK"),
    Self(
      "delete-allowed", "/products/{id} › allows › DELETE /products/7",
      "since .allows does not name DELETE, found 204"),
    Self(
      "conflict-as-500", "PATCH /users/{user}",
      "expected status 412, found 500 Internal Server Error"),
    Self("created-without-location", "1. POST /cart", #"Location: expected "/cart/"#),
    Self("location-broken", "1. POST /cart", #"found "/cart/0""#),
    Self("redirect-lost", "/me › GET /me", #"Location: expected "/users/1", found nothing"#),
    Self(
      "wrong-content-type", "/users › GET /users",
      #"Content-Type: expected "application/json", found "text/html""#),
    Self(
      "405-without-allow", "/health › TRACE /health",
      #"Allow: expected "GET, HEAD, OPTIONS", found nothing"#),
    Self(
      "options-without-allow", "/users › OPTIONS /users",
      #"Allow: expected "GET, HEAD, POST, OPTIONS", found nothing"#),
    Self("allow-lies", "/products/{id} › allows › ", #"found "GET, HEAD, OPTIONS, DELETE""#),
    Self(
      "cache-control-missing", "/products › GET /products",
      #"Cache-Control: expected "public, max-age=60", found nothing"#),
    Self("account-cacheable", "/account › GET /account", #"found "public, max-age=3600""#),
    Self(
      "sniffing-allowed", "/health › GET /health",
      #"X-Content-Type-Options: expected "nosniff", found nothing"#),
    Self("no-etag", "/users/{id} › GET /users/1", "ETag: expected"),
    Self("etag-unstable", "2. GET /users/{user}", "ETag: expected"),
    Self(
      "etag-shared", "Each format of the catalogue has its own validator",
      "ETag: expected anything but"),
    Self("etag-ignored", "/users/{id} › GET /users/1", "expected status 304, found 200 OK"),
    Self("if-match-ignored", "3. PUT /cart/{item}", "expected status 412, found 200 OK"),
    Self("304-without-etag", "/products/{id} › GET /products/7", "ETag: expected"),
    Self(
      "quantity-as-string", "2. GET /cart/{item}", #"$.quantity: expected 2, found "2", a string"#),
    Self("name-missing", "GET /me", #"$.name: expected "Ada", found nothing"#),
    Self("name-null", "GET /me", #"$.name: expected "Ada", found null"#),
    Self(
      "email-missing", "/users/{id} › GET /users/1",
      #"$.email: expected "ada@example.com", found nothing"#),
    Self(
      "secret-leaked", "/users/{id} › GET /users/1",
      "$.password: expected no member but those named"),
    Self("json-truncated", "/cart › GET /cart", "expected JSON, found text that is none"),
    Self("error-as-html", "/users/{id} › GET /users/0", #"found "text/html""#),
    Self(
      "problem-status-wrong", "/users/{id} › GET /users/0",
      "$.status: expected a whole number, 400 or greater, found 200"),
    Self("errors-missing", "/cart › POST /cart", "$.errors: expected"),
    Self(
      "file-size-wrong", "/contact › POST /contact with a file",
      "$.files[0].size: expected 82, found 81"),
    Self("extra-page-item", "/users › GET /users", "$.users: expected an array of 10 elements"),
    Self(
      "email-mangled", "/users › GET /users",
      #"$.users[1].email: expected an e-mail address, found "alan.example.com""#),
    Self("total-wrong", "/users › GET /users?limit=100", #"check "total counts the users""#),
    Self("page-ignored", "/users › GET /users?limit=5&page=2", "$.page: expected 2, found 1"),
    Self("bad-limit-accepted", "/users › GET /users?limit=0", "expected status 400, found 200 OK"),
    Self(
      "empty-page-as-500", "/users › GET /users?page=1000",
      "expected status 200, found 500 Internal Server Error"),
    Self("links-missing", "/users › GET /users", "Link: expected"),
    Self(
      "next-never-ends", "/users › GET /users?page=1000",
      "Link: not as expected"),
    Self("slow-list", "/users › GET /users", "time: expected at most 500 ms"),
    Self(
      "xml-malformed", "/products › GET /products as XML",
      "body: expected XML, found text that is none"),
    Self(
      "xml-instead-of-json", "/products › GET /products",
      #"Content-Type: expected "application/json", found "application/xml""#),
    Self(
      "product-lost", "/products › GET /products as XML",
      "count(/products/product): expected 10, found 9"),
    Self(
      "price-with-currency", "/products › GET /products as XML", #"expected 9.95, found "EUR 9.95""#
    ),
    Self(
      "price-as-string", "/products/{id} › GET /products/7",
      #"$.price: expected 39.95, found "39.95", a string"#),
    Self(
      "big-number-rounded", "/products/{id} › GET /products/7",
      "$.sku: expected 9007199254740993, found 9007199254740992"),
    Self("vary-missing", "/products › GET /products", #"Vary: expected "Accept", found nothing"#),
    Self("delete-keeps", "11. GET /cart/{item}", "expected status 404, found 200 OK"),
    Self("put-ignored", "8. GET /cart/{item}", "$.quantity: expected 3, found 2"),
    Self("put-answers-old", "7. PUT /cart/{item}", "$.quantity: expected 3, found 2"),
    Self(
      "put-merges", "5. PUT /users/{user}", #"$.email: expected nothing, found "guest@example.com""#
    ),
    Self(
      "patch-replaces", "3. PATCH /users/{user}",
      #"$.email: expected "guest@example.com", found nothing"#),
    Self("post-forgotten", "2. GET {userLink}", "expected status 200, found 404 Not Found"),
    Self(
      "duplicate-id", "Two items of one product have two ids › 2. POST /cart",
      "$.id: expected anything but"),
    Self(
      "validation-off", "/cart › POST /cart with none of a product",
      "expected status 422, found 201 Created"),
    Self("malformed-accepted", "/cart › POST /cart", "expected status 400, found 201 Created"),
    Self("never-ready", "2. GET /orders/{order}", #"$.status: expected "ready", found "pending""#),
    Self("get-changes", "3. GET /cart/{item}", "$.quantity: expected 2, found 3"),
    Self("auth-open", "/account › GET /account with no token", "expected status 401, found 200 OK"),
    Self(
      "any-token", "/account › GET /account with a wrong token", "expected status 401, found 200 OK"
    ),
    Self(
      "challenge-missing", "/account › GET /account with no token", "WWW-Authenticate: expected"),
    Self(
      "401-as-403", "/account › GET /account with no token",
      "expected status 401, found 403 Forbidden"),
    Self(
      "not-acceptable-ignored", "/users/{id} › GET /users/1", "expected status 406, found 200 OK"),
    Self("unsupported-type-accepted", "/cart › POST /cart", "expected status 415, found"),
    Self("accept-patch-missing", "/users/{id} › OPTIONS /users/1", "Accept-Patch: expected"),
    Self(
      "avatar-retyped", "3. GET /users/{user}/avatar",
      #"Content-Type: expected "image/png", found "application/octet-stream""#),
    Self(
      "connection-dropped", "/products/{id} › GET /products/7",
      "expected JSON, found text that is none"),
    Self("content-cut", "/health › GET /health", "expected JSON, found text that is none"),
  ]
}
