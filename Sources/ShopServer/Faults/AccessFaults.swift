import Hummingbird

extension Fault {
  /// `/account` is not as protected as it should be.
  static let accessFaults = [
    Fault(
      "auth-open", "GET /account needs no token.", breaking: "http.auth.missing-401",
      with: ["rest.auth.not-connection-bound"], at: .on(.get, "/account")
    ) { visit in
      try await visit.forward {
        if $0[.authorization] == nil { $0[.authorization] = "Bearer \(visit.token)" }
      }
    },
    Fault(
      "any-token", "GET /account takes any token.", breaking: "http.auth.invalid-401",
      at: .on(.get, "/account")
    ) { visit in
      try await visit.forward {
        if $0[.authorization] != nil { $0[.authorization] = "Bearer \(visit.token)" }
      }
    },
    Fault(
      "challenge-missing", "The 401 of GET /account has no WWW-Authenticate.",
      breaking: "http.401.www-authenticate", at: .on(.get, "/account")
    ) { visit in
      try await visit.forward().with(.wwwAuthenticate, nil)
    },
    Fault(
      "401-as-403", "GET /account without a token answers 403 instead of 401.",
      breaking: "http.auth.missing-401", with: ["rest.auth.not-connection-bound"],
      at: .on(.get, "/account")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unauthorized else { return response }
      return try await response.with(.forbidden)
        .editingText { $0.replace(#""status":401"#, with: #""status":403"#) }
    },
  ]
}
