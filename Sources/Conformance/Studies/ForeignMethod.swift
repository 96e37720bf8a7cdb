internal import AccordHTTP

/// A request with a method that means nothing.
package struct ForeignMethod: Study {
  package static let safety = SafetyClass.intrusive
  package static let roles: Set<Subject.Role> = [.collection, .document, .server]

  let plain: ObservedExchange
  let foreign: ObservedExchange

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle)
    -> ForeignMethod
  {
    let plain = try probe.read(subject.url).usable()
    let foreign = try probe.ask(subject.url, foreignMethod: Probe.foreignMethod)
    guard foreign.response != nil else {
      throw .prevents("\(foreign.requestLine) was not answered")
    }
    return ForeignMethod(plain: plain, foreign: foreign)
  }
}
