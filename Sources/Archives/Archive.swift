package import AccordEngine
internal import AccordHTTP

/// An HTTP Archive (HAR 1.2) as a recording: one that Accord wrote, or one of another program.
///
/// Only where its entries lie is kept; each is read again when its step is judged. In Accord's own
/// archives a step is found by its id and repetition. In others it is found by what was sent: see
/// ``SoughtStep/isSent(_:to:)``; entries are taken in their order, each once, those of a scenario one
/// after another.
package struct Archive: Recording {
  package let run: RecordedRun
  /// Whether Accord wrote it.
  package let isOwn: Bool
  /// How many exchanges it has.
  package let count: Int

  private let file: ArchiveFile
  private let own: OwnEntries
  private var foreign: ForeignEntries
  private let problems: [OwnEntries.Key: RecordedProblem]

  /// Reads an archive through, and finds out whether every entry of it can be used.
  package init(path: String) throws(ArchiveError) {
    try self.init(ArchiveFile(path))
  }

  init(_ file: ArchiveFile) throws(ArchiveError) {
    var own = OwnEntries(file: file.name)
    var foreign = ForeignEntries()
    var count = 0
    var header: ArchiveHeader?
    var problems: [OwnEntries.Key: RecordedProblem] = [:]
    var signal: Int32?
    var scanner = ArchiveScanner(file)
    while let part = try scanner.next() {
      switch part {
      case .accord(let range):
        if header == nil { header = try ArchiveHeader.read(range, of: file) }
      case .entry(let range):
        let archived = try Self.read(range, of: file, entry: count)
        if let step = archived.step {
          try own.add(step, at: range, entry: count)
        } else {
          foreign.add(archived.exchange, at: EntryPlace(range: range, entry: count))
        }
        count += 1
      case .endOfEntries: break
      case .unsent(let range): problems = try Self.problems(at: range, of: file)
      case .stopped(let range): signal = try Self.signal(at: range, of: file)
      }
    }
    try own.requireWholeSteps()
    var run = RecordedRun()
    if let header {
      if let entry = foreign.firstEntry {
        throw ArchiveError(.notOwn, in: file.name, entry: entry)
      }
      run.repetitions = try Self.repetitions(of: header, own, problems, in: file)
      run.seed = header.seed
      run.startedAt = header.startedAt
      run.baseURL = header.baseURL
      run.contract = header.contract.isEmpty ? nil : header.contract
    } else if let entry = own.firstEntry {
      throw ArchiveError(.withoutRun, in: file.name, entry: entry)
    }
    run.signal = signal
    run.stoppedCount = problems.values.count(where: \.isSkip)
    self.file = file
    self.own = own
    self.foreign = foreign
    self.run = run
    isOwn = header != nil
    self.count = count
    self.problems = problems
  }

  package mutating func step(_ sought: SoughtStep) throws(ArchiveError) -> ArchivedStep? {
    let places = isOwn ? own.places(of: sought) : foreign.takePlaces(of: sought)
    var archived: [ArchivedExchange] = []
    for place in places {
      archived.append(try Self.read(place.range, of: file, entry: place.entry))
    }
    guard let last = archived.last else { return nil }
    var step = ArchivedStep(archived.map(\.exchange))
    step.body = last.body
    step.redactsRequest = last.redactsRequest
    step.redactsResponse = last.redactsResponse
    guard let said = last.step else { return step }
    step.problem = said.problem
    step.tries = said.tries
    step.isFlaky = said.isFlaky
    step.answerTime = said.answerTime ?? step.answerTime
    step.start = said.start
    step.duration = said.duration ?? step.duration
    return step
  }

  package func problem(id: String, repetition: Int) -> RecordedProblem? {
    problems[OwnEntries.Key(id: id, repetition: repetition)]
  }

  package func unit(id: String, repetition: Int) -> RecordedUnit? {
    own.unit(of: OwnEntries.Key(id: id, repetition: repetition))
  }

  /// How many repetitions there are to judge: to the last one that there is something of.
  ///
  /// What `log._accord` says is not enough: each repetition is as long as the contract, whatever the
  /// file has of it.
  private static func repetitions(
    of header: ArchiveHeader, _ own: OwnEntries, _ problems: [OwnEntries.Key: RecordedProblem],
    in file: ArchiveFile
  ) throws(ArchiveError) -> Int {
    let recorded = Set(own.repetitions.keys).union(problems.keys.map(\.repetition))
    let last = recorded.max() ?? 1
    func refused(_ expected: String) -> ArchiveError {
      let entry = own.repetitions[last]
      return ArchiveError(
        .unusable(
          entry == nil ? "each repetition in log._unsent" : "_accord.repetition", expected: expected
        ),
        in: file.name, entry: entry)
    }
    if let stated = header.repetitions, last > stated {
      throw refused("at most \(stated), as log._accord.repetitions says")
    }
    guard last <= 10_000 + 1_000 * recorded.count else {
      throw refused("nearer to those before it, of which too few are there")
    }
    return last
  }

  // MARK: - Reading

  private static func read(
    _ range: Range<Int>, of file: ArchiveFile, entry: Int
  ) throws(ArchiveError) -> ArchivedExchange {
    try EntryReader(
      parsing: try file.read(range, entry: entry), at: range.lowerBound, in: file.name, entry: entry
    ).exchange()
  }

  /// The signal that stopped the run; `nil` where none did.
  private static func signal(
    at range: Range<Int>, of file: ArchiveFile
  ) throws(ArchiveError) -> Int32? {
    let stopped = try EntryReader(
      parsing: try file.read(range, member: "log._stopped"), at: range.lowerBound, in: file.name,
      entry: nil, path: "log._stopped")
    return try stopped.integer("signal", in: 1...127).map(Int32.init)
  }

  /// Why steps were not even sent.
  private static func problems(
    at range: Range<Int>, of file: ArchiveFile
  ) throws(ArchiveError) -> [OwnEntries.Key: RecordedProblem] {
    // Read as a member, since a reader begins with an object.
    let unsent = try file.read(range, member: "log._unsent")
    let octets = Array("{\"_unsent\":".utf8) + unsent + [UInt8(ascii: "}")]
    let reader = try EntryReader(
      parsing: octets, at: range.lowerBound - 11, in: file.name, entry: nil, path: "log")
    var problems: [OwnEntries.Key: RecordedProblem] = [:]
    for group in try reader.objects("_unsent") {
      let problem = RecordedProblem(
        kind: try group.requiredText("reasonKind"), message: try group.text("reason") ?? "",
        isSkip: try group.text("outcome") == "skipped")
      for step in try group.objects("steps") {
        let key = OwnEntries.Key(
          id: try step.requiredText("id"),
          repetition: try step.integer("repetition", in: EntryReader.repetitions) ?? 1)
        problems[key] = problem
      }
    }
    return problems
  }
}

/// Where an entry lies in its file, and its number there.
struct EntryPlace {
  var range: Range<Int>
  var entry: Int
}
