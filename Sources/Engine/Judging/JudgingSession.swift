internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// The judging of one response: what its statements have in common, and what they came to.
struct JudgingSession {
  let response: HTTPResponse
  let exchange: Exchange
  let duration: Duration
  let compilation: Compilation
  var bindings: Bindings
  var judgement = Judgement()
  private var document: Result<JSONDocument, JSONSyntaxError>?
  private var hasReportedMalformedJSON = false
  var xml = XMLReading.notRead

  init(
    response: HTTPResponse, exchange: Exchange, duration: Duration, bindings: Bindings,
    compilation: Compilation, json: Result<JSONDocument, JSONSyntaxError>? = nil
  ) {
    document = json
    self.response = response
    self.exchange = exchange
    self.duration = duration
    self.bindings = bindings
    self.compilation = compilation
  }

  mutating func add(_ mismatch: Mismatch, at location: SourceLocation, further: Int = 0) {
    var finding = Finding(mismatch, at: location)
    finding.furtherCount = further
    judgement.findings.append(finding)
  }

  mutating func judge(_ statement: Expectation) throws(MatchingProblem) {
    let location = statement.location
    switch statement.kind {
    case .field(let name, let pattern): try judge(name, pattern, at: location)
    case .fieldLines(let name, let pattern): try judge(name, pattern, at: location)
    case .noField(let name):
      let values = response.fields.all(name.text).map(\.value)
      if !values.isEmpty {
        add(Mismatch(.field(name), expected: .absent, found: .lines(values)), at: location)
      }
    case .json(let pattern):
      if let document = json(at: location) {
        try match(document.root, pattern, root: "$", at: location)
      }
    case .jsonPath(let path, let pattern): try judge(path, pattern, at: location)
    case .jsonSchema(let schema):
      if let document = json(at: location) {
        try match(document.root, JSONPattern(.schema(schema)), root: "$", at: location)
      }
    case .xml(let xpath, let pattern): try judge(xpath, pattern, at: location)
    case .xmlEqual(let expected): try judge(expected, at: location)
    case .xmlSchema(let path, let language): try judge(path, language, at: location)
    case .text(let pattern):
      guard let text = text(at: location) else { return }
      if try !matcher.fits(text, pattern) {
        add(
          Mismatch(.text, expected: .text(pattern.resolved(bindings)), found: Mismatch.Found(text)),
          at: location)
      }
    case .noBody:
      if !response.body.isEmpty {
        add(
          Mismatch(.body, expected: .noBody, found: .octets(response.body.count)), at: location)
      }
    case .body(let pattern): try judge(pattern, at: location)
    case .within(let limit):
      if duration > limit {
        add(
          Mismatch(.time, expected: .atMost(limit), found: .duration(duration)), at: location)
      }
    case .capture(let variable, let source): try capture(variable, source, at: location)
    case .check(let name, let body): check(name, body, at: location)
    case .methodSet(let declared, let probed): judge(declared, probed, at: location)
    }
  }

  var matcher: TextMatcher { TextMatcher(bindings: bindings, compilation: compilation) }
}

/// Fields.
extension JudgingSession {
  private mutating func judge(
    _ name: FieldName, _ pattern: TextPattern, at location: SourceLocation
  ) throws(MatchingProblem) {
    let lines = response.fields.all(name.text)
    guard let first = lines.first else {
      return add(
        Mismatch(.field(name), expected: .text(pattern.resolved(bindings)), found: .nothing),
        at: location)
    }
    // `Set-Cookie` is the one field whose lines cannot be joined (RFC 9110 section 5.3).
    if lines.count > 1, name == .setCookie {
      for line in lines where try matcher.fits(line.value, pattern) { return }
    } else {
      let value =
        lines.count == 1 ? first.value : lines.map(\.value).joined(separator: ", ")
      if try matcher.fits(value, pattern) { return }
    }
    add(
      Mismatch(
        .field(name), expected: .text(pattern.resolved(bindings)),
        found: lines.count == 1 ? .text(first.value) : .lines(lines.map(\.value))),
      at: location)
  }

  private mutating func judge(
    _ name: FieldName, _ pattern: FieldLinesPattern, at location: SourceLocation
  ) throws(MatchingProblem) {
    let values = response.fields.all(name.text).map(\.value)
    var fits: Bool
    switch pattern.kind {
    case .count(let count): fits = count.matches(values.count)
    case .lines(let patterns):
      fits = patterns.count == values.count
      for (value, pattern) in zip(values, patterns) where fits {
        fits = try matcher.fits(value, pattern)
      }
    case .each(let inner):
      fits = !values.isEmpty
      for value in values where fits { fits = try matcher.fits(value, inner) }
    case .contains(let inner):
      fits = false
      for value in values where !fits { fits = try matcher.fits(value, inner) }
    }
    guard !fits else { return }
    add(
      Mismatch(
        .field(name), expected: .fieldLines(pattern),
        found: values.isEmpty ? .nothing : .lines(values)),
      at: location)
  }
}

/// Bodies.
extension JudgingSession {
  private mutating func judge(
    _ path: String, _ pattern: JSONPattern, at location: SourceLocation
  ) throws(MatchingProblem) {
    guard let query = compilation.path(path) else { throw .notCompiled(path) }
    guard let document = json(at: location) else { return }
    let selected = try select(query, in: document)
    if let singular = query.singular {
      if reportRepeated(singular, in: document, at: location) { return }
      return try match(selected.first, pattern, root: path, at: location)
    }
    // Where there is nothing to go through, each of it would fit.
    if selected.isEmpty, pattern.speaksOfEach, query.beginning.node(in: document.root) == nil {
      return add(
        Mismatch(.json("\(query.beginning)"), expected: .present, found: .nothing), at: location)
    }
    guard let array = JSONDocument.array(of: selected) else { throw .selectionTooLarge(path) }
    try match(array.root, pattern, root: path, at: location)
  }

