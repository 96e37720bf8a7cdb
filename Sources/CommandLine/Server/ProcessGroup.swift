#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A process group, as the system sees it.
struct ProcessGroup {
  let id: pid_t

  /// Sends a signal to every process of the group.
  func signal(_ number: Int32) { kill(-id, number) }

  /// Whether a process of the group still runs.
  ///
  /// One that has ended and whose parent has not yet asked for its status exists for `kill`, and
  /// may for seconds: an orphan's status is for the system's first process to ask for. On Linux
  /// such processes are told apart.
  var isRunning: Bool {
    guard kill(-id, 0) == 0 else { return false }
    #if os(Linux)
      return Self.processes().contains { isMember($0) }
    #else
      return true
    #endif
  }

  #if os(Linux)
    /// The numbers of all processes.
    private static func processes() -> [pid_t] {
      guard let folder = opendir("/proc") else { return [] }
      defer { closedir(folder) }
      var numbers: [pid_t] = []
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if let number = pid_t(name) { numbers.append(number) }
      }
      return numbers
    }

    /// Whether a process belongs to the group and has not ended (proc(5), `/proc/pid/stat`: after
    /// the name in parentheses come the state, the parent and the group).
    private func isMember(_ process: pid_t) -> Bool {
      guard let file = fopen("/proc/\(process)/stat", "r") else { return false }
      defer { fclose(file) }
      var buffer = [UInt8](repeating: 0, count: 512)
      let count = fread(&buffer, 1, buffer.count, file)
      let text = String(decoding: buffer[..<count], as: UTF8.self)
      guard let end = text.lastIndex(of: ")") else { return false }
      let fields = text[text.index(after: end)...].split(separator: " ")
      return fields.count > 2 && fields[0] != "Z" && fields[2] == "\(id)"
    }
  #endif
}
