internal import AccordDocuments

/// A response as a `Check` sees it.
public struct Response: Sendable {
  /// The response code (RFC 9110 section 15).
  public let status: Int
  /// The URL that answered, after redirects.
  public let url: String
  /// The fields in their order.
  ///
  /// Octets that are no UTF-8 are shown as U+FFFD.
  public let fields: [(name: String, value: String)]
  /// The body's octets, decoded from any content coding.
  public let body: [UInt8]
  /// How long the exchange took.
  public let duration: Duration

  package init(
    status: Int, url: String, fields: [(name: String, value: String)], body: [UInt8],
    duration: Duration
  ) {
    self.status = status
    self.url = url
    self.fields = fields
    self.body = body
    self.duration = duration
  }

  /// The values of all fields of a name, in their order.
  public func headers(_ name: FieldName) -> [String] {
    fields.filter { FieldName($0.name) == name }.map(\.value)
  }

  /// The value of the first field of a name.
  public func header(_ name: FieldName) -> String? { headers(name).first }

  /// The body as UTF-8 text; octets that are none become U+FFFD.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// What a JSONPath (RFC 9535) selects in the body; without one, the whole body.
  ///
  /// - Throws: `ResponseError` where the body is no JSON, the path is none, or it does not select
  ///   exactly one value.
  public func json(_ path: String = "$") throws -> ReadJSON {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: body)
    } catch {
      throw ResponseError(description: "the body is not JSON: \(error)")
    }
    let query: JSONPath
    do {
      query = try JSONPath(path)
    } catch {
      throw ResponseError(description: "'\(path)' is not a JSONPath: \(error)")
    }
    let nodes: [JSONNode]
    do {
      nodes = try query.select(from: document.root)
    } catch {
      throw ResponseError(description: "'\(path)' has no answer: \(error)")
    }
    guard nodes.count == 1, let node = nodes.first else {
      throw ResponseError(description: "'\(path)' selects \(nodes.count) values, not one")
    }
    return ReadJSON(node: node)
  }
}

/// Why a part of a response could not be read.
public struct ResponseError: Error, CustomStringConvertible {
  /// What was asked for and what came.
  public let description: String
}
