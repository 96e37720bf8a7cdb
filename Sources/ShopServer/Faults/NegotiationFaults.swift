import Hummingbird

extension Fault {
  /// Media types are not respected.
  static let negotiationFaults = [
    Fault(
      "not-acceptable-ignored", "GET of a user ignores Accept: 200 instead of 406.",
      breaking: "http.accept.honoured", at: .on(.get, "/users/{id}")
    ) { visit in
      try await visit.forward { $0[.accept] = nil }
    },
    Fault(
      "unsupported-type-accepted", "POST /cart ignores Content-Type: 201 instead of 415.",
      breaking: "http.415.unsupported-type", at: .on(.post, "/cart")
    ) { visit in
      try await visit.forward { $0[.contentType] = MediaType.json.essence }
    },
    Fault(
      "accept-patch-missing", "OPTIONS and 415 of a user do not say which patches are accepted.",
      at: .anyMethod("/users/{id}")
    ) { visit in
      try await visit.forward().with(.acceptPatch, nil)
    },
    Fault(
      "avatar-retyped", "GET of an avatar says application/octet-stream instead of its type.",
      at: .on(.get, "/users/{id}/avatar")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      return response.with(.contentType, "application/octet-stream")
    },
  ]
}
