package import AccordContract
internal import AccordDocuments

/// What does not fit, in one line.
extension Wording {
  /// As in `$.quantity: expected 3, found 2`.
  ///
  /// - Parameters:
  ///   - mismatch: What does not fit.
  ///   - nearMiss: A name that is there and much like the one that is missing.
  /// - Returns: One line.
  package func message(_ mismatch: Mismatch, nearMiss: String? = nil) -> String {
    if case .recorded(let message) = mismatch.expected { return recorded(message) }
    let place = words(mismatch.place)
    var message = place.isEmpty ? "" : "\(place): "
    message += sentence(mismatch)
    if let nearMiss { message += "; there is \(quoted(nearMiss))" }
    return message
  }

  /// The same, as a diff where it would be too long for a line.
  ///
  ///     $.address: not as expected
  ///     - an object with street, city and nothing else
  ///     + {"street":"Main Street 1", … "zip":"10115"} (1,204 characters)
  ///
  /// - Returns: The message in one line, or a line that says where, one that begins with `- ` for what
  ///   was expected and one with `+ ` for what was found.
  package func lines(_ mismatch: Mismatch, nearMiss: String? = nil) -> [String] {
    if case .recorded(let expected, let found, let diff?) = mismatch.found {
      return [recorded(diff), "- \(recorded(expected))", "+ \(recorded(found))"]
    }
    guard let diff = diff(mismatch) else { return [message(mismatch, nearMiss: nearMiss)] }
    let place = words(mismatch.place)
    let hint = nearMiss.map { "; there is \(quoted($0))" } ?? ""
    return [
      (place.isEmpty ? diff.title : "\(place): \(diff.title)") + hint, "- \(diff.expected)",
      "+ \(diff.found)",
    ]
  }

  /// What was expected and what was found, each for a line of its own; `nil` for what a line can hold.
  private func diff(_ mismatch: Mismatch) -> (title: String, expected: String, found: String)? {
    switch (mismatch.expected, mismatch.found) {
    case (.holds, _), (.noOtherMember, _), (.once, _), (.atMost, _), (.recorded, _), (_, .problem),
      (_, .nothing), (_, .nothingInNamespace), (_, .otherOctets):
      return nil
    case (let expected, let found):
      if let difference = difference(expected, found) {
        return (
          "not as expected, from \(words(difference)) on", quoted(difference.expected),
          quoted(difference.found)
        )
      }
      let (wanted, came) = (words(expected), words(found, against: expected))
      guard wanted.unicodeScalars.count + came.unicodeScalars.count > Self.valuesLimit else {
        return nil
      }
      guard case .schema(let violation) = expected else {
        return ("not as expected", wanted, came)
      }
      return (
        "not as the schema says (\(shown(violation.absoluteKeywordLocation)))\(hint(violation))",
        wanted, came
      )
    }
  }

  /// What was expected and what was found, to be shown side by side; `nil` where only the sentence
  /// says it.
  func sides(_ mismatch: Mismatch) -> (expected: String, found: String)? {
    if let diff = diff(mismatch) { return (diff.expected, diff.found) }
    switch (mismatch.expected, mismatch.found) {
    case (.recorded, .recorded(let expected, let found, _)):
      return (recorded(expected), recorded(found))
    case (.recorded, _): return nil
    case (.holds, _), (.noOtherMember, _), (.once, _), (.firstTry, _), (_, .problem),
      (_, .otherOctets):
      return nil
    case (let expected, let found):
      return (words(expected), words(found, against: expected) + typeNote(expected, found))
    }
  }

  /// An expectation and a value of more characters together are shown as a diff.
  private static let valuesLimit = 100

  /// Where two texts part, of which one has several lines or is too long to be shown whole.
  private func difference(
    _ expected: Mismatch.Expected, _ found: Mismatch.Found
  ) -> TextDifference? {
    guard let wanted = expected.literalText, let came = found.literalText,
      wanted + "\n" != came, came + "\n" != wanted,
      max(wanted.utf8.count, came.utf8.count) > Self.valuesLimit
        || wanted.utf8.contains(UInt8(ascii: "\n")) || came.utf8.contains(UInt8(ascii: "\n"))
    else { return nil }
    return TextDifference(
      expected: redactor.redact(wanted), found: redactor.redactBeginning(came),
      limit: Self.valuesLimit)
  }

