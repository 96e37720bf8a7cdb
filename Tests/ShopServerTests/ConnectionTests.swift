import HTTPTypes
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Messages on the wire")
struct ConnectionTests {
  private static let json = "Host: shop\r\nContent-Type: application/json\r\n"
  private static let item = #"{"product":7,"quantity":2}"#

  /// What is sent, and the status lines that come back before the shop closes.
  static let messages: [(String, [Int])] = [
    ("GET /users/1 HTTP/1.1\r\n\r\n", [400]),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", [400]),
    ("GET /users/1 HTTP/1.1\r\nHost: a b\r\n\r\n", [400]),
    ("GET /users/1 HTTP/1.0\r\n\r\n", [200]),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n", [200]),
    ("GET http://a/users/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [200]),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", [400]),
    (
      "POST /cart HTTP/1.1\r\n\(json)Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n", [400]
    ),
    (
      "POST /cart HTTP/1.1\r\n\(json)Transfer-Encoding: gzip, chunked\r\n\r\n"
        + "1a\r\n\(item)\r\n0\r\n\r\n", [501]
    ),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\nAccept : */*\r\n\r\n", [400]),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n", [400]),
    ("GET /users/1\r\n\r\n", [400]),
    ("FROB /users/1 HTTP/1.1\r\nHost: a\r\n\r\n", [501]),
    ("get /users/1 HTTP/1.1\r\nHost: a\r\n\r\n", [501]),
    ("POST /cart HTTP/1.1\r\n\(json)Content-Length: +5\r\n\r\nhello", [400]),
    ("POST /cart HTTP/1.1\r\n\(json)Content-Length: 5, 6\r\n\r\nhello", [400]),
    (
      "POST /cart HTTP/1.1\r\n\(json)Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "0\r\n\r\n", [400]
    ),
    (
      "POST /cart HTTP/1.1\r\n\(json)Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        + "1a\r\n\(item)\r\n0\r\n\r\n", [201]
    ),
    (
      "POST /cart HTTP/1.1\r\n\(json)Transfer-Encoding: chunked\r\n\r\n1a\r\n\(item)\r\nzz\r\n",
      [400]
    ),
    (
      "POST /cart HTTP/1.1\r\n\(json)Content-Length: 26\r\nExpect: 100-continue\r\n"
        + "Connection: close\r\n\r\n\(item)", [100, 201]
    ),
    (
      "POST /cart HTTP/1.1\r\n\(json)Content-Length: 99999999\r\nExpect: 100-continue\r\n"
        + "Connection: close\r\n\r\n", [413]
    ),
    (
      "POST /nope HTTP/1.1\r\n\(json)Content-Length: 5\r\n\r\nhello"
        + "GET /users/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [404, 200]
    ),
    (
      "GET /users/0 HTTP/1.1\r\nHost: a\r\n\r\nGET /users/abc HTTP/1.1\r\nHost: a\r\n\r\n"
        + "GET /users/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", [404, 400, 200]
    ),
    ("GET /users/1 HTTP/1.1\r\nHost: a\r\n\r\nFROB / HTTP/1.1\r\n\r\n", [200, 501]),
    ("GET /?\(String(repeating: "a", count: 40_000)) HTTP/1.1\r\nHost: a\r\n\r\n", [414]),
    (
      "GET /users/1?\(String(repeating: "a", count: 7_900)) HTTP/1.1\r\nHost: a\r\n"
        + "Connection: close\r\n\r\n", [200]
    ),
    (
      "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 70_000))\r\n\r\n", [431]
    ),
  ]

  @Test("A message gets the answers it deserves", arguments: messages)
  func message(_ message: String, statuses: [Int]) async throws {
    let received = try await exchange(message)
    let heads = received.split(separator: "HTTP/1.1 ")
      .filter { $0.prefix(3).allSatisfy(\.isNumber) }
    #expect(heads.compactMap { Int($0.prefix(3)) } == statuses)
    for head in heads where !head.hasPrefix("100") {
      #expect(head.contains("\r\nDate: "))
      #expect(head.contains("\r\nX-Content-Type-Options: nosniff\r\n"))
      if !head.hasPrefix("2") { #expect(head.contains("application/problem+json")) }
    }
    #expect(heads.last?.contains("\r\nConnection: close\r\n") == true)
  }

  @Test("A HEAD has no octet of content on the wire", arguments: ["/users/1", "/users/0"])
  func head(_ target: String) async throws {
    let received = try await exchange(
      "HEAD \(target) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(received.hasSuffix("\r\n\r\n"))
    #expect(!received.contains("Content-Length: 0"))
  }

  @Test("A HEAD that is refused has no content either")
  func refusedHead() async throws {
    let received = try await exchange("HEAD /users/1 HTTP/1.1\r\n\r\n")
    #expect(received.hasPrefix("HTTP/1.1 400 "))
    #expect(received.hasSuffix("\r\n\r\n"))
  }

  @Test("A 204 has neither content nor a length")
  func noContent() async throws {
    let received = try await exchange(
      "OPTIONS /cart HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(received.hasPrefix("HTTP/1.1 204 "))
    #expect(received.hasSuffix("\r\n\r\n"))
    #expect(!received.lowercased().contains("content-length"))
  }

  @Test("A request whose content is cut off changes nothing")
  func cutOff() async throws {
    try await Shop.open(over: .live) { client in
      let port = try #require(client.port)
      let whole = "POST /cart HTTP/1.1\r\n\(Self.json)Content-Length: 30\r\n\r\n\(Self.item)"
      _ = try await talk(whole, at: port, closingOutput: true)
      #expect(try await client.send(Probe(.get, "/cart")).text.contains(#""total":0"#))
    }
  }

  /// Sends octets to a shop of its own and reads until the shop closes.
  private func exchange(_ message: String) async throws -> String {
    try await Shop.open(over: .live) { client in
      try await talk(message, at: #require(client.port), closingOutput: false)
    }
  }
}
