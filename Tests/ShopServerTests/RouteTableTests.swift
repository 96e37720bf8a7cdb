import HTTPTypes
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("The table of routes")
struct RouteTableTests {
  @Test("Every documented status can be provoked", arguments: Provocation.all)
  func provoked(_ provocation: Provocation) async throws {
    let answer = try await Shop.open { client in
      for probe in provocation.after { _ = try await client.send(probe) }
      return try await client.send(provocation.probe)
    }
    #expect(answer.status.code == provocation.status)
    if provocation.status >= 400 {
      #expect(answer.headers[.contentType] == "application/problem+json")
      #expect(answer.text.contains("\"status\":\(provocation.status)"))
    }
  }

  @Test("The provocations are exactly what the table documents")
  func complete() {
    let documented = Shop().table.documented.flatMap { route in
      route.statuses.map { "\(route.method) \(route.endpoint) \($0)" }
    }
    #expect(Set(documented) == Set(Provocation.all.map(\.description)))
    #expect(documented.count == Set(documented).count)
  }

  @Test("Statuses are in order, and none is a failure of the server")
  func orderly() {
    for route in Shop().table.documented {
      #expect(route.statuses == route.statuses.sorted())
      #expect(route.statuses.allSatisfy { (200..<500).contains($0) })
    }
  }

  /// A path of each endpoint that a GET finds, where there is one.
  static let targets = [
    ("/users", "/users"), ("/users/{id}", "/users/1"), ("/users/{id}/avatar", "/users/1/avatar"),
    ("/products", "/products"), ("/products/{id}", "/products/7"), ("/cart", "/cart"),
    ("/cart/{id}", "/cart/1"), ("/orders", "/orders"), ("/orders/{id}", "/orders/1"),
    ("/account", "/account"), ("/contact", "/contact"), ("/health", "/health"), ("/me", "/me"),
  ]

  @Test("The test knows all endpoints")
  func allEndpoints() {
    #expect(Set(Shop().table.endpoints.map(\.path)) == Set(Self.targets.map(\.0)))
  }

  @Test("Allow lists what is not refused, and nothing else", arguments: targets)
  func allow(endpoint: String, target: String) async throws {
    try await Shop.open { client in
      let options = try await client.send(Probe(.options, target))
      #expect(options.status == .noContent)
      #expect(options.headers[.contentLength] == nil)
      let allow = try #require(options.headers[.allow])
      let allowed = Set(allow.split(separator: ", ").map(String.init))
      let declared = Shop().table.documented.filter { $0.endpoint == endpoint }.map(\.method)
      #expect(allowed == Set(declared + (declared.contains("GET") ? ["HEAD"] : []) + ["OPTIONS"]))
      for method in HTTPRequest.Method.known {
        // Without acceptable content, so that nothing is changed by asking.
        let probe = Probe(method, target, [.contentType: "application/x-nothing"])
        let answer = try await client.send(probe)
        #expect((answer.status == .methodNotAllowed) == !allowed.contains(method.rawValue))
        if answer.status == .methodNotAllowed { #expect(answer.headers[.allow] == allow) }
      }
    }
  }

  @Test("A method that the shop does not know is not implemented", arguments: ["FROB", "get"])
  func unknownMethod(_ name: String) async throws {
    let method = try #require(HTTPRequest.Method(name))
    let answer = try await Shop.answer(to: Probe(method, "/users/1"))
    #expect(answer.status == .notImplemented)
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test(
    "A path that does not exist is a 404",
    arguments: ["/", "/nope", "/users/1/2", "/users/./1", "/users/x/../1"])
  func unknownPath(_ path: String) async throws {
    let answer = try await Shop.answer(to: Probe(.get, path))
    #expect(answer.status == .notFound)
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test("OPTIONS * tells what the server knows")
  func optionsOfServer() async throws {
    let answer = try await Shop.answer(to: Probe(.options, "*"))
    #expect(answer.status == .noContent)
    #expect(answer.headers[.allow] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
  }

  @Test(
    "HEAD has status and fields of GET, and no content",
    arguments: [
      "/users", "/users?limit=0", "/users/1", "/users/0", "/users/abc", "/products", "/products/7",
      "/cart", "/cart/1", "/account", "/health", "/me", "/users/1/avatar", "/nope",
    ])
  func head(_ target: String) async throws {
    try await Shop.open { client in
      let get = try await client.send(Probe(.get, target))
      let head = try await client.send(Probe(.head, target))
      #expect(head.status == get.status)
      #expect(head.headers == get.headers)
      #expect(get.headers[.contentLength] == String(get.text.utf8.count))
      #expect(head.text.isEmpty)
    }
  }
}
