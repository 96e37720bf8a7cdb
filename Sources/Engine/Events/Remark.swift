package import AccordRuns

/// What a report says of a step besides its outcome.
package enum Remark: Sendable, Equatable {
  /// It answers otherwise than in an earlier run.
  case changed(StepChange)
  /// So many of its findings are known, and are not told.
  case knownBesides(count: Int, file: String)
  /// A finding was known until a day that has passed.
  case expired(BaselineEntry, file: String)
  /// It passes, and the entry is in vain.
  case fixed(BaselineEntry, file: String)
  /// What an earlier run said: the word for programs and the message.
  case recorded(kind: String, message: String)
}

extension Remark {
  /// What changed, if the remark says so.
  package var change: StepChange? { if case .changed(let change) = self { change } else { nil } }

  /// The kind, a word for programs.
  package var kind: String {
    switch self {
    case .changed: "changed"
    case .knownBesides: "known-besides"
    case .expired: "expired"
    case .fixed: "fixed"
    case .recorded(let kind, _): kind
    }
  }
}
