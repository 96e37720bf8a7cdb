/// A section of a standard.
package struct Citation: Sendable, Hashable, CustomStringConvertible {
  /// The document.
  package let standard: Standard
  /// The section's number, or its heading where the document has no numbers.
  package let section: String

  package init(_ standard: Standard, _ section: String) {
    self.standard = standard
    self.section = section
  }

  /// Where to read it.
  package var url: String { standard.url(of: section) }

  /// As in `RFC 9110 section 15.5.6`; a heading stands in quotation marks.
  package var description: String {
    guard standard.hasNumbers else { return "\(standard.name) \"\(section)\"" }
    let isAppendix = section.first?.isLetter == true
    return "\(standard.name) \(isAppendix ? "appendix" : "section") \(section)"
  }
}
