import Accord

/// TLS and names, reached through a redirect, so that all of them belong to one run.
extension HostileKind {
  private static func followed(_ path: String) -> Step {
    Get("\(path)").followRedirects().expect(200) { Text("hello") }
  }

  private static func secured(
    _ name: String, _ words: String..., waits: Bool = false,
    at place: any KeyPath<HostilePlaces, Int> & Sendable
  ) -> HostileKind {
    HostileKind(
      name: name, group: .tls, verdict: .errored, words: words, waits: waits,
      step: followed(path(.tls, name)),
      act: { $0.redirect(to: "https://127.0.0.1:\($0.places[keyPath: place])/") })
  }

  static let tls: [HostileKind] = [
    secured("stalled-handshake", "while TLS was negotiated", waits: true, at: \.silent),
    secured("garbage-handshake", "no TLS connection", at: \.garbage),
    secured("no-tls", "no TLS connection", at: \.other),
    secured("closed-in-the-handshake", "no TLS connection", at: \.closing),
    secured("reset-in-the-handshake", "no TLS connection", at: \.resetting),
    secured("old-version", "no TLS connection", at: \.old),
    secured("alert", "no TLS connection", "handshake failure", at: \.alerting),
  ]

  static let names: [HostileKind] = [
    kind(.names, "no-such-host", .errored, "name could not be looked up", step: followed) {
      $0.redirect(to: "http://nobody.invalid/")
    },
    kind(.names, "first-address-dead", .passed, step: followed) {
      $0.redirect(to: "http://two.test:\($0.places.other)/")
    },
    kind(.names, "only-ipv4-of-two-answers", .passed, step: followed) {
      $0.redirect(to: "http://six.test:\($0.places.other)/")
    },
    kind(.names, "closed-at-once", .errored, "before an answer", step: followed) {
      $0.redirect(to: "http://127.0.0.1:\($0.places.closing)/")
    },
    kind(.names, "reset-at-once", .errored, "curl", step: followed) {
      $0.redirect(to: "http://127.0.0.1:\($0.places.resetting)/")
    },
    kind(.names, "silent-at-once", .errored, "no complete answer", waits: true, step: followed) {
      $0.redirect(to: "http://127.0.0.1:\($0.places.silent)/")
    },
  ]
}
