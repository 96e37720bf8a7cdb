import HTTPTypes

/// Of the faults that the contract notices.
extension Witness {
  private static let item = Probe.json(.post, "/cart", #"{"product":7,"quantity":2}"#)
  private static let order = Probe.json(.post, "/orders", #"{"product":7,"quantity":2}"#)
  private static let change = Probe.json(.put, "/cart/1", #"{"quantity":3}"#)
  private static let stale: HTTPFields = [.ifMatch: "\"stale\""]
  private static let xml: HTTPFields = [.accept: "application/xml"]

  static let contract = [
    Witness("missing-as-200", Probe(.get, "/users/0")),
    Witness("bad-id-as-500", Probe(.get, "/users/abc")),
    Witness("created-as-200", item),
    Witness("accepted-as-200", order),
    Witness("delete-as-200", item, Probe(.delete, "/cart/1")),
    Witness("head-with-404", Probe(.head, "/users/1")),
    Witness("unknown-path-as-200", Probe(.get, "/nope")),
    Witness("delete-allowed", Probe(.delete, "/products/1")),
    Witness("conflict-as-500", .json(.patch, "/users/1", #"{"name":"Zoe"}"#, stale)),
    Witness("created-without-location", item),
    Witness("location-broken", item),
    Witness("redirect-lost", Probe(.get, "/me")),
    Witness("wrong-content-type", Probe(.get, "/users")),
    Witness("405-without-allow", Probe(.delete, "/users")),
    Witness("options-without-allow", Probe(.options, "/users")),
    Witness("allow-lies", Probe(.options, "/products/1")),
    Witness("cache-control-missing", Probe(.get, "/products")),
    Witness(
      "account-cacheable",
      Probe(.get, "/account", [.authorization: "Bearer shop-secret-token"])),
    Witness("sniffing-allowed", Probe(.get, "/health")),
    Witness("no-etag", Probe(.get, "/users/1")),
    Witness("etag-unstable", Probe(.get, "/users/1")),
    Witness("etag-shared", Probe(.get, "/products"), Probe(.get, "/products", xml)),
    Witness("etag-ignored", Probe(.get, "/users/1", [.ifNoneMatch: "*"])),
    Witness("if-match-ignored", item, .json(.put, "/cart/1", #"{"quantity":3}"#, stale)),
    Witness("304-without-etag", Probe(.get, "/products/7", [.ifNoneMatch: "*"])),
    Witness("quantity-as-string", item, Probe(.get, "/cart/1")),
    Witness("name-missing", Probe(.get, "/users/1")),
    Witness("name-null", Probe(.get, "/users/1")),
    Witness("email-missing", Probe(.get, "/users/1")),
    Witness("secret-leaked", Probe(.get, "/users/1")),
    Witness("json-truncated", Probe(.get, "/cart")),
    Witness("error-as-html", Probe(.get, "/users/0")),
    Witness("problem-status-wrong", Probe(.get, "/users/0")),
    Witness("errors-missing", .json(.post, "/cart", #"{"product":7,"quantity":0}"#)),
    Witness(
      "file-size-wrong",
      Probe(
        .post, "/contact", [.contentType: "multipart/form-data; boundary=x"],
        content: MultipartExample.content)),
    Witness("extra-page-item", Probe(.get, "/users?limit=10")),
    Witness("email-mangled", Probe(.get, "/users?limit=10")),
    Witness("total-wrong", Probe(.get, "/users")),
    Witness("page-ignored", Probe(.get, "/users?page=2")),
    Witness("bad-limit-accepted", Probe(.get, "/users?limit=0")),
    Witness("empty-page-as-500", Probe(.get, "/users?page=99")),
    Witness("links-missing", Probe(.get, "/users")),
    Witness("next-never-ends", Probe(.get, "/users?page=3")),
    Witness("xml-malformed", Probe(.get, "/products", xml)),
    Witness("xml-instead-of-json", Probe(.get, "/products", [.accept: "application/json"])),
    Witness("product-lost", Probe(.get, "/products", xml)),
    Witness("price-with-currency", Probe(.get, "/products", xml)),
    Witness("price-as-string", Probe(.get, "/products/7")),
    Witness("big-number-rounded", Probe(.get, "/products/7")),
    Witness("vary-missing", Probe(.get, "/products")),
    Witness("delete-keeps", item, Probe(.delete, "/cart/1"), Probe(.get, "/cart/1")),
    Witness("put-ignored", item, change, Probe(.get, "/cart/1")),
    Witness("put-answers-old", item, change),
    Witness("put-merges", .json(.put, "/users/1", #"{"name":"Zoe"}"#), Probe(.get, "/users/1")),
    Witness(
      "patch-replaces", .json(.patch, "/users/1", #"{"name":"Zoe"}"#), Probe(.get, "/users/1")),
    Witness("post-forgotten", .json(.post, "/users", #"{"name":"Zoe"}"#), Probe(.get, "/users/26")),
    Witness("duplicate-id", item, item),
    Witness("validation-off", .json(.post, "/cart", #"{"product":7,"quantity":0}"#)),
    Witness("malformed-accepted", .json(.post, "/cart", #"{"product":"#)),
    Witness("never-ready", order, Probe(.get, "/orders/1")),
    Witness("get-changes", item, Probe(.get, "/cart/1"), Probe(.get, "/cart/1")),
    Witness("auth-open", Probe(.get, "/account")),
    Witness("any-token", Probe(.get, "/account", [.authorization: "Bearer wrong"])),
    Witness("challenge-missing", Probe(.get, "/account")),
    Witness("401-as-403", Probe(.get, "/account")),
    Witness("not-acceptable-ignored", Probe(.get, "/users/1", [.accept: "image/png"])),
    Witness(
      "unsupported-type-accepted",
      .json(.post, "/cart", #"{"product":7,"quantity":2}"#, [.contentType: "text/plain"])),
    Witness("accept-patch-missing", Probe(.options, "/users/1")),
    Witness(
      "avatar-retyped",
      Probe(.put, "/users/1/avatar", [.contentType: "image/png"], content: "octets"),
      Probe(.get, "/users/1/avatar")),
    Witness("connection-dropped", Probe(.get, "/products/7")),
    Witness("content-cut", Probe(.get, "/health")),
  ]
}
