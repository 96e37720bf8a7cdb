/// Bounds that a text must keep to be parsed as JSON (RFC 8259 section 9 allows them).
///
/// Parsing, comparing, selecting, writing and freeing never recurse in this module, so that no
/// limit is needed to protect *them*. The depth limit protects who walks a document recursively:
/// a parsed document is never deeper than `maximumDepth`, and ``JSONDocument/depth`` tells how
/// deep it is. With the standard 512 levels, a frame of 1 KiB per level fits into half a mebibyte,
/// the smallest stack that a thread has on the supported systems.
package struct JSONLimits: Sendable, Hashable {
  /// The largest number of arrays and objects that may be open at once.
  ///
  /// A scalar has depth 0, `[]` has depth 1.
  package var maximumDepth: Int
  /// The largest length of a text in bytes, and never more than ``longestText``.
  ///
  /// A parsed document needs 16 bytes of memory for each value and each member's name, besides
  /// the text: at most 8 for each byte of text. More is reserved and never touched where strings
  /// are full of commas and brackets.
  package var maximumBytes: Int

  /// Nothing longer than 4 GiB - 2 bytes can be parsed: offsets are kept in 32 bits.
  package static let longestText = Int(UInt32.max) - 1

  /// 512 levels, and any length: what reads the text has bounded it already.
  package static let standard = JSONLimits(maximumDepth: 512)

  /// Any depth: for callers that never recurse over the document.
  package static let anyDepth = JSONLimits(maximumDepth: .max)

  /// What is not said is as in ``standard``.
  package init(maximumDepth: Int = 512, maximumBytes: Int = JSONLimits.longestText) {
    self.maximumDepth = maximumDepth
    self.maximumBytes = min(maximumBytes, JSONLimits.longestText)
  }
}
