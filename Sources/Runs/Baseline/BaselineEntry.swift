internal import AccordDocuments

/// A failure that is known: of which step, of what kind, and if need be where.
package struct BaselineEntry: Sendable, Equatable {
  /// The step's id, which repetitions share, or that of a target of a probe.
  package var id: String
  /// The kind of finding: a word of ``kinds``.
  package var kind: String
  /// Where in the response; `nil` for anywhere.
  package var place: String?
  package var reason: String?
  package var owner: String?
  /// The last day on which it is known.
  package var expires: CalendarDay?
  /// Where it stands in its file, from 1; 0 for one that is new.
  package var line = 0

  /// What findings are about, as run files name it.
  package static let kinds = [
    "status", "header", "json", "xml", "text", "body", "time", "capture", "check", ruleKind,
  ]

  /// A rule that a target of a probe breaks: the id is the target's, the place the rule's id.
  package static let ruleKind = "rule"

  package init(id: String, kind: String, place: String? = nil) {
    self.id = id
    self.kind = kind
    self.place = place
  }

  /// Whether a finding is the one that is meant.
  package func covers(kind: String, place: String?) -> Bool {
    guard self.kind == kind else { return false }
    guard let own = self.place else { return true }
    return place.map { own.hasSameCodePoints(as: $0) } ?? false
  }

  /// Whether its day has passed.
  package func hasExpired(on today: CalendarDay) -> Bool { expires.map { $0 < today } ?? false }

  /// Why it is known, in a line: `ABC-12: wrong since the move (team-cart, until 2026-12-31)`.
  package func account(file: String) -> String {
    let details = [owner, expires.map { "until \($0)" }].compactMap { $0 }
    return (reason ?? "listed in \(file)")
      + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// What it is of, in words: `json $.price`.
  package var subject: String { place.map { "\(kind) \($0)" } ?? kind }
}

extension BaselineEntry: Comparable {
  /// By id, kind and place, by code points, so that every machine sorts alike.
  package static func < (first: BaselineEntry, second: BaselineEntry) -> Bool {
    let left = [first.id, first.kind, first.place ?? ""]
    let right = [second.id, second.kind, second.place ?? ""]
    for (one, other) in zip(left, right) where !one.hasSameCodePoints(as: other) {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return false
  }

  /// Whether both are of the same, whatever is said of them.
  func hasSameSubject(as other: BaselineEntry) -> Bool { !(self < other) && !(other < self) }
}
