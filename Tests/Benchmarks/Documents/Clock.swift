import Foundation

/// Times what takes from a microsecond to seconds, in time of the processor: what is measured has
/// one thread and waits for nothing, and who else is at work is not to count.
struct Clock {
  /// What every call gave, which the compiler can therefore not leave out.
  private(set) var result = 0

  private static let batch = 0.01
  private static let whole = 0.4

  /// Seconds for one call: the middle of as many batches of calls as fit into 0.4 seconds, and of
  /// three at least, after those that found out how many calls make a batch of 10 milliseconds.
  mutating func seconds(of call: () throws -> Int) throws -> Double {
    var calls = 1
    while try time(calls, call) < Self.batch { calls *= 2 }
    var batches: [Double] = []
    var spent = 0.0
    while batches.count < 3 || spent < Self.whole {
      let batch = try time(calls, call)
      batches.append(batch)
      spent += batch
    }
    return batches.sorted()[batches.count / 2] / Double(calls)
  }

  private mutating func time(_ calls: Int, _ call: () throws -> Int) throws -> Double {
    let begin = Self.processorSeconds()
    for _ in 0..<calls {
      let result = try call()
      guard self.result == 0 || self.result == result else { throw Failure.changed }
      self.result = result
    }
    return Self.processorSeconds() - begin
  }

  private static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
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
