internal import AccordContract
package import AccordHTTP
package import AccordRuns

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
  /// What the run is held to besides its contract.
  package var heldTo = HeldTo()
  /// The resources of which the contract says methods, in the record of a shard: what is joined has no
  /// contract to ask.
  package var endpoints: [Endpoint] = []
  /// The rules that every exchange is held to besides the contract, if any.
  package var conformance: ConformanceHeading?
}

/// What is known of shards whose runs were joined.
package struct JoinedShards: Sendable, Equatable {
  /// How many there were.
  package var count: Int
  /// Whether each had a seed of its own, so that the header's is that of one of them.
  package var haveSeveralSeeds: Bool
  /// Whether every exchange of every shard is there.
  package var haveAllExchanges: Bool

  package init(count: Int, haveSeveralSeeds: Bool, haveAllExchanges: Bool = false) {
    self.count = count
    self.haveSeveralSeeds = haveSeveralSeeds
    self.haveAllExchanges = haveAllExchanges
  }
}

/// What a run is held to besides its contract.
package struct HeldTo: Sendable, Equatable {
  /// The baseline, as reports call it.
  package var baseline: String?
  /// The entries of the baseline that are of no step, where the run fails for those.
  package var staleEntries: [StaleEntry] = []
  /// The earlier run, as reports call it.
  package var earlierRun: String?

  package init() {}
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
