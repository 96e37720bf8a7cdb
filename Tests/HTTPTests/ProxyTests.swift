import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Proxies")
struct ProxyTests {
  @Test("A proxy of HTTP is asked for the whole URL, with its own credentials")
  func absoluteForm() throws {
    let proxy = try ScriptedServer { _ in [.respond(200, ["X-Of: proxy"])] }
    defer { proxy.stop() }
    let url = "http://127.0.0.1:\(proxy.port)"
    let client = try makeClient {
      $0.proxies = ProxyOptions(http: url, logins: [url: "ada:love:lace"])
    }
    let exchange = try client.perform(HTTPRequest(url: "http://some.test/a?b"))
    #expect(exchange.response?.status == 200)
    #expect(proxy.requests.first?.line == "GET http://some.test/a?b HTTP/1.1")
    #expect(
      proxy.requests.first?.values("proxy-authorization") == ["Basic YWRhOmxvdmU6bGFjZQ=="])
  }

  @Test("Excepted hosts, and URLs of a scheme without a proxy, are reached without it")
  func exceptions() throws {
    let server = try ScriptedServer { _ in [.respond(200)] }
    defer { server.stop() }
    let dead = "http://127.0.0.1:1"
    for proxies in [
      ProxyOptions(http: dead, exceptions: "some.test,127.0.0.0/8"), ProxyOptions(https: dead),
      ProxyOptions(http: dead, exceptions: "*"),
    ] {
      let client = try makeClient { $0.proxies = proxies }
      #expect(try client.perform(HTTPRequest(url: server.url())).response?.status == 200)
    }
    let client = try makeClient { $0.proxies = ProxyOptions(http: dead, exceptions: "some.test") }
    #expect(try client.perform(HTTPRequest(url: server.url())).error?.phase == .connect)
  }

  @Test(
    "SOCKS5 passes requests on, names by itself or as an address",
    arguments: [("socks5", nil), ("socks5h", nil), ("socks5h", "ada:lovelace")])
  func socks(scheme: String, login: String?) throws {
    let server = try ScriptedServer { _ in [.respond(200, ["X-Of: server"])] }
    defer { server.stop() }
    let proxy = try TunnelProxy(login: login)
    defer { proxy.stop() }
    let url = "\(scheme)://127.0.0.1:\(proxy.port)"
    let client = try makeClient {
      $0.proxies = ProxyOptions(http: url, logins: login.map { [url: $0] } ?? [:])
      $0.addressFamily = .ipv4
    }
    let exchange = try client.perform(HTTPRequest(url: "http://localhost:\(server.port)/a"))
    #expect(exchange.response?.fields.all("x-of").map(\.value) == ["server"])
    #expect(server.requests.first?.line == "GET /a HTTP/1.1")
    #expect(
      proxy.asked == ["SOCKS \(scheme == "socks5" ? "127.0.0.1" : "localhost"):\(server.port)"])
  }

  @Test("SOCKS5 with a wrong password is an error of the proxy")
  func refusedSocks() throws {
    let proxy = try TunnelProxy(login: "ada:lovelace")
    defer { proxy.stop() }
    let url = "socks5h://127.0.0.1:\(proxy.port)"
    let client = try makeClient {
      $0.proxies = ProxyOptions(http: url, logins: [url: "ada:wrong"])
    }
    let error = try client.perform(HTTPRequest(url: "http://some.test/")).error
    #expect(error?.code == 97)
    #expect(error?.phase == .connect)
    #expect(error?.isOfProxy == true)
    #expect(proxy.asked.isEmpty)
  }

  @Test(
    "A proxy that is not there, or breaks the tunnel off, is the one that failed; a server is its own",
    arguments: ["http", "socks5h"], ["http://some.test/", "https://some.test/"])
  func failedProxy(scheme: String, url: String) throws {
    func error(proxy port: Int, exceptions: String = "", url: String) throws -> TransportError? {
      let client = try makeClient {
        let proxy = "\(scheme)://127.0.0.1:\(port)"
        $0.proxies = ProxyOptions(http: proxy, https: proxy, exceptions: exceptions)
      }
      return try client.perform(HTTPRequest(url: url)).error
    }
    let absent = try error(proxy: 1, url: url)
    #expect(absent?.isOfProxy == true)
    #expect(absent?.phase == .connect)
    let own = try error(proxy: 1, exceptions: "127.0.0.1", url: "http://127.0.0.1:2/")
    #expect(own?.isOfProxy == false)
    #expect(own?.phase == .connect)
    guard scheme == "http", url.hasPrefix("https") else { return }
    let broken = try ScriptedServer { _ in [.close] }
    defer { broken.stop() }
    let ended = try error(proxy: broken.port, url: url)
    #expect(ended?.phase == .connect)
    #expect(ended?.isOfProxy == true)
  }

  @Test(
    "A tunnel carries TLS, and neither side learns what is meant for the other",
    .enabled(if: TestCertificates.openssl != nil, "\(TestCertificates.absence)"))
  func tunnel() throws {
    let certificates = try TestCertificates()
    defer { certificates.remove() }
    try certificates.issue("server", names: "IP:127.0.0.1")
    let server = try TLSServer(certificates, "server")
    defer { server.stop() }
    let proxy = try TunnelProxy(login: "ada:lovelace")
    defer { proxy.stop() }
    let url = "http://127.0.0.1:\(proxy.port)"
    let request = HTTPRequest(
      url: server.url(), fields: [RequestField("Authorization", "Bearer x", isSensitive: true)])
    for (password, status): (String, Int?) in [("lovelace", 200), ("wrong", nil)] {
      let client = try makeClient {
        $0.proxies = ProxyOptions(https: url, logins: [url: "ada:\(password)"])
        $0.tls.authorities = certificates.path("ca.pem")
      }
      let exchange = try client.perform(request)
      #expect(exchange.response?.status == status)
      #expect(exchange.response?.fields.all("x-of-proxy").isEmpty ?? true)
      if status == nil {
        #expect(exchange.error?.message == "CONNECT tunnel failed, response 407")
        #expect(exchange.error?.reason == .refusedByProxy(status: 407))
      }
    }
    #expect(proxy.asked == Array(repeating: "CONNECT 127.0.0.1:\(server.port)", count: 2))
  }

  @Test(
    "A proxy may speak TLS itself, with an authority of its own",
    .enabled(if: TestCertificates.openssl != nil, "\(TestCertificates.absence)"))
  func secureProxy() throws {
    let certificates = try TestCertificates()
    defer { certificates.remove() }
    try certificates.issue("proxy", names: "IP:127.0.0.1")
    // It answers every GET with a page of its own, whatever URL is asked for.
    let proxy = try TLSServer(certificates, "proxy")
    defer { proxy.stop() }
    let url = "https://127.0.0.1:\(proxy.port)"
    for (options, isTrusted) in [
      (ProxyOptions(http: url, authorities: certificates.path("ca.pem")), true),
      (ProxyOptions(http: url, verifies: false), true), (ProxyOptions(http: url), false),
    ] {
      let client = try makeClient { $0.proxies = options }
      let exchange = try client.perform(HTTPRequest(url: "http://some.test/"))
      #expect((exchange.response?.status == 200) == isTrusted)
      if !isTrusted { #expect(exchange.error?.tlsFault == .unknownAuthority) }
    }
  }

  @Test("A tunnel that is refused is no answer of the server's", arguments: [302, 403, 407, 502])
  func refusedTunnel(status: Int) throws {
    let proxy = try ScriptedServer { _ in [.respond(status, [], "a page of the proxy's"), .close] }
    defer { proxy.stop() }
    let client = try makeClient {
      $0.proxies = ProxyOptions(https: "http://127.0.0.1:\(proxy.port)")
    }
    let exchange = try client.perform(HTTPRequest(method: "POST", url: "https://some.test/a"))
    #expect(exchange.error?.reason == .refusedByProxy(status: status))
    #expect(exchange.error?.phase == .connect)
    #expect(exchange.error?.mayHaveBeenProcessed == false)
    #expect(exchange.error?.received == nil)
    #expect(proxy.requests.map(\.line) == ["CONNECT some.test:443 HTTP/1.1"])
  }

  @Test("A 407 through a proxy is the proxy's, any other status may be the server's")
  func refusedRequest() throws {
    let proxy = try ScriptedServer { request in
      request.target.hasSuffix("/no") ? [.respond(407)] : [.respond(502)]
    }
    defer { proxy.stop() }
    let client = try makeClient {
      $0.proxies = ProxyOptions(
        http: "http://127.0.0.1:\(proxy.port)", exceptions: "localhost")
    }
    let refused = try client.perform(HTTPRequest(url: "http://some.test/no"))
    #expect(refused.error?.reason == .refusedByProxy(status: 407))
    #expect(refused.error?.mayHaveBeenProcessed == false)
    let other = try client.perform(HTTPRequest(url: "http://some.test/other"))
    #expect(other.response?.status == 502)
    // A server that is reached without the proxy may say 407 for itself.
    let server = try ScriptedServer { _ in [.respond(407)] }
    defer { server.stop() }
    let own = try client.perform(HTTPRequest(url: "http://localhost:\(server.port)/no"))
    #expect(own.response?.status == 407)
  }

  @Test("A 407 without a proxy, or of a server behind SOCKS, is the server's")
  func ownRefusal() throws {
    let server = try ScriptedServer { _ in [.respond(407)] }
    defer { server.stop() }
    let proxy = try TunnelProxy()
    defer { proxy.stop() }
    for proxies in [
      ProxyOptions(), ProxyOptions(http: "socks5h://127.0.0.1:\(proxy.port)"),
    ] {
      let client = try makeClient { $0.proxies = proxies }
      #expect(try client.perform(HTTPRequest(url: server.url("/"))).response?.status == 407)
    }
  }
}
