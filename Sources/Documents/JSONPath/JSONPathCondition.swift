/// The condition of a filter (section 2.3.5).
indirect enum JSONPathCondition: Sendable {
  case or([JSONPathCondition])
  case and([JSONPathCondition])
  case not(JSONPathCondition)
  /// Whether a query gives any node.
  case exists(JSONPathQuery)
  case comparison(JSONPathOperand, JSONPathComparison, JSONPathOperand)
  case match(JSONPathMatch)
}

/// How two values are compared (section 2.3.5.2.2).
enum JSONPathComparison: Sendable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
}

/// What gives one value, or nothing: an operand of a comparison, an argument of a function.
indirect enum JSONPathOperand: Sendable {
  case literal(JSONPathLiteral)
  case path(JSONPathQuery.Start, JSONSingularPath)
  /// `length()` (section 2.4.4).
  case length(JSONPathOperand)
  /// `count()` (section 2.4.5).
  case count(JSONPathQuery)
  /// `value()` (section 2.4.8).
  case value(JSONPathQuery)
}

/// A value that is written in a path (section 2.3.5.1).
enum JSONPathLiteral: Sendable {
  case null
  case boolean(Bool)
  case number(JSONNumber)
  case string(String)
}

/// `match()` and `search()` (sections 2.4.6 and 2.4.7).
struct JSONPathMatch: Sendable {
  /// Whether the whole text has to match, as with `match()`, or some part of it.
  var isWhole: Bool
  var text: JSONPathOperand
  var pattern: Source

  /// Where the regular expression comes from.
  enum Source: Sendable {
    /// A literal, compiled once; nil if it is not an I-Regexp (RFC 9485), which matches nothing.
    case compiled(Pattern?)
    /// Something that is known when the path is evaluated.
    case operand(JSONPathOperand)
  }
}
