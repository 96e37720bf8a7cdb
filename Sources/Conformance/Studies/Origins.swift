internal import AccordHTTP

/// A resource read on behalf of pages of other origins (Fetch).
package struct Origins: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// Without Origin.
  let plain: ObservedExchange
  /// On behalf of an origin that nobody knows.
  let strange: ObservedExchange
  /// On behalf of a page that has none: a sandboxed frame, a file.
  let opaque: ObservedExchange
  /// On behalf of an origin that may be allowed.
  let likely: ObservedExchange?

  /// Those with Origin.
  var all: [ObservedExchange] { [strange, opaque] + [likely].compactMap(\.self) }

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Origins {
    let reads = try probe.study(Reads.self, of: subject)
    func ask(_ origin: String) throws(Obstacle) -> ObservedExchange {
      try probe.read(subject.url, fields: [RequestField("Origin", origin)]).answered()
    }
    let strange = try ask("https://\(probe.token).example")
    let opaque = try ask("null")
    let likely = try probe.target.allowedOrigin.map { origin throws(Obstacle) in try ask(origin) }
    return Origins(plain: reads.latest, strange: strange, opaque: opaque, likely: likely)
  }
}
