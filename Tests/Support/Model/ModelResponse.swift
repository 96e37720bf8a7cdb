/// A response of a ``ModelAPI``.
package struct ModelResponse: Sendable, Hashable {
  /// The response code.
  package var status: Int
  /// All field lines that are sent, Content-Length included.
  package var fields: [ModelField] = []
  /// The octets that are sent after the head: none to HEAD.
  package var content: [UInt8] = []

  package init(_ status: Int, _ fields: [ModelField] = [], content: [UInt8] = []) {
    self.status = status
    self.fields = fields
    self.content = content
  }

  /// The values of all lines of that name, joined with a comma and a space; `nil` where there is none.
  package func value(_ name: String) -> String? { fields.value(name) }

  /// The message as it goes over a connection of HTTP/1.1.
  package var octets: [UInt8] {
    let lines = ["HTTP/1.1 \(status) \(reason)"] + fields.map { "\($0.name): \($0.value)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + content
  }

  /// The words behind the response code.
  package var reason: String { Self.reasons[status] ?? "Unnamed" }

  private static let reasons: [Int: String] = [
    200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 301: "Moved Permanently",
    302: "Found", 304: "Not Modified", 308: "Permanent Redirect", 400: "Bad Request",
    401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    406: "Not Acceptable", 409: "Conflict", 410: "Gone", 412: "Precondition Failed",
    415: "Unsupported Media Type", 422: "Unprocessable Content", 428: "Precondition Required",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented",
    503: "Service Unavailable",
  ]
}
