internal import AccordEngine
internal import AccordRuns

/// The record of one shard's run, read step by step.
///
/// A class, since a file that is read is one and cannot be copied.
final class ShardReader {
  /// The file, as the user named it or its folder.
  let path: String
  let header: RecordedHeader
  /// Which shard it is.
  let shard: RecordedShard
  /// The next step; `nil` after the last.
  private(set) var next: StepRecord?
  /// The exchanges of its steps, where an archive has them.
  var exchanges: ShardExchanges?
  private var file: RunFile

  /// Opens a shard's file and reads its first line.
  ///
  /// - Parameter path: A file, or a folder with a `run.jsonl`.
  init(path: String) throws(MergeProblem) {
    let place = try RecordPlace.find(path)
    self.path = place
    do throws(RunFileError) { file = try RunFile(path: place) } catch { throw .unreadable(error) }
    header = file.header
    guard let shard = file.header.shard else { throw .noShard(path: place) }
    self.shard = shard
  }

  /// What was known when the run had ended; there once the last step was read.
  var footer: RecordedFooter? { file.footer }

  /// Goes over the next step and tells its place; `nil` after the last.
  func skip() throws(MergeProblem) -> RecordedPlace? {
    do throws(RunFileError) { return try file.nextPlace() } catch { throw .unreadable(error) }
  }

  /// Begins anew.
  func rewind() throws(MergeProblem) {
    do throws(RunFileError) { file = try RunFile(path: path) } catch { throw .unreadable(error) }
  }

  /// Goes on to the next step, with its exchanges where an archive has them.
  func advance() throws(MergeProblem) {
    let step: RecordedStep?
    do throws(RunFileError) { step = try file.next() } catch { throw .unreadable(error) }
    next = step.map { step in
      var record = StepRecord(step)
      // The place in the joined run.
      record.index = step.wholeIndex ?? -1
      record.wholeIndex = nil
      exchanges?.complete(&record)
      return record
    }
  }
}
