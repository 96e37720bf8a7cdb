/// A file that a command line names to be read, which no report may replace.
struct NamedFile {
  /// What names it, as it was written: `--baseline known.jsonl`.
  let option: String
  let path: String
  /// Whether the record of the run may take its place.
  ///
  /// An earlier run is read whole before anything is sent, and a report is moved to its place when the
  /// run has ended: a folder may so always have the latest run, to compare the next one with. A list that
  /// people keep, or what every shard must be given alike, is another matter.
  var mayBecomeRecord = false

  init?(_ option: String, _ path: String?, mayBecomeRecord: Bool = false) {
    guard let path else { return nil }
    self.option = "\(option) \(path)"
    self.path = path
    self.mayBecomeRecord = mayBecomeRecord
  }

  /// One that is no option's, and how it is called.
  init(_ path: String, called name: String) {
    option = name
    self.path = path
  }
}

extension RunCommand {
  /// The files that a run reads by its options.
  var namedFiles: [NamedFile] {
    baseline.namedFiles + comparing.namedFiles + variables.namedFiles + selection.namedFiles
      + [
        NamedFile("--durations", sharding.durations),
        NamedFile("--netrc-file", credentials.netrcFile), NamedFile("--cacert", tls.authorities),
        NamedFile("--cert", tls.certificate?.path), NamedFile("--key", tls.key),
        NamedFile("--proxy-cacert", proxies.authorities),
      ].compactMap(\.self)
  }
}

extension JudgeCommand {
  /// The files that judging reads.
  var namedFiles: [NamedFile] {
    [NamedFile(file, called: "the recording \(file)")] + baseline.namedFiles
      + comparing.namedFiles + variables.namedFiles + selection.namedFiles
  }
}

extension MergeCommand {
  /// The files that joining reads: of the shards their records, and the archives beside them.
  var namedFiles: [NamedFile] {
    let records = paths.compactMap { try? RecordPlace.find($0) }
    return records.map { NamedFile($0, called: "the record of a shard, \($0)") }
      + records.flatMap(RecordPlace.archives).map {
        NamedFile($0, called: "the archive of a shard, \($0)")
      }
      + archives.compactMap { NamedFile("--har", $0) } + baseline.namedFiles
      + comparing.namedFiles
  }
}

extension BaselineOptions {
  fileprivate var namedFiles: [NamedFile] { [NamedFile("--baseline", file)].compactMap(\.self) }
}

extension CompareOptions {
  fileprivate var namedFiles: [NamedFile] {
    [NamedFile("--compare", file, mayBecomeRecord: true)].compactMap(\.self)
  }
}

extension VariableOptions {
  fileprivate var namedFiles: [NamedFile] { [NamedFile("--variables", file)].compactMap(\.self) }
}

extension SelectionOptions {
  fileprivate var namedFiles: [NamedFile] {
    [NamedFile("--rerun-failed", rerunFailed, mayBecomeRecord: true)].compactMap(\.self)
  }
}
