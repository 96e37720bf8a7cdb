internal import ArgumentParser

/// How a run goes.
struct RunningOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many requests may be in flight at once. (default: 8 for loopback and --start, else 2)",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp("How many requests may begin in any second: 10 or 10/s.", valueName: "n/s"))
  var rate: Rate?

  @Option(
    help: ArgumentHelp(
      "How many connections one server may have at once; requests that share one over HTTP/2 count "
        + "once. (default: as --jobs)",
      valueName: "n"))
  var maxConnectionsPerHost: Int?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Send again what was answered 429, or 503 where the method is idempotent, when its Retry-After "
        + "is over, if that fits into the step's time; a status that is expected is judged at once. "
        + "(default: yes, but not for loopback nor with --start)"))
  var respectRetryAfter: Bool?

  @Option(
    name: .long, defaultAsFlag: Shuffle.random,
    help: ArgumentHelp(
      "Run in a random order, or in the one that a seed makes.", valueName: "seed"))
  var shuffle: Shuffle?

  @Option(
    help: ArgumentHelp(
      "The seed of random values, as a summary printed it.", valueName: "seed"))
  var seed: UInt64?

  @Option(
    name: .customLong("repeat"), help: ArgumentHelp("Run everything so often.", valueName: "n"))
  var repetitions = 1

  @Flag(help: "Stop at the first failure or error; clean-ups still run.")
  var failFast = false

  @Flag(
    help:
      "Send safe methods only (GET, HEAD, OPTIONS, TRACE); skip the rest. An access token is asked for all the same."
  )
  var readOnly = false

  @Flag(help: "Count a step that passed only when sent again as failed.")
  var failOnFlaky = false

  @Flag(help: "Count a run in which no step gave a verdict as a success.")
  var allowEmpty = false

  func validate() throws {
    if let jobs, !(1...1_000).contains(jobs) {
      throw ValidationError("--jobs takes a whole number from 1 to 1000, not \(jobs)")
    }
    if let count = maxConnectionsPerHost, !(1...1_000).contains(count) {
      throw ValidationError(
        "--max-connections-per-host takes a whole number from 1 to 1000, not \(count)")
    }
    try Rate.check(rate)
    if !(1...1_000_000).contains(repetitions) {
      throw ValidationError("--repeat takes a whole number from 1 to 1000000, not \(repetitions)")
    }
    if case .seed(let order) = shuffle, let seed, order != seed {
      throw ValidationError(
        "--shuffle \(order) and --seed \(seed) differ, and a run has one seed; leave one of them out"
      )
    }
  }
}

/// A rate on the command line: `10` or `10/s`.
struct Rate: ExpressibleByArgument {
  /// The rates that can be kept: less than one request in a quarter of an hour is a mistyped number,
  /// and far less than that passes what a duration can hold.
  static let range = 0.001...1_000_000

  /// Refuses one that cannot be kept.
  static func check(_ rate: Rate?) throws {
    guard let rate, !range.contains(rate.perSecond) else { return }
    throw ValidationError("--rate takes 0.001 to 1000000 requests a second, not \(rate.written)")
  }

  let perSecond: Double
  /// As it was given.
  let written: String

  init?(argument: String) {
    let number = argument.hasSuffix("/s") ? String(argument.dropLast(2)) : argument
    guard let value = Double(number), value.isFinite else { return nil }
    perSecond = value
    written = argument
  }
}

/// `--shuffle`, with or without a seed.
enum Shuffle: ExpressibleByArgument, CustomStringConvertible {
  case random
  case seed(UInt64)

  init?(argument: String) {
    guard let seed = UInt64(argument) else { return nil }
    self = .seed(seed)
  }

  var description: String {
    switch self {
    case .random: "random"
    case .seed(let seed): String(seed)
    }
  }
}
