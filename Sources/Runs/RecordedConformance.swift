internal import AccordDocuments

/// What a run file says of the rules that exchanges were held to.
package struct RecordedConformance: Sendable, Equatable {
  /// A rule that had something to say of the run.
  package struct Rule: Sendable, Equatable {
    package var id: String
    /// The id of what was probed; `nil` for what the exchanges of the contract's steps told.
    package var target: String?
    /// From which level on a violation fails the run, or `none`; `nil` where the mode says it.
    package var fails: String?
    /// Why nothing can be said of it, or why it is not applicable, where a probe tried it.
    package var reason: String?
    /// Why it is known that it is broken.
    package var known: String?
    /// Whether a baseline says so.
    package var isKnownByBaseline: Bool
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
    /// What showed it, where that was several exchanges.
    package var exhibits: [Exhibit]
  }

  /// An exchange that shows, beside others, that a rule was broken.
  package struct Exhibit: Sendable, Equatable {
    /// What it is for.
    package var role: String
    package var method: String
    package var url: String
    /// `nil` where nothing came.
    package var status: Int?
    /// What was sent and what came, as reports say it.
    package var lines: [String]
    /// The parts that show the problem.
    package var marks: [String]
    /// How to send the request again, and what that does not do as the request did.
    package var reproduction: [String]

    package init(
      role: String, method: String, url: String, status: Int?, lines: [String], marks: [String],
      reproduction: [String]
    ) {
      self.role = role
      self.method = method
      self.url = url
      self.status = status
      self.lines = lines
      self.marks = marks
      self.reproduction = reproduction
    }
  }

  /// What was said of what is known of a target.
  package struct Remark: Sendable, Equatable {
    package var message: String
    /// Whether the run failed for it.
    package var fails: Bool
  }

  /// A target that was probed.
  package struct Target: Sendable, Equatable {
    package var id: String
    package var name: String
    /// Its place among the targets of the contract.
    package var index: Int
    package var requestCount: Int
    /// What the probe made and could not remove.
    package var leftovers: [String]
    /// Why the probe did not come to its end, if it did not.
    package var interruption: String?
    package var remarks: [Remark]
    /// Where it stands in the contract; `nil` where it stands in none.
    package var location: RecordedStep.Location?
  }

  /// `warn` or `fail`.
  package var mode: String
  package var profile: String
  package var rules: [Rule]
  /// Whether a SHOULD weighed as much as a MUST.
  package var isStrict: Bool
  /// What was probed.
  package var probed: [Target]

  init(_ line: RecordLine) throws(RunFileError) {
    mode = try line.string("mode")
    profile = try line.string("profile")
    isStrict = try line.optional("strict", line.boolean) ?? false
    rules = try line.objects("rules") { part throws(RunFileError) in try Rule(part) }
    probed = try line.objects("probed") { part throws(RunFileError) in try Target(part) }
  }
}

extension RecordedConformance.Rule {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    id = try line.string("id")
    target = try line.optional("target", line.string)
    fails = try line.optional("fails", line.string)
    reason = try line.optional("reason", line.string)
    known = try line.optional("known", line.string)
    isKnownByBaseline = try line.optional("listed", line.boolean) ?? false
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
    exhibits = try line.objects("exhibits") { part throws(RunFileError) in
      try RecordedConformance.Exhibit(part)
    }
  }
}

extension RecordedConformance.Exhibit {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    role = try line.string("role")
    method = try line.string("method")
    url = try line.string("url")
    status = try line.optional("status") { name throws(RunFileError) in try line.integer(name) }
    lines = try line.strings("lines")
    marks = try line.optional("marks", line.strings) ?? []
    reproduction = try line.optional("reproduce", line.strings) ?? []
  }
}

extension RecordedConformance.Target {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    id = try line.string("id")
    name = try line.string("name")
    index = try line.integer("index")
    requestCount = try line.integer("requests")
    leftovers = try line.optional("leftovers", line.strings) ?? []
    interruption = try line.optional("interruption", line.string)
    remarks = try line.objects("remarks") { part throws(RunFileError) in
      RecordedConformance.Remark(
        message: try part.string("message"),
        fails: try part.optional("fails", part.boolean) ?? false)
    }
    location = try line.optional("location") { name throws(RunFileError) in
      try RecordedStep.Location(line.object(name))
    }
  }
}
