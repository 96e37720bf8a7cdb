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
    let (witness, volatility) = try witness(of: subject, for: probe)
    // A server may count reads, and show it (RFC 9110 section 9.2.1).
    let excuse = Excuse(allowsReadCounters: true)
    let gets = try probe.watch(witness, volatility, excusing: excuse) { () throws(Obstacle) in
      [try probe.read(subject.url), try probe.read(subject.url)]
    }
    var last: ObservedExchange?
    if case .same = gets.outcome { last = gets.after }
    let others = try probe.watch(
      witness, volatility, excusing: excuse, since: last
    ) { () throws(Obstacle) in
      [
        try probe.read(subject.url, method: "HEAD"),
        try probe.read(subject.url, method: "OPTIONS"),
        try probe.read(subject.url, method: "HEAD"),
      ]
    }
    return Witness(gets: gets, others: others)
  }

  /// What shows the state of a resource, and what of that changes by itself: of an item the page of the
  /// collection that lists it, of the collection an item.
  private static func witness(
    of subject: Subject, for probe: Probe
  ) throws(Obstacle) -> (url: String, volatility: Volatility) {
    let role: Subject.Role = subject.role == .item ? .collection : .item
    guard let witness = probe.subjects().first(where: { $0.role == role }) else {
      throw .lacks("nothing else shows the state of \(subject.url)")
    }
    let volatility = try probe.study(Reads.self, of: witness).comparable().volatility
    guard role == .collection, let paging = try? probe.study(Paging.self, of: witness),
      let number = paging.walks[0].pages.firstIndex(where: {
        probe.itemURLs(in: $0).contains(subject.url)
      })
    else { return (witness.url, volatility) }
    return (paging.walks[0].urls[number], volatility)
  }
}
