internal import AccordEngine
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Hands SIGINT, SIGTERM and SIGHUP to a run, as long as it is kept.
struct SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ interruption: Interruption) {
    // A report's reader that has gone away is an error of writing, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "accord.signals")
    sources = [SIGINT, SIGTERM, SIGHUP].compactMap { number in
      let previous = signal(number, SIG_IGN)
      // `nohup` asks that a run outlive its terminal.
      if number == SIGHUP, Self.isIgnoring(previous) { return nil }
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { interruption.interrupt(signal: number) }
      source.resume()
      return source
    }
  }

  /// Whether what was set for a signal was that it be ignored.
  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  func stop() {
    for source in sources { source.cancel() }
  }
}
