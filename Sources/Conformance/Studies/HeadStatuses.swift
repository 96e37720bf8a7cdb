internal import AccordHTTP

/// GET and HEAD of what is there, and of what is not.
package struct HeadStatuses: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// What is there.
  let present: Heads
  /// What is not: GET and, twice where its code is another one, HEAD; `nil` where nothing is known that is not there.
  let absent: (get: ObservedExchange, heads: [ObservedExchange])?

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> HeadStatuses
  {
    let present = try probe.study(Heads.self, of: subject)
    guard subject.role == .collection, let absent = try? probe.study(Absent.self, of: subject)
    else {
      return HeadStatuses(present: present, absent: nil)
    }
    let url = absent.url
    var heads = [try probe.read(url, method: "HEAD")]
    if heads[0].status != absent.first.status {
      heads.append(try probe.read(url, method: "HEAD"))
    }
    return HeadStatuses(present: present, absent: (absent.first, heads))
  }
}
