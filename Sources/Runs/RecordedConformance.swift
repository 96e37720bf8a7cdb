internal import AccordDocuments

/// What a run file says of the rules that exchanges were held to.
package struct RecordedConformance: Sendable, Equatable {
  /// A rule that had something to say of the run.
  package struct Rule: Sendable, Equatable {
    package var id: String
    /// How many exchanges kept it, how many broke it, and of how many that is not known.
    package var kept: Int
    package var broken: Int
    package var undecided: Int
    /// The first exchange that broke it; `nil` where none did.
    package var first: Place?
  }

  /// An exchange that broke a rule.
  package struct Place: Sendable, Equatable {
    /// How much the finding weighs, where it is less than the rule's own level.
    package var weight: String?
    /// The step's id.
    package var step: String
    /// The step's place in the run's order, or in that of all shards where the run is one of them.
    package var index: Int
    package var location: RecordedStep.Location
    package var message: String
  }

  /// `warn` or `fail`.
  package var mode: String
  package var profile: String
  package var rules: [Rule]
  /// Whether a SHOULD weighed as much as a MUST.
  package var isStrict: Bool

  init(_ line: RecordLine) throws(RunFileError) {
    mode = try line.string("mode")
    profile = try line.string("profile")
    isStrict = try line.optional("strict", line.boolean) ?? false
    rules = try line.objects("rules") { part throws(RunFileError) in try Rule(part) }
  }
}

extension RecordedConformance.Rule {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    id = try line.string("id")
    kept = try line.integer("kept")
    broken = try line.integer("broken")
    undecided = try line.integer("undecided")
    first = broken == 0 ? nil : try RecordedConformance.Place(line)
  }
}

extension RecordedConformance.Place {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    weight = try line.optional("weight", line.string)
    step = try line.string("step")
    let whole = try line.optional("wholeIndex") { name throws(RunFileError) in
      try line.integer(name)
    }
    if let whole { index = whole } else { index = try line.integer("index") }
    location = try RecordedStep.Location(line.object("location"))
    message = try line.string("message")
  }
}
