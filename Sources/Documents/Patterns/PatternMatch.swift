/// Where a pattern matched, and what its groups caught.
///
/// All ranges are offsets in UTF-8 bytes from the start of the text that was searched.
package struct PatternMatch: Sendable, Hashable {
  /// The whole match at index 0, then each group by its number, as in the array that ECMA-262's
  /// `exec` returns; nil for a group that took no part.
  package let captures: [Range<Int>?]
  /// The number of each named group.
  package let groupNumbers: [String: Int]
  /// The whole match.
  package let range: Range<Int>

  init(ranges: [Range<Int>?], names: [String: Int]) {
    captures = ranges
    groupNumbers = names
    range = (ranges.first ?? nil) ?? 0..<0
  }

  /// What the named group caught; nil if it took no part or there is no such group.
  package func range(named name: String) -> Range<Int>? {
    groupNumbers[name].flatMap { captures[$0] }
  }
}
