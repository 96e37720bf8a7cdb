import Hummingbird

extension Fault {
  /// Validators and conditions do not do what they are for.
  static let validatorFaults = [
    Fault("no-etag", "GET of a user has no ETag.", at: .on(.get, "/users/{id}")) { visit in
      try await visit.forward().with(.eTag, nil)
    },
    Fault(
      "etag-unstable", "The ETag of a user differs each time, though the user does not.",
      breaking: "http.etag.stable", with: ["http.inm.304", "http.head.matches-get"],
      at: .on(.get, "/users/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      return response.with(.eTag, "\"\(UInt64.random(in: 1...UInt64.max))\"")
    },
    Fault(
      "etag-shared", "The JSON and the XML of the product list have the same strong ETag.",
      breaking: "http.etag.per-representation", at: .on(.get, "/products")
    ) { visit in
      // It is known again, so that conditions go on to work.
      let response = try await visit.forward {
        if $0[.ifNoneMatch]?.contains("\"products\"") == true { $0[.ifNoneMatch] = "*" }
      }
      return response.headers[.eTag] == nil ? response : response.with(.eTag, "\"products\"")
    },
    Fault(
      "etag-ignored", "GET of a user ignores If-None-Match: 200 instead of 304.",
      breaking: "http.inm.304", at: .on(.get, "/users/{id}")
    ) { visit in
      try await visit.forward { $0[.ifNoneMatch] = nil }
    },
    Fault(
      "if-match-ignored", "PUT of a cart item ignores If-Match: 200 instead of 412.",
      breaking: "http.if-match.412", at: .on(.put, "/cart/{id}")
    ) { visit in
      try await visit.forward { $0[.ifMatch] = nil }
    },
    Fault(
      "304-without-etag", "The 304 of a product has no ETag.", breaking: "http.304.headers",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .notModified ? response.with(.eTag, nil) : response
    },
  ]
}
