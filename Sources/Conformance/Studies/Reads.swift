internal import AccordHTTP

/// A resource that is read again and again: what of it changes by itself, and whether it matters which
/// connection asks.
package struct Reads: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// The URL, without what a sender adds to it.
  let url: String
  /// Each on a connection of its own.
  let alone: [ObservedExchange]
  /// One after another on one connection, read between those.
  let together: [ObservedExchange]
  /// What changes by itself.
  let volatility: Volatility

  /// The first of them.
  var first: ObservedExchange { alone[0] }
  /// The last of them.
  var latest: ObservedExchange { alone[alone.count - 1] }
  /// All of them, in the order in which they were sent.
  var inOrder: [ObservedExchange] { alone.dropLast() + together + [latest] }

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Reads {
    let first = try probe.read(subject.url, onNewConnection: true).usable()
    var alone = [first]
    alone.append(try probe.read(subject.url, onNewConnection: true).usable())
    let together = [
      try probe.read(subject.url).usable(), try probe.read(subject.url).usable(),
    ]
    // What changes with time has had the time of all of them to do so.
    alone.append(try probe.read(subject.url, onNewConnection: true).usable())
    return Reads(
      url: subject.url, alone: alone, together: together, volatility: Volatility(learning: alone))
  }

  /// The same, if contents can be compared.
  func comparable() throws(Obstacle) -> Reads {
    if volatility.preventsComparison {
      throw .prevents("\(first.requestLine) answers something else each time")
    }
    return self
  }
}
