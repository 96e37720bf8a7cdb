/// Times what takes from a microsecond to seconds.
struct Clock {
  /// What every call gave, which the compiler can therefore not leave out.
  private(set) var result = 0

  private static let batch = Duration.milliseconds(10)
  private static let whole = Duration.milliseconds(400)

  /// Seconds for one call: the middle of as many batches of calls as fit into 0.4 seconds, and of
  /// three at least, after those that found out how many calls make a batch of 10 milliseconds.
  mutating func seconds(of call: () throws -> Int) throws -> Double {
    var calls = 1
    while try time(calls, call) < Self.batch { calls *= 2 }
    var batches: [Duration] = []
    var spent = Duration.zero
    while batches.count < 3 || spent < Self.whole {
      let batch = try time(calls, call)
      batches.append(batch)
      spent += batch
    }
    return batches.sorted()[batches.count / 2] / .seconds(1) / Double(calls)
  }

  private mutating func time(_ calls: Int, _ call: () throws -> Int) throws -> Duration {
    try ContinuousClock().measure {
      for _ in 0..<calls {
        let result = try call()
        guard self.result == 0 || self.result == result else { throw Failure.changed }
        self.result = result
      }
    }
  }
}

/// Why nothing could be measured.
enum Failure: Error {
  /// Two calls gave two results.
  case changed
  case unreadable(String)
  /// What was asked for is not one of the tasks.
  case unknown
}
