import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Waits for something that must happen, and fails where it does not.
func wait(
  for what: String, sourceLocation: SourceLocation = #_sourceLocation, _ isThere: () -> Bool
) {
  let deadline = ContinuousClock.now + .seconds(30)
  while !isThere(), ContinuousClock.now < deadline { Thread.sleep(forTimeInterval: 0.005) }
  #expect(isThere(), "\(what)", sourceLocation: sourceLocation)
}

/// Whether a process runs; one that has ended and that nobody asked for its status does not.
func isRunning(_ process: pid_t) -> Bool {
  guard kill(process, 0) == 0 else { return false }
  guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
    return FileManager.default.fileExists(atPath: "/proc/self") == false
  }
  return status.split(separator: ")").last?.split(separator: " ").first != "Z"
}

extension Folder {
  /// The number of a process that wrote it into a file, with a line's end.
  func process(_ file: String) -> pid_t? {
    guard let text = read(file), text.hasSuffix("\n") else { return nil }
    return pid_t(text.trimmed)
  }
}
