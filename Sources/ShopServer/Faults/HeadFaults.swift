import HTTPTypes
import Hummingbird

extension Fault {
  /// HEAD is not GET without content (RFC 9110 section 9.3.2).
  static let headFaults = [
    Fault(
      of: "http.head.supported", "head-not-allowed",
      "HEAD of a product answers 405, and Allow does not list it.", at: .anyMethod("/products/{id}")
    ) { visit in
      if visit.request.method == .head {
        return try visit.refuse(.methodNotAllowed(.head, allowed: "GET, OPTIONS"))
      }
      let response = try await visit.forward()
      guard let allow = response.headers[.allow] else { return response }
      return try await response.with(.allow, allow.replacing("HEAD, ", with: ""))
        .editingText { $0.replace("HEAD, ", with: "") }
    },
    Fault(
      of: "http.head.matches-get", "head-without-etag", "HEAD of a product has no ETag.",
      at: .on(.head, "/products/{id}")
    ) { visit in
      try await visit.forward().with(.eTag, nil)
    },
    Fault(
      of: "http.head.status-matches-get", "head-of-absent-as-200",
      "HEAD of a product that is not there answers 200.", at: .on(.head, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .notFound ? response.with(.ok) : response
    },
    Fault(
      of: "http.head.content-length", "head-length-wrong",
      "Content-Length of HEAD of a product is one more than GET has.",
      at: .on(.head, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard let length = response.headers[.contentLength].flatMap({ Int($0) }) else {
        return response
      }
      return response.with(.contentLength, String(length + 1))
    },
  ]
}
