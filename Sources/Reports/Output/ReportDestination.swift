/// Where a report goes.
package enum ReportDestination: Sendable, Hashable {
  /// A file. It is written beside its place and moved there when it is whole; folders that are
  /// missing are made. What is there and is no regular file, such as a pipe, is written to as it is.
  case file(String)
  case standardOutput
  /// A file that others write to as well, which the report is added to: the summary of a CI step.
  ///
  /// Messages call it by a name.
  case appended(to: String, name: String)

  /// The destination as the user wrote it: a path, or `-` for standard output.
  package init(_ text: String) { self = text == "-" ? .standardOutput : .file(text) }

  /// The destination as messages name it.
  package var name: String {
    switch self {
    case .file(let path): path
    case .standardOutput: "standard output"
    case .appended(_, let name): name
    }
  }
}

/// A report that could not be written.
package struct ReportFailure: Error, Sendable, Equatable {
  /// The kind of report: `junit`.
  package var report: String
  package var destination: ReportDestination
  /// The system's words.
  package var reason: String
}
