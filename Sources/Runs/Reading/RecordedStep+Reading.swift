internal import AccordDocuments

extension RecordedStep {
  init(_ line: RecordLine) throws(RunFileError) {
    id = try line.string("id")
    index = try line.integer("index")
    wholeIndex = try line.optional("wholeIndex") { name throws(RunFileError) in
      try line.integer(name)
    }
    repetition = try line.integer("repetition", from: 1)
    path = try line.strings("path")
    title = try line.string("title")
    role = try line.word("role", Role.self)
    ordinal =
      try line.optional("ordinal") { name throws(RunFileError) in
        try line.integer(name, from: 1)
      } ?? 0
    section = try line.integer("section")
    method = try line.string("method")
    endpoint = try line.string("endpoint")
    tags = try line.strings("tags")
    location = try Location(line.object("location"))
    expected = try line.optional("expected", line.string)
    outcome = try line.word("outcome", Outcome.self)
    isFixed = try line.optional("fixed", line.boolean) ?? false
    switch outcome {
    case .error, .skipped, .known:
      reasonKind = try line.string("reasonKind")
      reason = try line.string("reason")
    case .passed, .failed, .observed:
      // A step that would be known, but for a change that fails.
      reasonKind = try line.optional("reasonKind", line.string) ?? ""
      reason = try line.optional("reason", line.string) ?? ""
    }
    findings = try line.objects("findings") { part throws(RunFileError) in try Finding(part) }
    changes = try line.objects("changes") { part throws(RunFileError) in try StepChange(part) }
    remarks = try line.objects("remarks") { part throws(RunFileError) in
      Remark(kind: try part.string("kind"), message: try part.string("message"))
    }
    violations = try line.objects("violations") { part throws(RunFileError) in
      Violation(
        rule: try part.string("rule"), level: try part.string("level"),
        message: try part.string("message"))
    }
    tries = try line.integer("tries")
    isFlaky = try line.boolean("flaky")
    deferrals = try line.objects("retryAfter") { part throws(RunFileError) in try Deferral(part) }
    start = try line.duration("start")
    duration = try line.duration("duration")
    exchange = try RecordedExchange(line)
    shape = line.value("shape")?.sourceText
    told = line.value("told") == nil ? nil : try Told(line.object("told"))
  }
}

extension RecordedStep.Location {
  init(_ line: RecordLine) throws(RunFileError) {
    file = try line.string("file")
    self.line = try line.integer("line")
    column = try line.integer("column")
  }
}

extension RecordedStep.Finding {
  init(_ line: RecordLine) throws(RunFileError) {
    kind = try line.string("kind")
    place = try line.optional("place", line.string) ?? ""
    message = try line.string("message")
    stablePlace = try line.optional("stablePlace", line.string)
    if let expected = try line.optional("expected", line.string),
      let found = try line.optional("found", line.string)
    {
      sides = RecordedStep.Sides(
        expected: expected, found: found, diff: try line.optional("diff", line.string))
    }
    location = try RecordedStep.Location(line.object("location"))
    further =
      try line.optional("further") { name throws(RunFileError) in try line.integer(name) } ?? 0
  }
}

extension RecordedStep.Deferral {
  init(_ line: RecordLine) throws(RunFileError) {
    status = try line.integer("status")
    waited = try line.optional("waited", line.duration)
    notWaited = try line.optional("notWaited", line.string)
  }
}

extension StepChange {
  init(_ line: RecordLine) throws(RunFileError) {
    self.init(
      try line.word("kind", Kind.self), try line.optional("place", line.string) ?? "",
      before: try line.optional("before", line.string),
      after: try line.optional("after", line.string))
    fails = try line.optional("fails", line.boolean) ?? false
  }
}

extension RecordedStep.Told {
  init(_ line: RecordLine) throws(RunFileError) {
    exchanges = try line.optional("exchanges", line.strings) ?? []
    answer = try line.optional("answer", line.strings) ?? []
    reproduction = try line.optional("reproduce", line.strings) ?? []
  }
}
