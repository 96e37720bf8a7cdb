import Accord

/// Names, addresses and their families, reached through a redirect, so that all of them belong to one
/// run.
extension HostileKind {
  private static func followed(_ path: String) -> Step {
    Get("\(path)").followRedirects().expect(200) { Text("hello") }
  }

  /// A redirect to a host at the port of another origin.
  private static func at(
    _ name: String, _ verdict: Verdict, _ words: String..., host: String, family: String? = nil,
    waits: Bool = false, port: any KeyPath<HostilePlaces, Int> & Sendable = \.other
  ) -> HostileKind {
    HostileKind(
      name: name, group: .names, verdict: verdict, words: words, waits: waits,
      step: followed(path(.names, name)),
      act: { $0.redirect(to: "http://\(host):\($0.places[keyPath: port])/") }, family: family)
  }

  static let names: [HostileKind] = answers + families + ends

  private static let answers: [HostileKind] = [
    at("no-such-host", .errored, "name could not be looked up", host: "nobody.invalid"),
    at("first-address-refuses", .passed, host: "two.test"),
    // curl gives the first address half of the time that is left.
    HostileKind(
      name: "first-address-swallows", group: .names, verdict: .passed, words: [], waits: true,
      step: followed(path(.names, "first-address-swallows")).timeout(.seconds(3)),
      act: { $0.redirect(to: "http://slow.test:\($0.places.other)/") }, limit: 3),
    at(
      "every-address-refuses", .errored, "no connection", "curl 7", host: "none.test", port: \.dead),
    at(
      "only-address-swallows", .errored, "while a connection was opened", host: "127.0.0.9",
      waits: true),
  ]

  private static let families: [HostileKind] = [
    at("ipv6-address", .passed, host: "[::1]", port: \.otherOnIPv6),
    at("only-ipv4-of-two-answers", .passed, host: "six.test"),
    at("only-ipv6-of-two-answers", .passed, host: "four.test", port: \.otherOnIPv6),
    at("ipv4-alone", .passed, host: "six.test", family: "ipv4"),
    at(
      "ipv4-alone-and-dead", .errored, "no connection", host: "four.test", family: "ipv4",
      port: \.otherOnIPv6),
    at(
      "ipv6-address-with-ipv4-alone", .errored, host: "[::1]", family: "ipv4", port: \.otherOnIPv6),
    at("ipv6-alone", .passed, host: "four.test", family: "ipv6", port: \.otherOnIPv6),
    at("ipv6-alone-and-dead", .errored, "no connection", host: "six.test", family: "ipv6"),
    at("ipv4-address-with-ipv6-alone", .errored, host: "127.0.0.1", family: "ipv6"),
  ]

  private static let ends: [HostileKind] = [
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
