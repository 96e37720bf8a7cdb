/// Reads challenges strictly (RFC 9110 section 11.6.1): `#challenge`, of which several may share a line.
enum ChallengeList {
  /// What is wrong with a line; `nil` where nothing is.
  static func problem(of line: ArraySlice<UInt8>) -> String? {
    var reader = FieldReader(line)
    var count = 0
    while true {
      reader.skipToElement()
      if reader.isAtEnd { return count == 0 ? "has no challenge" : nil }
      guard let scheme = reader.token() else { return "has no scheme where one must be" }
      if reader.next == UInt8(ascii: "=") {
        return "has the parameter \(String(decoding: scheme, as: UTF8.self)) without a scheme"
      }
      count += 1
      if let problem = problem(ofRest: &reader) { return problem }
    }
  }

  /// Reads what follows a scheme, up to the next challenge.
  private static func problem(ofRest reader: inout FieldReader) -> String? {
    let hasBlank = reader.skipBlanks()
    if reader.isAtEnd || reader.next == UInt8(ascii: ",") { return nil }
    guard hasBlank else { return "has no blank behind a scheme" }
    if takesToken68(&reader) { return nil }
    var names: Set<String> = []
    while true {
      var ahead = reader
      ahead.skipToElement()
      if ahead.isAtEnd {
        reader = ahead
        return nil
      }
      guard let name = ahead.token() else { return "has no parameter where one must be" }
      ahead.skipBlanks()
      guard ahead.take("=") else {
        // The next challenge's scheme, which comes behind a comma.
        return names.isEmpty ? "has something behind a scheme that is no parameter" : nil
      }
      ahead.skipBlanks()
      let isQuoted = ahead.next == UInt8(ascii: "\"")
      guard isQuoted ? ahead.quotedString() != nil : ahead.token() != nil else {
        return "has a parameter without a value"
      }
      let text = name.loweredText
      guard names.insert(text).inserted else { return "has a parameter twice: \(text)" }
      if text == "realm", !isQuoted { return "has a realm that is not in double quotes" }
      ahead.skipBlanks()
      guard ahead.isAtEnd || ahead.next == UInt8(ascii: ",") else {
        return "has no comma between parameters"
      }
      reader = ahead
    }
  }

  /// Takes a `token68` (section 11.2) if that is what stands up to the next comma.
  private static func takesToken68(_ reader: inout FieldReader) -> Bool {
    let letters = reader.rest.prefix {
      $0.isTokenOctet || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "+")
    }
    let padding = reader.rest[letters.endIndex...].prefix { $0 == UInt8(ascii: "=") }
    let after = reader.rest[padding.endIndex...].drop(while: \.isBlank)
    guard !letters.isEmpty, after.isEmpty || after.first == UInt8(ascii: ",") else { return false }
    reader = FieldReader(after)
    return true
  }
}
