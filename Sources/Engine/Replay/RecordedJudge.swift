internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// Holds what was recorded of a response to what a step expects: as the live run did, as far as that
/// can be told.
///
/// Where `***` stands for a secret, a statement that reads it is judged with several other values in
/// its place. One that holds for all of them needs none of them to be the secret; one that does not is
/// an error, never a failure. So is one about a body that was not recorded whole.
struct RecordedJudge {
  let judge: Judge
  /// What is put in place of a secret: values that are known again, and some that nobody expects.
  private let standIns: [String]

  /// - Parameter secrets: Values that are known again.
  init(_ judge: Judge, secrets: [String]) {
    self.judge = judge
    standIns = Self.strangers + secrets.filter { !$0.isEmpty }
  }

  private static let mark = Array("***".utf8)
  /// A number, a word and something long, of different lengths; each a secret that could be redacted.
  private static let strangers = ["90071", "quagga", "Zx9-kQ7_vB2.mN4~pL6+rT8/wY1="]

  /// What judging came to, and which variables captured what only the live run knew.
  struct Verdict {
    var judgement = Judgement()
    var unknown: Set<String> = []
  }

  /// - Parameters:
  ///   - bindings: The values of variables before the step.
  ///   - unknown: The variables whose values only the live run knew.
  func judge(
    _ expected: ExpectedResponse, _ response: HTTPResponse, of recorded: ArchivedStep,
    bindings: Bindings, unknown: Set<String>
  ) -> Verdict {
    guard let exchange = recorded.exchanges.last else { return Verdict() }
    let isWhole = recorded.body == .whole && !recorded.redactsRequest && !recorded.redactsResponse
    if isWhole, unknown.isEmpty || expected.neededNames.isDisjoint(with: unknown) {
      return Verdict(
        judgement: judge.judge(
          expected, response, of: exchange, duration: recorded.answerTime, bindings: bindings))
    }
    return judgeOneByOne(
      expected, response, exchange, recorded, bindings: bindings, unknown: unknown)
  }

  private func judgeOneByOne(
    _ expected: ExpectedResponse, _ response: HTTPResponse, _ exchange: Exchange,
    _ recorded: ArchivedStep, bindings: Bindings, unknown: Set<String>
  ) -> Verdict {
    var bindings = bindings
    var unknown = unknown
    var verdict = Verdict()
    func judged(
      _ status: StatusPattern, _ statements: [Expectation], _ response: HTTPResponse,
      _ exchange: Exchange
    ) -> Judgement {
      judge.judge(
        ExpectedResponse(status: status, statements: statements, location: expected.location),
        response, of: exchange, duration: recorded.answerTime, bindings: bindings)
    }
    verdict.judgement = judged(expected.status, [], response, exchange)
    // What each statement is judged beside, so that the status is told once.
    let itself = StatusPattern(integerLiteral: response.status)
    for statement in expected.statements {
      let judgement: Judgement
      switch damage(to: statement, response, exchange, recorded, unknown) {
      case nil: judgement = judged(itself, [statement], response, exchange)
      case .lost(let part):
        judgement = .lost(part)
        if let name = statement.captured { verdict.unknown.insert(name) }
      case .redacted:
        let trials = standIns.map { standIn in
          let (response, exchange) = Self.replacing(response, exchange, with: standIn)
          return judged(itself, [statement], response, exchange)
        }
        judgement = Self.agreement(of: trials)
        if let name = statement.captured, judgement.captures.isEmpty {
          verdict.unknown.insert(name)
        }
      }
      for capture in judgement.captures {
        bindings[capture.variable] = capture.value
        unknown.remove(capture.variable.name)
      }
      unknown.formUnion(verdict.unknown)
      verdict.judgement.add(judgement)
    }
    return verdict
  }

  // MARK: - What is not there

  private enum Damage {
    case lost(LostPart)
    case redacted
  }

  private func damage(
    to statement: Expectation, _ response: HTTPResponse, _ exchange: Exchange,
    _ recorded: ArchivedStep, _ unknown: Set<String>
  ) -> Damage? {
    if let name = statement.neededVariables.first(where: { unknown.contains($0.name) })?.name {
      return .lost(.value(variable: name))
    }
    let parts = statement.parts
    if parts.contains(.body), recorded.body != .whole {
      // That there is one is known of a beginning too.
      if case .noBody = statement.kind, !response.body.isEmpty { return nil }
      return .lost(recorded.body == .cut ? .restOfBody : .body)
    }
    let isRedacted = parts.contains { part in
      switch part {
      case .body: recorded.redactsResponse && response.body.contains(Self.mark)
      case .fields(let name):
        recorded.redactsResponse
          && response.fields.contains { field in
            (name.map { FieldName(field.name) == $0 } ?? true)
              && field.valueOctets.contains(Self.mark)
          }
      case .url: recorded.redactsRequest && exchange.request.url.utf8.contains(Self.mark)
      }
    }
    return isRedacted ? .redacted : nil
  }

