import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import AccordShopServer

@Suite("Negotiation")
struct NegotiationTests {
  @Test(
    "The client's weights decide, then the shop's order",
    arguments: [
      ("application/xml", "application/xml"),
      ("application/json", "application/json"),
      ("*/*", "application/json"),
      ("application/*", "application/json"),
      ("", "application/json"),
      ("application/json;q=0.1, application/xml;q=0.9", "application/xml"),
      ("application/json;q=0.9, application/xml;q=0.1", "application/json"),
      ("*/*, application/json;q=0", "application/xml"),
      ("text/html, application/xml;q=0.9, */*;q=0.8", "application/xml"),
      ("APPLICATION/XML", "application/xml"),
      ("application/xml; charset=utf-8", "application/xml"),
      (#"text/plain; x="a, b", application/xml"#, "application/xml"),
    ])
  func weights(_ accept: String, mediaType: String) async throws {
    let answer = try await Shop.answer(to: Probe(.get, "/products", [.accept: accept]))
    #expect(answer.status == .ok)
    #expect(answer.headers[.contentType] == mediaType)
  }

  @Test(
    "What is not offered is not acceptable, and the answer says what is",
    arguments: ["text/html", "image/*", "application/json;q=0, application/xml;q=0"])
  func notAcceptable(_ accept: String) async throws {
    let answer = try await Shop.answer(to: Probe(.get, "/products", [.accept: accept]))
    #expect(answer.status == .notAcceptable)
    #expect(answer.text.contains("application/json, application/xml"))
  }

  @Test(
    "A 415 says what is accepted",
    arguments: [
      (HTTPRequest.Method.post, "/users", "Accept-Post", "application/json"),
      (.patch, "/users/1", "Accept-Patch", "application/merge-patch+json"),
      (.put, "/users/1", "Accept", "application/json"),
      (.put, "/users/1/avatar", "Accept", "image/png, image/jpeg"),
    ])
  func hint(
    _ method: HTTPRequest.Method, _ target: String, field: String, value: String
  ) async throws {
    let answer = try await Shop.answer(to: Probe(method, target, content: "{}"))
    #expect(answer.status == .unsupportedMediaType)
    #expect(answer.headers[try #require(HTTPField.Name(field))] == value)
    #expect(answer.headers[.acceptEncoding] == nil)
  }

  @Test("A content coding is not supported")
  func coding() async throws {
    let fields: HTTPFields = [.contentEncoding: "gzip"]
    let answer = try await Shop.answer(to: .json(.post, "/users", #"{"name":"Zoe"}"#, fields))
    #expect(answer.status == .unsupportedMediaType)
    #expect(answer.headers[.acceptEncoding] == "identity")
  }

  @Test(
    "Media types are read by their grammar",
    arguments: [
      ("Text/Plain", "text/plain"), ("a/b; c=d", "a/b"), (" a/b ;c=\"d;e\"", "a/b"),
      ("a", nil), ("a/", nil), ("a/b/c", nil), ("a/b; c", nil), ("a b/c", nil),
    ] as [(String, String?)])
  func mediaType(_ text: String, essence: String?) {
    #expect(MediaType(text)?.essence == essence)
  }

  @Test("Quoted parameters lose their quotes and escapes")
  func quoted() {
    #expect(MediaType(#"a/b; X="c \"d\"; e""#)?.parameters == ["x": #"c "d"; e"#])
  }
}
