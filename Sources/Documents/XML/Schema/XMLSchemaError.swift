/// Why a schema cannot be used.
package struct XMLSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What libxml2 has to say, at most twenty reports; none if it gave no reason.
  package let reports: [XMLReport]

  /// The same with another name for a folder: that of a file as its user wrote it.
  package func naming(_ folder: String, _ name: String) -> XMLSchemaError {
    XMLSchemaError(
      reports: reports.map { report in
        XMLReport(
          code: report.code, file: report.file?.replacing(folder, with: name), line: report.line,
          column: report.column, message: report.message.replacing(folder, with: name))
      })
  }

  /// All reports in one line.
  package var description: String {
    reports.isEmpty
      ? "libxml2 cannot use the schema and gives no reason"
      : reports.map(\.description).joined(separator: "; ")
  }
}
