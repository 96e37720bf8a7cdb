import HTTPTypes

/// Of the faults that break one rule of conformance each.
extension Witness {
  private static let item = Probe.json(.post, "/cart", #"{"product":7,"quantity":2}"#)
  private static let malformed = Probe.json(.post, "/cart", #"{"product":"#)
  private static let unacceptable = Probe.json(.post, "/cart", #"{"product":"x"}"#)
  private static let change = Probe.json(.put, "/cart/1", #"{"quantity":3}"#)
  private static let removal = Probe(.delete, "/cart/1")
  private static let show = Probe(.get, "/cart/1")
  private static let list = Probe(.get, "/cart")
  private static let user = Probe(.get, "/users/1")
  private static let product = Probe(.get, "/products/1")
  private static let head = Probe(.head, "/products/1")
  private static let absent = Probe(.get, "/products/0")
  private static let token: HTTPFields = [.authorization: "Bearer shop-secret-token"]
  private static let origin: HTTPFields = [.origin: "https://shop.example"]
  private static let any: HTTPFields = [.ifNoneMatch: "*"]
  private static let stale: HTTPFields = [.ifMatch: "\"stale\""]

  private static func field(_ name: String, _ value: String) -> HTTPFields {
    HTTPFields(HTTPField.Name(name).map { [HTTPField(name: $0, value: value)] } ?? [])
  }

  static let rules = [
    Witness("get-adds", item, show, list),
    Witness("head-adds", item, Probe(.head, "/cart/1"), list),
    Witness(
      "override-field-honoured", item,
      Probe(.get, "/cart/1", field("X-HTTP-Method-Override", "DELETE")), list),
    Witness("override-query-honoured", item, Probe(.get, "/cart/1?_method=DELETE"), list),
    Witness("head-not-allowed", product, head, Probe(.options, "/products/1")),
    Witness("head-without-etag", head),
    Witness("head-of-absent-as-200", Probe(.head, "/products/0")),
    Witness("head-length-wrong", head),
    Witness("allow-without-put", Probe(.options, "/cart/1")),
    Witness("allow-with-patch", Probe(.options, "/cart/1")),
    Witness("not-allowed-as-400", Probe(.delete, "/cart")),
    Witness("trace-echoes", Probe(.trace, "/products/1", token)),
    Witness("put-adds", item, change, list),
    Witness("put-as-201", item, change),
    Witness("delete-again-adds", item, removal, removal, list),
    Witness(
      "patch-partly-applied", .json(.patch, "/users/1", #"{"name":"Zoe","email":5}"#), user),
    Witness("patch-null-kept", .json(.patch, "/users/1", #"{"email":null}"#), user),
    Witness("refused-put-kept", item, .json(.put, "/cart/1", #"{"quantity":0}"#), show),
    Witness("refused-post-kept", unacceptable, list),
    Witness(
      "text-plain-parsed",
      .json(.post, "/cart", #"{"product":7,"quantity":2}"#, [.contentType: "text/plain"])),
    Witness("malformed-redirected", malformed),
    Witness("malformed-as-500", malformed),
    Witness("refusal-as-200", unacceptable),
    Witness("created-changed", item, show),
    Witness("created-unlisted", item, list),
    Witness("post-repeats-uri", item, show, item),
    Witness("deleted-still-there", item, removal, show),
    Witness("deleted-still-listed", item, removal, list),
    Witness("put-ignores-star", item, .json(.put, "/cart/1", #"{"quantity":3}"#, any), show),
    Witness("delete-ignores-if-match", item, Probe(.delete, "/cart/1", stale), show),
    Witness(
      "patch-ignores-if-match", .json(.patch, "/users/1", #"{"name":"Zoe"}"#, stale), user),
    Witness("absent-with-condition-as-412", absent, Probe(.get, "/products/0", any)),
    Witness("account-condition-first", Probe(.get, "/account", any)),
    Witness("304-without-cache-control", product, Probe(.get, "/products/1", any)),
    Witness("etag-counts", product, product),
    Witness("etag-stays", item, show, change, show),
    Witness("vary-of-default-missing", product),
    Witness("xml-without-asking", Probe(.get, "/products/1", [.accept: "application/json"])),
    Witness("percent-encoded-as-404", Probe(.get, "/products/%31")),
    Witness("slash-shows-other", Probe(.get, "/products/1/")),
    Witness("unknown-field-refused", Probe(.get, "/products/1", field("X-Probe", "1"))),
    Witness("unknown-path-redirected", Probe(.get, "/nope")),
    Witness("absent-as-200", absent),
    Witness("connection-remembers", product, product),
    Witness("order-matters", product, Probe(.get, "/products/2"), product),
    Witness("cookie-decides", product, Probe(.get, "/products/1", [.cookie: "view=short"])),
    Witness("session-cookie-set", product),
    Witness("cookie-for-scripts", product),
    Witness("connection-stays-open", Probe(.get, "/account", token), Probe(.get, "/account")),
    Witness(
      "token-compared-by-beginning",
      Probe(.get, "/account", [.authorization: "Bearer shop-secret-tokeN"])),
    Witness("login-instead-of-401", Probe(.get, "/account")),
    Witness("link-leads-nowhere", Probe(.get, "/users"), Probe(.get, "/users?page=last")),
    Witness("page-repeats-user", Probe(.get, "/users?limit=10&page=2")),
    Witness("link-without-rel", Probe(.get, "/users")),
    Witness("link-without-brackets", Probe(.get, "/users")),
    Witness("origin-reflected", Probe(.get, "/products/1", origin)),
    Witness("origin-without-vary", Probe(.get, "/products/1", origin)),
    Witness("all-origins-with-credentials", product),
  ]

  /// Of the faults that are plain to see in one answer.
  static let fields = [
    Witness("location-with-userinfo", item),
    Witness("status-unregistered", unacceptable),
    Witness("content-type-missing", product),
    Witness("content-type-malformed", product),
    Witness("max-age-in-words", product),
    Witness("expires-malformed", product),
    Witness("etag-twice", product),
    Witness("etag-unquoted", product),
    Witness("server-tells-versions", product),
    Witness("deprecation-true", product),
    Witness("sunset-in-seconds", product),
    Witness("sunset-before-deprecation", product),
    Witness("json-with-bom", product),
    Witness("json-in-latin1", product),
    Witness("json-repeats-name", product),
    Witness("coding-claimed", Probe(.get, "/products/1", [.accept: "application/xml"])),
    Witness("problem-as-array", absent),
    Witness("problem-title-number", absent),
    Witness("404-without-content", absent),
    Witness("stack-trace-shown", malformed),
  ]
}
