import HTTPTypes
import Hummingbird

extension Fault {
  /// The answer breaks off.
  ///
  /// Both answers are complete as far as their framing tells (RFC 9112 section 6.3), so a client has
  /// something to judge: content that ends too early. An answer that does not come at all could not
  /// be judged, and no contract could say that it was broken.
  static let connectionFaults = [
    Fault(
      "connection-dropped",
      "GET of a product closes the connection amid content whose length it did not tell.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok, visit.request.method == .get else { return response }
      let text = try await response.text()
      try await visit.sendRaw(
        response, { $0[.contentLength] = nil }, content: String(text.prefix(text.count / 2)))
      return response
    },
    Fault(
      "content-cut", "GET /health announces fewer octets than it has, so that its end is lost.",
      at: .on(.get, "/health")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .ok else { return response }
      let text = try await response.text()
      return response.with(.contentLength, String(text.utf8.count / 2)).with(.connection, "close")
    },
  ]
}
