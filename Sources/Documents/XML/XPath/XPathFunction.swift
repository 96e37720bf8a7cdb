/// The function library of XPath 1.0 (section 4).
enum XPathFunction: String, Sendable, CaseIterable {
  case last, position, count, id, name, string, concat, contains, substring, translate
  case boolean, not, `true`, `false`, lang, number, sum, floor, ceiling, round
  case localName = "local-name"
  case namespaceURI = "namespace-uri"
  case startsWith = "starts-with"
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"

  /// How many arguments it takes.
  var argumentCounts: ClosedRange<Int> {
    switch self {
    case .last, .position, .true, .false: 0...0
    case .localName, .namespaceURI, .name, .string, .stringLength, .normalizeSpace, .number: 0...1
    case .count, .id, .boolean, .not, .lang, .sum, .floor, .ceiling, .round: 1...1
    case .startsWith, .contains, .substringBefore, .substringAfter: 2...2
    case .substring: 2...3
    case .translate: 3...3
    case .concat: 2...Int.max
    }
  }

  /// Whether its argument has to be a node set; all others are converted.
  var takesNodes: Bool {
    switch self {
    case .count, .sum, .localName, .namespaceURI, .name: true
    default: false
    }
  }

  /// What it gives.
  var kind: XPathKind {
    switch self {
    case .id: .nodes
    case .last, .position, .count, .stringLength, .number, .sum, .floor, .ceiling, .round: .number
    case .boolean, .not, .true, .false, .lang, .contains, .startsWith: .boolean
    default: .string
    }
  }
}
