/// A response as it came.
package struct HTTPResponse: Sendable, Hashable {
  /// The version of the status line.
  package var version: HTTPVersion

  /// The status code as sent, three digits.
  package var status: Int

  /// The words after the status code; empty over HTTP/2.
  ///
  /// Octets that are not UTF-8 are escaped.
  package var reason: String

  /// The fields of the head.
  package var fields: HTTPFields

  /// The fields after the content (RFC 9110 section 6.5).
  package var trailers: HTTPFields

  /// The 1xx responses that came before, in order.
  package var interim: [InterimResponse]

  /// The content, without transfer coding; without content coding too if the request had an
  /// `Accept-Encoding` field.
  package var body: [UInt8]

  /// The content with its codings and chunk framing, if the request asked for the record.
  package var bodyAsReceived: [UInt8]?

  /// Creates a response, for example one read from a record.
  package init(
    version: HTTPVersion = .http1_1,
    status: Int,
    reason: String = "",
    fields: HTTPFields = HTTPFields(),
    trailers: HTTPFields = HTTPFields(),
    interim: [InterimResponse] = [],
    body: [UInt8] = [],
    bodyAsReceived: [UInt8]? = nil
  ) {
    self.version = version
    self.status = status
    self.reason = reason
    self.fields = fields
    self.trailers = trailers
    self.interim = interim
    self.body = body
    self.bodyAsReceived = bodyAsReceived
  }
}
