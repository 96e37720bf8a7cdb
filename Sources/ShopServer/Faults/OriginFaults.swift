import HTTPTypes
import Hummingbird

extension Fault {
  /// Pages of other sites are let in (WHATWG Fetch, CORS).
  static let originFaults = [
    Fault(
      of: "sec.cors.reflect-any", "origin-reflected",
      "GET of a product allows every origin that asks, with credentials.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      let vary = [response.headers[.vary], "Origin"].compactMap { $0 }.joined(separator: ", ")
      let origin = visit.request.headers[.origin]
      return response.with(.vary, vary).with(.accessControlAllowOrigin, origin)
        .with(.accessControlAllowCredentials, origin.map { _ in "true" })
    },
    Fault(
      of: "sec.cors.vary-origin", "origin-without-vary",
      "GET of a product allows the origin that asks, and Vary does not name Origin.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let origin = visit.request.headers[.origin]
      return try await visit.forward()
        .with(.accessControlAllowOrigin, origin == "null" ? nil : origin)
    },
    Fault(
      of: "sec.cors.wildcard-credentials", "all-origins-with-credentials",
      "GET of a product allows all origins, with credentials.", at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.accessControlAllowOrigin, "*")
        .with(.accessControlAllowCredentials, "true")
    },
  ]
}
