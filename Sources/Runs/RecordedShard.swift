/// Which part of a run a file tells of, where several machines shared one.
package struct RecordedShard: Sendable, Equatable {
  /// A resource of which the contract says methods.
  package struct Endpoint: Sendable, Equatable {
    package var path: String
    package var methods: [String]
  }

  /// A file that the shard was held to besides the contract.
  package struct Review: Sendable, Equatable {
    /// How reports call it.
    package var file: String
    /// Those of the run's warnings that are about it.
    package var warnings: [String]
  }

  /// A run has no more parts.
  package static let mostParts = 1_000

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
  /// The baseline that the shard was held to, if it was.
  package var baseline: Review?
  /// The earlier run that the shard was compared with, if it was.
  package var compared: Review?
  /// What the contract declares, in its order.
  package var endpoints: [Endpoint]

  init(_ line: RecordLine) throws(RunFileError) {
    total = try line.integer("total", from: 1, to: Self.mostParts)
    index = try line.integer("index", from: 1)
    guard index <= total else {
      throw line.error(
        "index", expected: "a whole number of at most \(total)", found: line.value("index"))
    }
    run = try line.optional("run", line.string)
    stepCount = try line.integer("steps")
    plan = try line.string("plan")
    baseline = try line.value("baseline") == nil ? nil : Review(line.object("baseline"))
    compared = try line.value("compare") == nil ? nil : Review(line.object("compare"))
    endpoints = try line.objects("endpoints") { part throws(RunFileError) in
      Endpoint(path: try part.string("path"), methods: try part.strings("methods"))
    }
  }
}

extension RecordedShard.Review {
  fileprivate init(_ line: RecordLine) throws(RunFileError) {
    file = try line.string("file")
    warnings = try line.optional("warnings", line.strings) ?? []
  }
}