  /// A part of a text, cut already and without secrets; no such part is nothing.
  private func quoted(_ part: TextDifference.Part?) -> String {
    guard let part else { return "nothing" }
    let text = VisibleText.escape(part.text).replacing("\"", with: "\\\"")
    return "\"\(text)\"" + (part.count.map { " (\(Self.count($0, "character")))" } ?? "")
  }

  private func words(_ difference: TextDifference) -> String {
    let character = "character \(VisibleText.grouped(difference.character))"
    guard let line = difference.line else { return character }
    return "line \(VisibleText.grouped(line)), \(character)"
  }

  /// What a schema demands, without the word `expected` that it begins with.
  private func words(_ violation: SchemaViolation) -> String {
    let text = shown(violation.demand)
    return text.hasPrefix("expected ") ? String(text.dropFirst(9)) : text
  }

  /// What helps besides: the branch that comes closest, or a name much like the missing one.
  private func hint(_ violation: SchemaViolation) -> String {
    let short = Wording(redactor: redactor, excerptLimit: 80)
    let hint = violation.hint { short.words(Mismatch.Found($0)) }
    return Wording(redactor: redactor, excerptLimit: 600).shown(hint)
  }

  /// Where in the response.
  package func words(_ place: Mismatch.Place) -> String {
    switch place {
    case .status: ""
    case .field(let name): VisibleText.escape(name.text)
    case .json(let path): shown(path)
    case .xml(let path, let line): line > 1 ? "\(shown(path)) (line \(line))" : shown(path)
    case .text: "text"
    case .body: "body"
    case .time: "time"
    case .capture(let variable): "capture of \(shown(variable))"
    case .check(let name): "check \(written(name))"
    case .tries: ""
    case .recorded(_, let words, _): recorded(words)
    }
  }

  /// The kind of place, a word for programs.
  package func kind(_ place: Mismatch.Place) -> String { place.kind }

  /// That there were more mismatches than are told one by one.
  func further(_ count: Int) -> String {
    "and \(Self.count(count, "more mismatch").replacing("mismatchs", with: "mismatches"))"
  }

  private func sentence(_ mismatch: Mismatch) -> String {
    switch (mismatch.expected, mismatch.found) {
    case (.firstTry, .count(let tries)):
      "flaky: passed on try \(tries), after no answer, which --fail-on-flaky does not allow"
    case (.holds, .problem(let problem)): "expected it to hold, and it threw: \(shown(problem))"
    case (.holds, _): "expected it to hold, and it does not"
    case (.wellFormedJSON, .problem(let problem)):
      "expected JSON, found text that is none: \(shown(problem))"
    case (.wellFormedXML, .problem(let problem)):
      "expected XML, found text that is none: \(shown(problem))"
    case (.oneEncoding, .problem(let problem)): "expected one encoding, but \(shown(problem))"
    case (.validXML(let schema), .problem(let problem)):
      "not valid by \(written(schema)): \(Wording(redactor: redactor, excerptLimit: 400).shown(problem))"
    case (.schema(let violation), let found):
      "expected \(words(violation)), found \(words(found, against: .schema(violation)))"
        + hint(violation) + " "
        + "(\(shown(violation.absoluteKeywordLocation)))"
    case (.oneNode, let found):
      "expected one node, found \(words(found)); .each or .contains speak of several"
    case (.decodableText, .problem(let problem)): "expected text, found \(shown(problem))"
    case (.once, _): "expected the member once, found it more than once"
    case (.noOtherMember, .json(let value, _)):
      "expected no member but those named, found this one: \(shown(value))"
    case (.atMost(let limit), .duration(let duration)):
      "expected at most \(Self.limit(limit)), took \(Self.duration(duration))"
    case (.methodSet(let methods), .lines(let lines)):
      "\(comparison(mismatch.expected, mismatch.found))\(difference(methods, lines))"
    case (let expected, let found): comparison(expected, found)
    }
  }

