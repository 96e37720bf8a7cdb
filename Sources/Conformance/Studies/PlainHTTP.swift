internal import AccordHTTP

/// What is served by https, asked for without TLS and without credentials.
package struct PlainHTTP: Study {
  package static let safety = SafetyClass.intrusive
  package static let roles: Set<Subject.Role> = [.server]

  let secure: ObservedExchange
  let plain: ObservedExchange

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> PlainHTTP {
    guard (try? URLReference(parsing: subject.url))?.scheme?.lowercased() == "https" else {
      throw .lacks("the API is not served by https")
    }
    let secure = try probe.read(subject.url, as: .none)
    return PlainHTTP(secure: secure, plain: try probe.readInClear(subject.url))
  }
}
