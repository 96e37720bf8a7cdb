internal import AccordHTTP

/// What is tried with PUT, all of it.
struct PUTStudies: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  let replacement: Result<Replacement, Obstacle>
  let creation: Result<CreationByPUT, Obstacle>
  let omission: Result<Omission, Obstacle>

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> PUTStudies {
    PUTStudies(
      replacement: probe.outcome(of: Replacement.self, subject),
      creation: probe.outcome(of: CreationByPUT.self, subject),
      omission: probe.outcome(of: Omission.self, subject))
  }
}
