internal import AccordDocuments
internal import AccordEngine

/// The content of a message, as far as it is shown.
struct HTMLBody {
  /// The number of octets that there were.
  let size: Int
  /// The beginning as text; `nil` where it is no text or none was to be kept.
  let text: String?
  /// Whether the text ends before the content does.
  let isCut: Bool
  /// Why there is no text.
  let note: String?

  /// So much more is looked at than is shown, so that a secret at the end is not cut in two.
  private static let slack = 64 << 10

  /// - Parameters:
  ///   - extent: How many octets there were, where they were read from an archive.
  ///   - limit: How many octets the text may take in the report.
  init(_ octets: [UInt8], of extent: ArchivedExtent? = nil, limit: Int, redactor: Redactor) {
    size = extent?.size ?? octets.count
    guard limit > 0 else {
      (text, isCut, note) = (nil, true, nil)
      return
    }
    let end = limit + Self.slack
    // A body that was cut short on its way may end within a secret too.
    var shown = redactor.redactBeginning(
      octets.count > end ? Array(octets.prefix(end)) : octets)[...]
    let isLong = shown.count > limit
    if isLong { shown = shown.prefix(limit) }
    // No character is cut in two.
    let cut = isLong ? (0..<4).first { Self.text(shown.dropLast($0)) != nil } : 0
    guard let cut, let text = Self.text(shown.dropLast(cut)) else {
      (self.text, isCut, note) = (nil, false, "no text")
      return
    }
    let visible = Self.visible(text)
    let bounded = HTMLEncoding.prefix(of: visible, cost: limit)
    self.text = bounded
    isCut =
      isLong || bounded.utf8.count < visible.utf8.count || extent?.isCut == true
    note = nil
  }

  private static func text(_ octets: ArraySlice<UInt8>) -> String? {
    octets.contains(0) ? nil : String(validating: octets, as: UTF8.self)
  }

  /// The text with escapes for what is not seen; lines and tabs are kept.
  private static func visible(_ text: String) -> String {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { VisibleText.escape(String(Substring($0))) }.joined(separator: "\t")
    }.joined(separator: "\n")
  }
}
