/// A 1xx response that came before the final one (RFC 9110 section 15.2).
package struct InterimResponse: Sendable, Hashable {
  /// The status code, 100 to 199.
  package var status: Int

  /// The fields of its head.
  package var fields: HTTPFields

  /// Creates an interim response.
  package init(status: Int, fields: HTTPFields = HTTPFields()) {
    self.status = status
    self.fields = fields
  }
}
