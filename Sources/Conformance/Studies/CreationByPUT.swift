internal import AccordHTTP

/// A PUT to a URL at which nothing is.
package struct CreationByPUT: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  let before: ObservedExchange
  let put: ObservedExchange

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> CreationByPUT {
    guard probe.target.collection?.createsByPut == true else {
      throw .lacks("PUT is not said to make items")
    }
    try probe.ensureRemoval()
    let content = try probe.sample(0)
    let (before, url) = try probe.freeURL()
    return CreationByPUT(before: before, put: try probe.change("PUT", url, content))
  }
}
