internal import AccordHTTP

/// The sample, sent under media types that the API does not take.
package struct WrongTypes: Study {
  /// What it makes is removed; a server that takes anything may do more than that.
  package static let safety = SafetyClass.mutating
  package static let roles: Set<Subject.Role> = [.collection]

  /// A media type, the answer to it, and the answer to the same again where the first was no refusal.
  struct Trial {
    let type: String
    let post: ObservedExchange
    let again: ObservedExchange?
  }

  let trials: [Trial]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> WrongTypes {
    let sample = try probe.sample(0)
    guard let type = MediaType(parsing: Array(sample.type.utf8)[...]), type.isJSON || type.isXML
    else { throw .lacks("the sample is neither JSON nor XML") }
    try probe.ensureRemoval()
    var trials: [Trial] = []
    for type in ["text/plain", "application/x-unsupported"] {
      func send() throws(Obstacle) -> ObservedExchange {
        try probe.post(ProbeContent(type: type, octets: probe.unused(sample).octets))
      }
      let post = try send()
      let isTaken = post.isSuccess || post.status >= 500
      trials.append(Trial(type: type, post: post, again: isTaken ? try send() : nil))
    }
    return WrongTypes(trials: trials)
  }
}
