internal import AccordHTTP
internal import ArgumentParser

/// Limits of one exchange.
struct LimitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("In all, redirects included.", valueName: "seconds"))
  var timeout = Seconds(.seconds(30))

  @Option(
    help: ArgumentHelp("Until connected, name lookup and TLS included.", valueName: "seconds"))
  var connectTimeout = Seconds(.seconds(10))

  @Option(help: ArgumentHelp("Of a decoded body: 1000, 64KiB, 64MiB.", valueName: "size"))
  var maxBody = Size(octets: 64 << 20)

  func validate() throws {
    for (name, limit) in [("--timeout", timeout), ("--connect-timeout", connectTimeout)]
    where limit.duration <= .zero {
      throw ValidationError("\(name) takes seconds above 0, such as 0.5 or 30")
    }
  }

  var limits: ExchangeLimits {
    ExchangeLimits(
      total: timeout.duration, connect: connectTimeout.duration, bodySize: maxBody.octets)
  }
}

extension Seconds: CustomStringConvertible {
  /// Whole seconds without a fraction.
  var description: String {
    let seconds = Double(duration.components.seconds)
    return seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
  }
}

/// A size on the command line: octets, or with a unit.
struct Size: ExpressibleByArgument, CustomStringConvertible {
  let octets: Int

  init(octets: Int) { self.octets = octets }

  init?(argument: String) {
    let units: [(suffix: String, factor: Int)] = [
      ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("kB", 1_000), ("MB", 1_000_000),
      ("GB", 1_000_000_000), ("K", 1 << 10), ("M", 1 << 20), ("G", 1 << 30), ("B", 1), ("", 1),
    ]
    for unit in units where argument.hasSuffix(unit.suffix) {
      guard let number = Int(argument.dropLast(unit.suffix.count)), number > 0 else { continue }
      let (octets, overflow) = number.multipliedReportingOverflow(by: unit.factor)
      guard !overflow else { return nil }
      self.octets = octets
      return
    }
    return nil
  }

  var description: String {
    octets.isMultiple(of: 1 << 20) ? "\(octets >> 20)MiB" : "\(octets)"
  }
}
