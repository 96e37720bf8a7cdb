import Accord
import AccordTestSupport

/// TLS, reached through a redirect, so that all of it belongs to one run, which trusts an authority made
/// for it.
extension HostileKind {
  static let tls: [HostileKind] = handshakes + (TestCertificates.openssl == nil ? [] : certificates)

  private static func followed(_ path: String) -> Step {
    Get("\(path)").followRedirects().expect(200) { Text("hello") }
  }

  private static func secured(
    _ name: String, _ words: String..., waits: Bool = false, scheme: String = "https",
    at place: any KeyPath<HostilePlaces, Int> & Sendable
  ) -> HostileKind {
    HostileKind(
      name: name, group: .tls, verdict: .errored, words: words, waits: waits,
      step: followed(path(.tls, name)),
      act: { $0.redirect(to: "\(scheme)://127.0.0.1:\($0.places[keyPath: place])/") })
  }

  private static let handshakes: [HostileKind] = [
    secured("stalled-handshake", "while TLS was negotiated", waits: true, at: \.silent),
    secured("garbage-handshake", "no TLS connection", "does not speak TLS", at: \.garbage),
    secured(
      "cleartext-where-tls-is-due", "no TLS connection", "does not speak TLS", at: \.other),
    secured(
      "closed-in-the-handshake", "no TLS connection",
      "ended the connection within the TLS handshake",
      at: \.closing),
    secured(
      "closed-after-the-client-hello", "no TLS connection",
      "ended the connection within the TLS handshake", at: \.closingLater),
    secured("reset-in-the-handshake", "connection", at: \.resetting),
    secured("ssl-3.0-hello", "no TLS connection", at: \.old),
    secured("tls-1.0-hello", "no TLS connection", "1.2 and 1.3", at: \.old1_0),
    secured(
      "alert", "no TLS connection", "handshake failure", "refused the TLS handshake", at: \.alerting
    ),
  ]

  /// What `openssl s_server` answers is a page that ends with the connection.
  private static func served(
    _ name: String, _ verdict: Verdict, _ words: String..., by server: HostileTLS.Name,
    scheme: String = "https", host: String = "127.0.0.1"
  ) -> HostileKind {
    HostileKind(
      name: name, group: .tls, verdict: verdict, words: words, waits: false,
      step: Get("\(path(.tls, name))").followRedirects().expect(200) {
        Text(.containsText("<pre>"))
      },
      act: { $0.redirect(to: "\(scheme)://\(host):\($0.places.secured[server] ?? 0)/") })
  }

  private static let certificates: [HostileKind] = [
    served("trusted", .passed, by: .usual),
    served("trusted-by-name", .passed, by: .usual, host: "localhost"),
    served("expired", .errored, "certificate has expired", "past its time", by: .expired),
    served("not-yet-valid", .errored, "not yet valid", "clock", by: .future),
    served(
      "self-signed", .errored, "self-signed", "nobody but the server itself", "--cacert",
      by: .alone),
    served(
      "unknown-authority", .errored, "unable to get local issuer", "no authority", "--cacert",
      by: .unknown),
    served(
      "wrong-name", .errored, "is for another host", "localhost", by: .elsewhere, host: "localhost"),
    served("wrong-address", .errored, "is for another host", "127.0.0.1", by: .elsewhere),
    served("weak-key", .errored, "too weak", "2048", by: .weakKey),
    served("signed-with-sha-1", .errored, "too weak", "SHA-256", by: .weakDigest),
    served("tls-1.0", .errored, "1.2 and 1.3", by: .version1_0),
    served("tls-1.1", .errored, "1.2 and 1.3", by: .version1_1),
    served("certificate-of-this-side-wanted", .errored, "--cert FILE", by: .mutual),
    // OpenSSL says nothing before it closes; others answer with an alert, or with words and a 400.
    served("http-to-a-port-of-tls", .errored, "before an answer", by: .usual, scheme: "http"),
    secured("http-to-a-port-that-alerts", "https:// meant", scheme: "http", at: \.alerting),
    served("no-close-notify", .errored, "close_notify", by: .withoutEnd),
    served("cut-off-in-the-body", .errored, "close_notify", by: .cut),
    served("changed-on-the-way", .errored, "not what the server sent", by: .changed),
  ]
}
