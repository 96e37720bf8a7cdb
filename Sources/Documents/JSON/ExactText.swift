/// Text that is told apart code point by code point, as a key.
///
/// Swift's own comparison goes by canonical equivalence: two texts that are not the same would be
/// equal, and finding out takes several times as long.
package struct ExactText: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (first: ExactText, second: ExactText) -> Bool {
    first.text.hasSameCodePoints(as: second.text)
  }

  package func hash(into hasher: inout Hasher) {
    text.withCodePoints { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
