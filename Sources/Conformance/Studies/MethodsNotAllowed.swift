internal import AccordHTTP

/// Methods that a resource says it does not take.
package struct MethodsNotAllowed: Study {
  package static let safety = SafetyClass.mutating
  package static let roles = Set<Subject.Role>.readable

  /// What says which methods the resource takes.
  let options: ObservedExchange
  /// Requests with others.
  let tried: [ObservedExchange]

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> MethodsNotAllowed {
    // What was asked as one of the safe methods need not be asked again.
    let known = (try? probe.study(Witness.self, of: subject))?.others.acts
      .first { $0.method == "OPTIONS" }
    let options: ObservedExchange
    if let known {
      options = known
    } else {
      options = try probe.read(subject.url, method: "OPTIONS")
    }
    try options.answered()
    guard options.isStatus(200...299), let allow = options.line("allow"), !allow.isEmpty else {
      throw .lacks("\(options.requestLine) does not say which methods are allowed")
    }
    let allowed = Set(allow.split { $0 == "," || $0 == " " || $0 == "\t" }.map(String.init))
    var tried: [ObservedExchange] = []
    if !allowed.contains("TRACE") {
      tried.append(try probe.read(subject.url, method: "TRACE", as: .none))
    }
    // Without content it says nothing that could be done.
    if subject.role != .item, !allowed.contains("PATCH") {
      tried.append(try probe.write(HTTPRequest(method: "PATCH", url: subject.url)))
    }
    guard !tried.isEmpty else { throw .lacks("\(options.requestLine) allows what could be tried") }
    return MethodsNotAllowed(options: options, tried: tried)
  }
}
