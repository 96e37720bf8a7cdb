import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Resources")
struct ResourceTests {
  private static let item = Probe.json(.post, "/cart", #"{"product":7,"quantity":2}"#)

  @Test("A cart item is added, changed and removed")
  func cart() async throws {
    try await Shop.open { client in
      let created = try await client.send(Self.item)
      #expect(created.status == .created)
      #expect(created.headers[.location] == "/cart/1")
      #expect(created.text == #"{"id":1,"product":7,"quantity":2}"#)
      let shown = try await client.send(Probe(.get, "/cart/1"))
      #expect(shown.text == created.text)
      #expect(shown.headers[.eTag] == created.headers[.eTag])
      let list = try await client.send(Probe(.get, "/cart"))
      #expect(list.text == #"{"items":[{"id":1,"product":7,"quantity":2}],"total":1}"#)
      let changed = try await client.send(.json(.put, "/cart/1", #"{"quantity":3}"#))
      #expect(changed.status == .ok)
      #expect(changed.text == #"{"id":1,"product":7,"quantity":3}"#)
      #expect(changed.headers[.eTag] == nil)
      #expect(try await client.send(Probe(.delete, "/cart/1")).status == .noContent)
      #expect(try await client.send(Probe(.get, "/cart/1")).status == .notFound)
      #expect(try await client.send(Self.item).headers[.location] == "/cart/2")
    }
  }

  @Test("Items that are added at the same time have different ids")
  func concurrent() async throws {
    let locations = try await Shop.open { client in
      try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 1...100 {
          group.addTask { try await client.send(Self.item).headers[.location] }
        }
        return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
      }
    }
    #expect(locations == Set((1...100).map { "/cart/\($0)" }))
  }

  @Test("Of writers with one condition, one is let through")
  func lostUpdate() async throws {
    let statuses = try await Shop.open { client in
      let tag = try await client.send(Self.item).headers[.eTag]
      return try await withThrowingTaskGroup(of: Int.self) { group in
        for quantity in 3...50 {
          let content = #"{"quantity":\#(quantity)}"#
          let change = Probe.json(.put, "/cart/1", content, [.ifMatch: tag ?? ""])
          group.addTask { try await client.send(change).status.code }
        }
        return try await group.reduce(into: [Int]()) { $0.append($1) }
      }
    }
    #expect(statuses.filter { $0 == 200 }.count == 1)
    #expect(statuses.filter { $0 == 412 }.count == 47)
  }

  @Test(
    "A PUT may repeat the product, but not change it",
    arguments: [(7, 200), (8, 422)])
  func putProduct(_ product: Int, status: Int) async throws {
    let change = Probe.json(.put, "/cart/1", #"{"product":\#(product),"quantity":3}"#)
    #expect(try await Shop.answer(to: Self.item, change).status.code == status)
  }

  @Test(
    "What is wrong with the content is told by pointer",
    arguments: [
      (#"{"product":7}"#, ["/quantity"]),
      (#"{"product":77,"quantity":0}"#, ["/product", "/quantity"]),
      (#"{"product":"7","quantity":101}"#, ["/product", "/quantity"]),
      (#"{"product":7,"quantity":1.5}"#, ["/quantity"]),
      (#"{"product":7,"quantity":1e300}"#, ["/quantity"]),
    ])
  func errors(_ content: String, pointers: [String]) async throws {
    let answer = try await Shop.answer(to: .json(.post, "/cart", content))
    #expect(answer.status == .unprocessableContent)
    for pointer in pointers { #expect(answer.text.contains("\"pointer\":\"\(pointer)\"")) }
    #expect(answer.text.split(separator: "pointer").count - 1 == pointers.count)
    #expect(try await Shop.answer(to: Probe(.get, "/cart")).text.contains(#""total":0"#))
  }

  @Test(
    "Content that is not JSON is malformed",
    arguments: ["", "{", "{\"name\":NaN}", "[1,]", "{\"a\":1,}", "{} {}", "\u{FEFF}", "nul"])
  func malformed(_ content: String) async throws {
    let answer = try await Shop.answer(to: .json(.post, "/users", content))
    #expect(answer.status == .badRequest)
  }

  @Test(
    "A merge patch removes with null, and keeps what it does not name",
    arguments: [
      (#"{"name":"Zoe"}"#, #"{"email":"ada@example.com","id":1,"name":"Zoe"}"#),
      (#"{"email":null}"#, #"{"id":1,"name":"Ada"}"#),
      (#"{"note":null}"#, #"{"email":"ada@example.com","id":1,"name":"Ada"}"#),
    ])
  func patch(_ patch: String, user: String) async throws {
    let answer = try await Shop.answer(
      to: .json(.patch, "/users/1", patch), Probe(.get, "/users/1"))
    #expect(answer.text == user)
  }

  @Test("A patch with one bad member changes nothing")
  func atomicPatch() async throws {
    let patch = Probe.json(.patch, "/users/1", #"{"name":"Zoe","email":5}"#)
    #expect(try await Shop.answer(to: patch).status == .unprocessableContent)
    let answer = try await Shop.answer(to: patch, Probe(.get, "/users/1"))
    #expect(answer.text.contains(#""name":"Ada""#))
  }

  @Test("A PUT replaces: the e-mail address that it leaves out is gone")
  func put() async throws {
    let answer = try await Shop.answer(
      to: .json(.put, "/users/1", #"{"name":"Zoe"}"#), Probe(.get, "/users/1"))
    #expect(answer.text == #"{"id":1,"name":"Zoe"}"#)
  }

  @Test("A part cannot be put")
  func contentRange() async throws {
    let fields: HTTPFields = [.contentRange: "bytes 0-9/1000"]
    let answer = try await Shop.answer(to: .json(.put, "/users/1", #"{"name":"Zoe"}"#, fields))
    #expect(answer.status == .badRequest)
  }

  @Test("An avatar comes back as it was sent, and goes with its user")
  func avatar() async throws {
    try await Shop.open { client in
      let fields: HTTPFields = [.contentType: "image/jpeg"]
      let put = try await client.send(Probe(.put, "/users/1/avatar", fields, content: "octets"))
      let get = try await client.send(Probe(.get, "/users/1/avatar"))
      #expect(get.text == "octets")
      #expect(get.headers[.contentType] == "image/jpeg")
      #expect(get.headers[.eTag] == put.headers[.eTag])
      _ = try await client.send(Probe(.delete, "/users/1"))
      #expect(try await client.send(Probe(.get, "/users/1/avatar")).status == .notFound)
    }
  }

  @Test("An order is pending, then ready", arguments: [(3_600, "pending"), (0, "ready")])
  func order(delay: Int, status: String) async throws {
    let placed = Probe.json(.post, "/orders", #"{"product":7,"quantity":2}"#)
    let answer = try await Shop.answer(
      to: placed, Probe(.get, "/orders/1"), orderDelay: .seconds(delay))
    #expect(answer.text == #"{"id":1,"product":7,"quantity":2,"status":"\#(status)"}"#)
  }

  @Test(
    "Only the token opens the account",
    arguments: [
      ("Bearer shop-secret-token", 200), ("bearer shop-secret-token", 200),
      ("Bearer shop-secret-tokeN", 401), ("Bearer x", 401), ("Bearer", 401), ("", 401),
      ("Basic shop-secret-token", 401),
      ("Bearer shop-secret-tokenshop-secret-token", 401),
    ])
  func account(_ credentials: String, status: Int) async throws {
    let probe = Probe(.get, "/account", [.authorization: credentials])
    let answer = try await Shop.answer(to: probe)
    #expect(answer.status.code == status)
    if status == 401 { #expect(answer.headers[.wwwAuthenticate] == #"Bearer realm="shop""#) }
  }

  @Test("A number beyond 2^53 is exact, and the XML is escaped")
  func products() async throws {
    let lamp = try await Shop.answer(to: Probe(.get, "/products/7"))
    #expect(lamp.text == #"{"id":7,"name":"Desk lamp","price":39.95,"sku":9007199254740993}"#)
    let ink = try await Shop.answer(to: Probe(.get, "/products/3", [.accept: "application/xml"]))
    #expect(ink.text.contains("<name>Ink &amp; blotting paper</name><price>9.95</price>"))
  }

  @Test(
    "Equivalent targets are the same resource",
    arguments: ["/users/%31", "/%75sers/1", "/users/1/", "/users/1?unknown=1"])
  func equivalent(_ target: String) async throws {
    let answer = try await Shop.answer(to: Probe(.get, target))
    #expect(answer.status == .ok)
    #expect(answer.text.contains(#""name":"Ada""#))
  }

  @Test(
    "An id is a number without ornament",
    arguments: [
      ("1", 200), ("0", 404), ("abc", 400), ("01", 404), ("-1", 400), ("+1", 400), ("1.0", 400),
      ("99999999999999999999", 404), ("%FF", 400),
    ])
  func ids(_ id: String, status: Int) async throws {
    #expect(try await Shop.answer(to: Probe(.get, "/users/\(id)")).status.code == status)
  }
}
