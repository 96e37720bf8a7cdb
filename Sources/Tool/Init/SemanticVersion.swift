/// Versions as SwiftPM reads them (Semantic Versioning 2.0.0).
enum SemanticVersion {
  /// Whether a text is a version: three numbers, and what may follow them.
  static func isOne(_ text: String) -> Bool {
    let withoutBuild = text.split(separator: "+", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = withoutBuild[0].split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 3 && numbers.allSatisfy(isNumber)
      && (parts.dropFirst() + withoutBuild.dropFirst()).allSatisfy(isListOfIdentifiers)
  }

  /// Whether nothing is promised between minor versions (section 4).
  static func isUnstable(_ text: String) -> Bool { text.hasPrefix("0.") }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      && (text.utf8.count == 1 || !text.hasPrefix("0")) && Int(text) != nil
  }

  private static func isListOfIdentifiers(_ text: Substring) -> Bool {
    text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0.isASCIIAlphanumeric }
    }
  }
}

extension UInt8 {
  /// Whether it is a letter or a digit of ASCII.
  var isASCIIAlphanumeric: Bool {
    0x30...0x39 ~= self || isASCIILetter
  }

  /// Whether it is a letter of ASCII.
  var isASCIILetter: Bool { 0x41...0x5A ~= self || 0x61...0x7A ~= self }
}
