#if canImport(Darwin)
  internal import Darwin
#endif

/// The file of the program that runs.
enum ProgramFile {
  /// What the user calls the program.
  static let name: String =
    CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "specs"

  /// Its path, also where it was found by a search path; `nil` where the system does not tell.
  static var path: String? {
    #if os(Linux)
      return "/proc/self/exe"
    #elseif canImport(Darwin)
      var size: UInt32 = 4_096
      var buffer = [CChar](repeating: 0, count: Int(size))
      guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
      return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } }
    #else
      return CommandLine.arguments.first
    #endif
  }
}
