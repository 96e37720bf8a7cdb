import Hummingbird
import NIOCore

extension Fault {
  /// Content is not what its media type says (RFC 8259, RFC 9457).
  static let contentFaults = [
    Fault(
      of: "json.no-bom", "json-with-bom", "The JSON of a product begins with a byte order mark.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().editingOctetsOfJSON { [0xEF, 0xBB, 0xBF] + $0 }
    },
    Fault(
      of: "json.utf8", "json-in-latin1", "The name in the JSON of a product is not UTF-8.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().editingOctetsOfJSON { octets in
        guard let name = octets.firstRange(of: Array(#""name":""#.utf8)) else { return octets }
        return octets[..<name.upperBound] + [0xE9] + octets[name.upperBound...]
      }
    },
    Fault(
      of: "json.unique-names", "json-repeats-name", "The JSON of a product has two members id.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      try await visit.forward().editingOctetsOfJSON { Array(#"{"id":0,"#.utf8) + $0.dropFirst() }
    },
    Fault(
      of: "http.content-encoding.truthful", "coding-claimed",
      "The XML of a product claims to be compressed.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      let isXML = response.headers[.contentType] == MediaType.xml.essence
      return isXML ? response.with(.contentEncoding, "gzip") : response
    },
    Fault(
      of: "problem.object", "problem-as-array",
      "The problem details of a product's 404 are an array.", at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .notFound
        ? try await response.editingText { $0 = "[\($0)]" } : response
    },
    Fault(
      of: "problem.member-types", "problem-title-number",
      "The title in the problem details of a product's 404 is a number.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      let response = try await visit.forward()
      return response.status == .notFound
        ? try await response.editingText { $0.replace(#""Not Found""#, with: "404") } : response
    },
    Fault(
      of: "http.4xx.explains", "404-without-content", "The 404 of a product has no content.",
      at: .on(.get, "/products/{id}")
    ) { visit in
      var response = try await visit.forward()
      guard response.status == .notFound else { return response }
      response.body = ResponseBody(byteBuffer: ByteBuffer())
      return response.with(.contentType, nil)
    },
    Fault(
      of: "error.no-leak", "stack-trace-shown",
      "The 400 of POST /cart shows where in the program it came about.", at: .on(.post, "/cart")
    ) { visit in
      let response = try await visit.forward()
      guard response.status == .badRequest, var problem = try await response.json() else {
        return response
      }
      problem["detail"] = .string(
        "Exception: not JSON\n    at Cart.add (Cart.js:42)\n    at Router.run (Router.js:7)")
      let document = try Representation.json(problem, as: .problem)
      return try await response.editingText { $0 = String(buffer: document.content) }
    },
  ]
}

extension Response {
  /// This answer with the octets of its JSON edited; one with other content stays as it is.
  fileprivate func editingOctetsOfJSON(_ edit: ([UInt8]) -> [UInt8]) async throws -> Response {
    guard headers[.contentType] == MediaType.json.essence else { return self }
    var response = self
    response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: edit(Array(try await text().utf8))))
    return response
  }
}
