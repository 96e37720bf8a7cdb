/// The exit codes of the tool, the graver the higher: of several files the gravest counts.
enum ToolStatus: Int32, Comparable {
  /// Something was selected, or everything holds.
  case holds = 0
  /// Nothing was selected, or something does not hold, or a server broke the contract.
  case doesNotHold = 1
  /// The results could not be written; shards are not one run; no verdict could be had somewhere.
  case unwritable = 2
  /// No step of any shard gave a verdict; not one step of two runs could be compared.
  case nothingRan = 3
  /// The command line, a path, a schema or a file is of no use (`EX_USAGE`).
  case unusable = 64
  /// Stopped by SIGHUP.
  case hungUp = 129
  /// Stopped by SIGINT.
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143

  static func < (left: ToolStatus, right: ToolStatus) -> Bool { left.rawValue < right.rawValue }
}
