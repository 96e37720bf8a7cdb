internal import AccordHTTP

/// A resource read with a field that nobody knows.
package struct UnknownField: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles = Set<Subject.Role>.readable

  /// The field.
  static let field = RequestField("X-Conformance-Probe", "1")

  let contrast: Contrast

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnknownField
  {
    let reads = try probe.study(Reads.self, of: subject)
    return UnknownField(
      contrast: try probe.contrast(reads, excusing: .echo(field.name)) { () throws(Obstacle) in
        try probe.read(subject.url, fields: [field])
      })
  }
}
