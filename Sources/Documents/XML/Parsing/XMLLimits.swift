/// How large a document may become in memory, whatever its size as text.
///
/// libxml2's own limits hold besides: 256 levels of elements, 10 MB for one name, text, comment
/// or attribute.
package struct XMLLimits: Sendable, Hashable {
  /// The number of bytes of the text.
  package var maximumBytes: Int
  /// The number of elements, attributes, declarations of namespaces, comments and processing
  /// instructions together.
  package var maximumNodes: Int
  /// The number of bytes that the entities of a document may add, all references together, and
  /// again that of parameter entities, and of the attributes that only its DTD gives.
  package var maximumExpansion: Int

  /// The number of attributes and declarations of namespaces of one element, and that of all
  /// declarations around one element.
  ///
  /// libxml2 compares each with each, so that a hundred thousand of them, a megabyte, take half a
  /// minute.
  package var maximumAttributes: Int

  /// As many bytes as libxml2 counts, two million nodes, a million bytes of expansion, and 500
  /// attributes of an element.
  package static let standard = XMLLimits()

  /// What is judged of an answer: 16 MiB and half a million nodes, which bounds what a server can make
  /// of memory, since a node takes up to 500 bytes with the texts around it.
  package static let answer = XMLLimits(maximumBytes: 16 << 20, maximumNodes: 500_000)

  /// What is not said is as in ``standard``.
  package init(
    maximumBytes: Int = Int(Int32.max), maximumNodes: Int = 2_000_000,
    maximumExpansion: Int = 1_000_000, maximumAttributes: Int = 500
  ) {
    self.maximumBytes = maximumBytes
    self.maximumNodes = maximumNodes
    self.maximumExpansion = maximumExpansion
    self.maximumAttributes = maximumAttributes
  }

  /// How deep elements may nest; libxml2 sees to it but for elements out of entities.
  static let maximumDepth = 256
}
