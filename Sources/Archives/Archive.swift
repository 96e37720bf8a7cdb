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

  /// Larger entries are not read: a body of 64 MiB, escaped at its worst, fits.
  private static let largestEntry = 1 << 30

  /// Reads an archive through, and finds out whether every entry of it can be used.
  package init(path: String) throws(ArchiveError) {
    let file = try ArchiveFile(path)
    var own = OwnEntries(file: path)
    var foreign = ForeignEntries()
    var count = 0
    var scanner = ArchiveScanner(file)
    let parts = try scanner.scan { (range) throws(ArchiveError) in
      let archived = try Self.read(range, of: file, entry: count)
      if let step = archived.step {
        try own.add(step, at: range, entry: count)
      } else {
        foreign.add(archived.exchange, at: EntryPlace(range: range, entry: count))
      }
      count += 1
    }
    var run = RecordedRun()
    var isOwn = false
    if let range = parts.accord {
      let accord = try EntryReader(
        parsing: try file.read(range), at: range.lowerBound, in: path, entry: nil)
      let format = try accord.integer("format") ?? 0
      guard format == 1 else { throw ArchiveError(.unknownFormat(format), in: path) }
      isOwn = true
      run.repetitions = min(max(1, try accord.integer("repetitions") ?? 1), 1_000_000)
      run.seed = try accord.unsigned("seed")
      run.startedAt = Int64(try accord.integer("startedAt") ?? 0)
      run.baseURL = try accord.text("url")
      run.contract = try accord.text("contract")
    }
    if let range = parts.stopped {
      let stopped = try EntryReader(
        parsing: try file.read(range), at: range.lowerBound, in: path, entry: nil)
      run.signal = try stopped.integer("signal").map { Int32(clamping: $0) }
    }
    try own.requireWholeSteps()
    let problems = try Self.problems(at: parts.unsent, of: file)
    run.stoppedCount = problems.values.count(where: \.isSkip)
    self.problems = problems
    self.file = file
    self.own = own
    self.foreign = foreign
    self.run = run
    self.isOwn = isOwn
    self.count = count
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

  // MARK: - Reading

  private static func read(
    _ range: Range<Int>, of file: ArchiveFile, entry: Int
  ) throws(ArchiveError) -> ArchivedExchange {
    guard range.count <= largestEntry else {
      throw ArchiveError(.tooLarge(octets: range.count), in: file.name, entry: entry)
    }
    return try EntryReader(
      parsing: try file.read(range), at: range.lowerBound, in: file.name, entry: entry
    ).exchange()
  }

  /// Why steps were not even sent.
  private static func problems(
    at range: Range<Int>?, of file: ArchiveFile
  ) throws(ArchiveError) -> [OwnEntries.Key: RecordedProblem] {
    guard let range, range.count <= largestEntry else { return [:] }
    // Read as a member, since a reader begins with an object.
    let octets = Array("{\"_unsent\":".utf8) + (try file.read(range)) + [UInt8(ascii: "}")]
    let reader = try EntryReader(
      parsing: octets, at: range.lowerBound - 11, in: file.name, entry: nil)
    var problems: [OwnEntries.Key: RecordedProblem] = [:]
    for group in try reader.objects("_unsent") {
      let problem = RecordedProblem(
        kind: try group.requiredText("reasonKind"), message: try group.text("reason") ?? "",
        isSkip: try group.text("outcome") == "skipped")
      for step in try group.objects("steps") {
        let key = OwnEntries.Key(
          id: try step.requiredText("id"), repetition: try step.integer("repetition") ?? 1)
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
