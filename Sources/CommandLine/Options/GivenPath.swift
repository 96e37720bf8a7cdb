internal import ArgumentParser

/// What holds of every path on a command line.
enum GivenPath {
  /// Refuses an empty one: a shell's variable that was never given a value would else mean the root of
  /// all files, or a file that is not there.
  static func check(_ path: String?, of option: String) throws {
    guard path?.isEmpty == true else { return }
    throw ValidationError("\(option) takes a path, and what it was given is empty")
  }
}
