import AccordHTTP
import AccordTestSupport
import Foundation
import Testing

@Suite("What goes over the wire is what the request says")
struct RequestOnTheWireTests {
  /// What the server gets for a request.
  private func received(
    _ change: (inout HTTPRequest) -> Void = { _ in }
  ) throws -> ReceivedRequest {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url("/p"))
    change(&request)
    let exchange = try client.perform(request)
    #expect(exchange.error == nil)
    return try #require(server.requests.first)
  }

  /// Why a request is not sent.
  private func problem(_ change: (inout HTTPRequest) -> Void) throws -> RequestProblem? {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    var request = HTTPRequest(url: server.url("/p"))
    change(&request)
    let exchange = try client.perform(request)
    #expect(server.octets.isEmpty)
    #expect(exchange.error?.phase == .request)
    #expect(exchange.error?.mayHaveBeenProcessed == false)
    #expect(exchange.sendCount == 0)
    guard case .request(let problem) = exchange.error?.reason else { return nil }
    // The handle is as good as before.
    #expect(try client.perform(HTTPRequest(url: server.url())).response?.status == 200)
    return problem
  }

  @Test("A plain GET has three fields and no more")
  func plainGet() throws {
    let request = try received()
    #expect(request.line == "GET /p HTTP/1.1")
    #expect(request.fieldLines.count == 3)
    #expect(request.fieldLines.first?.hasPrefix("Host: 127.0.0.1:") == true)
    #expect(request.fieldLines.dropFirst() == ["User-Agent: accord/test", "Accept: */*"])
  }

  @Test(
    "Without content only POST, PUT and PATCH say so",
    arguments: [
      ("POST", true), ("PUT", true), ("PATCH", true), ("GET", false), ("DELETE", false),
      ("OPTIONS", false), ("TRACE", false), ("PROPFIND", false), ("post", false),
    ])
  func lengthOfNothing(method: String, isSaid: Bool) throws {
    let request = try received { $0.method = method }
    #expect(request.line == "\(method) /p HTTP/1.1")
    #expect(request.values("content-length") == (isSaid ? ["0"] : []))
    #expect(request.fieldLines.count == (isSaid ? 4 : 3))
  }

  @Test(
    "Content goes with any method, and its length is all that is added",
    arguments: ["POST", "PUT", "PATCH", "GET", "DELETE", "OPTIONS", "REPORT"])
  func content(method: String) throws {
    let request = try received {
      $0.method = method
      $0.content = .bytes(Array("a=b".utf8))
    }
    #expect(request.line == "\(method) /p HTTP/1.1")
    #expect(text(request.content) == "a=b")
    #expect(request.values("content-length") == ["3"])
    #expect(request.fieldLines.count == 4)
  }

  @Test("HEAD with content is refused, since curl would leave the content out")
  func contentOfHead() throws {
    #expect(
      try problem {
        $0.method = "HEAD"
        $0.content = .bytes([65])
      } == .contentOfHead)
  }

  @Test("The response to a HEAD ends at its head")
  func head() throws {
    let server = try ScriptedServer { _ in
      [.send("HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n")]
    }
    defer { server.stop() }
    let client = try makeClient()
    for _ in 0..<2 {
      let exchange = try client.perform(HTTPRequest(method: "HEAD", url: server.url()))
      #expect(exchange.response?.status == 200)
      #expect(exchange.response?.body == [])
    }
    #expect(server.requests.map(\.line) == ["HEAD / HTTP/1.1", "HEAD / HTTP/1.1"])
    #expect(server.connectionCount == 1)
  }

  @Test("Empty content says its length with any method")
  func emptyContent() throws {
    let request = try received { $0.content = .bytes([]) }
    #expect(request.values("content-length") == ["0"])
  }

  @Test("Large content is sent without waiting for 100 (Continue)")
  func noExpect() throws {
    let octets = [UInt8](repeating: 65, count: 3 << 20)
    let request = try received {
      $0.method = "POST"
      $0.content = .bytes(octets)
    }
    #expect(request.values("expect") == [])
    #expect(request.content == octets)
  }

  @Test("An Expect field that is asked for is sent, and a 417 is a response like any other")
  func expect() throws {
    // It answers before the content comes.
    let server = try ScriptedServer(serving: { server, socket, number in
      while let octets = socket.receive() {
        server.note(octets, on: number)
        _ = socket.send(Array("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n".utf8))
      }
    })
    defer { server.stop() }
    let client = try makeClient()
    let exchange = try client.perform(
      HTTPRequest(
        method: "POST", url: server.url(), fields: [RequestField("Expect", "100-continue")],
        content: .bytes([65])))
    let received = text(server.octets.joined())
    #expect(received.contains("\r\nExpect: 100-continue\r\n"))
    #expect(received.ranges(of: "POST ").count == 1)
    #expect(exchange.response?.status == 417)
    #expect(exchange.sendCount == 1)
  }

  @Test("Defaults are replaced by fields of their name, in any case, and removed on request")
  func defaults() throws {
    let replaced = try received {
      $0.fields = [
        RequestField("user-agent", "mine"), RequestField("ACCEPT", "a/b"),
        RequestField("Host", "elsewhere"),
      ]
    }
    #expect(replaced.fieldLines == ["Host: elsewhere", "user-agent: mine", "ACCEPT: a/b"])
    let removed = try received {
      $0.fields = [.removing("User-Agent"), .removing("Accept"), .removing("Host")]
    }
    #expect(removed.fieldLines == [])
  }

  @Test("Fields keep their order, their case and their repetition; empty values are sent")
  func fields() throws {
    let request = try received {
      $0.fields = [
        RequestField("X-b", "1"), RequestField("x-A", ""), RequestField("X-b", "2"),
        RequestField("X-blank", "  "), RequestField("X-u", "grün"),
      ]
    }
    #expect(request.fieldLines.suffix(5) == ["X-b: 1", "x-A:", "X-b: 2", "X-blank:", "X-u: grün"])
  }

  @Test("The path and the query go as written")
  func pathAsIs() throws {
    let path = "/a/../b/./%7e%2F//c;x='?q=a+b&&[]|"
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    _ = try client.perform(HTTPRequest(url: server.url(path) + "#fragment"))
    #expect(server.requests.first?.target == path)
  }

  @Test("The request target can be chosen", arguments: ["*", "http://other/x"])
  func target(target: String) throws {
    let request = try received {
      $0.method = "OPTIONS"
      $0.target = target
    }
    #expect(request.line == "OPTIONS \(target) HTTP/1.1")
  }

  @Test("Content type and length are sent as asked, be they true or not")
  func contentFields() throws {
    let request = try received {
      $0.method = "POST"
      $0.fields = [RequestField("Content-Type", "a/b"), RequestField("Content-Length", "2")]
      $0.content = .bytes([65, 66, 67])
    }
    #expect(request.values("content-type") == ["a/b"])
    #expect(request.values("content-length") == ["2"])
  }

  @Test(
    "What would end a line or is no token is refused",
    arguments: [
      (RequestField("X", "a\r\nY: b"), RequestProblem.fieldValueBreaksLine(name: "X")),
      (RequestField("X", "a\nb"), .fieldValueBreaksLine(name: "X")),
      (RequestField("X", "a\0b"), .fieldValueBreaksLine(name: "X")),
      (RequestField("X Y", "a"), .fieldNameIsNoToken("X Y")),
      (RequestField("", "a"), .fieldNameIsNoToken("")),
      (RequestField("X:", "a"), .fieldNameIsNoToken("X:")),
      (RequestField.removing("X\n"), .fieldNameIsNoToken("X\n")),
    ])
  func brokenFields(field: RequestField, expected: RequestProblem) throws {
    #expect(try problem { $0.fields = [field] } == expected)
  }

  @Test("A method that is no token is refused", arguments: ["", "GE T", "GET\r\n", "GÉT"])
  func brokenMethod(method: String) throws {
    #expect(try problem { $0.method = method } == .methodIsNoToken(method))
  }

  @Test("A target that would end the request line is refused", arguments: ["/ x", "/\r\n", "/\0"])
  func brokenTarget(target: String) throws {
    #expect(try problem { $0.target = target } == .targetIsNoURL(target))
    #expect(
      try problem { $0.url = "http://127.0.0.1\(target)" }
        == .targetIsNoURL("http://127.0.0.1\(target)"))
  }

  @Test(
    "A URL with credentials or of another scheme is not sent",
    arguments: [
      "http://a:b@127.0.0.1/", "http://a@127.0.0.1/", "HTTPS://:@127.0.0.1/", "ftp://127.0.0.1/",
      "http://127.0.0.1:99999/", "http://[::1/", "https:", "httpx://h/", "file:///etc/passwd",
      "http:///x",
      "http:/127.0.0.1/",
      "127.0.0.1", "//127.0.0.1/", "", "http://",
    ])
  func refusedURL(url: String) throws {
    #expect(
      try problem { $0.url = url } == (url.contains("@") ? .credentialsInURL : .targetIsNoURL(url)))
  }

  @Test("Handles that were used for one form of request serve every other")
  func everyFormAfterEveryOther() throws {
    let server = try ScriptedServer { request in
      [.respond(200, request.method == "HEAD" ? [] : ["X-Method: \(request.method)"])]
    }
    defer { server.stop() }
    let client = try makeClient()
    let part = MultipartPart(name: "n", source: .bytes([65]))
    let forms: [(String, RequestContent, String)] = [
      ("GET", .none, ""), ("HEAD", .none, ""), ("POST", .none, ""),
      ("PUT", .bytes([65, 66]), "AB"), ("POST", .multipart([part]), "name=\"n\""),
      ("DELETE", .none, ""), ("GET", .bytes([67]), "C"),
    ]
    for first in forms {
      for second in forms {
        for (method, content, _) in [first, second] {
          let exchange = try client.perform(
            HTTPRequest(method: method, url: server.url(), content: content))
          #expect(exchange.response?.status == 200)
        }
        let got = try #require(server.requests.last)
        #expect(got.method == second.0)
        #expect(second.2.isEmpty ? got.content.isEmpty : text(got.content).contains(second.2))
      }
    }
  }

  @Test("A server of HTTP/1.0 does not change what is sent to the next one")
  func versionIsNotRemembered() throws {
    let old = try ScriptedServer { _ in [.send("HTTP/1.0 200 OK\r\n\r\nbody"), .close] }
    defer { old.stop() }
    let new = try ScriptedServer { _ in [.respond(200)] }
    defer { new.stop() }
    let client = try makeClient()
    let first = try client.perform(HTTPRequest(url: old.url()))
    #expect(first.response?.version == .http1_0)
    #expect(text(first.response?.body ?? []) == "body")
    _ = try client.perform(HTTPRequest(url: new.url()))
    #expect(new.requests.first?.line == "GET / HTTP/1.1")
  }

  @Test("The environment's proxy is not used")
  func noProxy() async throws {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      setenv("ALL_PROXY", "http://127.0.0.1:1", 1)
      let server = try ScriptedServer { _ in [.respond(204)] }
      let client = try makeClient()
      let exchange = try client.perform(HTTPRequest(url: server.url()))
      #expect(exchange.response?.status == 204)
    }
  }

  @Test("Content is sent in chunks, and without a length, where a field asks for that")
  func chunks() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let client = try makeClient()
    let request = HTTPRequest(
      method: "POST", url: server.url(), fields: [RequestField("Transfer-Encoding", "chunked")],
      content: .bytes(Array("hello".utf8)))
    #expect(try client.perform(request).response?.status == 200)
    let received = try #require(server.requests.first)
    #expect(received.values("content-length").isEmpty)
    #expect(received.values("transfer-encoding") == ["chunked"])
    #expect(text(received.content) == "5\r\nhello\r\n0\r\n\r\n")
  }
}
