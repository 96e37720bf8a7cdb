package import AccordContract
package import AccordDocuments
package import AccordHTTP
package import AccordRuns

/// What became of a step: all that a report says of it.
package struct StepRecord: Sendable {
  /// The step's place in the run's order, from 0, repetitions one after another.
  package var index: Int
  /// The step's place in the order of the run of all shards, where the run is one of them.
  package var wholeIndex: Int?
  /// Which repetition of the plan, from 1.
  package var repetition: Int
  /// The step's id, the same in every run; repetitions share it.
  package var id: String
  /// The names above the step, the contract's left out.
  package var path: [String]
  /// The step's name or request line, `PUT /cart/{cart}`, and what tells it apart from others of
  /// the same one beside it.
  package var title: String
  package var role: PlannedStep.Role
  /// The step's number in its scenario or clean-up, from 1; 0 outside of one.
  package var ordinal: Int
  /// Which component of the contract's outermost level the step belongs to, from 0.
  package var section: Int
  /// Which unit of the run the step belongs to, from 0.
  package var unit: Int
  package var method: String
  /// The resource's template: `/cart/{id}`.
  package var endpoint: String
  package var tags: [String]
  /// Where the step stands in the contract.
  package var location: SourceLocation
  /// The statuses that are expected, as the contract says them; `nil` for a step that observes.
  package var expectedStatus: String?

  package var outcome: Outcome
  /// What did not fit, in the contract's order.
  ///
  /// A known step has them too.
  package var findings: [Finding] = []
  /// The exchanges of the last try: one, and before it one for each redirect that was followed.
  package var exchanges: [Exchange] = []
  /// The inferred shape of the body, as compact JSON, where shapes were asked for and the body is
  /// JSON.
  package var bodyShape: String?
  /// How often the step was sent and judged, redirects not counted; 0 where it was not sent.
  package var tries = 0
  /// Whether a later try passed after one without an answer.
  ///
  /// With ``RunOptions/failsOnFlaky`` such a step has failed, with a finding that says so.
  package var isFlaky = false
  /// What became of answers that asked for time before the next request, in their order.
  package var deferrals: [Deferral] = []
  /// Whether a kept connection ended before an answer, and the request went out on another, which its
  /// method allows (RFC 9110 section 9.2.2).
  package var wasSentAgain: Bool { exchanges.contains { $0.sendCount > 1 } }
  /// When the step began, from the run's start.
  package var start: Duration = .zero
  /// How long the step took, all tries together.
  package var duration: Duration = .zero
  /// The rules that its exchanges broke, each once.
  package var violations: [RuleViolation] = []
  /// What reviews say of it.
  package var remarks: [Remark] = []
  /// Whether the outcome is known by a baseline, and not by what the contract says.
  package var isKnownByBaseline = false
  /// Why the step would be known, where it fails for a change since an earlier run.
  package var knownReason: String?
  /// Whether it was read back from a run file: messages are those that were made then, and are not
  /// cut again.
  package var isRecorded = false
  /// What the earlier run's reports said of the exchanges, whose whole the run file does not have.
  package var told: RecordedStep.Told?
  /// The entries of an archive that the exchanges were read from, in their order; none where they were
  /// not.
  package var archived: [ArchivedEntry] = []
  /// Whether the exchanges are those that took place, and not only what a run file tells of them.
  package var hasWholeExchanges: Bool { !isRecorded || !archived.isEmpty }
  /// When its unit began, in seconds since 1970: the value of a `.timestamp`.
  package var unitTimestamp: Int64 = 0

  /// In what it answered otherwise than in an earlier run.
  package var changes: [StepChange] { remarks.compactMap(\.change) }

  /// Whether it failed of something that was known until a day that has passed.
  package var hasExpired: Bool { remarks.contains { $0.kind == "expired" } }

  /// How long the answer took with its redirects, without the answers that asked for time: what
  /// `Within` is held to.
  package var answerTime: Duration { Self.answerTime(of: exchanges, deferrals) }

  static func answerTime(of exchanges: [Exchange], _ deferrals: [Deferral]) -> Duration {
    guard exchanges.count > 1 else { return exchanges.first?.timings.total ?? .zero }
    let deferred = Set(deferrals.compactMap { $0.wait == nil ? nil : $0.exchange })
    return exchanges.enumerated().reduce(.zero) { sum, next in
      deferred.contains(next.offset) ? sum : sum + next.element.timings.total
    }
  }
}

