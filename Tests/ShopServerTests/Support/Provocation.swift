import HTTPTypes

@testable import AccordShopServer

/// How a client gets a documented status out of a route.
struct Provocation: Sendable, CustomStringConvertible {
  let endpoint: String
  let status: Int
  /// Requests that come before.
  var after: [Probe] = []
  let probe: Probe

  var description: String { "\(probe.method) \(endpoint) \(status)" }

  init(_ endpoint: String, _ status: Int, after: [Probe] = [], _ probe: Probe) {
    self.endpoint = endpoint
    self.status = status
    self.after = after
    self.probe = probe
  }

  static let all =
    reads + usersWrites + userWrites + cartWrites + avatarWrites + orderWrites + contactWrites

  private static let stale: HTTPFields = [.ifMatch: "\"stale\""]
  private static let tooLong = #"{"name":""# + String(repeating: "a", count: 70_000) + #""}"#
  private static let picture: HTTPFields = [.contentType: "image/png"]
  private static let avatar = Probe(.put, "/users/1/avatar", picture, content: "octets")
  private static let item = Probe.json(.post, "/cart", #"{"product":7,"quantity":2}"#)
  private static let order = Probe.json(.post, "/orders", #"{"product":7,"quantity":2}"#)

  /// What every GET of a representation answers, and what those of an item answer besides.
  private static func reads(
    _ endpoint: String, _ target: String, after: [Probe] = [], bad: String? = nil,
    absent: String? = nil, fields: HTTPFields = [:]
  ) -> [Provocation] {
    func get(_ target: String, _ more: HTTPFields = [:]) -> Probe {
      Probe(.get, target, HTTPFields(Array(fields) + Array(more)))
    }
    var all = [
      Provocation(endpoint, 200, after: after, get(target)),
      Provocation(endpoint, 304, after: after, get(target, [.ifNoneMatch: "*"])),
      Provocation(endpoint, 406, after: after, get(target, [.accept: "video/mp4"])),
      Provocation(endpoint, 412, after: after, get(target, stale)),
    ]
    if let bad { all.append(Provocation(endpoint, 400, get(bad))) }
    if let absent { all.append(Provocation(endpoint, 404, get(absent))) }
    return all
  }

  private static let reads: [Provocation] =
    reads("/users", "/users", bad: "/users?limit=none")
    + reads("/users/{id}", "/users/1", bad: "/users/abc", absent: "/users/0")
    + reads(
      "/users/{id}/avatar", "/users/1/avatar", after: [avatar], bad: "/users/abc/avatar",
      absent: "/users/1/avatar")
    + reads("/products", "/products")
    + reads("/products/{id}", "/products/7", bad: "/products/abc", absent: "/products/0")
    + reads("/cart", "/cart")
    + reads("/cart/{id}", "/cart/1", after: [item], bad: "/cart/abc", absent: "/cart/1")
    + reads("/orders/{id}", "/orders/1", after: [order], bad: "/orders/abc", absent: "/orders/1")
    + reads("/account", "/account", fields: [.authorization: "Bearer shop-secret-token"])
    + reads("/health", "/health")
    + [
      Provocation("/account", 401, Probe(.get, "/account")),
      Provocation("/me", 307, Probe(.get, "/me")),
    ]

  /// What every write with JSON answers when its content or its condition is refused.
  private static func refusals(
    _ method: HTTPRequest.Method, _ endpoint: String, _ target: String, good: String,
    after: [Probe] = []
  ) -> [Provocation] {
    [
      Provocation(endpoint, 400, after: after, .json(method, target, #"{"name": "#)),
      Provocation(endpoint, 412, after: after, .json(method, target, good, stale)),
      Provocation(endpoint, 413, after: after, .json(method, target, tooLong)),
      Provocation(
        endpoint, 415, after: after, .json(method, target, good, [.contentType: "text/plain"])),
      Provocation(endpoint, 422, after: after, .json(method, target, "[]")),
    ]
  }

  private static let usersWrites: [Provocation] =
    refusals(.post, "/users", "/users", good: #"{"name":"Zoe"}"#)
    + [Provocation("/users", 201, .json(.post, "/users", #"{"name":"Zoe"}"#))]

  private static let userWrites: [Provocation] =
    [HTTPRequest.Method.put, .patch].flatMap { method in
      let good = #"{"name":"Zoe"}"#
      return refusals(method, "/users/{id}", "/users/1", good: good) + [
        Provocation("/users/{id}", 200, .json(method, "/users/1", good)),
        Provocation("/users/{id}", 404, .json(method, "/users/0", good)),
      ]
    } + [
      Provocation("/users/{id}", 204, Probe(.delete, "/users/1")),
      Provocation("/users/{id}", 400, Probe(.delete, "/users/abc")),
      Provocation("/users/{id}", 404, Probe(.delete, "/users/0")),
      Provocation("/users/{id}", 412, Probe(.delete, "/users/1", stale)),
    ]

  private static let cartWrites: [Provocation] =
    refusals(.post, "/cart", "/cart", good: #"{"product":7,"quantity":2}"#)
    + refusals(.put, "/cart/{id}", "/cart/1", good: #"{"quantity":3}"#, after: [item])
    + [
      Provocation("/cart", 201, item),
      Provocation("/cart/{id}", 200, after: [item], .json(.put, "/cart/1", #"{"quantity":3}"#)),
      Provocation("/cart/{id}", 404, .json(.put, "/cart/1", #"{"quantity":3}"#)),
      Provocation("/cart/{id}", 204, after: [item], Probe(.delete, "/cart/1")),
      Provocation("/cart/{id}", 400, Probe(.delete, "/cart/abc")),
      Provocation("/cart/{id}", 404, after: [item], Probe(.delete, "/cart/2")),
      Provocation("/cart/{id}", 412, after: [item], Probe(.delete, "/cart/1", stale)),
    ]

  private static let avatarWrites: [Provocation] = {
    let endpoint = "/users/{id}/avatar"
    let target = "/users/1/avatar"
    let huge = String(repeating: "a", count: 1024 * 1024 + 1)
    var conditional = picture
    conditional[.ifMatch] = "*"
    return [
      Provocation(endpoint, 201, avatar),
      Provocation(endpoint, 204, after: [avatar], avatar),
      Provocation(endpoint, 400, Probe(.put, "/users/abc/avatar", picture, content: "octets")),
      Provocation(endpoint, 404, Probe(.put, "/users/0/avatar", picture, content: "octets")),
      Provocation(endpoint, 412, Probe(.put, target, conditional, content: "octets")),
      Provocation(endpoint, 413, Probe(.put, target, picture, content: huge)),
      Provocation(endpoint, 415, Probe(.put, target, content: "octets")),
      Provocation(endpoint, 204, after: [avatar], Probe(.delete, target)),
      Provocation(endpoint, 400, Probe(.delete, "/users/abc/avatar")),
      Provocation(endpoint, 404, Probe(.delete, target)),
      Provocation(endpoint, 412, after: [avatar], Probe(.delete, target, stale)),
    ]
  }()

  private static let orderWrites: [Provocation] =
    refusals(.post, "/orders", "/orders", good: #"{"product":7,"quantity":2}"#)
    + [Provocation("/orders", 202, order)]

  private static let contactWrites: [Provocation] = {
    func form(_ content: String, _ more: HTTPFields = [:]) -> Probe {
      let type: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
      return Probe(.post, "/contact", HTTPFields(Array(type) + Array(more)), content: content)
    }
    return [
      Provocation("/contact", 200, form("message=hello")),
      Provocation("/contact", 400, form("message=%zz")),
      Provocation("/contact", 412, form("message=hello", stale)),
      Provocation("/contact", 413, form("message=" + String(repeating: "a", count: 70_000))),
      Provocation("/contact", 415, .json(.post, "/contact", "{}")),
      Provocation("/contact", 422, form("subject=hello")),
    ]
  }()
}
