internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// Captures.
extension JudgingSession {
  mutating func capture(
    _ variable: Variable, _ source: CaptureSource, at location: SourceLocation
  ) throws(MatchingProblem) {
    let value: BoundValue
    switch source.kind {
    case .status: value = .parse(String(response.status)) ?? .text(String(response.status))
    case .url: value = .text(exchange.request.url)
    case .text(let expression):
      guard let text = text(at: location) else { return }
      let found = variable.isSecret ? Mismatch.Found.octets(response.body.count) : nil
      guard let part = try part(of: text, expression, in: .text, showing: found, at: location)
      else { return }
      value = .text(part)
    case .xpath(let xpath):
      guard let found = try captured(xpath, for: variable, at: location) else { return }
      value = found
    case .field(let name, let expression):
      let lines = response.fields.all(name.text).map(\.value)
      if variable.isSecret { judgement.secrets += lines.map { (variable.name, $0) } }
      guard lines.count == 1, let line = lines.first else {
        return add(
          Mismatch(
            .field(name), expected: .oneValue, found: lines.isEmpty ? .nothing : .lines(lines)),
          at: location)
      }
      guard let part = try part(of: line, expression, in: .field(name), at: location) else {
        return
      }
      value = .text(part)
    case .json(let path):
      guard let query = compilation.path(path) else { throw .notCompiled(path) }
      guard let document = json(at: location) else { return }
      if let singular = query.singular, reportRepeated(singular, in: document, at: location) {
        return
      }
      let selected = try select(query, in: document)
      guard selected.count == 1, let node = selected.first else {
        return add(
          Mismatch(
            .json(path), expected: .oneValue,
            found: selected.isEmpty ? .nothing : .count(selected.count)),
          at: location)
      }
      value = .json(node)
    }
    if variable.isSecret {
      judgement.secrets.append((variable.name, value.text))
      // What could not be redacted must not be used either, or it would be all over the reports.
      if value.text.isEmpty || SecretSource.isTooShort(value.text) {
        judgement.problem = judgement.problem ?? .shortSecret(.variable(variable.name))
        return
      }
    }
    guard let converted = value.converted(for: variable, relativeTo: exchange.request.url) else {
      return add(
        Mismatch(
          .capture(variable.name), expected: .convertible(variable.conversion ?? .text),
          found: Mismatch.Found(value.text)),
        at: location)
    }
    bindings[variable] = converted
    judgement.captures.append((variable, converted))
  }

  /// What an expression captures of a text, or the whole where there is none; that it does not match
  /// is reported.
  ///
  /// - Parameter found: What is shown in place of the text, which may hold a secret.
  private mutating func part(
    of text: String, _ expression: String?, in place: Mismatch.Place,
    showing found: Mismatch.Found? = nil, at location: SourceLocation
  ) throws(MatchingProblem) -> String? {
    guard let expression else { return text }
    if let part = try matcher.part(of: text, matching: expression) { return part }
    add(
      Mismatch(place, expected: .matchingText(expression), found: found ?? Mismatch.Found(text)),
      at: location)
    return nil
  }

  /// The one value that an XPath finds; that there is none or are several is reported.
  private mutating func captured(
    _ xpath: XPathReference, for variable: Variable, at location: SourceLocation
  ) throws(MatchingProblem) -> BoundValue? {
    guard let result = try evaluate(xpath, at: location) else { return nil }
    guard let nodes = result.nodes else {
      if case .string(let text) = result { return .text(text) }
      return .parse(result.string) ?? .text(result.string)
    }
    if nodes.count == 1, let node = nodes.first { return .text(node.value) }
    add(
      Mismatch(
        .xml(xpath.text, line: 0), expected: .oneValue,
        // Which of them would be the secret is not known, so that none is shown.
        found: variable.isSecret && !nodes.isEmpty
          ? .count(nodes.count) : found(nodes, by: xpath)),
      at: location)
    return nil
  }
}
