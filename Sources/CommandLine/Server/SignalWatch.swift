internal import AccordEngine
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Hands SIGINT and SIGTERM to a run, as long as it is kept.
struct SignalWatch {
  private let sources: [any DispatchSourceSignal]

  init(_ interruption: Interruption) {
    // A report's reader that has gone away is an error of writing, not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let queue = DispatchQueue(label: "accord.signals")
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { interruption.interrupt(signal: number) }
      source.resume()
      return source
    }
  }

  func stop() {
    for source in sources { source.cancel() }
  }
}
