/// A link of the Link field (RFC 8288 section 3).
struct LinkValue {
  /// What stands between the angle brackets.
  let target: ArraySlice<UInt8>
  /// The parameters, names in small letters, in their order.
  let parameters: [(name: String, value: ArraySlice<UInt8>?)]

  /// Why a line is no list of links.
  struct SyntaxProblem: Error {
    let words: String
  }

  /// The links of a line.
  static func list(_ line: ArraySlice<UInt8>) throws(SyntaxProblem) -> [LinkValue] {
    var links: [LinkValue] = []
    var reader = FieldReader(line)
    while true {
      reader.skipToElement()
      if reader.isAtEnd { return links }
      guard reader.take("<") else {
        throw SyntaxProblem(words: "has a link that does not begin with <")
      }
      guard let target = reader.text(before: ">") else {
        throw SyntaxProblem(words: "has a link without >")
      }
      links.append(LinkValue(target: target, parameters: try parameters(&reader)))
    }
  }

  private static func parameters(
    _ reader: inout FieldReader
  ) throws(SyntaxProblem) -> [(name: String, value: ArraySlice<UInt8>?)] {
    var parameters: [(name: String, value: ArraySlice<UInt8>?)] = []
    while true {
      reader.skipBlanks()
      if reader.isAtEnd || reader.next == UInt8(ascii: ",") { return parameters }
      guard reader.take(";") else {
        throw SyntaxProblem(words: "has something behind a link that is no parameter")
      }
      reader.skipBlanks()
      if reader.isAtEnd || reader.next == UInt8(ascii: ",") || reader.next == UInt8(ascii: ";") {
        continue
      }
      guard let name = reader.token() else {
        throw SyntaxProblem(words: "has a parameter without a name")
      }
      reader.skipBlanks()
      var value: ArraySlice<UInt8>?
      if reader.take("=") {
        reader.skipBlanks()
        value = reader.next == UInt8(ascii: "\"") ? reader.quotedString() : reader.token()
        guard value != nil else {
          throw SyntaxProblem(
            words: "has a \(name.loweredText) that is neither a token nor in double quotes")
        }
      }
      parameters.append((name.loweredText, value))
    }
  }
}
