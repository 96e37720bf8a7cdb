/// Why a file is not read back as the record of a run: where, and what is wrong there.
package struct RunFileError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
    /// There is no such file.
    case missing
    /// The system does not give the file; its words.
    case unreadable(String)
    /// Nothing is in it.
    case empty
    /// A line is no JSON: what the parser says.
    case notJSON(String)
    /// A line is longer than any of ours, in octets.
    case lineTooLong(limit: Int)
    /// The first line is JSON, and no run's.
    case noHeader
    /// The format has another version than this program reads.
    case otherVersion(found: Int, known: Int)
    /// A member is missing, or is not what the format says.
    case member(String, expected: String, found: String?)
    /// A run begins within another, or after its end: files were joined.
    case secondHeader(afterEnd: Bool)
    /// A step comes after the end.
    case afterEnd
    /// The last line is missing, or broken off: the run was killed.
    case cutOff
    /// The last line counts other steps than the file holds.
    case miscounted(stated: Int, found: Int)
    /// The last line counts other steps of an outcome, or of a mark such as `flaky`, than the file holds.
    case misjudged(String, stated: Int, found: Int)
    /// The last line counts other entries of a baseline that are of no step than the first one names.
    case staleEntries(stated: Int, named: Int)
  }

  /// The file, as the user named it.
  package var path: String
  /// The line, from 1; 0 for the file as a whole.
  package var line: Int
  package var problem: Problem

  package init(path: String, line: Int = 0, _ problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }
}
