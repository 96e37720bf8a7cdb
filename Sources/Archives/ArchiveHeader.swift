/// What one of Accord's archives says of the run that wrote it, in `log._accord`.
struct ArchiveHeader {
  var contract: String
  var baseURL: String?
  /// In milliseconds since 1970.
  var startedAt: Int64
  var seed: UInt64?
  /// How often the run was to go through the contract; nil in an archive that does not say.
  var repetitions: Int?
  var stepCount: Int
  /// Whether it was to have every exchange whole.
  var isComplete: Bool

  /// - Throws: `ArchiveError`, also where it is of another version.
  static func read(_ range: Range<Int>, of file: ArchiveFile) throws(ArchiveError) -> Self {
    let accord = try EntryReader(
      parsing: try file.read(range, member: "log._accord"), at: range.lowerBound, in: file.name,
      entry: nil, path: "log._accord")
    let format = try accord.integer("format", in: 0...1_000_000) ?? 0
    guard format == 1 else { throw ArchiveError(.unknownFormat(format), in: file.name) }
    return ArchiveHeader(
      contract: try accord.text("contract") ?? "", baseURL: try accord.text("url"),
      startedAt: Int64(try accord.integer("startedAt", in: EntryReader.moments) ?? 0),
      seed: try accord.unsigned("seed"),
      repetitions: try accord.integer("repetitions", in: EntryReader.repetitions),
      stepCount: try accord.integer("steps", in: EntryReader.counts) ?? 0,
      isComplete: accord.flag("complete"))
  }
}
