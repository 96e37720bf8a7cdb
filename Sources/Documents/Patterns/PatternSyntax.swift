/// A pattern as read: its tree and its groups.
///
/// Dialects differ in reading; from here on they do not.
struct PatternSyntax {
  var root: PatternNode
  var groupCount: Int
  var groupNames: [String: Int]
}

/// One node of a pattern's tree.
///
/// Parsers bound its depth (``PatternScanner/deepestNesting``), so that walking it by recursion is
/// safe.
indirect enum PatternNode {
  /// One code point. A surrogate is allowed, and matches nothing in well-formed text.
  case character(UInt32)
  /// One code point out of a set.
  case set(ScalarSet)
  /// One after the other; empty for the empty pattern.
  case sequence([PatternNode])
  /// The first that leads to a match.
  case alternatives([PatternNode])
  /// A capturing group.
  case group(Int, PatternNode)
  /// What a group caught, once more.
  case backreference(PatternGroupReference)
  case inputStart
  case inputEnd
  case wordBoundary(isNegated: Bool)
  case look(PatternNode, isBehind: Bool, isNegated: Bool)
  /// A quantifier; `groups` are the capturing groups inside, which each iteration forgets.
  case repetition(PatternNode, PatternQuantifier, groups: Range<Int>)
}

/// A group by number or by name: a name may be used before its group is read.
enum PatternGroupReference {
  case number(Int)
  case name(String)
}

/// How often something repeats, and whether few are preferred to many.
struct PatternQuantifier {
  /// Stands for "no maximum".
  ///
  /// Texts are shorter than this, so greater counts mean the same.
  static let unlimited = Int(Int32.max)

  var minimum: Int
  var maximum: Int
  var isLazy: Bool
}
