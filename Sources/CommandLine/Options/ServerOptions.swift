internal import ArgumentParser

/// The server under test.
struct ServerOptions: ParsableArguments {
  @Option(help: "The server under test; also ACCORD_URL. {port} is one free port.")
  var url: String?

  @Option(
    help: ArgumentHelp(
      "Start the server with this shell command, wait for it, and stop its whole process group at "
        + "the end. {port} is one free port.", valueName: "command"))
  var start: String?

  @Option(
    help: ArgumentHelp(
      "How long to wait for the server to accept connections. (default: 0; 30 with --start)",
      valueName: "seconds"))
  var wait: Seconds?
}

/// A time on the command line: seconds, with a fraction if need be.
struct Seconds: ExpressibleByArgument, Equatable {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  init?(argument: String) {
    guard let seconds = Double(argument), seconds >= 0, seconds <= 1_000_000_000 else { return nil }
    duration = .nanoseconds(Int64(seconds * 1_000_000_000))
  }
}
