package import AccordDocuments

/// Matches what an XPath found against a pattern, and collects every mismatch with its place.
///
/// XML has no types: the pattern says how a text is read.
package struct XMLMatcher {
  private let text: TextMatcher
  private let xpath: String

  /// What did not fit, in the order of the document.
  package private(set) var mismatches: [Mismatch] = []
  /// How many mismatches there were beyond ``JSONMatcher/mismatchLimit``.
  package private(set) var furtherMismatches = 0

  /// A matcher of what this XPath found.
  package init(text: TextMatcher, xpath: String) {
    self.text = text
    self.xpath = xpath
  }

  /// Matches the value of the XPath.
  package mutating func match(
    _ result: XPathResult, _ pattern: JSONPattern
  ) throws(MatchingProblem) {
    guard let nodes = result.nodes else {
      guard try !fits(result, pattern) else { return }
      let found =
        if case .string(let text) = result { Mismatch.Found(text) } else {
          Mismatch.Found.markup(result.string)
        }
      return fail(.xml(pattern), found, at: .xml(xpath, line: 0))
    }
    try match(nodes, pattern)
  }

  private mutating func match(
    _ nodes: [XPathNode], _ pattern: JSONPattern
  ) throws(MatchingProblem) {
    switch pattern.kind {
    case .all(let patterns): for pattern in patterns { try match(nodes, pattern) }
    case .each(let inner):
      for node in nodes where try !fits(.string(node.value), inner) { fail(inner, node) }
    case .array(let patterns):
      for (index, pattern) in patterns.enumerated() {
        guard index < nodes.count else {
          fail(.xml(pattern), .nothing, at: .xml("(\(xpath))[\(index + 1)]", line: 0))
          continue
        }
        if try !fits(.string(nodes[index].value), pattern) { fail(pattern, nodes[index]) }
      }
      for node in nodes.dropFirst(patterns.count) {
        fail(.absent, Mismatch.Found(node.value), at: Self.place(node))
      }
    case .unordered(let patterns):
      let unpaired = try pair(nodes, patterns)
      for index in unpaired.patterns {
        fail(.anotherNode(patterns[index]), Mismatch.Found(nodes), at: .xml(xpath, line: 0))
      }
      for index in unpaired.nodes {
        let node = nodes[index]
        fail(.absent, Mismatch.Found(node.value), at: Self.place(node))
      }
    case .absent:
      for node in nodes { fail(.absent, Mismatch.Found(node.value), at: Self.place(node)) }
    default:
      guard try !fits(nodes, pattern) else { return }
      if pattern.isOfOneValue, let node = nodes.first {
        guard nodes.count == 1 else {
          return fail(.oneNode, Mismatch.Found(nodes), at: .xml(xpath, line: 0))
        }
        return fail(pattern, node)
      }
      fail(.xml(pattern), Mismatch.Found(nodes), at: .xml(xpath, line: 0))
    }
  }

  /// Whether the nodes fit as a whole.
  private func fits(
    _ nodes: [XPathNode], _ pattern: JSONPattern
  ) throws(MatchingProblem) -> Bool {
    switch pattern.kind {
    case .any: return !nodes.isEmpty
    case .absent: return nodes.isEmpty
    case .optional(let inner):
      if nodes.isEmpty { return true }
      return try fits(nodes, inner)
    case .count(let count): return count.matches(nodes.count)
    case .not(let inner) where !inner.isOfOneValue: return try !fits(nodes, inner)
    case .all(let patterns):
      for pattern in patterns where try !fits(nodes, pattern) { return false }
      return true
    case .oneOf(let patterns):
      for pattern in patterns where try fits(nodes, pattern) { return true }
      return false
    case .each(let inner):
      for node in nodes where try !fits(.string(node.value), inner) { return false }
      return true
    case .contains(let inner):
      for node in nodes where try fits(.string(node.value), inner) { return true }
      return false
    case .array(let patterns):
      guard nodes.count == patterns.count else { return false }
      for (node, pattern) in zip(nodes, patterns)
      where try !fits(.string(node.value), pattern) { return false }
      return true
    case .unordered(let patterns):
      let unpaired = try pair(nodes, patterns)
      return unpaired.patterns.isEmpty && unpaired.nodes.isEmpty
    default:
      guard nodes.count == 1, let node = nodes.first else { return false }
      return try fits(.string(node.value), pattern)
    }
  }

  /// Pairs patterns with nodes, each with another, and tells which are left over.
  private func pair(
    _ nodes: [XPathNode], _ patterns: [JSONPattern]
  ) throws(MatchingProblem) -> (patterns: [Int], nodes: [Int]) {
    var fitting: [[Int]] = []
    for pattern in patterns {
      var indices: [Int] = []
      for (index, node) in nodes.enumerated()
      where try fits(.string(node.value), pattern) { indices.append(index) }
      fitting.append(indices)
    }
    var pairing = Pairing(fitting: fitting, elementCount: nodes.count)
    let unpaired = pairing.pairAll()
    return (
      Array(unpaired), nodes.indices.filter { pairing.patternOfElement[$0] == nil }
    )
  }

  /// Whether one value fits.
  private func fits(
    _ value: XPathResult, _ pattern: JSONPattern
  ) throws(MatchingProblem) -> Bool {
    switch pattern.kind {
    case .any: return true
    case .number(let number): return XMLNumber.read(value).map(number.matches) ?? false
    case .boolean(let expected):
      return Self.boolean(value).map { expected == nil || $0 == expected } ?? false
    case .string(let expected): return try text.fits(value.string, expected)
    case .variable(let variable):
      let bound = try text.value(of: variable)
      if case .json(let node) = bound, let number = node.number {
        return XMLNumber.read(value) == number
      }
      return value.string.hasSameCodePoints(as: bound.text)
    case .oneOf(let patterns):
      for pattern in patterns where try fits(value, pattern) { return true }
      return false
    case .all(let patterns):
      for pattern in patterns where try !fits(value, pattern) { return false }
      return true
    case .not(let inner): return try !fits(value, inner)
    case .optional(let inner): return try fits(value, inner)
    // Planning refuses them: one value is neither, and several are nodes.
    case .null, .nullable, .object, .schema, .absent, .array, .unordered, .each, .contains, .count:
      return false
    }
  }

  /// A truth value as XML Schema writes it (part 2 section 3.2.2).
  private static func boolean(_ value: XPathResult) -> Bool? {
    if case .boolean(let value) = value { return value }
    switch XMLNumber.trimmed(value.string) {
    case "true", "1": return true
    case "false", "0": return false
    default: return nil
    }
  }

  private mutating func fail(_ pattern: JSONPattern, _ node: XPathNode) {
    fail(.xml(pattern), Mismatch.Found(node.value), at: Self.place(node))
  }

  private mutating func fail(
    _ expected: Mismatch.Expected, _ found: Mismatch.Found, at place: Mismatch.Place
  ) {
    guard mismatches.count < JSONMatcher.mismatchLimit else {
      furtherMismatches += 1
      return
    }
    mismatches.append(
      Mismatch(place, expected: expected.resolved(text.bindings), found: found))
  }

  private static func place(_ node: XPathNode) -> Mismatch.Place {
    .xml(node.path, line: node.line)
  }
}

extension JSONPattern {
  /// Whether the pattern speaks of one value, which one node has, and not of all nodes.
  fileprivate var isOfOneValue: Bool {
    switch kind {
    case .any, .absent, .count, .array, .unordered, .each, .contains: false
    case .optional(let inner), .not(let inner): inner.isOfOneValue
    case .oneOf(let patterns), .all(let patterns): patterns.allSatisfy(\.isOfOneValue)
    case .null, .boolean, .number, .string, .object, .nullable, .variable, .schema: true
    }
  }
}
