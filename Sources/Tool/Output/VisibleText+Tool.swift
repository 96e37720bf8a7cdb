internal import AccordDocuments

extension VisibleText {
  /// Text of a document as a result: as it is, but for characters that a terminal would obey.
  ///
  /// Line breaks and tabs are kept.
  static func result(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || isShown(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += escape(of: scalar)
      }
    }
    return shown
  }
}
