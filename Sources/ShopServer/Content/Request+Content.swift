import HTTPTypes
import Hummingbird
import NIOCore

/// How many octets of content the shop takes.
enum ContentLimit {
  static let document = 64 * 1024
  static let picture = 64 * 1024
}

extension Request {
  /// The media type of the content, when it is one of those accepted.
  ///
  /// - Throws: A ``Problem`` with status 415.
  func requireMediaType(among accepted: [MediaType]) throws(Problem) -> MediaType {
    if let coding = headers[.contentEncoding], coding.lowercased() != "identity" {
      throw .unsupportedCoding(coding)
    }
    guard let type = headers[.contentType].flatMap({ MediaType($0) }),
      accepted.contains(where: { $0.essence == type.essence })
    else { throw .unsupportedMediaType(accepted: accepted, field: method.acceptField) }
    return type
  }

  /// The whole content.
  ///
  /// - Throws: A ``Problem`` with status 413; without reading when the length is told beforehand.
  func content(upTo limit: Int = ContentLimit.document) async throws -> ByteBuffer {
    if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw Problem.tooLarge(limit: limit)
    }
    do {
      return try await body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw Problem.tooLarge(limit: limit)
    }
  }

  /// The content as JSON.
  ///
  /// - Throws: A ``Problem`` with status 400 when it is not one JSON text in UTF-8 (RFC 8259).
  func json() async throws -> JSONValue {
    let content = try await content()
    do {
      return try JSONParser.parse(Array(content.readableBytesView))
    } catch {
      throw Problem.malformed("The content is not JSON: \(error.reason) at octet \(error.offset).")
    }
  }
}

extension HTTPRequest.Method {
  /// The response field that tells which media types this method takes.
  var acceptField: HTTPField.Name {
    switch self {
    case .post: .acceptPost
    case .patch: .acceptPatch
    default: .accept
    }
  }
}

extension Request {
  /// A PUT of a part would be taken for the whole (RFC 9110 section 14.5).
  ///
  /// - Throws: A ``Problem`` with status 400.
  func refuseContentRange() throws(Problem) {
    if headers[.contentRange] != nil { throw .malformed("Content-Range is not supported here.") }
  }
}
