internal import AccordHTTP

/// What is served by https, asked for without TLS and without credentials.
package struct PlainHTTP: Study {
  package static let safety = SafetyClass.intrusive
  package static let roles: Set<Subject.Role> = [.server]

  let secure: ObservedExchange
  let plain: ObservedExchange

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> PlainHTTP {
    guard var reference = try? URLReference(parsing: subject.url),
      reference.scheme?.lowercased() == "https"
    else { throw .lacks("the API is not served by https") }
    reference.scheme = "http"
    if reference.authority?.port == "443" { reference.authority?.port = nil }
    let secure = try probe.read(subject.url, as: .none)
    return PlainHTTP(
      secure: secure,
      plain: try probe.read(reference.description, onNewConnection: true, as: .none))
  }
}
