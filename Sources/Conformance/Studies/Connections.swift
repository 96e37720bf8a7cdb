internal import AccordHTTP

/// A resource read on connections that carried requests before, and on new ones.
package struct Connections: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  let contrast: Contrast

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Connections
  {
    let reads = try probe.study(Reads.self, of: subject)
    guard let used = reads.together.last, !used.exchange.connection.isNew else {
      throw .lacks("the server keeps no connection for a second request")
    }
    let volatility = try reads.comparable().volatility
    var first: ObservedExchange? = used
    return Connections(
      contrast: try probe.contrast(
        reads,
        plain: { () throws(Obstacle) in try probe.read(subject.url, onNewConnection: true) },
        varied: { () throws(Obstacle) in
          if let known = first {
            first = nil
            return known
          }
          // Of two, at least the second is not the first of its connection.
          _ = try probe.read(subject.url)
          let second = try probe.read(subject.url)
          guard !second.exchange.connection.isNew else {
            throw .prevents("the server closed the connection")
          }
          return second
        },
        by: { volatility.difference($0, $1) }))
  }
}
