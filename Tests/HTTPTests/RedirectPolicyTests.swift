import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Redirects (RFC 9110 section 15.4)")
struct RedirectPolicyTests {
  private func response(_ status: Int, to locations: String...) -> HTTPResponse {
    HTTPResponse(status: status, fields: HTTPFields(locations.map { ("Location", $0) }))
  }

  private let policy = RedirectPolicy(maximumHops: 3)

  @Test(
    "Method and content follow the status",
    arguments: [
      (301, "GET", "GET"), (301, "POST", "GET"), (301, "PUT", "PUT"), (301, "HEAD", "HEAD"),
      (302, "POST", "GET"), (302, "DELETE", "DELETE"), (302, "PATCH", "PATCH"),
      (303, "GET", "GET"), (303, "POST", "GET"), (303, "PUT", "GET"), (303, "DELETE", "GET"),
      (303, "HEAD", "HEAD"), (307, "POST", "POST"), (307, "GET", "GET"), (308, "POST", "POST"),
      (308, "PUT", "PUT"),
    ])
  func methods(status: Int, method: String, expected: String) throws {
    let request = HTTPRequest(
      method: method, url: "http://h/a", target: "/x",
      fields: [RequestField("content-TYPE", "a/b"), RequestField("X", "y")],
      content: .bytes([65]))
    let next = try policy.next(after: request, response: response(status, to: "b"), hops: 0)
    #expect(next?.method == expected)
    #expect(next?.url == "http://h/b")
    #expect(next?.target == nil)
    #expect(next?.content == (method == expected ? .bytes([65]) : RequestContent.none))
    #expect(next?.fields.map(\.name) == (method == expected ? ["content-TYPE", "X"] : ["X"]))
  }

  @Test("Other statuses are no redirects", arguments: [200, 201, 300, 304, 305, 306, 404])
  func noRedirect(status: Int) throws {
    let request = HTTPRequest(url: "http://h/")
    #expect(try policy.next(after: request, response: response(status, to: "/b"), hops: 9) == nil)
  }

  @Test(
    "Credentials stay with their origin",
    arguments: [
      ("/b", true), ("//h/b", true), ("http://H:80/b", true), ("https://h/b", false),
      ("http://h:81/b", false), ("http://h2/b", false), ("http://h.evil/b", false),
    ])
  func credentials(location: String, isSameOrigin: Bool) throws {
    let request = HTTPRequest(
      url: "http://h/a",
      fields: [
        RequestField("authorization", "Basic x"), RequestField("COOKIE", "a=b"),
        RequestField("X-Key", "secret", isSensitive: true), RequestField("Host", "virtual"),
        RequestField("Proxy-Authorization", "x"), RequestField("X-Open", "1"),
        .removing("Accept"),
      ])
    let next = try policy.next(after: request, response: response(302, to: location), hops: 0)
    #expect(
      next?.fields.map(\.name)
        == (isSameOrigin ? request.fields.map(\.name) : ["X-Open", "Accept"]))
  }

  @Test(
    "What must not be followed is refused with the reason",
    arguments: [
      ([], RedirectRefusal.noLocation),
      (["/a", "/b"], .severalLocations(["/a", "/b"])),
      (["http://h/ x"], .unusableLocation("http://h/ x")),
      (["http:///x"], .unusableLocation("http:///x")),
      (["file:///etc/passwd"], .schemeNotAllowed("file")),
      (["javascript:alert(1)"], .schemeNotAllowed("javascript")),
      (["http://u:p@h/"], .userInformation),
    ])
  func refusals(locations: [String], refusal: RedirectRefusal) {
    let response = HTTPResponse(
      status: 302, fields: HTTPFields(locations.map { ("Location", $0) }))
    #expect(throws: refusal) {
      try policy.next(after: HTTPRequest(url: "http://h/"), response: response, hops: 0)
    }
  }

  @Test("Hops are limited")
  func hops() throws {
    let request = HTTPRequest(url: "http://h/")
    #expect(try policy.next(after: request, response: response(302, to: "/"), hops: 2) != nil)
    #expect(throws: RedirectRefusal.tooManyHops(limit: 3)) {
      try policy.next(after: request, response: response(302, to: "/"), hops: 3)
    }
  }

  @Test("Equal lines are one location, and a fragment is inherited")
  func details() throws {
    let request = HTTPRequest(url: "http://h/a#f")
    let twice = try policy.next(after: request, response: response(302, to: "b", "b"), hops: 0)
    #expect(twice?.url == "http://h/b#f")
    let own = try policy.next(after: request, response: response(302, to: "b#g"), hops: 0)
    #expect(own?.url == "http://h/b#g")
    #expect(throws: RedirectRefusal.unusableRequestURL("nowhere")) {
      try policy.next(
        after: HTTPRequest(url: "nowhere"), response: response(302, to: "b"), hops: 0)
    }
  }

  @Test("The client itself follows nothing; hop by hop the policy leads to the end")
  func hopByHop() throws {
    let server = try ScriptedServer { request in
      switch request.target {
      case "/1": [.respond(302, ["Location: 2"])]
      case "/2": [.respond(307, ["Location: /3?x"])]
      default: [.respond(200, [], "end")]
      }
    }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url("/1"))
    var statuses: [Int] = []
    for hops in 0..<5 {
      let response = try client.perform(request).result.get()
      statuses.append(response.status)
      guard let next = try policy.next(after: request, response: response, hops: hops) else {
        break
      }
      request = next
    }
    #expect(statuses == [302, 307, 200])
    #expect(server.requests.map(\.target) == ["/1", "/2", "/3?x"])
    #expect(server.connectionCount == 1)
  }

  @Test("Content goes to no other origin than it was meant for", arguments: [307, 308])
  func contentStays(status: Int) throws {
    let request = HTTPRequest(method: "POST", url: "http://a.test/x", content: .bytes([65]))
    let response = HTTPResponse(
      status: status, fields: HTTPFields([("Location", "http://b.test/x")]))
    #expect(throws: RedirectRefusal.contentToAnotherOrigin("http://b.test/x")) {
      try RedirectPolicy().next(after: request, response: response, hops: 0)
    }
  }
}
