/// Something that is tried on a subject once, for all the rules that look at what came of it.
///
/// A study sends requests and judges nothing; rules judge it and send nothing. Its value holds the
/// exchanges, so that the verdict of a rule is a function of what was seen.
package protocol Study: SendableMetatype {
  /// What it may do to the server.
  static var safety: SafetyClass { get }
  /// On what it is tried.
  static var roles: Set<Subject.Role> { get }

  /// Sends what it takes.
  ///
  /// - Throws: Why it cannot be carried out: no rule that rests on it is told of then.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Self
}

/// A resource of a target.
package struct Subject: Sendable, Hashable {
  /// What it is to the target.
  package enum Role: Sendable, Hashable, CaseIterable {
    /// The collection itself.
    case collection
    /// An item of the collection: one that was there, or one that the probe made.
    case item
    /// What may be read.
    case document
    /// What wants credentials.
    case protected
    /// A path of the server that answers, in place of the whole.
    case server
  }

  /// What it is to the target.
  package var role: Role
  /// The absolute URL.
  package var url: String

  package init(_ role: Role, _ url: String) {
    self.role = role
    self.url = url
  }
}

extension Set<Subject.Role> {
  /// What has a representation to be read.
  static let readable: Set = [.collection, .item, .document]
}

/// How a rule is judged by requests of its own.
package struct ActiveJudgement: Sendable {
  /// What it may do to the server.
  package let safety: SafetyClass
  /// On what it can be judged.
  package let roles: Set<Subject.Role>
  /// Judges the rule on a subject.
  let judge: @Sendable (Subject, Probe) throws(Obstacle) -> Verdict

  /// Judges what came of a study.
  ///
  /// - Parameters:
  ///   - roles: On what, where that is less than the study is tried on.
  ///   - judge: The verdict, as a function of what was seen; it throws what the API lacks for the rule,
  ///     or what stands in the way.
  package static func of<S: Study>(
    _ study: S.Type, on roles: Set<Subject.Role>? = nil,
    _ judge: @escaping @Sendable (S) throws(Obstacle) -> Verdict
  ) -> ActiveJudgement {
    ActiveJudgement(safety: S.safety, roles: roles ?? S.roles) {
      subject, probe throws(Obstacle) in
      try judge(probe.study(S.self, of: subject))
    }
  }
}

extension Probe {
  /// What came of a study, or why nothing did.
  func outcome<S: Study>(of study: S.Type, _ subject: Subject) -> Result<S, Obstacle> {
    do throws(Obstacle) {
      return .success(try self.study(study, of: subject))
    } catch {
      return .failure(error)
    }
  }
}