  private static func replacing(
    _ response: HTTPResponse, _ exchange: Exchange, with standIn: String
  ) -> (HTTPResponse, Exchange) {
    let octets = Array(standIn.utf8)
    let type = response.fields.first("Content-Type")?.value ?? ""
    var response = response
    response.body = Array(
      response.body.replacing(mark, with: written(standIn, in: type.lowercased())))
    response.fields = HTTPFields(
      octets: response.fields.map { field in
        (Array(field.nameOctets), Array(field.valueOctets.replacing(mark, with: octets)))
      })
    var request = exchange.request
    request.url = request.url.replacing("***", with: PercentEncoding.component(standIn))
    return (
      response,
      Exchange(
        request: request, sent: exchange.sent, result: .success(response),
        timings: exchange.timings, connection: exchange.connection, sendCount: exchange.sendCount)
    )
  }

  /// A secret as it stands in a body of a type.
  private static func written(_ secret: String, in type: String) -> [UInt8] {
    if type.contains("json") {
      var json = JSONWriter()
      json.string(secret)
      return Array(json.bytes.dropFirst().dropLast())
    }
    guard type.contains("xml") || type.contains("html") else { return Array(secret.utf8) }
    return Array(
      secret.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").utf8)
  }

  /// What holds whatever stood there.
  private static func agreement(of trials: [Judgement]) -> Judgement {
    guard let first = trials.first, trials.allSatisfy({ $0.findings.isEmpty }) else {
      return .lost(.secret)
    }
    if trials.contains(where: { $0.problem != nil }) {
      // What no value changes was so in the live run too.
      let isCommon = trials.allSatisfy { $0.problem != nil }
      return isCommon ? Judgement(problem: first.problem) : .lost(.secret)
    }
    var judgement = Judgement()
    judgement.skipReason = first.skipReason
    for (index, capture) in first.captures.enumerated() {
      let isCommon = trials.allSatisfy {
        $0.captures.count > index && $0.captures[index].value.text == capture.value.text
      }
      if isCommon { judgement.captures.append(capture) }
    }
    return judgement
  }
}

extension ExpectedResponse {
  /// The variables whose values its statements compare with.
  fileprivate var neededNames: Set<String> {
    Set(statements.flatMap { $0.neededVariables.map(\.name) })
  }
}

extension Judgement {
  fileprivate init(problem: StepProblem?) {
    self.init()
    self.problem = problem
  }

  fileprivate static func lost(_ part: LostPart) -> Judgement {
    Judgement(problem: .notRecorded(part))
  }

  /// Adds what another statement of the step came to.
  fileprivate mutating func add(_ other: Judgement) {
    findings += other.findings
    captures += other.captures
    secrets += other.secrets
    problem = problem ?? other.problem
    skipReason = skipReason ?? other.skipReason
  }
}

extension Expectation {
  /// A part of an exchange that a statement reads.
  fileprivate enum Part: Equatable {
    case body
    /// The fields of a name; nil for all.
    case fields(FieldName?)
    case url
  }

  /// What the statement is judged by, besides the status and the time.
  fileprivate var parts: [Part] {
    switch kind {
    case .field(let name, _), .fieldLines(let name, _), .noField(let name): [.fields(name)]
    case .json, .jsonPath, .jsonSchema, .xml, .xmlEqual, .xmlSchema, .text, .noBody, .body: [.body]
    case .within: []
    case .check: [.body, .fields(nil), .url]
    case .methodSet: [.fields("Allow")]
    case .capture(let variable, let source):
      switch source.kind {
      case .status: []
      case .url: [.url]
      case .text, .xpath, .json: variable.isLink ? [.body, .url] : [.body]
      case .field(let name, _): variable.isLink ? [.fields(name), .url] : [.fields(name)]
      }
    }
  }

  /// The name of the variable that the statement binds.
  fileprivate var captured: String? {
    if case .capture(let variable, _) = kind { variable.name } else { nil }
  }
}

extension Variable {
  fileprivate var isLink: Bool { conversion == .link }
}
