internal import AccordDocuments

/// The first line of a run file: what was known when the run began.
package struct RecordedHeader: Sendable, Equatable {
  /// The version of Accord that wrote it.
  package var version: String
  package var contract: String
  /// The base URL.
  package var url: String
  /// The start, in milliseconds since 1970.
  package var startedAt: Int64
  package var jobs: Int
  package var seed: UInt64
  package var isShuffled: Bool
  package var repetitions: Int
  /// How many steps the run has, repetitions counted.
  package var stepCount: Int
  /// How many steps the contract has, selected or not.
  package var stepCountOfContract: Int
  /// What a reader has to know before believing it, in the run's own words.
  package var warnings: [String]
  /// The entries of a baseline that are of no step, where the run failed for those.
  package var staleEntries: [StaleEntry]
  /// Which part of a run it is, where several machines shared one.
  package var shard: RecordedShard?
  /// The rules that exchanges were held to, if they were: `warn` or `fail`, and the profile.
  package var conformance: RecordedConformance?

  init(_ line: RecordLine) throws(RunFileError) {
    version = try line.string("version")
    contract = try line.string("contract")
    url = try line.string("url")
    // Up to the year 9999.
    startedAt = Int64(try line.integer("startedAt", to: 253_402_300_799_999))
    jobs = try line.integer("jobs", from: 1)
    guard let seed = line.value("seed")?.number.flatMap({ UInt64($0.text) }) else {
      throw line.error("seed", expected: "a whole number of 64 bits", found: line.value("seed"))
    }
    self.seed = seed
    isShuffled = try line.boolean("shuffled")
    repetitions = try line.integer("repetitions", from: 1, to: 1_000_000)
    stepCount = try line.integer("steps")
    stepCountOfContract = try line.integer("contractSteps")
    warnings = try line.optional("warnings", line.strings) ?? []
    staleEntries = try line.objects("staleEntries") { entry throws(RunFileError) in
      try StaleEntry(entry)
    }
    shard = line.value("shard") == nil ? nil : try RecordedShard(line.object("shard"))
    conformance =
      line.value("conformance") == nil
      ? nil : try RecordedConformance(line.object("conformance"))
  }
}
