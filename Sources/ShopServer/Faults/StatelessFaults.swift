import HTTPTypes
import Hummingbird

extension Fault {
  /// What a request means depends on those before it (RFC 9110 section 3.3).
  static let statelessFaults = [
    Fault(
      of: "rest.stateless.connection", "connection-remembers",
      "A product that was asked for just before on the same connection is shown without its sku.",
      with: ["rest.stateless.order"], at: .on(.get, "/products/{id}")
    ) { visit in
      let request = visit.request
      let asked = "\(request.method) \(request.uri) \(request.headers)"
      let latest = visit.onConnection { notes in
        defer { notes.latestRead = asked }
        return notes.latestRead
      }
      guard request.method == .get, asked == latest else { return try await visit.forward() }
      return try await visit.forwardEditingJSON { $0["sku"] = nil }
    },
    Fault(
      of: "rest.stateless.order", "order-matters",
      "A product tells which other path was read before it.", at: .anywhere
    ) { visit in
      let path = String(visit.request.uri.path.split(separator: "/").joined(separator: "/"))
      guard [.get, .head].contains(visit.request.method) else { return try await visit.forward() }
      let before = visit.memory.change { notes in
        if notes.reads.last != path { notes.reads = Array((notes.reads + [path]).suffix(2)) }
        return notes.reads.count > 1 ? notes.reads[0] : ""
      }
      guard path.hasPrefix("products/") else { return try await visit.forward() }
      return try await visit.forwardEditingJSON { $0["readBefore"] = .string(before) }
    },
    Fault(
      of: "rest.stateless.cookie", "cookie-decides",
      "GET of a product sets a cookie, and shows no sku to those who send it back.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      if visit.request.headers[.cookie]?.contains("view=short") == true {
        return try await visit.forwardEditingJSON { $0["sku"] = nil }
      }
      return try await visit.forward()
        .with(.setCookie, "view=short; Path=/; HttpOnly; SameSite=Lax")
    },
    Fault(
      of: "rest.stateless.no-session-cookie", "session-cookie-set",
      "GET of a product begins a session.", at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward()
        .with(.setCookie, "JSESSIONID=8d5e957f297893487bd98fa830fa6413; HttpOnly; SameSite=Lax")
    },
    Fault(
      of: "sec.cookie.attributes", "cookie-for-scripts",
      "GET of a product sets a cookie that scripts can read and other sites send.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.setCookie, "view=long; Path=/")
    },
    Fault(
      of: "rest.auth.not-connection-bound", "connection-stays-open",
      "GET /account needs no token on a connection where one was shown.", at: .on(.get, "/account")
    ) { visit in
      let isAuthorized = visit.onConnection { $0.isAuthorized }
      if isAuthorized, visit.request.headers[.authorization] == nil {
        return try await visit.forward { $0[.authorization] = "Bearer \(visit.token)" }
      }
      let response = try await visit.forward()
      if response.status != .unauthorized { visit.onConnection { $0.isAuthorized = true } }
      return response
    },
    Fault(
      of: "http.auth.invalid-401", "token-compared-by-beginning",
      "GET /account compares the first eight characters of the token.", at: .on(.get, "/account")
    ) { visit in
      try await visit.forward { fields in
        if fields[.authorization]?.hasPrefix("Bearer \(visit.token.prefix(8))") == true {
          fields[.authorization] = "Bearer \(visit.token)"
        }
      }
    },
    Fault(
      of: "http.auth.missing-401", "login-instead-of-401",
      "GET /account without a token is redirected to a page to log in.",
      with: ["rest.auth.not-connection-bound"], at: .on(.get, "/account")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unauthorized, visit.request.headers[.authorization] == nil else {
        return response
      }
      return try visit.answer(.found, [.location: "/login"])
    },
  ]
}
