#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The environment of this process.
enum ProcessEnvironment {
  /// Its entries, `NAME=VALUE`, which belong to the system.
  static var entries: [UnsafeMutablePointer<CChar>] {
    #if canImport(Darwin)
      var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = _NSGetEnviron().pointee
    #else
      var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    #endif
    var entries: [UnsafeMutablePointer<CChar>] = []
    while let text = entry?.pointee {
      entries.append(text)
      entry = entry?.advanced(by: 1)
    }
    return entries
  }

  /// Its variables by their names.
  static var variables: [String: String] {
    let pairs = entries.compactMap { entry -> (String, String)? in
      let pair = String(cString: entry).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return pair.count == 2 ? (String(pair[0]), String(pair[1])) : nil
    }
    return Dictionary(pairs) { _, last in last }
  }
}
