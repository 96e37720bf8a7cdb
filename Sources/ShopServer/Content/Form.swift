/// What a form sent.
struct Form: Encodable, Equatable {
  /// The values of each field, in the order they came.
  var fields: [String: [String]] = [:]
  var files: [File] = []

  struct File: Encodable, Equatable {
    /// The name of the form's field.
    let field: String
    /// The file's own name.
    let name: String
    let type: String
    /// In octets.
    let size: Int
  }
}

extension Form {
  /// Reads `application/x-www-form-urlencoded`.
  ///
  /// - Throws: A ``Problem`` with status 400 for a broken percent-encoding or text that is not UTF-8.
  init(urlEncoded content: [UInt8]) throws(Problem) {
    for pair in content.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decoded(halves[0])
      let value = halves.count == 2 ? try Self.decoded(halves[1]) : ""
      fields[name, default: []].append(value)
    }
  }

  private static func decoded(_ octets: ArraySlice<UInt8>) throws(Problem) -> String {
    var result: [UInt8] = []
    var rest = octets
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: "+"):
        result.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = rest.prefix(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count == 2 else { throw .malformed("A % is not followed by two digits.") }
        result.append(UInt8(digits[0] * 16 + digits[1]))
        rest = rest.dropFirst(2)
      default:
        result.append(octet)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw .malformed("The form is not UTF-8.")
    }
    return text
  }
}
