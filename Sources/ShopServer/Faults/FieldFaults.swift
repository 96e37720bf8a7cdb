import Hummingbird

extension Fault {
  /// A header field is missing or says something untrue.
  static let fieldFaults = [
    Fault(
      "created-without-location", "The 201 of POST /cart has no Location.",
      breaking: "http.post.created-location", at: .on(.post, "/cart")
    ) { visit in
      try await visit.forward().with(.location, nil)
    },
    Fault(
      "location-broken", "The Location of POST /cart leads to a 404.",
      breaking: "http.201.location-resolves", with: ["rest.lifecycle.post-distinct"],
      at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .created ? response.with(.location, "/cart/0") : response
    },
    Fault(
      "redirect-lost", "The 307 of GET /me has no Location.", breaking: "http.3xx.location",
      at: .on(.get, "/me")
    ) { visit in
      try await visit.forward().with(.location, nil)
    },
    Fault(
      "wrong-content-type", "GET /users labels its JSON text/html.",
      breaking: "http.content-type.truthful", at: .on(.get, "/users")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .ok ? response.with(.contentType, "text/html") : response
    },
    Fault(
      "405-without-allow", "A 405 has no Allow.", breaking: "http.405.allow", at: .anywhere
    ) { visit in
      let response = try await visit.forward()
      return response.status == .methodNotAllowed ? response.with(.allow, nil) : response
    },
    Fault(
      "options-without-allow", "The answer to OPTIONS has no Allow.",
      breaking: "http.options.allow", at: .anywhere
    ) { visit in
      let response = try await visit.forward()
      return visit.request.method == .options ? response.with(.allow, nil) : response
    },
    Fault(
      "allow-lies", "Allow of /products/{id} lists DELETE, which is answered 405.",
      at: .anyMethod("/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard let allow = response.headers[.allow] else { return response }
      return response.with(.allow, allow + ", DELETE")
    },
    Fault(
      "cache-control-missing", "GET /products says nothing about caching.",
      breaking: "http.cache.explicit", at: .on(.get, "/products")
    ) { visit in
      try await visit.forward().with(.cacheControl, nil)
    },
    Fault(
      "account-cacheable", "GET /account, which is personal, allows shared caches to keep it.",
      breaking: "http.cache.private-auth", at: .on(.get, "/account")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      return response.with(.cacheControl, "public, max-age=3600")
    },
    Fault(
      "sniffing-allowed", "Answers do not have X-Content-Type-Options.", breaking: "sec.nosniff",
      at: .anywhere
    ) { visit in
      try await visit.forward().with(.xContentTypeOptions, nil)
    },
  ]
}