  /// Which methods are missing, and which should not be there.
  private func difference(_ expected: [String], _ lines: [String]) -> String {
    let listed = lines.joined(separator: ",").split(whereSeparator: { ", \t".contains($0) })
      .map(String.init)
    let missing = expected.filter { !listed.contains($0) }
    let surplus = listed.filter { !expected.contains($0) && $0 != "HEAD" && $0 != "OPTIONS" }
    var words = ""
    if !missing.isEmpty { words += "; without \(Self.list(missing.map(shown), "and"))" }
    if !surplus.isEmpty {
      words += "; \(Self.list(surplus.map(shown), "and")) should not be there"
    }
    return words
  }

  private func comparison(_ expected: Mismatch.Expected, _ found: Mismatch.Found) -> String {
    guard let difference = difference(expected, found) else {
      return "expected \(words(expected)), found \(words(found))\(typeNote(expected, found))"
        + lookNote(expected, found)
    }
    return "expected \(quoted(difference.expected)), found \(quoted(difference.found)) at "
      + words(difference)
  }

  private func words(_ expected: Mismatch.Expected) -> String {
    switch expected {
    case .status(let pattern): words(pattern)
    case .json(let pattern): words(pattern)
    case .text(let pattern): words(pattern)
    case .xml(let pattern): nodeWords(pattern)
    case .anotherNode(let pattern): "another node that is \(nodeWords(pattern))"
    case .oneNode: "one node"
    case .schema(let violation): words(violation)
    case .validXML(let schema): "a document valid by \(written(schema))"
    case .markup(let markup): shown(markup)
    case .wellFormedXML: "XML"
    case .oneEncoding: "one encoding"
    case .matchingText(let expression): "text that matches \(pattern(expression)) to capture from"
    case .fieldLines(let pattern): words(pattern)
    case .body(let pattern): words(pattern)
    case .variable(let name, let value): "\(shown(value)), the value of \(shown(name))"
    case .present: "something"
    case .absent: "nothing"
    case .noOtherMember: "no member but those named"
    case .once: "the member once"
    case .wellFormedJSON: "JSON"
    case .decodableText: "text"
    case .noBody: "no body"
    case .atMost(let limit): "at most \(Self.limit(limit))"
    case .oneValue: "exactly one value to capture"
    case .convertible(let conversion): Self.words(conversion)
    case .someElement(let pattern): "some element that is \(words(pattern))"
    case .anotherElement(let pattern): "another element that is \(words(pattern))"
    case .holds: "it to hold"
    case .methodRefused(let method):
      "status 405 or 501, since .allows does not name \(VisibleText.escape(method))"
    case .methodSet(let methods):
      "the methods that .allows names, \(methods.joined(separator: ", "))"
    case .noServerError: "no server error"
    case .firstTry: "an answer to the first try"
    case .recorded(let message): recorded(message)
    }
  }

  /// What was found: of an object that lacks a member the names of those that it has.
  private func words(
    _ found: Mismatch.Found, against expected: Mismatch.Expected
  ) -> String {
    guard case .schema(let violation) = expected else { return words(found) }
    switch violation.expectation {
    case .required, .dependent:
      let names = violation.found.members.prefix(12).map(\.name)
      let count = violation.found.members.count
      let more = count > names.count ? ["\(count - names.count) more"] : []
      return names.isEmpty
        ? "an object without members"
        : "an object with \(Self.list(names.map(shown) + more, "and"))"
    default: return words(found)
    }
  }

  private func words(_ found: Mismatch.Found) -> String {
    switch found {
    case .nothing: "nothing"
    case .status(let status, let reason): words(status: status, reason: reason)
    case .json(let text, _): shown(text)
    case .text(let text): quotedBeginning(text)
    case .beginning(let text, let octets):
      "\(beginning(of: text))… (\(Self.count(octets, "octet")))"
    case .elements(let count): Self.count(count, "element")
    case .markup(let markup): shown(markup)
    case .nodes(let values, let count):
      "\(Self.count(count, "node")): "
        + Self.list(
          values.map { words($0) } + (count > values.count ? ["\(count - values.count) more"] : []),
          "and")
    case .nothingInNamespace(let namespace):
      "nothing; the document's names are in the namespace \(quoted(namespace)): give it a prefix by "
        + "namespaces: [\"x\": \(quoted(namespace))] and write x:name"
    case .lines(let lines): words(lines)
    case .octets(let count): Self.count(count, "octet")
    case .otherOctets(let octets):
      "\(Self.count(octets.count, "octet"))"
        + (octets.count == octets.expectedCount
          ? "" : " in place of \(VisibleText.grouped(octets.expectedCount))")
        + ", which differ from offset \(VisibleText.grouped(octets.offset)) on: "
        + "expected \(words(octets.expected)), found \(words(octets.found))"
    case .count(let count): Self.count(count, "value")
    case .duration(let duration): Self.duration(duration)
    case .problem(let problem): shown(problem)
    case .falseAnswer: "it does not"
    case .recorded(_, let found, _): recorded(found)
    }
  }

