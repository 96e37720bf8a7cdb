internal import AccordArchives
internal import AccordRuns

/// Finds the archive of each shard's exchanges: beside its record, or where it is said to be.
///
/// An archive belongs to a shard if it tells of the same run: the contract, the moment of the start, the
/// seed and the number of steps. One of another run, which an earlier job may have left, is not taken.
struct ShardArchives {
  /// What is to be said of archives that are missing or not used.
  private(set) var remarks: [MergeRemark] = []
  /// Whether every exchange of every shard is there.
  private(set) var areComplete = true

  /// Gives each shard its archive.
  ///
  /// - Parameters:
  ///   - paths: Archives that are not beside the records.
  ///   - areNeeded: Whether a report shows exchanges.
  init(of shards: ShardSet, named paths: [String], areNeeded: Bool) {
    guard areNeeded else {
      areComplete = false
      return
    }
    var named: [(path: String, archive: ArchiveStream, isUsed: Bool)] = []
    for path in paths {
      do throws(ArchiveError) {
        named.append((path, try ArchiveStream(path: path), false))
      } catch {
        remarks.append(.unreadableArchive(error))
      }
    }
    var lacking: [Int] = []
    for reader in shards.readers {
      var found: [ShardExchanges] = []
      for index in named.indices where named[index].archive.run.isOf(reader.header) {
        named[index].isUsed = true
        found.append(ShardExchanges(named[index].archive, at: named[index].path))
      }
      if found.isEmpty { found = archives(beside: reader) }
      reader.exchanges = found.first(where: \.isComplete) ?? found.first
      if reader.exchanges == nil { lacking.append(reader.shard.index) }
      if reader.exchanges?.isComplete != true { areComplete = false }
    }
    for entry in named where !entry.isUsed { remarks.append(.archiveOfNoShard(path: entry.path)) }
    if !lacking.isEmpty { remarks.append(.withoutExchanges(shards: lacking)) }
  }

  private mutating func archives(beside reader: ShardReader) -> [ShardExchanges] {
    var found: [ShardExchanges] = []
    for path in RecordPlace.archives(beside: reader.path) {
      do throws(ArchiveError) {
        let archive = try ArchiveStream(path: path)
        if archive.run.isOf(reader.header) {
          found.append(ShardExchanges(archive, at: path))
        } else {
          remarks.append(.archiveOfAnotherRun(path: path, record: reader.path))
        }
      } catch {
        remarks.append(.unreadableArchive(error))
      }
    }
    return found
  }
}

extension ArchiveStream.Run {
  /// Whether it is the run of a record.
  fileprivate func isOf(_ header: RecordedHeader) -> Bool {
    contract == header.contract && startedAt == header.startedAt && seed == header.seed
      && stepCount == header.stepCount
  }
}
