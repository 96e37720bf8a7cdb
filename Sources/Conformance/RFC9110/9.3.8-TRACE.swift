internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.3.8: TRACE.
  static let trace = RuleSection(
    .rfc9110, "9.3.8",
    [
      Rule(
        "http.trace.no-credentials", .should, .methods, safety: .intrusive,
        "TRACE is off, or leaves credentials out of what it sends back.",
        remedy: "Switch TRACE off; no client of an API needs it."
      ) { exchange in
        guard exchange.method == "TRACE", exchange.status > 0 else { return .notApplicable }
        let secrets = ["authorization", "cookie"].compactMap(exchange.requestField)
          .filter { !$0.isEmpty }
        guard !secrets.isEmpty else { return .notApplicable }
        guard exchange.isStatus(200...299), let octets = exchange.octets else { return .conforms }
        let isEchoed = secrets.contains { secret in
          var secret = secret
          return secret.withUTF8 { needle in
            octets.withUnsafeBufferPointer { $0.firstPlace(of: needle) != nil }
          }
        }
        return .holds(!isEchoed, else: .content, "holds the credentials of the request")
      }
    ])
}
