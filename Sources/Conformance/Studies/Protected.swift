internal import AccordHTTP

/// What wants credentials, read with them and without: on new connections, and on one that carried
/// credentials before.
package struct Protected: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles: Set<Subject.Role> = [.protected]

  /// With credentials.
  let authorized: ObservedExchange
  /// Without, each on a new connection: a second time where the first was not answered 401.
  let missing: [ObservedExchange]
  /// With credentials and then without, on one connection: a second time where that was served.
  let connected: [(authorized: ObservedExchange, missing: ObservedExchange)]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Protected {
    guard probe.target.hasCredentials else {
      throw .lacks("no credentials of \(probe.target.name) are known")
    }
    let authorized = try probe.read(subject.url, onNewConnection: true).usable()
    func missing(isAlone: Bool) throws(Obstacle) -> ObservedExchange {
      let answer = try probe.read(subject.url, onNewConnection: isAlone, as: .none)
      guard answer.response != nil else {
        throw .prevents("\(answer.requestLine) without credentials was not answered")
      }
      return answer
    }
    var alone = [try missing(isAlone: true)]
    if alone[0].status != 401 { alone.append(try missing(isAlone: true)) }
    var connected: [(ObservedExchange, ObservedExchange)] = []
    for _ in 0..<2 {
      let pair = (try probe.read(subject.url).usable(), try missing(isAlone: false))
      connected.append(pair)
      guard pair.1.isStatus(200...299) else { break }
    }
    return Protected(authorized: authorized, missing: alone, connected: connected)
  }
}
