package import AccordEngine
package import AccordHTTP

/// One of Accord's own archives, read from its first entry to its last: never more than one of them is
/// held.
package struct ArchiveStream {
  /// What the archive says of the run that wrote it.
  package struct Run: Sendable, Equatable {
    package var contract: String
    /// In milliseconds since 1970.
    package var startedAt: Int64
    package var seed: UInt64?
    package var stepCount: Int
    /// Whether it was to have every exchange whole, and not only those of failed and errored steps.
    package var isComplete: Bool

    package init(
      contract: String, startedAt: Int64, seed: UInt64?, stepCount: Int, isComplete: Bool
    ) {
      self.contract = contract
      self.startedAt = startedAt
      self.seed = seed
      self.stepCount = stepCount
      self.isComplete = isComplete
    }
  }

  /// The exchanges of one step.
  package struct Step: Sendable {
    package var id: String
    /// From 1.
    package var repetition: Int
    package var exchanges: [Exchange] = []
    package var entries: [ArchivedEntry] = []
    /// The number of its scenario in the run, and when that began.
    package var unit: RecordedUnit?
  }

  package let run: Run
  private let file: ArchiveFile
  private var scanner: ArchiveScanner
  private var count = 0
  /// The first exchange of the next step.
  private var pending: (ArchivedExchange, ArchivedEntry)?

  private static let largestEntry = 1 << 30

  /// Opens an archive and goes to its first entry.
  ///
  /// - Throws: `ArchiveError`, also where another program wrote it.
  package init(path: String) throws(ArchiveError) {
    file = try ArchiveFile(path)
    scanner = ArchiveScanner(file)
    guard let range = try scanner.begin() else { throw ArchiveError(.notOwn, in: path) }
    let accord = try EntryReader(
      parsing: try file.read(range), at: range.lowerBound, in: path, entry: nil)
    let format = try accord.integer("format") ?? 0
    guard format == 1 else { throw ArchiveError(.unknownFormat(format), in: path) }
    run = Run(
      contract: try accord.text("contract") ?? "",
      startedAt: Int64(try accord.integer("startedAt") ?? 0), seed: try accord.unsigned("seed"),
      stepCount: try accord.integer("steps") ?? 0, isComplete: accord.flag("complete"))
    pending = try read()
  }

  /// The step whose exchanges come next; `nil` after the last.
  package func peek() -> (id: String, repetition: Int)? {
    pending?.0.step.map { ($0.id, $0.repetition) }
  }

  /// Takes the exchanges of the next step.
  package mutating func next() throws(ArchiveError) -> Step? {
    guard let first = pending, let membership = first.0.step else { return nil }
    var step = Step(id: membership.id, repetition: membership.repetition, unit: membership.unit)
    while let (archived, entry) = pending, archived.step?.id == step.id,
      archived.step?.repetition == step.repetition
    {
      step.exchanges.append(archived.exchange)
      step.entries.append(entry)
      pending = try read()
    }
    guard step.exchanges.count == membership.hops else {
      throw ArchiveError(.incomplete(step: step.id), in: file.name)
    }
    return step
  }

  private mutating func read() throws(ArchiveError) -> (ArchivedExchange, ArchivedEntry)? {
    guard let range = try scanner.nextEntry() else { return nil }
    guard range.count <= Self.largestEntry else {
      throw ArchiveError(.tooLarge(octets: range.count), in: file.name, entry: count)
    }
    let reader = try EntryReader(
      parsing: try file.read(range), at: range.lowerBound, in: file.name, entry: count)
    let archived = try reader.exchange()
    guard archived.step != nil else { throw ArchiveError(.notOwn, in: file.name, entry: count) }
    count += 1
    return (
      archived,
      ArchivedEntry(
        members: reader.members.filter { $0.name != "_accord" },
        accord: try reader.object("_accord")?.members ?? [], request: archived.requestExtent,
        response: archived.responseExtent)
    )
  }
}
