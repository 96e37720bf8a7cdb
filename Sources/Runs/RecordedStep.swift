/// A step's line of a run file: what became of the step.
package struct RecordedStep: Sendable, Equatable {
  /// What the step was for.
  package enum Role: String, CaseIterable, Sendable {
    case step, cleanup, probe
  }

  /// What the step came to.
  package enum Outcome: String, CaseIterable, Sendable {
    case passed, failed, error, skipped, observed, known
  }

  /// A place in the contract.
  package struct Location: Sendable, Equatable {
    /// The file, within its package.
    package var file: String
    package var line: Int
    package var column: Int
  }

  /// One thing that did not fit.
  package struct Finding: Sendable, Equatable {
    /// A word for programs, such as `status`, `header` or `json`.
    package var kind: String
    /// Where in the response; empty for the status.
    package var place: String
    package var message: String
    /// The place as a baseline has it, where that is not the place in words.
    package var stablePlace: String?
    /// What was expected and what was found, where reports show them side by side.
    package var sides: Sides?
    package var location: Location
    /// How many more of the same statement there were.
    package var further: Int
  }

  /// What was expected and what was found, in words.
  package struct Sides: Sendable, Equatable {
    package var expected: String
    package var found: String
    /// The line above them, where they are shown as a diff since a line cannot hold them.
    package var diff: String?
  }

  /// What reports say of the step besides.
  package struct Remark: Sendable, Equatable {
    /// A word for programs.
    package var kind: String
    package var message: String
  }

  /// A rule that was broken.
  package struct Violation: Sendable, Equatable {
    package var rule: String
    /// How much it weighs: `MUST`.
    package var level: String
    package var message: String
  }

  /// What became of an answer that asked for time before the next request.
  package struct Deferral: Sendable, Equatable {
    package var status: Int
    /// How long was waited, or why not.
    package var waited: Duration?
    package var notWaited: String?
  }

  /// The word for programs of a step that is known since a baseline lists what was found.
  package static let kindOfBaseline = "baseline"
  /// The words for programs of steps that were not run since the run was stopped before them.
  package static let kindsOfStopping: Set<String> = ["fail-fast", "interrupted"]

  /// The same in every run; repetitions share it.
  package var id: String
  /// The place in the run's order, from 0.
  package var index: Int
  /// The place in the order of the run of all shards, where the run is one of them.
  package var wholeIndex: Int?
  /// From 1.
  package var repetition: Int
  package var path: [String]
  package var title: String
  package var role: Role
  /// The number in the scenario or clean-up, from 1; 0 outside of one.
  package var ordinal: Int
  package var section: Int
  package var method: String
  package var endpoint: String
  package var tags: [String]
  package var location: Location
  /// The expected status, in words; `nil` for a step that observes.
  package var expected: String?
  package var outcome: Outcome
  /// Whether the step passed although it was said to fail.
  package var isFixed: Bool
  /// Why there was no verdict, or why it was skipped or is known: for programs and for people.
  ///
  /// There for `error`, `skipped` and `known`, else empty.
  package var reasonKind: String
  package var reason: String
  package var findings: [Finding]
  /// What was otherwise than in the run with which it was compared.
  package var changes: [StepChange]
  package var remarks: [Remark]
  /// The rules that its exchanges broke.
  package var violations: [Violation] = []
  package var tries: Int
  package var isFlaky: Bool
  package var deferrals: [Deferral]
  package var start: Duration
  package var duration: Duration
  /// The last exchange, where something was sent.
  package var exchange: RecordedExchange?
  /// The shape of a JSON body, as JSON, where shapes were asked for.
  package var shape: String?
  /// What reports say of the exchanges, where they say it.
  package var told: Told?

  /// Whether it was not run since the run was stopped before it.
  package var wasStopped: Bool {
    outcome == .skipped && Self.kindsOfStopping.contains(reasonKind)
  }

  /// Lines of a text report that are made of whole exchanges, which a run file does not hold.
  package struct Told: Sendable, Equatable {
    /// What was sent and what came, a line for each exchange.
    package var exchanges: [String]
    /// What the server said for itself.
    package var answer: [String]
    /// The command that sends the last request again, and notes on it.
    package var reproduction: [String]
  }
}
