internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// Finds what makes steps unusable, and compiles their expressions on the way.
struct StepValidator {
  let files: ContractFiles
  private(set) var problems: [ContractProblem] = []
  var compilation = Compilation()
  private(set) var variables: [String: Variable] = [:]
  /// What `.auth` has in full.
  private(set) var literalSecrets: [String] = []
  /// The readers of schemas, by the contract's file beside which they look.
  var schemaFiles: [String: SchemaFiles] = [:]

  init(files: ContractFiles) { self.files = files }

  mutating func report(_ kind: ContractProblem.Kind, at location: SourceLocation) {
    problems.append(ContractProblem(kind, at: location))
  }

  mutating func validate(_ trait: Trait, at location: SourceLocation) {
    switch trait.kind {
    case .field(let name, let value):
      validate(name, at: location)
      if let value { validate(value, at: location) }
    case .userAgent(let value): validateUserAgent(value, at: location)
    case .authorization(let authorization): validate(authorization, at: location)
    case .timeout(let limit), .connectTimeout(let limit):
      validate(limit, of: trait.word, at: location)
    case .linkOrigins(let origins):
      for origin in origins where URLReference.origin(of: origin) == nil {
        report(.notAnOrigin(origin), at: location)
      }
    case .tls(let tls): if let password = tls.password { validate(password, at: tls.location) }
    case .proxy(let proxy):
      if let password = proxy.password { validate(password, at: proxy.location) }
    case .conformance(let trait): validateRules(trait.skipped, at: trait.location)
    case .conformanceSetting(.only(let rules, let place)),
      .conformanceSetting(.skipping(let rules, let place)):
      validateRules(rules, at: place)
    case .conformanceSetting: break
    case .tags, .disabled, .knownIssue, .serialized, .baseURL, .transport, .cookies, .example,
      .allows:
      break
    }
  }

  private mutating func validateRules(_ names: [String], at location: SourceLocation) {
    do throws(RuleSelection.UnknownRule) {
      _ = try RuleSelection(without: names).rules()
    } catch {
      report(.unknownRule(error.name, suggestion: error.suggestion), at: location)
    }
  }

  mutating func validate(_ step: Step) {
    let location = step.location
    if !step.method.isToken { report(.method(step.method.token), at: location) }
    validateTarget(step)
    validateRepeatedWords(step)
    for modifier in step.modifiers {
      switch modifier {
      case .query(let name, let value):
        validate(name, at: location)
        validate(value, at: location)
      case .field(let name, let value):
        validate(name, at: location)
        if let value { validate(value, at: location) }
      case .userAgent(let value): validateUserAgent(value, at: location)
      case .content(let content): validate(content, at: location)
      case .authorization(let authorization): validate(authorization, at: location)
      case .timeout(let limit): validate(limit, of: ".timeout", at: location)
      case .eventually(let polling):
        validate(polling.within, of: ".eventually(within:)", at: location)
        validate(polling.interval, of: ".eventually(every:)", at: location)
      case .retry(let count):
        if count < 0 { report(.negative(".retry(upTo:)"), at: location) }
      case .followRedirects(let count):
        if count < 0 { report(.negative(".followRedirects(upTo:)"), at: location) }
      case .named(let name): reportLostVariables(name, at: location)
      case .tags, .disabled, .knownIssue: break
      }
    }
    guard let expected = step.expectation else { return }
    if expected.isRepeated { report(.repeatedWord(".expect"), at: expected.location) }
    for statement in expected.statements { validate(statement) }
  }

  /// Reports Variables that were interpolated into text which takes none.
  mutating func reportLostVariables(_ text: String, at location: SourceLocation) {
    if let name = LostVariable.name(in: text) { report(.lostVariable(name), at: location) }
  }

  private mutating func validateTarget(_ step: Step) {
    switch step.target {
    case .link(let variable):
      validate(variable, at: step.location)
      if !variable.isLink { report(.notALink(variable.name), at: step.location) }
    case .template(let path):
      for variable in path.variables { validate(variable, at: step.location) }
      validate(path, at: step.location)
    case .path(let path):
      validate(path, at: step.location)
      for case .literal(let text) in path.parts where text.utf8.contains(UInt8(ascii: "{")) {
        if reportsForgottenValues(in: path, at: step.location) { return }
      }
      reportUnencoded(path, at: step.location)
    }
  }

  /// Reports the first character of a path that must be percent-encoded.
  mutating func reportUnencoded(_ path: Template, at location: SourceLocation) {
    for case .literal(let text) in path.parts {
      guard let offending = text.unicodeScalars.first(where: { !$0.mayStandInTarget }) else {
        continue
      }
      return report(.target(path.description, offending: String(offending)), at: location)
    }
  }

  /// There is one way to say each thing, and it is said once.
  private mutating func validateRepeatedWords(_ step: Step) {
    var said: Set<String> = []
    for modifier in step.modifiers {
      guard let word = modifier.uniqueWord, !said.insert(word).inserted else { continue }
      report(.repeatedWord(word), at: step.location)
    }
  }

