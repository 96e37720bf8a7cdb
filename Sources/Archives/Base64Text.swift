#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Base64 (RFC 4648 section 4) as archives have it: some programs break its lines.
enum Base64Text {
  /// What the text stands for; nil where it is no base64.
  static func decode(_ text: String) -> [UInt8]? {
    let letters = text.utf8.filter { $0 > 0x20 }
    return Data(base64Encoded: Data(letters)).map(Array.init)
  }
}
