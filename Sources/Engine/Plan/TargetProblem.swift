package import AccordContract

/// Why something that is said of a target of a `Conformance` cannot be.
package enum TargetProblem: Sendable, Hashable {
  /// Two targets have this id.
  case repeatedID(String, first: SourceLocation)
  /// A path has a name in braces, and nothing stands for it.
  case nameInPath(String)
  /// The path of items does not say where they are.
  case item(String, ItemTemplate.Problem)
  /// A word that says nothing without another one.
  case idleWord(TargetedCollection.Word, needed: [TargetedCollection.Word])
  /// A word that is said twice of one target.
  case repeatedWord(String)
  /// What is no origin (RFC 6454 section 6.2).
  case origin(String)
  /// A parameter of pages without a name.
  case unnamedPageParameter
  /// What is no media type (RFC 9110 section 8.3.1).
  case mediaType(String)
}