/// What a step came to.
///
/// The kinds never mix.
package enum Outcome: Sendable {
  /// The response was as the contract says; `isFixed` where a known issue said it would not be.
  case passed(isFixed: Bool)
  /// The server broke the contract.
  case failed
  /// No verdict could be had.
  case errored(StepProblem)
  /// Not run.
  case skipped(SkipReason)
  /// Sent and answered; nothing was expected.
  case observed
  /// Failed as a known issue or a baseline said.
  case known(String)

  /// Whether the run is no success for it.
  package var isFailure: Bool {
    switch self {
    case .failed, .errored: true
    case .passed, .skipped, .observed, .known: false
    }
  }
}

extension Outcome {
  /// What an answer came to.
  ///
  /// - Parameter knownIssue: What the contract says that the step will fail of.
  init(_ judgement: Judgement, knownIssue: String?) {
    if let reason = judgement.skipReason {
      self = .skipped(reason)
    } else if !judgement.findings.isEmpty {
      self = knownIssue.map { .known($0) } ?? .failed
    } else if let problem = judgement.problem {
      self = .errored(problem)
    } else {
      self = .passed(isFixed: knownIssue != nil)
    }
  }
}

/// One thing that did not fit, with its place in the contract.
package struct Finding: Sendable {
  package var mismatch: Mismatch
  package var location: SourceLocation
  /// How many more of the same statement there were beyond those reported.
  package var furtherCount = 0

  package init(_ mismatch: Mismatch, at location: SourceLocation) {
    self.mismatch = mismatch
    self.location = location
  }
}

/// Why no verdict could be had.
package enum StepProblem: Error, Sendable {
  /// No complete answer.
  case transport(TransportError)
  /// The server was not reachable when other steps were sent; this one was not sent.
  case unreachable(TransportError)
  /// A statement could not be judged: a bound on an expression was met.
  case pattern(MatchingProblem)
  /// A value that cannot stand in a path: `.` or `..` as a whole segment.
  case dotSegment(variable: String, value: String)
  /// A value whose `#` would begin a fragment, which is never sent (RFC 9110 section 7.1), or whose
  /// `?` a query in the midst of the path.
  case delimiter(Character, variable: String, value: String)
  /// A body in a content coding that the request did not ask for.
  case codedContent(String)
  /// Text in a charset that is not read here.
  case unknownCharset(String)
  /// A body that is JSON as far as it was read, and goes beyond the bounds (RFC 8259 section 9).
  case refusedJSON(JSONSyntaxError)
  /// A body that is XML and not read: larger than the bounds, or in need of what lies elsewhere.
  case refusedXML(XMLSyntaxError)
  /// A captured link that leads to another origin, which `.linkOrigins` does not name.
  case foreignLink(variable: String, url: String)
  /// A captured link that is no reference to resolve.
  case unusableLink(variable: String, value: String)
  /// A value that cannot stand in a header field: a control character is in it.
  case unusableFieldValue(name: String)
  /// A secret of fewer characters than can be redacted: where it comes from.
  case shortSecret(SecretSource)
  /// A user name with a colon (RFC 7617 section 2).
  case colonInUserName
  /// A multipart content, whose octets are made while they are sent, with a signature over it.
  case unsignableContent
  /// No access token could be had from this token endpoint.
  case noToken(url: String, TokenProblem)
  /// A file that could be read when the run began, and cannot now.
  case unreadableFile(String)
  /// The step's time passed before a redirect was followed, or a request sent again: it waited here.
  case noTimeLeft(limit: Duration)
  /// A redirect that cannot be followed.
  case redirect(RedirectRefusal)
  /// A signal arrived while the exchange was in flight.
  case interrupted
  /// What an earlier run said, of which no answer could tell it again: the word for programs and the
  /// message.
  case recorded(kind: String, message: String)
  /// A statement needs what a recording has not.
  case notRecorded(LostPart)
}

/// What a statement needs and a recording has not.
package enum LostPart: Sendable, Hashable {
  /// A secret, for which `***` stands.
  case secret
  /// The value of a variable that only the live run knew.
  case value(variable: String)
  /// All of a body, of which the beginning was recorded.
  case restOfBody
  /// The body.
  case body
}

extension StepProblem {
  /// Whether the problem comes of judging an answer, which judging it again finds out again.
  package var isOfJudging: Bool {
    switch self {
    case .pattern, .codedContent, .unknownCharset, .refusedJSON, .refusedXML, .shortSecret,
      .notRecorded:
      true
    // Each is told of by its exchange.
    case .transport: true
    case .unreachable, .dotSegment, .delimiter, .foreignLink, .unusableLink, .unusableFieldValue,
      .colonInUserName, .unsignableContent, .noToken, .unreadableFile, .noTimeLeft, .redirect,
      .interrupted, .recorded:
      false
    }
  }
}
