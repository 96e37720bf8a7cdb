import HTTPTypes
import Hummingbird

extension Fault {
  /// One resource looks like several, or several like one.
  static let representationFaults = [
    Fault(
      of: "http.vary.consistent", "vary-of-default-missing",
      "GET of a product has Vary only for those who ask for a media type.",
      with: ["http.vary.present"], at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      let isDefault = (visit.request.headers[.accept] ?? "*/*") == "*/*"
      return isDefault ? response.with(.vary, nil) : response
    },
    Fault(
      of: "http.accept.honoured", "xml-without-asking",
      "GET of a product answers XML to those who accept JSON and nothing else.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward {
        if $0[.accept] == MediaType.json.essence { $0[.accept] = MediaType.xml.essence }
      }
    },
    Fault(
      of: "uri.percent-normalisation", "percent-encoded-as-404",
      "GET of a product answers 404 when unreserved characters are percent-encoded.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      guard visit.context.originalTarget == visit.request.head.path else {
        return try visit.refuse(.notFound("There is no such path."))
      }
      return try await visit.forward()
    },
    Fault(
      of: "uri.trailing-slash", "slash-shows-other",
      "GET of products shows something else when the path ends with a slash.",
      at: .either(.on(.get, "/products"), .on(.get, "/products/{id}"))
    ) { visit in
      guard visit.request.uri.path.hasSuffix("/") else { return try await visit.forward() }
      return try await visit.forwardEditingJSON { $0["view"] = .string("folder") }
    },
    Fault(
      of: "http.unknown-field.ignored", "unknown-field-refused",
      "GET of a product answers 400 to request fields that the shop does not know.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let unknown = visit.request.headers.first { !knownFields.contains($0.name) }
      if let unknown { return try visit.refuse(.malformed("\(unknown.name) is unknown here.")) }
      return try await visit.forward()
    },
    Fault(
      of: "http.404.unknown-path", "unknown-path-redirected",
      "GET of a path that does not exist is redirected to /health.", at: .anywhere
    ) { visit in
      let response = try await visit.forward()
      guard [.get, .head].contains(visit.request.method),
        try await response.json()?["detail"] == .string("There is no such path.")
      else { return response }
      return try visit.answer(.seeOther, [.location: "/health"])
    },
    Fault(
      of: "http.404.unknown-item", "absent-as-200",
      "GET of a product that is not there answers 200 with {}.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .notFound else { return response }
      return try visit.answer(.ok, [.cacheControl: Caching.never.rawValue], .object([:]))
    },
  ]

  /// What clients send that are up to nothing special.
  private static let knownFields: Set<HTTPField.Name> = [
    .accept, .acceptEncoding, .acceptLanguage, .authorization, .cacheControl, .connection,
    .contentLength, .contentType, .cookie, .expect, .ifMatch, .ifModifiedSince, .ifNoneMatch,
    .ifUnmodifiedSince, .origin, .range, .referer, .transferEncoding, .userAgent,
  ]
}
