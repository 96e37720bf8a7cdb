package import AccordHTTP

/// What a recording has of a step: the exchanges of its last try, and what else of the live run a
/// verdict rests on.
package struct ArchivedStep: Sendable {
  /// How much of the last response's body was recorded.
  package enum Body: Sendable, Hashable {
    case whole
    /// Its beginning only.
    case cut
    /// Nothing of it, though there was one.
    case missing
  }

  /// Its exchanges in their order, at least one: the last is judged.
  package var exchanges: [Exchange]
  package var body = Body.whole
  /// Whether `***` stands for a secret somewhere in what was sent last.
  package var redactsRequest = false
  /// Whether `***` stands for a secret somewhere in what came last.
  package var redactsResponse = false
  /// Why the live run had no verdict, where that is nothing that an answer can tell.
  package var problem: RecordedProblem?
  package var tries = 1
  /// Whether the live run had sent it before without an answer.
  package var isFlaky = false
  /// The time that `Within` is held to.
  package var answerTime: Duration
  /// When the step began, from the run's start.
  package var start: Duration = .zero
  /// How long it took, all tries together.
  package var duration: Duration

  /// A step of whose exchanges nothing else is known.
  package init(_ exchanges: [Exchange]) {
    self.exchanges = exchanges
    answerTime = exchanges.reduce(.zero) { $0 + $1.timings.total }
    duration = answerTime
  }
}

/// Why a step had no verdict when it was recorded, or why it was not run.
package struct RecordedProblem: Sendable, Hashable {
  /// A word for programs.
  package var kind: String
  /// A sentence for people.
  package var message: String
  /// Whether the recorded run was stopped before the step, so that it was skipped.
  package var isSkip: Bool

  package init(kind: String, message: String, isSkip: Bool = false) {
    self.kind = kind
    self.message = message
    self.isSkip = isSkip
  }

  var outcome: Outcome {
    isSkip
      ? .skipped(.recorded(kind: kind, message: message))
      : .errored(.recorded(kind: kind, message: message))
  }
}

/// What a unit of the recorded run had that its steps' exchanges do not show.
package struct RecordedUnit: Sendable, Hashable {
  /// Its number in the run, from 0, which its generated values come from.
  package var number: Int
  /// When it began, in seconds since 1970.
  package var timestamp: Int64

  package init(number: Int, timestamp: Int64) {
    self.number = number
    self.timestamp = timestamp
  }
}
