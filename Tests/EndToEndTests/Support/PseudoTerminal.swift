import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A terminal that no person sits at: what a program writes to it is kept.
final class PseudoTerminal: Sendable {
  private let master: Int32
  /// The side that a program is given.
  let program: Int32
  private let octets = Mutex<[UInt8]>([])
  private let isOver = Atomic(false)

  /// - Parameter isRead: Whether somebody looks at it; else it takes nothing more at once.
  init(columns: Int, isRead: Bool = true) throws {
    var ends: (Int32, Int32) = (-1, -1)
    try #require(openpty(&ends.0, &ends.1, nil, nil, nil) == 0)
    (master, program) = ends
    for end in [master, program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    resize(columns: columns)
    guard isRead else {
      // As Control-S does.
      _ = tcflow(program, TCOOFF)
      return
    }
    Thread.detachNewThread { [self] in read() }
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !isOver.load(ordering: .relaxed) {
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 20) > 0 else { continue }
      #if canImport(Glibc)
        let count = Glibc.read(master, &buffer, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(master, &buffer, buffer.count)
      #else
        let count = Darwin.read(master, &buffer, buffer.count)
      #endif
      guard count > 0 else { continue }
      octets.withLock { $0 += buffer[..<count] }
    }
    close(master)
  }

  func resize(columns: Int) {
    var size = winsize()
    size.ws_col = UInt16(columns)
    size.ws_row = 50
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// All that was written to it so far.
  var text: String { octets.withLock { String(decoding: $0, as: UTF8.self) } }

  /// Starts a program at it, or in part at it.
  func start(
    _ path: String, _ arguments: [String], environment: [String: String], in folder: Folder,
    output: Any? = nil, errors: Any? = nil
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    let side = FileHandle(fileDescriptor: program, closeOnDealloc: false)
    process.standardOutput = output ?? side
    process.standardError = errors ?? side
    try process.run()
    return process
  }

  func end() {
    isOver.store(true, ordering: .relaxed)
    _ = tcflow(program, TCOON)
    close(program)
  }
}

/// What stands on a terminal's screen after what was written to it: as much of ECMA-48 as is used.
struct Screen {
  private(set) var lines: [[Character]] = [[]]
  private var row = 0
  private var column = 0
  private let columns: Int

  init(_ text: String, columns: Int) {
    self.columns = columns
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\r": column = 0
      case "\n": goDown()
      case "\u{1B}":
        _ = rest.popFirst()
        let parameters = rest.prefix { $0 != "m" && $0 != "J" }
        let final = rest.dropFirst(parameters.count).first
        rest = rest.dropFirst(parameters.count + 1)
        if final == "J" { clear() }
      default: put(Character(scalar))
      }
    }
  }

  private mutating func goDown() {
    row += 1
    while lines.count <= row { lines.append([]) }
  }

  private mutating func put(_ character: Character) {
    if column == columns {
      column = 0
      goDown()
    }
    while lines[row].count <= column { lines[row].append(" ") }
    lines[row][column] = character
    column += 1
  }

  private mutating func clear() {
    lines.removeSubrange((row + 1)...)
    lines[row].removeSubrange(min(column, lines[row].count)...)
  }

  /// The lines, without blanks at their ends, and without empty ones at the end of all.
  var shown: [String] {
    var shown = lines.map { String($0) }.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while shown.last == "" { shown.removeLast() }
    return shown
  }
}
