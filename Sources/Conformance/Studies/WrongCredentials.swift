internal import AccordHTTP

/// What wants credentials, read with wrong ones: once each, since some servers lock an account.
package struct WrongCredentials: Study {
  package static let safety = SafetyClass.intrusive
  package static let roles: Set<Subject.Role> = [.protected]

  /// With the right credentials.
  let authorized: ObservedExchange
  /// With wrong ones, and what they are.
  let refused: [(words: String, exchange: ObservedExchange)]

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> WrongCredentials {
    let authorized = try probe.study(Protected.self, of: subject).authorized
    var refused = [
      (
        "with the last character of the secret changed",
        try probe.read(subject.url, onNewConnection: true, as: .altered)
      )
    ]
    if authorized.requestField("authorization")?.lowercased().hasPrefix("bearer ") == true {
      let field = RequestField("Authorization", "Bearer x")
      refused.append(
        (
          "with the token x",
          try probe.read(subject.url, fields: [field], onNewConnection: true, as: .none)
        ))
    }
    return WrongCredentials(authorized: authorized, refused: refused)
  }
}