  /// Octets in hexadecimal digits, `**` for those of a secret.
  private func words(_ part: Mismatch.OtherOctets.Part) -> String {
    guard !part.octets.isEmpty else { return "the end" }
    let places = redactor.places(in: part.surroundings)
    return part.octets.enumerated().map { index, octet in
      let place = part.start + index
      if places.contains(where: { $0.contains(place) }) { return "**" }
      return (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
    }.joined(separator: " ")
  }

  private func words(_ lines: [String]) -> String {
    guard lines.count != 1 else { return quoted(lines[0]) }
    let more = lines.count > 5 ? ["\(lines.count - 5) more"] : []
    return "\(Self.count(lines.count, "line")): "
      + Self.list(lines.prefix(5).map(quoted) + more, "and")
  }

  /// The code points that differ, where two texts look the same.
  private func lookNote(_ expected: Mismatch.Expected, _ found: Mismatch.Found) -> String {
    guard let wanted = expected.literalText, let came = found.literalText,
      Self.look(of: shown(wanted)) == Self.look(of: shown(came)),
      let difference = TextDifference(
        expected: redactor.redact(wanted), found: redactor.redact(came), limit: 8)
    else { return "" }
    let place = difference.character - 1
    return "; they look alike: expected \(Self.codePoints(redactor.redact(wanted), from: place)), "
      + "found \(Self.codePoints(redactor.redact(came), from: place))"
  }

  /// The text as it looks: canonically equivalent texts are the same to Swift, and so are all spaces.
  private static func look(of text: String) -> String {
    String(text.map { $0.isWhitespace ? " " : $0 })
  }

  private static func codePoints(_ text: String, from place: Int) -> String {
    let scalars = text.unicodeScalars.dropFirst(place).prefix(3)
    guard !scalars.isEmpty else { return "the end" }
    return scalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    }.joined(separator: " ")
  }

  /// What a value is, where its look and the expected one's could be taken for the same.
  private func typeNote(_ expected: Mismatch.Expected, _ found: Mismatch.Found) -> String {
    guard case .json(let text, let kind) = found else { return "" }
    switch expected {
    case .json(let pattern):
      switch (pattern.kind, kind) {
      case (.number, .string), (.boolean, .string), (.null, .string): return ", a string"
      case (.string, .number): return ", a number"
      default: return ""
      }
    case .variable(_, let value):
      if kind == .string, "\"\(value)\"" == text { return ", a string" }
      if kind != .string, value == "\"\(text)\"" { return ", which is no string" }
      return ""
    default: return ""
    }
  }

  private static func words(_ conversion: VariableTrait.Conversion) -> String {
    switch conversion {
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "text"
    case .link: "a reference to a resource (RFC 3986 section 4.1)"
    }
  }
}

extension Mismatch.Expected {
  /// The text that is expected, where it is one.
  fileprivate var literalText: String? {
    switch self {
    case .text(let pattern): return pattern.literalText
    case .xml(let pattern):
      if case .string(let text) = pattern.kind { return text.literalText }
    case .json(let pattern):
      if case .string(let text) = pattern.kind { return text.literalText }
    default: break
    }
    return nil
  }
}

extension Mismatch.Found {
  /// The text that was found, where it is one.
  fileprivate var literalText: String? {
    switch self {
    case .text(let text): text
    case .json(let text, .string): (try? JSONDocument(parsing: text))?.root.string
    default: nil
    }
  }
}

extension TextPattern {
  fileprivate var literalText: String? {
    if case .equals(let template) = kind { template.description } else { nil }
  }
}
