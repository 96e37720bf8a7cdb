internal import AccordHTTP

/// Requests that are answered with an error, with preconditions and without.
package struct Preconditions: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles: Set<Subject.Role> = [.collection, .server, .protected]

  /// A request as it is, and with a precondition.
  struct Pair {
    let plain: ObservedExchange
    let conditional: ObservedExchange
  }

  let pairs: [Pair]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle)
    -> Preconditions
  {
    let isProtected = subject.role == .protected
    let plain: ObservedExchange
    let url: String
    if isProtected {
      plain = try probe.study(Protected.self, of: subject).missing[0]
      url = subject.url
    } else {
      let absent = try probe.study(Absent.self, of: subject)
      plain = absent.first
      url = absent.url
    }
    guard plain.isStatus(400...499), plain.status != 429 else {
      throw .lacks("\(plain.requestLine) answered \(plain.status), which is no error of the client")
    }
    func ask(_ tag: String?) throws(Obstacle) -> ObservedExchange {
      let answer = try probe.read(
        url, fields: tag.map { [RequestField("If-None-Match", $0)] } ?? [],
        // A connection that carried credentials is another rule's matter.
        onNewConnection: isProtected, as: isProtected ? .none : .own)
      guard answer.response != nil else {
        throw .prevents("\(answer.requestLine) was not answered")
      }
      return answer
    }
    var pairs: [Pair] = []
    for tag in [#""x""#, "*"] {
      var pair = Pair(plain: plain, conditional: try ask(tag))
      if pair.conditional.status != plain.status {
        pair = Pair(plain: try ask(nil), conditional: try ask(tag))
      }
      pairs.append(pair)
    }
    return Preconditions(pairs: pairs)
  }
}
