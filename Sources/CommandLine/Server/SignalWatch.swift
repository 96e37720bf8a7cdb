internal import AccordEngine
internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Hands SIGINT, SIGTERM and SIGHUP to a run, as long as it is kept.
///
/// The handler writes the signal's number into a pipe, which keeps it until it is read. Dispatch's own
/// source of signals begins to listen some time after it was asked to, and a signal that arrives
/// before is lost.
struct SignalWatch {
  private static let numbers = [SIGINT, SIGTERM, SIGHUP]
  /// Where the handler writes to: all that it may touch.
  private static let writingEnd = Atomic<Int32>(-1)

  private let source: (any DispatchSourceRead)?

  init(_ interruption: Interruption) {
    // A report's reader that has gone away is an error of writing, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      source = nil
      return
    }
    let (reading, writing) = (ends[0], ends[1])
    for end in ends {
      // A server that --start starts has no business with it, and the handler must not wait.
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    let source = DispatchSource.makeReadSource(
      fileDescriptor: reading, queue: DispatchQueue(label: "accord.signals"))
    source.setEventHandler {
      var number: UInt8 = 0
      while read(reading, &number, 1) == 1 { interruption.interrupt(signal: Int32(number)) }
    }
    source.setCancelHandler {
      close(reading)
      close(writing)
    }
    source.resume()
    self.source = source
    Self.writingEnd.store(writing, ordering: .releasing)
    for number in Self.numbers {
      let previous = signal(number) { number in
        // Nothing but what signal-safety(7) allows.
        let code = errno
        var octet = UInt8(truncatingIfNeeded: number)
        _ = write(SignalWatch.writingEnd.load(ordering: .acquiring), &octet, 1)
        errno = code
      }
      // `nohup` asks that a run outlive its terminal.
      if number == SIGHUP, Self.isIgnoring(previous) { signal(number, SIG_IGN) }
    }
  }

  /// Whether what was set for a signal was that it be ignored.
  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// Leaves signals to the system again.
  func stop() {
    for number in Self.numbers { signal(number, SIG_DFL) }
    Self.writingEnd.store(-1, ordering: .releasing)
    source?.cancel()
  }
}
