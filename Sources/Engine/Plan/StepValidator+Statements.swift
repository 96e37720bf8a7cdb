internal import AccordContract
internal import AccordDocuments

/// Statements and their patterns.
extension StepValidator {
  mutating func validate(_ statement: Expectation) {
    let location = statement.location
    switch statement.kind {
    case .field(let name, let pattern):
      validate(name, at: location)
      validate(pattern, at: location)
    case .fieldLines(let name, let lines):
      validate(name, at: location)
      switch lines.kind {
      case .lines(let patterns): for pattern in patterns { validate(pattern, at: location) }
      case .each(let pattern), .contains(let pattern): validate(pattern, at: location)
      case .count: break
      }
    case .noField(let name): validate(name, at: location)
    case .json(let pattern): validate(pattern, at: location)
    case .jsonPath(let path, let pattern):
      compile(path: path, at: location)
      validate(pattern, at: location)
    case .text(let pattern): validate(pattern, at: location)
    case .body(let pattern):
      if case .file(let path) = pattern.kind { _ = read(path, at: location) }
    case .jsonSchema(let schema): compile(schema, at: location)
    case .xml(let xpath, let pattern):
      compile(xpath, at: location)
      validate(pattern, at: location)
      if let word = pattern.wordWithoutMeaningInXML {
        report(.meaninglessInXML(word), at: location)
      } else if let kind = compilation.xpath(xpath)?.kind, kind != .nodes,
        let word = pattern.wordForNodes
      {
        report(.nodesOfValue(word, kind), at: location)
      }
    case .xmlEqual(let document): validate(document, at: location)
    case .xmlSchema(let path, let language): compileXMLSchema(path, language, at: location)
    case .within(let limit): validate(limit, of: "Within", at: location)
    case .capture(let variable, let source):
      validate(variable, at: location)
      switch source.kind {
      case .json(let path): compile(path: path, at: location)
      case .field(let name, let expression):
        validate(name, at: location)
        if let expression { compileCapture(expression, at: location) }
      case .xpath(let xpath): compile(xpath, at: location)
      case .text(let expression?): compileCapture(expression, at: location)
      case .status, .text(nil), .url: break
      }
    case .noBody, .check, .methodSet: break
    }
  }

  private mutating func validate(_ pattern: JSONPattern, at location: SourceLocation) {
    switch pattern.kind {
    case .any, .null, .boolean, .absent, .count: break
    case .number(let number):
      for number in number.numbers { validate(number, at: location) }
    case .string(let text): validate(text, at: location)
    case .variable(let variable): validate(variable, at: location)
    case .schema(let schema): compile(schema, at: location)
    case .object(let members, _):
      validateUnique(members.map(\.name), at: location)
      for member in members { validate(member.pattern, at: location) }
    case .array(let patterns), .unordered(let patterns), .oneOf(let patterns), .all(let patterns):
      for pattern in patterns { validate(pattern, at: location) }
    case .each(let inner), .contains(let inner), .optional(let inner), .nullable(let inner),
      .not(let inner):
      validate(inner, at: location)
    }
  }

  private mutating func validate(_ pattern: TextPattern, at location: SourceLocation) {
    switch pattern.kind {
    case .any, .format, .integer: break
    case .equals(let template), .hasPrefix(let template), .hasSuffix(let template),
      .containsText(let template):
      validate(template, at: location)
    case .variable(let variable): validate(variable, at: location)
    case .matches(let expression): compile(expression: expression, at: location)
    case .oneOf(let patterns), .all(let patterns):
      for pattern in patterns { validate(pattern, at: location) }
    case .not(let inner): validate(inner, at: location)
    }
  }

  private mutating func compile(expression: String, at location: SourceLocation) {
    reportLostVariables(expression, at: location)
    do {
      try compilation.compile(expression: expression)
    } catch {
      report(.expression(expression, error), at: location)
    }
  }

  /// Compiles an expression that captures: what, its one group says, or all that it matches.
  private mutating func compileCapture(_ expression: String, at location: SourceLocation) {
    compile(expression: expression, at: location)
    if let count = compilation.pattern(expression)?.groupCount, count > 1 {
      report(.severalGroups(expression, count: count), at: location)
    }
  }

  private mutating func compile(path: String, at location: SourceLocation) {
    reportLostVariables(path, at: location)
    do {
      try compilation.compile(path: path)
    } catch {
      return report(.jsonPath(path, error), at: location)
    }
    for error in compilation.path(path)?.patternErrors ?? [] {
      report(.jsonPathExpression(path, error), at: location)
    }
  }

  mutating func validate(_ number: NumberText, at location: SourceLocation) {
    if number.value == nil { report(.notANumber(number.text), at: location) }
  }

  mutating func validateUnique(_ names: [String], at location: SourceLocation) {
    // A set of few names costs more than to compare each with those before it.
    guard names.count > 16 else {
      for (index, name) in names.enumerated()
      where names[..<index].contains(where: name.hasSameCodePoints(as:)) {
        report(.duplicateMember(name), at: location)
      }
      return
    }
    // To a set of strings canonically equivalent ones are equal; to JSON they are not.
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      guard names[..<index].contains(where: name.hasSameCodePoints(as:)) else { continue }
      report(.duplicateMember(name), at: location)
    }
  }
}

extension NumberPattern {
  fileprivate var numbers: [NumberText] {
    switch self {
    case .any: []
    case .exactly(let number): [number]
    case .range(let minimum, let maximum, _, _): [minimum, maximum].compactMap(\.self)
    case .close(let target, let distance): [target, distance]
    }
  }
}
