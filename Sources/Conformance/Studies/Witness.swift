internal import AccordHTTP

/// What reading a resource does to another one that shows its state: the collection of an item, an item
/// of the collection.
package struct Witness: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles: Set<Subject.Role> = [.collection, .item]

  /// Looks at the witness around GETs.
  let gets: Watch
  /// Looks at it around HEAD, OPTIONS, HEAD.
  let others: Watch

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Witness {
    let role: Subject.Role = subject.role == .item ? .collection : .item
    guard let witness = probe.subjects().first(where: { $0.role == role }) else {
      throw .lacks("nothing else shows the state of \(subject.url)")
    }
    // A server may count reads, and show it (RFC 9110 section 9.2.1).
    let excuse = Excuse(allowsReadCounters: true)
    let volatility = try probe.study(Reads.self, of: witness).comparable().volatility
    let gets = try probe.watch(witness.url, volatility, excusing: excuse) { () throws(Obstacle) in
      [try probe.read(subject.url), try probe.read(subject.url)]
    }
    var last: ObservedExchange?
    if case .same = gets.outcome { last = gets.after }
    let others = try probe.watch(
      witness.url, volatility, excusing: excuse, since: last
    ) { () throws(Obstacle) in
      [
        try probe.read(subject.url, method: "HEAD"),
        try probe.read(subject.url, method: "OPTIONS"),
        try probe.read(subject.url, method: "HEAD"),
      ]
    }
    return Witness(gets: gets, others: others)
  }
}
