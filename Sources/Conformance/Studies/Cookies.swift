internal import AccordHTTP

/// A resource read with the cookies that the server set.
package struct Cookies: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  let contrast: Contrast

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Cookies {
    let reads = try probe.study(Reads.self, of: subject)
    if reads.first.requestField("cookie") != nil {
      throw .lacks("cookies are the credentials of \(probe.target.name)")
    }
    var cookies: [(name: String, value: String)] = []
    for exchange in probe.exchanges where exchange.exchange.request.url.hasOrigin(of: subject.url) {
      for line in exchange.values(.setCookie) {
        let cookie = SetCookie(line)
        cookies.removeAll { $0.name == cookie.name }
        // Those of a load balancer choose a machine and nothing else.
        guard !cookie.name.isEmpty, !cookie.isRemoved, !cookie.isOfLoadBalancer else { continue }
        cookies.append((cookie.name, String(decoding: cookie.value, as: UTF8.self)))
      }
    }
    guard !cookies.isEmpty else { throw .lacks("no answer sets a cookie") }
    // Whoever has them may be taken for the one whose credentials brought them.
    let field = RequestField(
      "Cookie", cookies.map { "\($0.name)=\($0.value)" }.joined(separator: "; "),
      isSensitive: true)
    let excuse = Excuse(
      echoes: cookies.map { $0.value.lowercased() }.filter { $0.utf8.count > 3 } + ["cookie"])
    return Cookies(
      contrast: try probe.contrast(reads, excusing: excuse) { () throws(Obstacle) in
        try probe.read(subject.url, fields: [field])
      })
  }
}
