/// Which part of a run a file tells of, where several machines shared one.
package struct RecordedShard: Sendable, Equatable {
  /// Which part, from 1.
  package var index: Int
  /// How many parts there are.
  package var total: Int
  /// What tells this run of all shards from others, where the CI system has such a thing.
  package var run: String?
  /// How many steps all shards have together, repetitions counted.
  package var stepCount: Int
  /// A hash of what all shards of a run have in common.
  package var plan: String

  init(_ line: RecordLine) throws(RunFileError) {
    total = try line.integer("total", from: 1)
    index = try line.integer("index", from: 1)
    guard index <= total else {
      throw line.error(
        "index", expected: "a whole number of at most \(total)", found: line.value("index"))
    }
    run = try line.optional("run", line.string)
    stepCount = try line.integer("steps")
    plan = try line.string("plan")
  }
}
