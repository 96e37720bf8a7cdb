#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Base64 (RFC 4648 section 4).
package enum Base64 {
  /// The octets in base64, padded.
  package static func encode(_ octets: [UInt8]) -> String { Data(octets).base64EncodedString() }

  /// The octets that a text in base64 stands for; `nil` for what is none.
  static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map { Array($0) } }
}
