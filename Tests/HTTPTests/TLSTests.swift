import AccordHTTP
import AccordTestSupport
import Testing

/// TLS with a real server, `openssl s_server`, and certificates made for the test.
@Suite("TLS", .enabled(if: TestCertificates.openssl != nil, "\(TestCertificates.absence)"))
struct TLSTests {
  /// A server, what the client is told, and what must come of it.
  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var certificate = "server"
    var options = ""
    var host = "127.0.0.1"
    var client: @Sendable (TestCertificates) -> TLSOptions
    /// Nil where there must be an answer.
    var fault: TLSFault?
  }

  private static let trusting: @Sendable (TestCertificates) -> TLSOptions = {
    TLSOptions(authorities: $0.path("ca.pem"))
  }

  private static let mutual = "-Verify 1 -CAfile ca.pem -verify_return_error"

  private static func presenting(
    _ name: String, key: String? = nil, password: String? = nil
  ) -> @Sendable (TestCertificates) -> TLSOptions {
    {
      TLSOptions(
        authorities: $0.path("ca.pem"), certificate: $0.path("\(name).pem"),
        key: $0.path("\(key ?? name).key"), password: password)
    }
  }

  static let rows: [Row] = [
    Row(testDescription: "an authority of one's own", client: trusting),
    Row(
      testDescription: "an authority nobody knows", client: { _ in TLSOptions() },
      fault: .unknownAuthority),
    Row(
      testDescription: "an authority nobody knows, unverified",
      client: { _ in TLSOptions(verifies: false) }),
    Row(
      testDescription: "a certificate past its time", certificate: "expired", client: trusting,
      fault: .expired),
    Row(
      testDescription: "a certificate past its time, unverified", certificate: "expired",
      client: { _ in TLSOptions(verifies: false) }),
    Row(
      testDescription: "a certificate of another host", certificate: "elsewhere",
      client: trusting, fault: .wrongHost),
    Row(
      testDescription: "a certificate of another name", certificate: "elsewhere",
      host: "localhost", client: trusting, fault: .wrongHost),
    Row(
      testDescription: "a certificate of another host, unverified", certificate: "elsewhere",
      client: { _ in TLSOptions(verifies: false) }),
    Row(
      testDescription: "a certificate that vouches for itself", certificate: "alone",
      client: trusting, fault: .selfSigned),
    Row(
      testDescription: "a certificate that vouches for itself and is trusted",
      certificate: "alone",
      client: { TLSOptions(authorities: $0.path("alone.pem")) }),
    Row(
      testDescription: "an old version", options: "-tls1_1 -cipher ALL:@SECLEVEL=0",
      client: trusting, fault: .oldVersion),
    Row(
      testDescription: "a certificate of this side", options: mutual,
      client: presenting("client")),
    Row(
      testDescription: "no certificate of this side", options: mutual, client: trusting,
      fault: .clientCertificateRefused),
    Row(
      testDescription: "a certificate of this side that the server does not trust",
      options: mutual, client: presenting("alone"), fault: .clientCertificateRefused),
    Row(
      testDescription: "a key with its password", options: mutual,
      client: presenting("locked", password: "open-sesame")),
    Row(
      testDescription: "a key with another password", options: mutual,
      client: presenting("locked", password: "wrong"), fault: .clientCertificateUnusable),
    Row(
      testDescription: "a key without its password", options: mutual,
      client: presenting("locked"), fault: .clientCertificateUnusable),
    Row(
      testDescription: "another certificate's key", options: mutual,
      client: presenting("client", key: "server"), fault: .clientCertificateUnusable),
    Row(
      testDescription: "a file without authorities",
      client: { TLSOptions(authorities: $0.path("ca.key")) }, fault: .authoritiesUnusable),
  ]

  @Test("Each certificate gives an answer, or an error that says what is wrong with it")
  func certificates() throws {
    let certificates = try TestCertificates()
    defer { certificates.remove() }
    let here = "IP:127.0.0.1,DNS:localhost"
    try certificates.issue("server", names: here)
    try certificates.issue("expired", names: here, days: -1)
    try certificates.issue("elsewhere", names: "DNS:elsewhere.test")
    try certificates.selfSign("alone", names: here)
    try certificates.issue("client", names: "DNS:client.test")
    try certificates.issue("locked", names: "DNS:client.test", password: "open-sesame")
    for row in Self.rows {
      let server = try TLSServer(certificates, row.certificate, row.options)
      defer { server.stop() }
      let client = try makeClient { $0.tls = row.client(certificates) }
      let exchange = try client.perform(HTTPRequest(url: server.url(host: row.host)))
      if let fault = row.fault {
        #expect(exchange.response == nil, "\(row.testDescription)")
        #expect(
          exchange.error?.tlsFault == fault,
          "\(row.testDescription): \(String(describing: exchange.error))")
      } else {
        #expect(
          exchange.response?.status == 200,
          "\(row.testDescription): \(String(describing: exchange.error))")
      }
    }
  }

  @Test("A server that speaks no TLS is told apart")
  func plain() throws {
    let server = try ScriptedServer(serving: { _, socket, _ in
      _ = socket.receive()
      _ = socket.send(Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8))
    })
    defer { server.stop() }
    let client = try makeClient()
    let exchange = try client.perform(HTTPRequest(url: "https://127.0.0.1:\(server.port)/"))
    #expect(exchange.error?.tlsFault == .noTLS, "\(String(describing: exchange.error))")
  }
}
