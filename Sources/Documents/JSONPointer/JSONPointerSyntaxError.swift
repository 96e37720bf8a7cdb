/// Why and where a text is not a JSON Pointer (RFC 6901 section 3).
package struct JSONPointerSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong.
  package enum Reason: Sendable, Hashable {
    /// A pointer that is not empty begins with `/`.
    case missingSlash
    /// `~` is followed by neither `0` nor `1`.
    case badEscape
    /// `%` is not followed by two hexadecimal digits, or what they encode is not UTF-8.
    case badPercentEncoding
  }

  /// What was to be parsed.
  package let text: String
  /// The number of bytes before the place.
  package let offset: Int
  /// What is wrong.
  package let reason: Reason

  /// One sentence that quotes the text.
  package var description: String {
    let explanation =
      switch reason {
      case .missingSlash: "a JSON Pointer is empty or begins with /"
      case .badEscape: "~ is followed by neither 0 nor 1"
      case .badPercentEncoding: "a percent-encoding is not two hexadecimal digits of UTF-8"
      }
    return "\(explanation), in \"\(text)\" after \(offset) bytes"
  }
}
