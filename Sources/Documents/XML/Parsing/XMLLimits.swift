/// How large a document may become in memory, whatever its size as text.
///
/// libxml2's own limits hold besides: 256 levels of elements, 10 MB for one name, text, comment
/// or attribute.
package struct XMLLimits: Sendable, Hashable {
  /// The number of elements, attributes and declarations of namespaces together.
  package var maximumNodes: Int
  /// The number of bytes that the entities of a document may add, all references together, and
  /// again that of the attributes that only its DTD gives.
  package var maximumExpansion: Int

  /// Five million nodes, and a million bytes of expansion.
  package static let standard = XMLLimits()

  /// What is not said is as in ``standard``.
  package init(maximumNodes: Int = 5_000_000, maximumExpansion: Int = 1_000_000) {
    self.maximumNodes = maximumNodes
    self.maximumExpansion = maximumExpansion
  }

  /// How deep elements may nest; libxml2 sees to it but for elements out of entities.
  static let maximumDepth = 256
}
