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
    let place = words(mismatch.place)
    var message = place.isEmpty ? "" : "\(place): "
    message += sentence(mismatch)
    if let nearMiss { message += "; there is \(quoted(nearMiss))" }
    return message
  }

  /// Where in the response.
  package func words(_ place: Mismatch.Place) -> String {
    switch place {
    case .status: ""
    case .field(let name): VisibleText.escape(name.text)
    case .json(let path): shown(path)
    case .text: "text"
    case .body: "body"
    case .time: "time"
    case .capture(let variable): "capture of \(shown(variable))"
    case .check(let name): "check \(written(name))"
    }
  }

  /// The kind of place, a word for programs.
  package func kind(_ place: Mismatch.Place) -> String {
    switch place {
    case .status: "status"
    case .field: "header"
    case .json: "json"
    case .text: "text"
    case .body: "body"
    case .time: "time"
    case .capture: "capture"
    case .check: "check"
    }
  }

  /// That there were more mismatches than are told one by one.
  func further(_ count: Int) -> String {
    "and \(Self.count(count, "more mismatch").replacing("mismatchs", with: "mismatches"))"
  }

  private func sentence(_ mismatch: Mismatch) -> String {
    switch (mismatch.expected, mismatch.found) {
    case (.holds, .problem(let problem)): "expected it to hold, and it threw: \(shown(problem))"
    case (.holds, _): "expected it to hold, and it does not"
    case (.wellFormedJSON, .problem(let problem)):
      "expected JSON, found text that is none: \(shown(problem))"
    case (.decodableText, .problem(let problem)): "expected text, found \(shown(problem))"
    case (.once, _): "expected the member once, found it more than once"
    case (.noOtherMember, .json(let value, _)):
      "expected no member but those named, found this one: \(shown(value))"
    case (.atMost(let limit), .duration(let duration)):
      "expected at most \(Self.limit(limit)), took \(Self.duration(duration))"
    case (let expected, let found):
      "expected \(words(expected)), found \(words(found))\(typeNote(expected, found))"
    }
  }

  private func words(_ expected: Mismatch.Expected) -> String {
    switch expected {
    case .status(let pattern): words(pattern)
    case .json(let pattern): words(pattern)
    case .text(let pattern): words(pattern)
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
    }
  }

  private func words(_ found: Mismatch.Found) -> String {
    switch found {
    case .nothing: "nothing"
    case .status(let status, let reason): words(status: status, reason: reason)
    case .json(let text, _): shown(text)
    case .text(let text): quoted(text)
    case .beginning(let text, let octets):
      "\(beginning(of: text))… (\(Self.count(octets, "octet")))"
    case .elements(let count): Self.count(count, "element")
    case .lines(let lines): words(lines)
    case .octets(let count): Self.count(count, "octet")
    case .otherOctets(let count, let expectedCount, let difference):
      "\(Self.count(count, "octet")) "
        + (count == expectedCount
          ? "that differ from octet \(VisibleText.grouped(difference)) on"
          : "in place of \(VisibleText.grouped(expectedCount)), "
            + "which differ from octet \(VisibleText.grouped(difference)) on")
    case .count(let count): Self.count(count, "value")
    case .duration(let duration): Self.duration(duration)
    case .problem(let problem): shown(problem)
    case .falseAnswer: "it does not"
    }
  }

  private func words(_ lines: [String]) -> String {
    guard lines.count != 1 else { return quoted(lines[0]) }
    let more = lines.count > 5 ? ["\(lines.count - 5) more"] : []
    return "\(Self.count(lines.count, "line")): "
      + Self.list(lines.prefix(5).map(quoted) + more, "and")
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
