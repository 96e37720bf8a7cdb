import Hummingbird

extension Fault {
  /// The status is not the one promised.
  static let statusFaults = [
    Fault(
      "missing-as-200", "GET of an absent user answers 200 with {} instead of 404.",
      breaking: "http.404.unknown-item", with: ["rest.lifecycle.deleted-gone"],
      at: .on(.get, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .notFound else { return response }
      return try visit.answer(.ok, [.cacheControl: Caching.never.rawValue], .object([:]))
    },
    Fault(
      "bad-id-as-500", "GET of a user whose id is not a number answers 500 instead of 400.",
      at: .on(.get, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .badRequest else { return response }
      return try visit.refuse(.unexpected())
    },
    Fault(
      "created-as-200", "POST /cart answers 200 instead of 201.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .created ? response.with(.ok) : response
    },
    Fault(
      "accepted-as-200", "POST /orders answers 200 instead of 202.", at: .on(.post, "/orders")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .accepted ? response.with(.ok) : response
    },
    Fault(
      "delete-as-200", "DELETE of a cart item answers 200 with content instead of 204.",
      at: .on(.delete, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .noContent else { return response }
      return try visit.answer(.ok, [:], .object(["deleted": .boolean(true)]))
    },
    Fault(
      "head-with-404", "HEAD of a user who is there answers 404.",
      breaking: "http.head.supported", with: ["http.head.status-matches-get"],
      at: .on(.head, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .ok ? response.with(.notFound) : response
    },
    Fault(
      "unknown-path-as-200", "A path that does not exist answers 200 with {}.",
      breaking: "http.404.unknown-path", at: .anywhere
    ) { visit in
      let response = try await visit.forward()
      let isUnknownPath = try await response.json()?["detail"] == .string("There is no such path.")
      guard isUnknownPath else { return response }
      return try visit.answer(.ok, [.cacheControl: Caching.never.rawValue], .object([:]))
    },
    Fault(
      "delete-allowed", "DELETE of a product, which is read-only, answers 204 instead of 405.",
      at: .on(.delete, "/products/{id}")
    ) { _ in
      Response(status: .noContent)
    },
    Fault(
      "conflict-as-500", "PATCH of a user with an If-Match that fails answers 500, not 412.",
      breaking: "http.5xx.none", with: ["http.if-match.412"], at: .on(.patch, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .preconditionFailed else { return response }
      return try visit.refuse(.unexpected())
    },
  ]
}
