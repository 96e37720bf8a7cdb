import Accord

/// Redirects (RFC 9110 section 15.4).
extension HostileKind {
  private static func followed(_ path: String) -> Step {
    Get("\(path)").followRedirects().expect(200) { Text("hello") }
  }

  /// A redirect to a place that is written as it stands.
  private static func to(
    _ name: String, _ verdict: Verdict, _ words: String..., location: String
  ) -> HostileKind {
    HostileKind(
      name: name, group: .redirects, verdict: verdict, words: words, waits: false,
      step: followed(path(.redirects, name)), act: { $0.redirect(to: location) })
  }

  static let redirects: [HostileKind] = [
    to("loop", .errored, "more redirects", "loop?", location: "loop"),
    to(
      "loop-with-fragment", .errored, "more redirects", location: "/redirects/loop-with-fragment#a"),
    kind(.redirects, "long-chain", .errored, "more redirects", step: followed) {
      let count = $0.head.split(separator: " ")[1].count
      $0.redirect(to: "/redirects/long-chain?\(String(repeating: "a", count: count))")
    },
    kind(
      .redirects, "slow-chain", .errored, "no complete answer within", waits: true,
      step: followed
    ) {
      $0.pause(0.3)
      $0.redirect(to: "/redirects/slow-chain")
    },
    to("elsewhere-on-the-host", .passed, location: "/plain/redirected"),
    kind(.redirects, "another-port", .passed, step: followed) {
      $0.redirect(to: "http://127.0.0.1:\($0.places.other)/")
    },
    kind(.redirects, "another-host", .passed, step: followed) {
      $0.redirect(to: "//localhost:\($0.places.other)/")
    },
    kind(.redirects, "another-scheme", .errored, "TLS", step: followed) {
      $0.redirect(to: "https://127.0.0.1:\($0.places.other)/")
    },
    kind(.redirects, "dead-port", .errored, "curl 7", step: followed) {
      $0.redirect(to: "http://127.0.0.1:\($0.places.dead)/")
    },
    to("file", .errored, "\"file\"", location: "file:///etc/passwd"),
    to("file-in-capitals", .errored, "only http and https", location: "FILE:///etc/passwd"),
    to("ftp", .errored, "\"ftp\"", location: "ftp://127.0.0.1/"),
    to("javascript", .errored, "\"javascript\"", location: "javascript:alert(1)"),
    to("garbage", .errored, "no reference", location: "http://[::"),
    to("control-characters", .errored, "no reference", location: "/a\u{1B}[31m"),
    to("no-host", .errored, "no reference", location: "http:///x"),
    to("port-too-large", .errored, "no reference", location: "http://127.0.0.1:99999/"),
    to("user-information", .errored, "credentials", location: "http://a:b@127.0.0.1/"),
    // An empty reference is the page itself (RFC 3986 section 4.4).
    to("empty-location", .errored, "more redirects", location: ""),
    kind(.redirects, "no-location", .errored, "no Location", step: followed) {
      $0.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")
    },
    kind(.redirects, "two-locations", .errored, "several Locations", step: followed) {
      $0.send(
        "HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n")
    },
    kind(
      .redirects, "none-where-one-is-due", .failed, "expected status 302, found 200",
      step: { Get("\($0)").expect(302) { Header(.location, "/there") } }
    ) { $0.respond() },
    kind(
      .redirects, "one-where-none-is-due", .failed, "expected status 200, found 302"
    ) { $0.redirect(to: "/plain/redirected") },
  ]
}
