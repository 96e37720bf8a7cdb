import Hummingbird

extension Fault {
  /// There is no answer, or not all of it.
  static let connectionFaults = [
    Fault(
      "connection-dropped", "GET of a product closes the connection without an answer.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.context.channel.close()
      return Response(status: .ok)
    },
    Fault(
      "content-cut", "GET /health announces 100 octets more than it sends, and closes.",
      at: .on(.get, "/health")
    ) { visit in
      let response = try await visit.forward()
      let text = try await response.text()
      var cut = response.with(.contentLength, String(text.utf8.count + 100))
      cut.headers[.connection] = "close"
      return cut
    },
  ]
}
