internal import AccordHTTP

extension RuleSection {
  /// OWASP REST Security Cheat Sheet, HTTPS.
  static let owaspHTTPS = RuleSection(
    .owaspREST, "HTTPS",
    [
      Rule(
        "sec.https-only", .convention, .security,
        "What is served by https is not served without TLS too.",
        remedy: "Refuse plain HTTP, or redirect it to https, before anything else is looked at.",
        active: .of(PlainHTTP.self) { study throws(Obstacle) in
          let status = study.plain.status
          if study.plain.response == nil { return .conforms }
          switch status {
          case 300...399:
            let location = study.plain.line("location")?.lowercased() ?? ""
            if location.hasPrefix("https:") { return .conforms }
            throw .prevents("plain HTTP was led to \(location.isEmpty ? "nowhere" : location)")
          case 200...299:
            // What listens there may be something else.
            guard study.secure.status == status, study.plain.octets != nil,
              study.secure.mediaType == study.plain.mediaType,
              study.secure.mediaType?.isJSON == true
                || study.secure.octets == study.plain.octets
            else { throw .prevents("something else may listen for plain HTTP") }
            return .violation(
              Evidence(
                part: .status, problem: "serves plain HTTP as it does https", quote: "\(status)",
                exhibits: [
                  Exhibit("with https", study.secure.exchange),
                  Exhibit("without TLS", study.plain.exchange, .status),
                ]))
          case 401: throw .prevents("credentials are asked for without TLS")
          case 500...: throw .prevents("plain HTTP answered \(status)")
          default: return .conforms
          }
        })
    ])
}
