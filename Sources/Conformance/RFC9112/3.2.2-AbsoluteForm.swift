extension RuleSection {
  /// RFC 9112 section 3.2.2: request targets that are URLs.
  static let absoluteForm = RuleSection(
    .rfc9112, "3.2.2",
    [
      Rule(
        "framing.absolute-form", .must, tier: 2, .framing,
        "A request whose target is the whole URL is answered as one with the path alone.",
        remedy: "Take path and query out of a request target that is a URL.",
        active: .of(UnusualForms.self) { study in
          let role = "a request for the whole URL"
          let exchange = study.absolute.first
          guard exchange.response != nil else { return .inconclusive(exchange.silence) }
          if exchange.status == 200 { return .conforms }
          // What stands before a server may take it for an attempt to use a proxy.
          guard [400, 404, 405, 414, 501].contains(exchange.status) else {
            return .inconclusive("\(role) was answered \(exchange.status)")
          }
          return .violation(
            Evidence(
              part: .status, problem: "is \(exchange.status) for \(role), and 200 for its path",
              exhibits: [Exhibit(role, exchange.exchange, .status)]))
        })
    ])
}