  /// Reports a member on the way that comes more than once: no value of it is right.
  mutating func reportRepeated(
    _ path: JSONSingularPath, in document: JSONDocument, at location: SourceLocation
  ) -> Bool {
    guard let (place, value) = path.repeatedMember(in: document.root) else { return false }
    add(
      Mismatch(.json("\(place)"), expected: .once, found: Mismatch.Found(value)), at: location)
    return true
  }

  func select(
    _ query: JSONPath, in document: JSONDocument
  ) throws(MatchingProblem) -> [JSONNode] {
    do {
      return try query.select(from: document.root)
    } catch {
      throw .path(error)
    }
  }

  private mutating func match(
    _ node: JSONNode?, _ pattern: JSONPattern, root: String, at location: SourceLocation
  ) throws(MatchingProblem) {
    var jsonMatcher = JSONMatcher(text: matcher, root: root)
    defer {
      for (index, mismatch) in jsonMatcher.mismatches.enumerated() {
        let isLast = index == jsonMatcher.mismatches.count - 1
        add(mismatch, at: location, further: isLast ? jsonMatcher.furtherMismatches : 0)
      }
    }
    try jsonMatcher.match(node, pattern)
  }

  /// The body as JSON, parsed once; that it is none is reported once.
  mutating func json(at location: SourceLocation) -> JSONDocument? {
    guard isDecoded() else { return nil }
    let result = document ?? Self.parse(response.body)
    document = result
    switch result {
    case .success(let document): return document
    case .failure(let error) where error.isLimit:
      // What cannot be read here says nothing of the server.
      judgement.problem = judgement.problem ?? .refusedJSON(error)
      return nil
    case .failure(let error):
      if !hasReportedMalformedJSON {
        hasReportedMalformedJSON = true
        let found: Mismatch.Found =
          response.body.isEmpty ? .nothing : .problem("\(error)")
        add(Mismatch(.body, expected: .wellFormedJSON, found: found), at: location)
      }
      return nil
    }
  }

  private static func parse(_ body: [UInt8]) -> Result<JSONDocument, JSONSyntaxError> {
    do throws(JSONSyntaxError) {
      return .success(try JSONDocument(parsing: body))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the body is as it was before any content coding (RFC 9110 section 8.4).
  ///
  /// A server may choose a coding where the request names none (RFC 9110 section 12.5.3); codings are
  /// undone where it names some. What is still coded can be judged by nobody: that is no failure.
  mutating func isDecoded() -> Bool {
    let codings = response.fields.all("Content-Encoding").map(\.value)
    guard let coding = codings.first(where: { $0.lowercased() != "identity" }),
      !exchange.request.fields.contains(where: {
        FieldName($0.name) == "Accept-Encoding" && $0.value != nil
      })
    else { return true }
    judgement.problem = judgement.problem ?? .codedContent(coding)
    return false
  }

  /// The body as text, in the charset that the response names.
  mutating func text(at location: SourceLocation) -> String? {
    guard isDecoded() else { return nil }
    let type = response.fields.first("Content-Type").map(\.value) ?? ""
    do throws(TextDecoding.Problem) {
      return try TextDecoding.decode(response.body, contentType: type)
    } catch .unknownCharset(let charset) {
      // What cannot be read here says nothing of the server.
      judgement.problem = judgement.problem ?? .unknownCharset(charset)
    } catch {
      add(
        Mismatch(.text, expected: .decodableText, found: .problem(error.description)),
        at: location)
    }
    return nil
  }

  private mutating func judge(
    _ pattern: BodyPattern, at location: SourceLocation
  ) throws(MatchingProblem) {
    let expected: [UInt8]
    switch pattern.kind {
    case .count(let count):
      if !count.matches(response.body.count) {
        add(
          Mismatch(.body, expected: .body(pattern), found: .octets(response.body.count)),
          at: location)
      }
      return
    case .bytes(let bytes): expected = bytes
    case .file(let path):
      let file = FileReference(path, at: location)
      guard let octets = compilation.octets(of: file) else { throw .notCompiled(path) }
      expected = octets
    }
    guard response.body != expected else { return }
    add(
      Mismatch(
        .body, expected: .body(pattern),
        found: .otherOctets(Mismatch.OtherOctets(response.body, expected: expected))),
      at: location)
  }

  private mutating func check(
    _ name: String, _ body: (Response) throws -> Bool, at location: SourceLocation
  ) {
    let seen = Response(
      status: response.status, url: exchange.request.url,
      fields: response.fields.map { ($0.name, $0.value) }, body: response.body,
      duration: duration)
    do {
      guard try !body(seen) else { return }
      add(Mismatch(.check(name), expected: .holds, found: .falseAnswer), at: location)
    } catch {
      add(Mismatch(.check(name), expected: .holds, found: .problem("\(error)")), at: location)
    }
  }
}

extension JSONPattern {
  /// Whether each of several values must fit, which none at all would.
  var speaksOfEach: Bool {
    switch kind {
    case .each: true
    case .all(let patterns): patterns.contains(where: \.speaksOfEach)
    case .oneOf(let patterns): patterns.allSatisfy(\.speaksOfEach)
    default: false
    }
  }
}
