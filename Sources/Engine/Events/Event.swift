internal import AccordContract
package import AccordHTTP

/// What happens in a run, in the order in which it happens.
package enum Event: Sendable {
  case started(RunHeader)
  /// A value that no output may show, told before anything that could hold it.
  case secret(name: String, value: String)
  /// Indirect, since an event goes through several queues and a record has many parts.
  indirect case finished(step: StepRecord)
  case ended(RunFooter)
}

/// What is known when a run begins.
package struct RunHeader: Sendable {
  package var contract: String
  package var baseURL: String
  /// The moment of the start, in milliseconds since 1970.
  package var startedAt: Int64
  package var jobs: Int
  package var seed: UInt64
  package var isShuffled: Bool
  package var repetitions: Int
  /// How many steps the run has in all, repetitions counted.
  package var stepCount: Int
  /// How many steps the contract has, selected or not.
  package var stepCountOfContract: Int
  /// The version of Accord.
  package var version: String
  /// What every report says of the run.
  package var warnings: [RunWarning] = []
  /// How curl reaches servers as this run does.
  package var curlOptions: [CurlOption] = []
  /// Which part of a run this is, where several machines share it.
  package var shard: PlanShard?
  /// What was joined, where this is no run but the runs of shards.
  package var joined: JoinedShards?
  /// The rules that every exchange is held to besides the contract, if any.
  package var conformance: ConformanceHeading?
}

/// What is known of shards whose runs were joined.
package struct JoinedShards: Sendable, Equatable {
  /// How many there were.
  package var count: Int
  /// Whether each had a seed of its own, so that the header's is that of one of them.
  package var haveSeveralSeeds: Bool

  package init(count: Int, haveSeveralSeeds: Bool) {
    self.count = count
    self.haveSeveralSeeds = haveSeveralSeeds
  }
}

/// What is known when a run has ended.
package struct RunFooter: Sendable {
  package var totals: RunTotals
  /// The time from the start to the end.
  package var duration: Duration
  /// How many requests were sent, repeated ones and hops of redirects included.
  package var requestCount: Int
  /// The signal that stopped the run, if one did.
  package var signal: Int32?
  /// The reason why the server could not be reached, if it could not.
  package var unreachable: TransportError?
  /// Whether clean-ups were given up too: after a second signal, or for want of time.
  package var gaveUpCleanups = false
  /// What the exchanges told of the rules that they were held to, if they were.
  package var conformance: ConformanceAccount?
}

/// How many steps came to which outcome.
package struct RunTotals: Sendable, Equatable {
  package var passed = 0
  package var failed = 0
  package var errors = 0
  package var skipped = 0
  package var observed = 0
  package var known = 0
  /// Of the passed ones, those that a known issue said would fail.
  package var fixed = 0
  /// Those that passed only when sent again: of the passed ones, or of the failed ones where
  /// ``RunOptions/failsOnFlaky`` says so.
  package var flaky = 0
  /// How many steps answered otherwise than in the run with which this one is compared.
  package var changed = 0
  /// How often a request was sent again after the time that an answer asked for.
  package var waits = 0
  /// How long was waited for that in all; waits of steps beside each other add up.
  package var waited: Duration = .zero

  package init() {}

  /// All steps.
  package var count: Int { passed + failed + errors + skipped + observed + known }

  /// Counts a step in.
  package mutating func add(_ record: StepRecord) {
    for case let wait? in record.deferrals.lazy.map(\.wait) {
      waits += 1
      waited += wait
    }
    if record.isFlaky { flaky += 1 }
    if record.remarks.contains(where: { $0.change != nil }) { changed += 1 }
    switch record.outcome {
    case .passed(let isFixed):
      passed += 1
      if isFixed { fixed += 1 }
    case .failed: failed += 1
    case .errored: errors += 1
    case .skipped: skipped += 1
    case .observed: observed += 1
    case .known: known += 1
    }
  }
}
