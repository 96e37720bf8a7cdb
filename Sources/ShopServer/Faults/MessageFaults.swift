import HTTPTypes
import Hummingbird

extension Fault {
  /// Fields of an answer say what they cannot mean.
  static let messageFaults = [
    Fault(
      of: "http.location.valid", "location-with-userinfo",
      "The Location of POST /cart names a user and a password.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard let location = response.headers[.location] else { return response }
      let host = visit.request.head.authority ?? "shop"
      return response.with(.location, "http://shop:secret@\(host)\(location)")
    },
    Fault(
      of: "http.status.registered", "status-unregistered",
      "POST /cart answers 432 instead of 422, which means nothing.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unprocessableContent else { return response }
      return try await response.with(.init(code: 432, reasonPhrase: "Not Acceptable To Us"))
        .editingText { $0.replace(#""status":422"#, with: #""status":432"#) }
    },
    Fault(
      of: "http.content-type.present", "content-type-missing",
      "GET of a product has no Content-Type.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.contentType, nil)
    },
    Fault(
      of: "http.content-type.syntax", "content-type-malformed",
      "The Content-Type of a product is json.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .ok ? response.with(.contentType, "json") : response
    },
    Fault(
      of: "http.cache-control.syntax", "max-age-in-words",
      "The Cache-Control of a product has max-age=soon.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      let caching = response.headers[.cacheControl]?.replacing("max-age=60", with: "max-age=soon")
      return response.with(.cacheControl, caching)
    },
    Fault(
      of: "http.date.format", "expires-malformed",
      "The Expires of a product is a date of ISO 8601.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.headers[.cacheControl] == Caching.lasting.rawValue
        ? response.with(.expires, "2038-01-19T03:14:07Z") : response
    },
    Fault(
      of: "http.date.present", "date-missing", "GET of a product has no Date.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      let isHead = visit.request.method == .head
      try await visit.sendRaw(
        response, { $0[.date] = nil }, content: isHead ? "" : response.text())
      return response
    },
    Fault(
      of: "http.field.singleton", "etag-twice", "GET of a product has two ETags.",
      with: ["http.etag.syntax"], at: .on(.get, "/products/{id}")
    ) { visit in
      var response = try await visit.forward()
      if let tag = response.headers[.eTag] {
        response.headers.append(HTTPField(name: .eTag, value: "W/\(tag)"))
      }
      return response
    },
    Fault(
      of: "http.etag.syntax", "etag-unquoted", "The ETag of a product has no quotes.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      // It is known again as it was told, so that conditions go on to work.
      let response = try await visit.forward { fields in
        if let tag = fields[.ifNoneMatch], tag.allSatisfy(\.isHexDigit) {
          fields[.ifNoneMatch] = "\"\(tag)\""
        }
      }
      return response.with(.eTag, response.headers[.eTag]?.filter { $0 != "\"" })
    },
    Fault(
      of: "sec.server-detail", "server-tells-versions",
      "The Server of a product names what the shop is made of, and its versions.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.server, "Shop/1.4.2 (Ubuntu 24.04) Hummingbird/2.1")
    },
    Fault(
      of: "deprecation.syntax", "deprecation-true", "The Deprecation of a product is true.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.deprecation, "true")
    },
    Fault(
      of: "sunset.syntax", "sunset-in-seconds", "The Sunset of a product is a number.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.sunset, "2147483647")
    },
    Fault(
      of: "sunset.after-deprecation", "sunset-before-deprecation",
      "The Sunset of a product is earlier than its Deprecation.", at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.deprecation, "@2147483647")
        .with(.sunset, "Wed, 01 Jan 2020 00:00:00 GMT")
    },
  ]
}
