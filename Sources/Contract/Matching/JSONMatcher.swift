package import AccordDocuments

/// Matches JSON against patterns and collects every mismatch, each with its path.
package struct JSONMatcher {
  /// So many mismatches are collected for one pattern; further ones are counted only.
  package static let mismatchLimit = 20

  private let text: TextMatcher
  private var path = JSONLocation()
  private let root: String
  /// While trying, whether something fits is asked and not why it does not.
  private var isTrying = false
  private var hasFailed = false

  /// What did not fit, in the order of the pattern.
  package private(set) var mismatches: [Mismatch] = []
  /// How many mismatches there were beyond the limit.
  package private(set) var furtherMismatches = 0

  /// A matcher whose paths begin with `root`.
  package init(text: TextMatcher, root: String = "$") {
    self.text = text
    self.root = root
  }

  /// Matches a value; `nil` is a value that is not there.
  package mutating func match(
    _ value: JSONNode?, _ pattern: JSONPattern
  ) throws(MatchingProblem) {
    if isTrying && hasFailed { return }
    if case .absent = pattern.kind {
      if let value { fail(.absent, value) }
      return
    }
    if case .optional(let inner) = pattern.kind {
      if let value { try match(value, inner) }
      return
    }
    if value == nil, Self.allowsAbsence(pattern) { return }
    guard let value else { return fail(.json(pattern), nil) }
    try matchPresent(value, pattern)
  }

  private mutating func matchPresent(
    _ value: JSONNode, _ pattern: JSONPattern
  ) throws(MatchingProblem) {
    switch pattern.kind {
    case .any: break
    case .absent, .optional: try match(value, pattern)
    case .null: check(value.isNull, pattern, value)
    case .boolean(let expected):
      check(value.boolean.map { expected == nil || $0 == expected } ?? false, pattern, value)
    case .number(let number):
      check(value.number.map(number.matches) ?? false, pattern, value)
    case .string(let expected):
      // The commonest pattern, and the only one that needs the string decoded.
      if case .any = expected.kind {
        check(value.kind == .string, pattern, value)
      } else if case .equals(let template) = expected.kind, let literal = template.literal {
        check(value.stringEquals(literal), pattern, value)
      } else {
        let string = value.string
        check(
          try string.map { (string) throws(MatchingProblem) in
            try text.fits(string, expected)
          } ?? false, pattern, value)
      }
    case .variable(let variable): try matchVariable(value, variable)
    case .schema(let schema): try matchSchema(value, schema)
    case .nullable(let inner): if !value.isNull { try match(value, inner) }
    case .oneOf(let patterns):
      for pattern in patterns where try fits(value, pattern) { return }
      fail(.json(pattern), value)
    case .all(let patterns): for pattern in patterns { try match(value, pattern) }
    case .not(let inner): check(try !fits(value, inner), pattern, value)
    case .object(let members, let isClosed):
      guard value.kind == .object else { return fail(.json(pattern), value) }
      try matchMembers(value, members, isClosed: isClosed)
    case .array, .unordered, .each, .contains, .count:
      guard value.kind == .array else {
        return fail(.json(pattern), value)
      }
      try matchElements(value, pattern)
    }
  }

  private mutating func matchMembers(
    _ object: JSONNode, _ members: [JSONPattern.Member], isClosed: Bool
  ) throws(MatchingProblem) {
    for member in members {
      path.append(.name(member.name))
      defer { path.removeLast() }
      let (found, count) = object.lastMember(member.name)
      // Which of two values a client sees is undefined (RFC 8259 section 4): no value is right.
      if count > 1, let found {
        fail(.once, found)
      } else {
        try match(found, member.pattern)
      }
    }
    guard isClosed else { return }
    for other in object.members
    where !members.contains(where: { other.nameEquals($0.name) }) {
      path.append(.name(other.name))
      fail(.noOtherMember, other.value)
      path.removeLast()
    }
  }

  private mutating func matchElements(
    _ array: JSONNode, _ pattern: JSONPattern
  ) throws(MatchingProblem) {
    switch pattern.kind {
    case .count(let count): check(count.matches(array.count), pattern, array)
    case .each(let inner):
      for (index, element) in array.elements.enumerated() {
        try match(element, inner, at: index)
      }
    case .contains(let inner):
      for element in array.elements where try fits(element, inner) { return }
      fail(.someElement(inner), array)
    case .array(let patterns):
      let elements = Array(array.elements)
      for (index, inner) in patterns.enumerated() {
        try match(index < elements.count ? elements[index] : nil, inner, at: index)
      }
      for index in elements.indices.dropFirst(patterns.count) {
        path.append(.index(index))
        fail(.absent, elements[index])
        path.removeLast()
      }
    case .unordered(let patterns): try matchUnordered(array, patterns)
    default: break
    }
  }

  private mutating func match(
    _ element: JSONNode?, _ pattern: JSONPattern, at index: Int
  ) throws(MatchingProblem) {
    path.append(.index(index))
    defer { path.removeLast() }
    try match(element, pattern)
  }

  /// Pairs patterns with elements so that as many as possible fit: taking the first that fits for
  /// each pattern would miss pairings that exist.
  private mutating func matchUnordered(
    _ array: JSONNode, _ patterns: [JSONPattern]
  ) throws(MatchingProblem) {
    let elements = Array(array.elements)
    var fitting: [[Int]] = []
    for pattern in patterns {
      var indices: [Int] = []
      for (index, element) in elements.enumerated() where try fits(element, pattern) {
        indices.append(index)
      }
      fitting.append(indices)
    }
    var pairing = Pairing(fitting: fitting, elementCount: elements.count)
    let unpaired = pairing.pairAll()
    for index in unpaired {
      fail(.anotherElement(patterns[index]), array)
    }
    for index in elements.indices where pairing.patternOfElement[index] == nil {
      path.append(.index(index))
      fail(.absent, elements[index])
      path.removeLast()
    }
  }

  private mutating func matchVariable(
    _ value: JSONNode, _ variable: Variable
  ) throws(MatchingProblem) {
    let bound = try text.value(of: variable)
    let isEqual: Bool
    let shown: String
    switch bound {
    case .text(let text), .link(let text):
      isEqual = value.stringEquals(text)
      var writer = JSONWriter()
      writer.string(text)
      shown = writer.text
    case .json(let node):
      isEqual = value.equals(node)
      shown = node.compactText
    }
    if !isEqual { fail(.variable(name: variable.name, value: shown), value) }
  }

  private mutating func matchSchema(
    _ value: JSONNode, _ reference: SchemaReference
  ) throws(MatchingProblem) {
    guard let schema = text.compilation.schema(reference) else {
      throw .notCompiled(reference.name)
    }
    // A trial, and what is counted only, needs no places.
    if isTrying || mismatches.count >= Self.mismatchLimit {
      switch schema.verdict(on: value) {
      case .success(let holds): if !holds { fail(.json(JSONPattern(.schema(reference))), value) }
      case .failure(let obstacle): throw .schema(obstacle)
      }
      return
    }
    guard !schema.accepts(value) else { return }
    let violations = schema.validate(value, at: JSONLocation())
    // One demand that is not met is enough, whatever others there are no verdicts on.
    let isCertain = violations.contains {
      if case .verdict = $0.expectation { false } else { true }
    }
    for violation in violations {
      if case .verdict(let obstacle) = violation.expectation {
        if !isCertain { throw .schema(obstacle) }
        continue
      }
      let steps = violation.instanceLocation.steps
      for step in steps { path.append(step) }
      fail(.schema(violation), violation.found)
      for _ in steps { path.removeLast() }
    }
  }

  private mutating func fits(
    _ value: JSONNode, _ pattern: JSONPattern
  ) throws(MatchingProblem) -> Bool {
    var trial = JSONMatcher(text: text)
    trial.isTrying = true
    try trial.match(value, pattern)
    return !trial.hasFailed
  }

  private mutating func check(_ fits: Bool, _ pattern: JSONPattern, _ value: JSONNode) {
    if !fits { fail(.json(pattern), value) }
  }

  private mutating func fail(_ expected: Mismatch.Expected, _ value: JSONNode?) {
    hasFailed = true
    guard !isTrying else { return }
    guard mismatches.count < Self.mismatchLimit else {
      furtherMismatches += 1
      return
    }
    let found: Mismatch.Found
    switch (expected, value) {
    case (_, nil): found = .nothing
    case (.json(let pattern), let value?) where pattern.isCount && value.kind == .array:
      found = .elements(value.count)
    case (_, let value?): found = Mismatch.Found(value)
    }
    mismatches.append(
      Mismatch(.json(pathText), expected: expected.resolved(text.bindings), found: found))
  }

  private var pathText: String { root + path.description.dropFirst() }

  private static func allowsAbsence(_ pattern: JSONPattern) -> Bool {
    switch pattern.kind {
    case .absent, .optional: true
    case .nullable(let inner): allowsAbsence(inner)
    case .oneOf(let patterns): patterns.contains(where: allowsAbsence)
    case .all(let patterns): patterns.allSatisfy(allowsAbsence)
    default: false
    }
  }
}

extension JSONPattern {
  /// Whether only the number of elements is asked for.
  fileprivate var isCount: Bool { if case .count = kind { true } else { false } }
}
