import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Conditional requests")
struct ConditionalTests {
  @Test(
    "If-None-Match compares weakly, and knows lists and *",
    arguments: [
      ("TAG", 304), ("W/TAG", 304), (#""a,b", TAG"#, 304), ("*", 304),
      (#""other""#, 200), ("unquoted", 200), ("", 200),
    ])
  func ifNoneMatch(_ value: String, status: Int) async throws {
    try await Shop.open { client in
      let full = try await client.send(Probe(.get, "/users/1"))
      let tag = try #require(full.headers[.eTag])
      let field = value.replacing("TAG", with: tag)
      let answer = try await client.send(Probe(.get, "/users/1", [.ifNoneMatch: field]))
      #expect(answer.status.code == status)
      for name in [HTTPField.Name.eTag, .vary, .cacheControl] {
        #expect(answer.headers[name] == full.headers[name])
      }
      if status == 304 {
        #expect(answer.text.isEmpty)
        #expect(answer.headers[.contentLength] == nil)
      }
    }
  }

  @Test(
    "If-Match compares strongly, and knows lists and *",
    arguments: [
      ("TAG", 200), (#""other", TAG"#, 200), ("*", 200),
      ("W/TAG", 412), (#""other""#, 412), ("unquoted", 412),
    ])
  func ifMatch(_ value: String, status: Int) async throws {
    try await Shop.open { client in
      let before = try await client.send(Probe(.get, "/users/1"))
      let field = value.replacing("TAG", with: try #require(before.headers[.eTag]))
      let change = Probe.json(.put, "/users/1", #"{"name":"Zoe"}"#, [.ifMatch: field])
      #expect(try await client.send(change).status.code == status)
      let after = try await client.send(Probe(.get, "/users/1"))
      #expect((after.text == before.text) == (status == 412))
      #expect((after.headers[.eTag] == before.headers[.eTag]) == (status == 412))
    }
  }

  @Test("If-None-Match: * holds back a write to what is there, and only that")
  func createOnly() async throws {
    let fields: HTTPFields = [.contentType: "image/png", .ifNoneMatch: "*"]
    let probe = Probe(.put, "/users/1/avatar", fields, content: "octets")
    #expect(try await Shop.answer(to: probe).status == .created)
    #expect(try await Shop.answer(to: probe, probe).status == .preconditionFailed)
  }

  @Test(
    "A condition does not change an answer that is an error anyway",
    arguments: [
      (Probe(.get, "/users/0"), 404), (Probe(.get, "/account"), 401),
      (Probe.json(.put, "/users/1", "[]"), 422), (Probe.json(.put, "/users/1", "{"), 400),
      (Probe.json(.put, "/users/0", #"{"name":"Zoe"}"#), 404), (Probe(.delete, "/users"), 405),
    ])
  func errorFirst(_ probe: Probe, status: Int) async throws {
    for name in [HTTPField.Name.ifMatch, .ifNoneMatch] {
      for value in ["*", "\"x\""] {
        var conditional = probe
        conditional.fields[name] = value
        #expect(try await Shop.answer(to: conditional).status.code == status)
      }
    }
  }

  @Test("JSON and XML of one resource have different strong validators")
  func perRepresentation() async throws {
    let json = try await Shop.answer(to: Probe(.get, "/products"))
    let xml = try await Shop.answer(to: Probe(.get, "/products", [.accept: "application/xml"]))
    #expect(json.headers[.eTag] != xml.headers[.eTag])
    #expect(json.headers[.vary] == "Accept")
    #expect(xml.headers[.vary] == "Accept")
  }

  @Test(
    "Tags are read by their grammar",
    arguments: [
      (#""a""#, EntityTag(isWeak: false, opaque: "a")),
      (#"W/"a""#, EntityTag(isWeak: true, opaque: "a")),
      (#""""#, EntityTag(isWeak: false, opaque: "")),
      ("a", nil), (#""a"#, nil), (#"w/"a""#, nil), (#""a"b""#, nil),
    ] as [(String, EntityTag?)])
  func grammar(_ text: String, tag: EntityTag?) {
    #expect(EntityTag(text) == tag)
    if let tag { #expect(tag.description == text) }
  }
}
