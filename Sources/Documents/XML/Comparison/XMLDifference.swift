/// A place where two documents do not mean the same.
package struct XMLDifference: Sendable, Hashable, CustomStringConvertible {
  /// What differs.
  package enum Kind: Sendable, Hashable {
    /// An element has another name or namespace.
    case name
    /// An attribute or a processing instruction has another value.
    case value
    /// Text is another.
    case text
    /// Something is not there.
    case missing
    /// Something is there that was not expected.
    case unexpected
  }

  /// What differs.
  package let kind: Kind
  /// The place in the document that was found, as in `/cart/item[2]/@quantity`; of something that
  /// is missing the place where it was expected, named as in the expected document.
  package let path: String
  /// What was expected: a value, a text, a name such as `{urn:x}item`, or an element's start such as
  /// `<item quantity="2">`; nil if nothing was.
  package let expected: String?
  /// What was found, in the same form; nil if nothing was.
  package let found: String?
  /// Where it begins in the document that was found, counted from 1; of something that is missing,
  /// where its parent begins; 0 if it is not known.
  package let line: Int

  /// As in `/cart/item[2]/@quantity: expected 3, found 2`.
  package var description: String {
    switch kind {
    case .missing: "\(path): expected \(expected ?? ""), found nothing"
    case .unexpected: "\(path): expected nothing, found \(found ?? "")"
    default: "\(path): expected \(expected ?? ""), found \(found ?? "")"
    }
  }
}
