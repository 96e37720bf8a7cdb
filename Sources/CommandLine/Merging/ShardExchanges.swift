internal import AccordArchives
internal import AccordEngine
internal import AccordHTTP

/// The archive of one shard's exchanges, read along with the record of its run.
///
/// Both were written step by step as steps were completed, so that an archive has the next step's
/// exchanges next, or none of it.
struct ShardExchanges {
  private let path: String
  private var archive: ArchiveStream
  private var failure: ArchiveError?

  init(_ archive: ArchiveStream, at path: String) {
    self.archive = archive
    self.path = path
  }

  /// Whether it has every exchange.
  var isComplete: Bool { archive.run.isComplete }

  /// Puts the exchanges of a step into its record, where the archive has them.
  mutating func complete(_ record: inout StepRecord) {
    guard failure == nil, let next = archive.peek(), next.repetition == record.repetition,
      next.id == record.id, let last = record.exchanges.last
    else { return }
    do throws(ArchiveError) {
      guard let step = try archive.next() else { return }
      // Of the last exchange the record tells all phases, also those of a kept connection.
      record.exchanges =
        step.exchanges.dropLast() + step.exchanges.suffix(1).map { $0.timed(last.timings) }
      record.archived = step.entries
      record.unit = step.unit?.number ?? record.unit
      record.unitTimestamp = step.unit?.timestamp ?? 0
    } catch {
      failure = error
    }
  }

  /// What is to be said when all steps were read.
  var remarks: [MergeRemark] {
    if let failure { return [.unreadableArchive(failure)] }
    return archive.peek().map { [.strayExchange(path: path, id: $0.id)] } ?? []
  }
}
