internal import AccordHTTP

/// GET and HEAD in turns.
package struct Heads: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// GETs, before and after the first HEAD.
  let gets: [ObservedExchange]
  /// HEADs, between the GETs and after them.
  let heads: [ObservedExchange]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Heads {
    // Whoever cannot be read at all is no case for HEAD.
    _ = try probe.study(Reads.self, of: subject)
    var gets: [ObservedExchange] = []
    var heads: [ObservedExchange] = []
    for _ in 0..<2 {
      gets.append(try probe.read(subject.url).usable())
      let head = try probe.read(subject.url, method: "HEAD")
      guard head.response != nil else { throw .prevents("\(head.requestLine) was not answered") }
      heads.append(head)
    }
    return Heads(gets: gets, heads: heads)
  }

  /// The same, if HEAD is answered as a read that succeeds, both times.
  func succeeding() throws(Obstacle) -> Heads {
    for head in heads { try head.usable() }
    return self
  }

  /// What both HEADs and both GETs say alike, of something.
  func agreed<Value: Equatable>(
    _ value: (ObservedExchange) -> Value
  ) -> (get: Value, head: Value)? {
    let (get, head) = (value(gets[0]), value(heads[0]))
    guard value(gets[1]) == get, value(heads[1]) == head else { return nil }
    return (get, head)
  }

  /// The second GET and the second HEAD, to show that they differ.
  func exhibits(_ part: Evidence.Part) -> [Exhibit] {
    [
      Exhibit("GET", gets[1].exchange, part), Exhibit("HEAD", heads[1].exchange, part),
    ]
  }
}
