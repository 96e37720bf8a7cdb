/// Why a schema cannot be used.
package struct XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What libxml2 has to say, at most twenty reports; none if it gave no reason.
  package let reports: [XMLReport]

  /// All reports in one line.
  package var description: String {
    reports.isEmpty
      ? "libxml2 cannot use the schema and gives no reason"
      : reports.map(\.description).joined(separator: "; ")
  }
}
