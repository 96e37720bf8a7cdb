/// An entry of a baseline whose step the contract does not have, where a run fails for that
/// (`--strict-baseline`).
package struct StaleEntry: Sendable, Equatable {
  /// How reports call the list.
  package var file: String
  /// Where it stands in the list, from 1.
  package var line: Int
  /// The id of the step that is not there.
  package var id: String
  /// What it is of, in words: `json $.price`.
  package var subject: String

  package init(_ entry: BaselineEntry, in file: String) {
    self.file = file
    line = entry.line
    id = entry.id
    subject = entry.subject
  }

  /// An entry as a run file tells of it.
  init(_ line: RecordLine) throws(RunFileError) {
    file = try line.string("file")
    self.line = try line.integer("line")
    id = try line.string("id")
    subject = try line.string("subject")
  }
}
