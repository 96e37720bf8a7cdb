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
  private var isBehindEntries = false
  /// The first exchange of the next step.
  private var pending: (ArchivedExchange, ArchivedEntry)?

  /// Opens an archive and goes to its first entry.
  ///
  /// - Throws: `ArchiveError`, also where another program wrote it.
  package init(path: String) throws(ArchiveError) {
    file = try ArchiveFile(path)
    scanner = ArchiveScanner(file)
    var part = try scanner.next()
    while part?.isOfEnd == true { part = try scanner.next() }
    guard case .accord(let range) = part else { throw ArchiveError(.notOwn, in: path) }
    let header = try ArchiveHeader.read(range, of: file)
    run = Run(
      contract: header.contract, startedAt: header.startedAt, seed: header.seed,
      stepCount: header.stepCount, isComplete: header.isComplete)
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
    guard !isBehindEntries else { return nil }
    var range: Range<Int>?
    while range == nil {
      switch try scanner.next() {
      case .entry(let next): range = next
      // Before the entries they mean nothing.
      case .accord, .unsent, .stopped: continue
      case .endOfEntries, nil: break
      }
      break
    }
    guard let range else {
      isBehindEntries = true
      return nil
    }
    let reader = try EntryReader(
      parsing: try file.read(range, entry: count), at: range.lowerBound, in: file.name,
      entry: count)
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
