/// The name of an element or attribute.
package struct XMLName: Sendable, Hashable, CustomStringConvertible {
  /// The name without a prefix; the target of a processing instruction.
  package let local: String
  /// The namespace's name; nil if there is none.
  package let namespace: String?
  /// As the document writes it; nil if there is none.
  package let prefix: String?

  /// As the document writes it, as in `x:id`.
  package var description: String { prefix.map { "\($0):\(local)" } ?? local }

  /// With the namespace's name, as in `{urn:x}id`.
  package var expanded: String { namespace.map { "{\($0)}\(local)" } ?? local }
}
