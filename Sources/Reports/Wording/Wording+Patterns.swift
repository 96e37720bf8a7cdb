internal import AccordContract
internal import AccordDocuments

/// What a contract expects, in words that follow "expected".
extension Wording {
  func words(_ pattern: StatusPattern) -> String {
    switch pattern.kind {
    case .any: "any status"
    case .exactly(let status): "status \(status)"
    case .oneOf(let statuses): "status " + Self.list(statuses.map(String.init), "or")
    case .range(let range): "a status from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  func words(_ pattern: JSONPattern) -> String {
    switch pattern.kind {
    case .any: "any value"
    case .null: "null"
    case .boolean(nil): "true or false"
    case .boolean(let value?): value ? "true" : "false"
    case .number(let number): words(number)
    case .string(let text): words(text, "a string")
    case .object(let members, let isClosed): words(members, isClosed: isClosed)
    case .array(let elements): "an array of \(Self.count(elements.count, "element"))"
    case .unordered(let elements):
      "an array of \(Self.count(elements.count, "element")) in any order"
    case .each(let inner): "an array of which each element is \(words(inner))"
    case .contains(let inner): "an array with an element that is \(words(inner))"
    case .count(let count): "an array of \(words(count, "element"))"
    case .optional(let inner): "\(words(inner)), or nothing"
    case .nullable(let inner): "\(words(inner)), or null"
    case .absent: "nothing"
    case .oneOf(let patterns): "one of: " + patterns.map(words).joined(separator: "; ")
    case .all(let patterns): "all of: " + patterns.map(words).joined(separator: "; ")
    case .not(let inner): "anything but \(words(inner))"
    case .variable(let variable): "the value of \(variable.name)"
    case .schema(let schema): "a value that holds by \(shown(schema.name))"
    }
  }

  /// What the nodes of an XPath must be, or one of them.
  func nodeWords(_ pattern: JSONPattern) -> String {
    switch pattern.kind {
    case .any: "a node"
    case .string(let text): words(text)
    case .array(let elements): Self.count(elements.count, "node")
    case .unordered(let elements):
      "\(Self.count(elements.count, "node")) in any order: "
        + elements.map(nodeWords).joined(separator: "; ")
    case .each(let inner): "nodes of which each is \(nodeWords(inner))"
    case .contains(let inner): "a node that is \(nodeWords(inner))"
    case .count(let count): words(count, "node")
    case .optional(let inner): "\(nodeWords(inner)), or nothing"
    case .oneOf(let patterns): "one of: " + patterns.map(nodeWords).joined(separator: "; ")
    case .all(let patterns): "all of: " + patterns.map(nodeWords).joined(separator: "; ")
    case .not(let inner): "anything but \(nodeWords(inner))"
    case .null, .boolean, .number, .object, .nullable, .absent, .variable, .schema: words(pattern)
    }
  }

  func words(_ number: NumberPattern) -> String {
    switch number {
    case .any(let isInteger): return Self.noun(isInteger)
    case .exactly(let number): return number.text
    case .close(let target, let distance):
      return "a number within \(distance.text) of \(target.text)"
    case .range(let minimum, let maximum, let excludesMaximum, let isInteger):
      switch (minimum?.text, maximum?.text) {
      case (let low?, let high?) where excludesMaximum:
        return "\(Self.noun(isInteger)) from \(low) to below \(high)"
      case (let low?, let high?): return "\(Self.noun(isInteger)) from \(low) to \(high)"
      case (let low?, nil): return "\(Self.noun(isInteger)), \(low) or greater"
      case (nil, let high?): return "\(Self.noun(isInteger)), \(high) or less"
      case (nil, nil): return Self.noun(isInteger)
      }
    }
  }

  /// What a text must be; `noun` says what it is: `text`, `a string`.
  func words(_ pattern: TextPattern, _ noun: String = "text") -> String {
    switch pattern.kind {
    case .any: noun == "text" ? "any text" : noun
    case .equals(let template): quoted(template.description)
    case .hasPrefix(let template): "\(noun) beginning with \(quoted(template.description))"
    case .hasSuffix(let template): "\(noun) ending with \(quoted(template.description))"
    case .containsText(let template): "\(noun) that contains \(quoted(template.description))"
    case .matches(let expression): "\(noun) that matches \(self.pattern(expression))"
    case .format(let format): Self.words(format)
    case .integer: "a whole number in digits"
    case .variable(let variable): "the value of \(variable.name)"
    case .oneOf(let patterns):
      "one of: " + patterns.map { words($0, noun) }.joined(separator: "; ")
    case .all(let patterns):
      "all of: " + patterns.map { words($0, noun) }.joined(separator: "; ")
    case .not(let inner): "anything but \(words(inner, noun))"
    }
  }

  func words(_ pattern: FieldLinesPattern) -> String {
    switch pattern.kind {
    case .lines(let patterns):
      "the lines " + patterns.map { words($0) }.joined(separator: "; ")
    case .each(let inner): "lines of which each is \(words(inner))"
    case .contains(let inner): "a line that is \(words(inner))"
    case .count(let count): words(count, "line")
    }
  }

  func words(_ pattern: BodyPattern) -> String {
    switch pattern.kind {
    case .bytes(let bytes): "the \(Self.count(bytes.count, "octet")) that the contract names"
    case .file(let path): "the octets of \(written(path))"
    case .count(let count): words(count, "octet")
    }
  }

  func words(_ count: CountPattern, _ noun: String) -> String {
    count.maximum == count.minimum ? Self.count(count.minimum, noun) : "\(count) \(noun)s"
  }

  private func words(_ members: [JSONPattern.Member], isClosed: Bool) -> String {
    guard !members.isEmpty else { return isClosed ? "an object without members" : "an object" }
    let names = members.prefix(6).map { shown($0.name) }
    let more = members.count > 6 ? ["\(members.count - 6) more"] : []
    let list = Self.list(names + more, "and")
    return isClosed ? "an object with \(list) and nothing else" : "an object with \(list)"
  }

  private static func noun(_ isInteger: Bool) -> String {
    isInteger ? "a whole number" : "a number"
  }

  private static func words(_ format: TextFormat) -> String {
    switch format {
    case .uuid: "a UUID"
    case .date: "a date such as 2026-01-31"
    case .dateTime: "a date and time such as 2026-01-31T12:00:00Z"
    case .email: "an e-mail address"
    case .uri: "a URI with a scheme"
    case .httpDate: "a date such as Sat, 31 Jan 2026 12:00:00 GMT"
    }
  }
}
