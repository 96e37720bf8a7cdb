internal import AccordContract

/// What may take long to judge, whatever the size of the body: a server chooses what it answers, and
/// others' answers, with their limits of time, must not wait for it.
extension ExpectedResponse {
  var mayTakeLong: Bool { statements.contains(where: \.mayTakeLong) }

  /// About how much memory judging a body of so many octets takes, in octets.
  func memory(forBodyOf count: Int) -> Int {
    (statements.map(\.memoryPerOctet).max() ?? 0) * count
  }
}

extension Expectation {
  /// About how many octets of memory an octet of the body takes while it is judged, as measured with
  /// documents of many small parts.
  fileprivate var memoryPerOctet: Int {
    switch kind {
    case .xml, .xmlEqual, .xmlSchema: 48
    case .json, .jsonPath, .jsonSchema, .check: 8
    case .capture(_, let source):
      switch source.kind {
      case .json: 8
      case .xpath: 48
      case .text: 1
      case .field, .status, .url: 0
      }
    case .text: 1
    case .field, .fieldLines, .noField, .noBody, .body, .within, .methodSet: 0
    }
  }

  fileprivate var mayTakeLong: Bool {
    switch kind {
    case .check, .jsonSchema, .xml, .xmlEqual, .xmlSchema: true
    case .json(let pattern): pattern.mayTakeLong
    case .jsonPath(let path, let pattern): Self.mayTakeLong(path) || pattern.mayTakeLong
    case .capture(_, let source):
      switch source.kind {
      case .json(let path): Self.mayTakeLong(path)
      case .xpath: true
      case .field, .status, .text, .url: false
      }
    case .text, .field, .fieldLines, .noField, .noBody, .body, .within, .methodSet: false
    }
  }

  /// Whether a JSONPath may visit values again and again: descendants and filters do.
  private static func mayTakeLong(_ path: String) -> Bool {
    var last = UInt8(ascii: "$")
    for octet in path.utf8 {
      let isSecondDot = octet == UInt8(ascii: ".") && last == octet
      if isSecondDot || octet == UInt8(ascii: "?") { return true }
      last = octet
    }
    return false
  }
}

extension JSONPattern {
  fileprivate var mayTakeLong: Bool {
    switch kind {
    case .schema, .unordered: true
    case .each(let inner), .contains(let inner): inner.mayTakeLong || inner.hasExpression
    case .object(let members, _): members.contains { $0.pattern.mayTakeLong }
    case .array(let patterns), .oneOf(let patterns), .all(let patterns):
      patterns.contains(where: \.mayTakeLong)
    case .optional(let inner), .nullable(let inner), .not(let inner): inner.mayTakeLong
    case .any, .null, .boolean, .number, .string, .count, .absent, .variable: false
    }
  }

  /// Whether a regular expression stands in it, which each of many elements may be searched for.
  private var hasExpression: Bool {
    switch kind {
    case .string(let text): text.hasExpression
    case .object(let members, _): members.contains { $0.pattern.hasExpression }
    case .array(let patterns), .oneOf(let patterns), .all(let patterns), .unordered(let patterns):
      patterns.contains(where: \.hasExpression)
    case .optional(let inner), .nullable(let inner), .not(let inner), .each(let inner),
      .contains(let inner):
      inner.hasExpression
    case .any, .null, .boolean, .number, .count, .absent, .variable, .schema: false
    }
  }
}

extension TextPattern {
  fileprivate var hasExpression: Bool {
    switch kind {
    case .matches: true
    case .oneOf(let patterns), .all(let patterns): patterns.contains(where: \.hasExpression)
    case .not(let inner): inner.hasExpression
    case .any, .equals, .hasPrefix, .hasSuffix, .containsText, .format, .integer, .variable: false
    }
  }
}
