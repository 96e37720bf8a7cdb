#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What a command of `--start` has become: the processes of its group and, on Linux, those that have
/// left it for a group or a session of their own.
///
/// The command is given a variable of its own in its environment, which whatever it starts inherits. A
/// process that is meant to outlive the run takes the variable out of its environment.
struct StartedProcesses {
  /// The name of the variable.
  static let variable = "ACCORD_STARTED"

  /// The process group of the command.
  let group: pid_t
  /// `ACCORD_STARTED=…`, as it stands in the environment.
  let mark: String

  /// Sends a signal to all of them.
  func signal(_ number: Int32) {
    kill(-group, number)
    for process in outsiders() { kill(process, number) }
  }

  /// Whether one of them still runs.
  ///
  /// One that has ended and whose parent has not yet asked for its status exists for `kill`, and
  /// may for seconds: an orphan's status is for the system's first process to ask for. On Linux
  /// such processes are told apart.
  var areRunning: Bool {
    #if os(Linux)
      if kill(-group, 0) == 0, Self.processes().contains(where: isMember) { return true }
      return !outsiders().isEmpty
    #else
      return kill(-group, 0) == 0
    #endif
  }

  /// Those that have the mark and are not in the group.
  private func outsiders() -> [pid_t] {
    #if os(Linux)
      return Self.processes().filter { isMarked($0) && !isMember($0) && Self.state(of: $0) != "Z" }
    #else
      return []
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

    /// Whether a process belongs to the group and has not ended.
    private func isMember(_ process: pid_t) -> Bool {
      let fields = Self.status(of: process)
      return fields.count > 2 && fields[0] != "Z" && fields[2] == "\(group)"
    }

    private static func state(of process: pid_t) -> String { status(of: process).first ?? "Z" }

    /// State, parent and group of a process, which stand after its name in parentheses (proc(5),
    /// `/proc/pid/stat`).
    private static func status(of process: pid_t) -> [String] {
      let text = String(decoding: contents("/proc/\(process)/stat", limit: 512), as: UTF8.self)
      guard let end = text.lastIndex(of: ")") else { return [] }
      return text[text.index(after: end)...].split(separator: " ").prefix(3).map(String.init)
    }

    /// Whether the environment with which a process was started has the mark.
    private func isMarked(_ process: pid_t) -> Bool {
      let environment = Self.contents("/proc/\(process)/environ", limit: 1 << 20)
      return environment.split(separator: 0).contains { $0.elementsEqual(mark.utf8) }
    }

    /// The first octets of a file; none where it cannot be read.
    private static func contents(_ path: String, limit: Int) -> [UInt8] {
      guard let file = fopen(path, "re") else { return [] }
      defer { fclose(file) }
      var octets: [UInt8] = []
      var part = [UInt8](repeating: 0, count: min(limit, 16 << 10))
      while octets.count < limit {
        let count = fread(&part, 1, part.count, file)
        guard count > 0 else { break }
        octets += part[..<count]
      }
      return octets
    }
  #endif
}
