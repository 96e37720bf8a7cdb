internal import AccordDocuments

/// Why a file is no list of known failures: where, and what is wrong there.
package struct BaselineError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Error, Sendable, Equatable {
    /// There is no such file.
    case missing
    /// The system does not give the file; its words.
    case unreadable(String)
    case lineTooLong(limit: Int)
    case notJSON(String)
    case notObject(String)
    /// The line is that of a run.
    case runFile
    case missingMember(String)
    case repeatedMember(String)
    case notText(String, found: String)
    case unknownMember(String, suggestion: String?)
    case unknownKind(String, suggestion: String?)
    case notDay(String)
    /// The same failure stands in an earlier line too.
    case repeated(line: Int)
    /// It cannot be written; the system's words.
    case unwritable(String)
  }

  package var path: String
  /// From 1; 0 for the file as a whole.
  package var line: Int
  package var problem: Problem
}

extension BaselineError: CustomStringConvertible {
  /// One line that says where, what was expected, what came, and what to do.
  package var description: String {
    "\(VisibleText.escape(path))\(line > 0 ? ":\(line)" : ""): \(problem)"
  }
}

extension BaselineError.Problem: CustomStringConvertible {
  private static let members = "id, kind, place, reason, owner and expires"

  package var description: String {
    switch self {
    case .missing: "there is no such file; --update-baseline writes one"
    case .unreadable(let words): "cannot be read: \(words)"
    case .lineTooLong(let limit):
      "the line is longer than \(VisibleText.grouped(limit)) octets, which no entry is"
    case .notJSON(let words): "expected a JSON object, found text that is none: \(words)"
    case .notObject(let text): "expected a JSON object, found \(VisibleText.escape(text))"
    case .runFile:
      "this is the record of a run, no baseline: --update-baseline makes one of what fails, --compare "
        + "takes such a record"
    case .missingMember(let name): "the entry has no \"\(name)\"; an entry needs id and kind"
    case .repeatedMember(let name):
      "the member \"\(VisibleText.escape(name))\" stands there twice; take one out"
    case .notText(let name, let found):
      "expected text in the member \"\(name)\", found \(VisibleText.escape(found))"
    case .unknownMember(let name, let suggestion):
      "an entry has no member \"\(VisibleText.escape(name))\""
        + (suggestion.map { "; did you mean \"\($0)\"?" } ?? "; it has \(Self.members)")
    case .unknownKind(let kind, let suggestion):
      "\"\(VisibleText.escape(kind))\" is no kind of finding"
        + (suggestion.map { "; did you mean \"\($0)\"?" }
          ?? "; kinds are \(BaselineEntry.kinds.joined(separator: ", "))")
    case .notDay(let text):
      "expected a day such as 2026-12-31 in \"expires\", found \"\(VisibleText.escape(text))\""
    case .repeated(let line): "the same failure stands in line \(line) already; leave one of them"
    case .unwritable(let words): "cannot be written: \(words)"
    }
  }
}