  mutating func validate(_ content: Content, at location: SourceLocation) {
    switch content {
    case .json(let value): validate(value, at: location)
    case .xml(let text): validate(text, at: location)
    case .form(let fields): for field in fields { validate(field.value, at: location) }
    case .multipart(let parts):
      for part in parts {
        switch part.kind {
        case .field(let value): validate(value, at: location)
        case .file(let path, _): validateFile(path, at: location)
        case .bytes: break
        }
      }
    case .body(.text(let text), _): validate(text, at: location)
    case .body(.file(let path), _): validateFile(path, at: location)
    case .body(.bytes, _): break
    }
  }

  private mutating func validateFile(_ path: String, at location: SourceLocation) {
    if files.find(path, from: location) == nil { reportMissing(path, at: location) }
  }

  mutating func reportMissing(_ path: String, at location: SourceLocation) {
    report(
      .missingFile(path, searched: files.candidates(for: path, from: location)), at: location)
  }

  mutating func validate(_ value: JSONValue, at location: SourceLocation) {
    switch value.kind {
    case .null, .boolean: break
    case .number(let number): validate(number, at: location)
    case .string(let text): validate(text, at: location)
    case .variable(let variable): validate(variable, at: location)
    case .array(let elements): for element in elements { validate(element, at: location) }
    case .object(let members):
      validateUnique(members.map(\.name.description), at: location)
      for member in members {
        validate(member.name, at: location)
        validate(member.value, at: location)
      }
    }
  }

  mutating func validate(_ authorization: Authorization, at location: SourceLocation) {
    for template in authorization.templates { validate(template, at: location) }
    for (part, template) in authorization.secrets where template.variables.isEmpty {
      literalSecrets.append(template.description)
      if SecretSource.isTooShort(template.description) {
        report(.shortCredential(part), at: location)
      }
    }
    switch authorization.scheme {
    case .apiKey(_, .field(let name)): validate(name, at: location)
    case .clientCredentials(let client): validate(client, at: location)
    case .none, .bearer, .basic, .digest, .apiKey, .awsSignature: break
    }
  }

  mutating func validate(_ name: FieldName, at location: SourceLocation) {
    if !name.isToken { report(.fieldName(name.text), at: location) }
  }

  private mutating func validateUserAgent(_ value: String, at location: SourceLocation) {
    if !UserAgent.isWellFormed(value) { report(.userAgent(value), at: location) }
  }

  mutating func validate(
    _ duration: Duration, of word: String, at location: SourceLocation
  ) {
    if duration < .zero { report(.negative(word), at: location) }
  }

  mutating func validate(_ template: Template, at location: SourceLocation) {
    for case .literal(let text) in template.parts { reportLostVariables(text, at: location) }
    for variable in template.variables { validate(variable, at: location) }
  }

  private mutating func validateGenerator(of variable: Variable, at location: SourceLocation) {
    switch variable.generator {
    case .constant(let text):
      if BoundValue.text(text).converted(for: variable, relativeTo: nil) == nil {
        report(.unusableDefault(variable.name), at: location)
      }
      if variable.isSecret, text.isEmpty || SecretSource.isTooShort(text) {
        report(.shortSecret(variable.name), at: location)
      }
    case .counter: if variable.isSecret { report(.shortSecret(variable.name), at: location) }
    case .random(let range):
      if variable.isSecret, range.overlaps(-99...999) {
        report(.shortSecret(variable.name), at: location)
      }
    case .uuid, .timestamp, nil: break
    }
  }

  /// Variables of one name are one variable, and say the same wherever they are written.
  mutating func validate(_ variable: Variable, at location: SourceLocation) {
    if let known = variables[variable.name] {
      if known != variable { report(.conflictingVariable(variable.name), at: location) }
    } else {
      variables[variable.name] = variable
      validateGenerator(of: variable, at: location)
    }
  }
}

extension Step.Modifier {
  /// The word, where saying it twice has no meaning.
  fileprivate var uniqueWord: String? {
    switch self {
    case .query, .field, .tags: nil
    case .userAgent: ".userAgent"
    case .content: ".json, .xml, .form, .multipart or .body"
    case .authorization: ".auth"
    case .named: ".named"
    case .disabled: ".disabled"
    case .knownIssue: ".knownIssue"
    case .timeout: ".timeout"
    case .retry: ".retry"
    case .eventually: ".eventually"
    case .followRedirects: ".followRedirects"
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character may be sent in a path or query as it is (RFC 3986 section 3.3 and 3.4).
  ///
  /// Some that the grammar leaves out are let through, so that a server's answer to them can be
  /// tested; white space, controls and what is not ASCII would break the request line, and `#`
  /// begins a fragment, which is never sent.
  fileprivate var mayStandInTarget: Bool { value > 0x20 && value < 0x7F && self != "#" }
}
