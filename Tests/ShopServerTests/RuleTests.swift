import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

/// What the rules of HTTP ask of every API, where no other suite asks it.
@Suite("The rules of HTTP")
struct RuleTests {
  private static let item = Probe.json(.post, "/cart", #"{"product":7,"quantity":2}"#)
  private static let token: HTTPFields = [.authorization: "Bearer shop-secret-token"]

  @Test(
    "Every answer about a negotiated resource has Vary",
    arguments: [
      ([:], 200), ([.accept: "application/xml"], 200), ([.accept: "image/png"], 406),
      ([.ifNoneMatch: "*"], 304), ([.ifMatch: "\"stale\""], 412),
    ] as [(HTTPFields, Int)])
  func vary(_ fields: HTTPFields, status: Int) async throws {
    for method in [HTTPRequest.Method.get, .head] {
      for target in ["/products", "/products/1"] {
        let answer = try await Shop.answer(to: Probe(method, target, fields))
        #expect(answer.status.code == status)
        #expect(answer.headers[.vary] == "Accept")
      }
    }
  }

  @Test("Another method in a field or the query is not what is done")
  func override() async throws {
    try await Shop.open { client in
      _ = try await client.send(Self.item)
      for name in ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"] {
        let field = HTTPField(name: try #require(HTTPField.Name(name)), value: "DELETE")
        #expect(try await client.send(Probe(.get, "/cart/1", HTTPFields([field]))).status == .ok)
      }
      _ = try await client.send(Probe(.get, "/cart/1?_method=DELETE"))
      #expect(try await client.send(Probe(.get, "/cart/1")).status == .ok)
    }
  }

  @Test("Safe methods change nothing")
  func safe() async throws {
    try await Shop.open { client in
      _ = try await client.send(Self.item)
      let before = try await client.send(Probe(.get, "/cart"))
      for method in [HTTPRequest.Method.get, .head, .options, .trace] {
        for target in ["/cart", "/cart/1"] { _ = try await client.send(Probe(method, target)) }
      }
      #expect(try await client.send(Probe(.get, "/cart")).text == before.text)
    }
  }

  @Test("Once more is as good as once", arguments: [HTTPRequest.Method.put, .delete])
  func idempotent(_ method: HTTPRequest.Method) async throws {
    try await Shop.open { client in
      for _ in 1...2 { _ = try await client.send(Self.item) }
      let change =
        method == .put
        ? Probe.json(.put, "/cart/1", #"{"quantity":3}"#) : Probe(.delete, "/cart/1")
      _ = try await client.send(change)
      let once = try await client.send(Probe(.get, "/cart"))
      #expect(try await client.send(change).status.code < 500)
      #expect(try await client.send(Probe(.get, "/cart")).text == once.text)
    }
  }

  @Test(
    "A write that is refused leaves no trace",
    arguments: [
      Probe.json(.post, "/cart", #"{"product":7,"quantity":101}"#),
      .json(.post, "/cart", #"{"product":7,"quantity":1e400}"#),
      .json(.post, "/cart", #"{"product":7,"quantity":99999999999999999999}"#),
      .json(.post, "/cart", #"{"product":7,"#),
      .json(.post, "/cart", #"{"product":7,"quantity":2}"#, [.contentType: "text/plain"]),
      .json(.put, "/cart/1", #"{"quantity":0}"#), .json(.put, "/cart/1", #"{"quantity":"#),
      .json(.put, "/cart/1", #"{"quantity":3}"#, [.ifNoneMatch: "*"]),
      Probe(.delete, "/cart/1", [.ifMatch: "\"stale\""]),
      Probe(.delete, "/cart/1", [.ifNoneMatch: "*"]),
    ])
  func refused(_ probe: Probe) async throws {
    try await Shop.open { client in
      _ = try await client.send(Self.item)
      let before = try await client.send(Probe(.get, "/cart"))
      #expect((400..<500).contains(try await client.send(probe).status.code))
      #expect(try await client.send(Probe(.get, "/cart")).text == before.text)
    }
  }

  @Test("Each request shows its own token, on whatever connection")
  func authorization() async throws {
    let statuses = try await Shop.open(over: .live) { client in
      var statuses: [Int] = []
      for fields in [Self.token, [:], Self.token] {
        statuses.append(try await client.send(Probe(.get, "/account", fields)).status.code)
      }
      return statuses
    }
    #expect(statuses == [200, 401, 200])
  }

  @Test(
    "Fields that the shop does not know make no difference",
    arguments: ["Cookie", "X-Conformance-Probe", "Origin"])
  func unknownField(_ name: String) async throws {
    let field = HTTPField(name: try #require(HTTPField.Name(name)), value: "a=b")
    for target in ["/products/1", "/users", "/cart"] {
      let plain = try await Shop.answer(to: Probe(.get, target))
      let answer = try await Shop.answer(to: Probe(.get, target, HTTPFields([field])))
      #expect(answer.text == plain.text)
      #expect(answer.headers == plain.headers)
      #expect(answer.headers[.setCookie] == nil)
    }
  }

  @Test("What was asked for before makes no difference")
  func stateless() async throws {
    try await Shop.open(over: .live) { client in
      let product = Probe(.get, "/products/1")
      let first = try await client.send(product)
      #expect(try await client.send(product).text == first.text)
      _ = try await client.send(Probe(.get, "/products/2", [.accept: "application/xml"]))
      #expect(try await client.send(product).text == first.text)
    }
  }

  @Test("A slash at the end shows the same", arguments: ["/products/1", "/products", "/users"])
  func slash(_ target: String) async throws {
    let plain = try await Shop.answer(to: Probe(.get, target))
    #expect(try await Shop.answer(to: Probe(.get, target + "/")).text == plain.text)
  }
}
