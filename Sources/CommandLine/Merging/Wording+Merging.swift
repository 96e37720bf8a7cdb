internal import AccordArchives
internal import AccordDocuments
internal import AccordReports
internal import AccordRuns

// What `accord merge` says.

extension MergeProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .nothingThere(let path): "\(Self.shown(path)): no such file or folder"
    case .notAFile(let path):
      "\(Self.shown(path)) is no regular file, and a record is read twice: save it first"
    case .noRecord(let folder):
      "\(Self.shown(folder)) holds no run.jsonl: the shard was killed before it wrote its reports, or "
        + "wrote them elsewhere"
    case .unreadable(let error): error.description
    case .noShard(let path):
      "\(Self.shown(path)) is the record of a whole run; those of shards come from --shard"
    case .foreign(let shard, let path, let first, let difference):
      "\(Self.shown(path)) (shard \(shard)) was made from another plan than \(Self.shown(first)): "
        + difference.description
    case .repeated(let shard, let path, let first):
      "shard \(shard) came twice: \(Self.shown(first)) and \(Self.shown(path))"
    case .missing(let shards, let total):
      (shards.count == 1 ? "shard \(shards[0])" : "shards \(Self.list(shards))")
        + " of \(total) \(shards.count == 1 ? "is" : "are") missing"
    case .strayStep(let id, let path):
      "\(Self.shown(path)) tells of a step that another shard tells of, or that is none of the run's: "
        + Self.shown(id)
    case .missingSteps(let count):
      "\(count == 1 ? "1 step is" : "\(count) steps are") in none of the shards"
    }
  }

  fileprivate static func shown(_ text: String) -> String { VisibleText.escape(text) }

  /// The first of them, as in `3, 5, 7 and 12 more`.
  fileprivate static func list(_ shards: [Int]) -> String {
    let shown = shards.prefix(10).map(String.init).joined(separator: ", ")
    return shards.count > 10 ? "\(shown) and \(shards.count - 10) more" : shown
  }
}

extension MergeProblem.Difference: CustomStringConvertible {
  var description: String {
    switch self {
    case .contract(let name, let other):
      "its contract is '\(VisibleText.escape(name))', not '\(VisibleText.escape(other))'"
    case .total(let total, let other): "it is one of \(total) shards, not of \(other)"
    case .run(let run, let other): "it belongs to \(Self.name(run)), not to \(Self.name(other))"
    case .steps(let count, let other): "its run has \(count) steps in all, not \(other)"
    case .plan:
      "the contract, the selection, --durations, or an option such as --repeat or --seed differ"
    }
  }

  private static func name(_ run: String?) -> String {
    run.map { "run \(VisibleText.escape($0))" } ?? "a run without a number"
  }
}

/// What is said of a joined run besides.
enum MergeRemark {
  /// A shard was stopped by a signal.
  case stopped(shard: Int, signal: Int32)
  /// Shards without an archive of their exchanges.
  case withoutExchanges(shards: [Int])
  /// An archive that cannot be read, or not to its end.
  case unreadableArchive(ArchiveError)
  /// An archive beside a record of another run.
  case archiveOfAnotherRun(path: String, record: String)
  /// An archive of `--har` that is of none of the shards.
  case archiveOfNoShard(path: String)
  /// An archive with exchanges that are of none of the record's steps, or not in their order.
  case strayExchange(path: String, id: String)
}

extension MergeRemark: CustomStringConvertible {
  var description: String {
    switch self {
    case .stopped(let shard, let signal):
      "error: shard \(shard) was stopped by \(Wording.name(ofSignal: signal)), so that steps of it "
        + "have no verdict"
    case .withoutExchanges(let shards):
      "no archive of exchanges beside the record of "
        + (shards.count == 1 ? "shard \(shards[0])" : "shards \(MergeProblem.list(shards))")
        + ": reports have neither fields nor bodies of it; --reports and --report har=PATH write one"
    case .unreadableArchive(let error): "\(error); reports go without what it has"
    case .archiveOfAnotherRun(let path, let record):
      "\(MergeProblem.shown(path)) is of another run than \(MergeProblem.shown(record)) and is left out"
    case .archiveOfNoShard(let path):
      "--har: \(MergeProblem.shown(path)) is of none of the shards' runs and is left out"
    case .strayExchange(let path, let id):
      "\(MergeProblem.shown(path)) has an exchange where the record has none: \(MergeProblem.shown(id)); "
        + "reports go without it and those behind it"
    }
  }
}
