import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Cookies")
struct CookieTests {
  private func server() throws -> ScriptedServer {
    try ScriptedServer { request in
      [
        .respond(
          200, request.target == "/set" ? ["Set-Cookie: a=1; Path=/", "Set-Cookie: b=2"] : [])
      ]
    }
  }

  @Test("Without a jar none are kept, and a field goes as it is")
  func noJar() throws {
    let server = try server()
    defer { server.stop() }
    let client = try makeClient()
    _ = try client.perform(HTTPRequest(url: server.url("/set")))
    _ = try client.perform(HTTPRequest(url: server.url()))
    _ = try client.perform(HTTPRequest(url: server.url(), fields: [RequestField("Cookie", "x=y")]))
    #expect(server.requests.map { $0.values("cookie") } == [[], [], ["x=y"]])
  }

  @Test("A jar keeps them between its own exchanges, on whatever handle and connection")
  func jar() throws {
    let server = try server()
    defer { server.stop() }
    let client = try makeClient()
    let mine = CookieJar()
    let other = CookieJar()
    for (path, jar) in [("/set", mine), ("/1", mine), ("/2", other), ("/3", nil), ("/4", mine)] {
      let exchange = try client.perform(
        HTTPRequest(url: server.url(path), cookies: jar, needsFreshConnection: true))
      #expect(exchange.response?.status == 200)
    }
    let expected = [[], ["a=1; b=2"], [], [], ["a=1; b=2"]]
    #expect(server.requests.map { $0.values("cookie").map(\.sorted) } == expected)
  }

  @Test("A handle that served a jar keeps nothing of its own afterwards")
  func noJarAfterJar() throws {
    let server = try server()
    defer { server.stop() }
    let client = try makeClient()
    for (path, jar) in [("/1", CookieJar()), ("/set", nil), ("/2", nil), ("/3", CookieJar())] {
      _ = try client.perform(HTTPRequest(url: server.url(path), cookies: jar))
    }
    #expect(server.requests.map { $0.values("cookie") } == [[], [], [], []])
  }

  @Test("A jar's cookies and a field's are one line")
  func jarAndField() throws {
    let server = try server()
    defer { server.stop() }
    let client = try makeClient()
    let jar = CookieJar()
    let fields = [RequestField("Cookie", "x=y")]
    _ = try client.perform(HTTPRequest(url: server.url("/set"), fields: fields, cookies: jar))
    _ = try client.perform(HTTPRequest(url: server.url(), fields: fields, cookies: jar))
    _ = try client.perform(HTTPRequest(url: server.url(), fields: fields))
    _ = try client.perform(HTTPRequest(url: server.url(), cookies: jar))
    let expected = [["x=y"], ["a=1; b=2; x=y"], ["x=y"], ["a=1; b=2"]]
    #expect(server.requests.map { $0.values("cookie").map(\.sorted) } == expected)
  }

  @Test("Cookies of one host are not sent to another")
  func otherHost() throws {
    let server = try server()
    defer { server.stop() }
    let client = try makeClient {
      $0.resolve = ["one.test:\(server.port):127.0.0.1", "two.test:\(server.port):127.0.0.1"]
    }
    let jar = CookieJar()
    for url in ["http://one.test:\(server.port)/set", "http://two.test:\(server.port)/"] {
      _ = try client.perform(HTTPRequest(url: url, cookies: jar))
    }
    #expect(server.requests.map { $0.values("cookie") } == [[], []])
  }
}

extension String {
  /// A Cookie value with its pairs in order.
  fileprivate var sorted: String {
    split(separator: "; ").sorted().joined(separator: "; ")
  }
}
