/// Why an HTTP Archive cannot be judged.
package struct ArchiveError: Error, Sendable, Hashable {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// The file cannot be opened or read, in the system's words.
    case unreadable(String)
    /// It is no regular file, so that it cannot be read twice.
    case notAFile
    /// There is not one octet in it.
    case empty
    /// Its text is no JSON, or ends before it should: at which octet, and why.
    case notJSON(offset: Int, String)
    /// It is JSON, and no object with `log.entries`.
    case notAnArchive
    /// It is an archive of another program, where only Accord's will do.
    case notOwn
    /// An entry says which step it is of, and nothing tells of the run: `log._accord` is gone.
    case withoutRun
    /// `log._accord` is of a version that this Accord does not read.
    case unknownFormat(Int)
    /// A member is not there.
    case missing(String)
    /// A member is not what it must be.
    case unusable(String, expected: String)
    /// Two entries say that they are the same exchange of a step.
    case repeated(step: String)
    /// Exchanges of a step that belong before one that is there.
    case incomplete(step: String)
    /// An entry, or a member of `log`, is larger than is read; the member is empty for an entry.
    case tooLarge(String, octets: Int)
  }

  /// The file, as it was named.
  package var file: String
  /// The entry, from 0; nil where it is not one entry's fault.
  package var entry: Int?
  package var reason: Reason

  package init(_ reason: Reason, in file: String, entry: Int? = nil) {
    self.file = file
    self.entry = entry
    self.reason = reason
  }
}
