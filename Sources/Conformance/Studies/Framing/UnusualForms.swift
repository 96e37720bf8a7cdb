internal import AccordHTTP

/// A GET in forms that a server must take, or must refuse, though clients seldom write them.
struct UnusualForms: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  /// With the whole URL in the request line (RFC 9112 section 3.2.2).
  let absolute: Conversation
  /// With white space before a colon (RFC 9112 section 5.1).
  let blankBeforeColon: Conversation
  /// With a field line that is folded (RFC 9112 section 5.2).
  let folded: Conversation

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnusualForms {
    let message = try probe.study(PlainMessage.self, of: subject).message
    guard let reference = try? URLReference(parsing: subject.url), let scheme = reference.scheme
    else { throw .prevents("\(subject.url) is no URL") }
    var absolute = message
    let host = message.lines[0].dropFirst("Host: ".count)
    absolute.target = "\(scheme)://\(host)\(message.target)"
    return UnusualForms(
      absolute: try probe.converse(absolute),
      blankBeforeColon: try probe.converse(message.without("Accept").adding("Accept : */*")),
      folded: try probe.converse(message.adding("X-Accord: a\r\n b")))
  }
}
