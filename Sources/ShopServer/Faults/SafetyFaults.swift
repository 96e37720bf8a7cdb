import HTTPTypes
import Hummingbird

extension Fault {
  /// Safe methods change something (RFC 9110 section 9.2.1).
  static let safetyFaults = [
    Fault(
      of: "http.get.safe", "get-adds", "GET of a cart item puts another one like it into the cart.",
      with: ["http.put.idempotent", "rest.stateless.order"], at: .on(.get, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      if visit.request.method == .get { try await visit.addAgain(response) }
      return response
    },
    Fault(
      of: "http.head.safe", "head-adds",
      "HEAD of a cart item puts another one like it into the cart.", at: .on(.head, "/cart/{id}")
    ) { visit in
      let response = try await visit.forward()
      try await visit.addAgain(response)
      return response
    },
    Fault(
      of: "http.safe.method-override", "override-field-honoured",
      "GET of a cart item with X-HTTP-Method-Override: DELETE removes it.",
      at: .on(.get, "/cart/{id}")
    ) { visit in
      let overrides = ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"]
      let isOverridden = overrides.compactMap { HTTPField.Name($0) }.contains {
        visit.request.headers[$0]?.uppercased() == "DELETE"
      }
      return isOverridden ? try await visit.ask(.delete) : try await visit.forward()
    },
    Fault(
      of: "http.safe.method-override", "override-query-honoured",
      "GET of a cart item with ?_method=DELETE removes it.", at: .on(.get, "/cart/{id}")
    ) { visit in
      let method = visit.request.uri.queryParameters["_method"]
      return method?.uppercased() == "DELETE"
        ? try await visit.ask(.delete) : try await visit.forward()
    },
  ]
}

extension Visit {
  /// Adds an item like the one that is shown.
  fileprivate func addAgain(_ shown: Response) async throws {
    guard shown.status == .ok, let item = try await shown.json(), let product = item["product"],
      let quantity = item["quantity"]
    else { return }
    _ = try await ask(
      .post, .object(["product": product, "quantity": quantity]), at: "/cart")
  }
}
