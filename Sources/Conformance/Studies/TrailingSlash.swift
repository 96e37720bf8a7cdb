internal import AccordHTTP

/// A resource read with a slash at the end of its path, or without the one that it has.
package struct TrailingSlash: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  let contrast: Contrast

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> TrailingSlash {
    let reads = try probe.study(Reads.self, of: subject).comparable()
    guard var reference = try? URLReference(parsing: subject.url),
      reference.path.utf8.count > 1
    else { throw .lacks("the path is the root") }
    if reference.path.hasSuffix("/") {
      reference.path.removeLast()
    } else {
      reference.path += "/"
    }
    let (url, path) = (reference.description, reference.path)
    return TrailingSlash(
      contrast: try probe.contrast(
        reads, varied: { () throws(Obstacle) in try probe.read(url) },
        by: { plain, varied in
          // Whoever is led to the other form, or finds nothing, is not misled.
          guard varied.status == 200 else { return nil }
          return reads.volatility.difference(plain, varied, excusing: .echo(path))
        }))
  }
}
