import HTTPTypes
import Hummingbird

extension Fault {
  /// Conditions are not looked at, or looked at too early (RFC 9110 section 13).
  static let conditionFaults = [
    Fault(
      of: "http.inm.star-412", "put-ignores-star",
      "PUT of a cart item with If-None-Match: * replaces it: 200 instead of 412.",
      at: .on(.put, "/cart/{id}")
    ) { visit in
      try await visit.forward { if $0[.ifNoneMatch] == "*" { $0[.ifNoneMatch] = nil } }
    },
    Fault(
      of: "http.if-match.412", "delete-ignores-if-match",
      "DELETE of a cart item ignores If-Match: 204 instead of 412.", at: .on(.delete, "/cart/{id}")
    ) { visit in
      try await visit.forward { $0[.ifMatch] = nil }
    },
    Fault(
      of: "http.if-match.412", "patch-ignores-if-match",
      "PATCH of a user ignores If-Match: 200 instead of 412.", at: .on(.patch, "/users/{id}")
    ) { visit in
      try await visit.forward { $0[.ifMatch] = nil }
    },
    Fault(
      of: "http.conditional.error-first", "absent-with-condition-as-412",
      "GET of a product that is not there answers 412 when it has a condition.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .notFound,
        let name = [.ifMatch, .ifNoneMatch].first(where: { visit.request.headers[$0] != nil })
      else { return response }
      return try visit.refuse(.preconditionFailed(name))
    },
    Fault(
      of: "http.conditional.error-first", "account-condition-first",
      "GET /account without a token answers 304 when If-None-Match names what it shows.",
      at: .on(.get, "/account")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .unauthorized, visit.request.headers[.ifNoneMatch] != nil else {
        return response
      }
      let opened = try await visit.forward { $0[.authorization] = "Bearer \(visit.token)" }
      return opened.status == .notModified ? opened : response
    },
    Fault(
      of: "http.304.headers", "304-without-cache-control",
      "The 304 of a product has no Cache-Control.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .notModified ? response.with(.cacheControl, nil) : response
    },
    Fault(
      of: "http.etag.stable", "etag-counts",
      "The ETag of a product differs with each GET, though the product does not.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      // A client's tag is known again without its number, so that conditions go on to work.
      var asked = visit.request.headers[.ifNoneMatch] ?? ""
      while let dash = asked.lastIndex(of: "-"), let end = asked[dash...].firstIndex(of: "\"") {
        asked.removeSubrange(dash..<end)
      }
      let response = try await visit.forward { fields in
        if fields[.ifNoneMatch] != nil { fields[.ifNoneMatch] = asked }
      }
      guard let tag = response.headers[.eTag] else { return response }
      let isNew = response.status == .ok && visit.request.method == .get
      let count = visit.memory.change { notes in
        if isNew { notes.count += 1 }
        return notes.count
      }
      return response.with(.eTag, "\(tag.dropLast())-\(count)\"")
    },
    Fault(
      of: "http.etag.changes", "etag-stays", "The ETag of a cart item stays when the item changes.",
      at: .anyMethod("/cart/{id}")
    ) { visit in
      let path = visit.request.uri.path
      let fixed = "\"\(path.dropFirst().replacing("/", with: "-"))\""
      let conditions = [HTTPField.Name.ifMatch, .ifNoneMatch]
      var request = visit.request.head
      if conditions.contains(where: { request.headerFields[$0] != nil }),
        let tag = try await visit.ask(.get).headers[.eTag]
      {
        for name in conditions {
          request.headerFields[name] = request.headerFields[name]?.replacing(fixed, with: tag)
        }
      }
      let response = try await visit.next(Request(head: request, body: visit.request.body))
      return response.headers[.eTag] == nil ? response : response.with(.eTag, fixed)
    },
  ]
}
