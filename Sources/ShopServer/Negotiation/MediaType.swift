/// A media type with its parameters (RFC 9110 section 8.3.1).
struct MediaType: Sendable {
  /// `type/subtype` in lower case.
  let essence: String
  /// By name in lower case.
  let parameters: [String: String]

  /// Reads a field's value; `nil` when it is not a media type.
  init?(_ text: some StringProtocol) {
    let parts = Self.split(text, at: ";")
    let essence = parts[0].lowercased()
    let halves = essence.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count == 2, halves.allSatisfy(Self.isToken) else { return nil }
    var parameters: [String: String] = [:]
    for part in parts.dropFirst() where !part.isEmpty {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let value = part[part.index(after: equals)...]
      parameters[part[..<equals].lowercased()] = Self.unquoted(value)
    }
    self.essence = essence
    self.parameters = parameters
  }

  private init(known essence: String) {
    self.essence = essence
    parameters = [:]
  }

  static let json = MediaType(known: "application/json")
  static let mergePatch = MediaType(known: "application/merge-patch+json")
  static let problem = MediaType(known: "application/problem+json")
  static let xml = MediaType(known: "application/xml")
  static let form = MediaType(known: "application/x-www-form-urlencoded")
  static let multipart = MediaType(known: "multipart/form-data")
  static let png = MediaType(known: "image/png")
  static let jpeg = MediaType(known: "image/jpeg")
}

extension MediaType {
  /// Splits at a separator that is not inside a quoted string, and trims each part.
  static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
    var parts = [""]
    var isQuoted = false
    var isEscaped = false
    for character in text {
      if character == separator, !isQuoted {
        parts.append("")
        continue
      }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      parts[parts.count - 1].append(character)
    }
    return parts.map { String($0.trimming(while: { $0 == " " || $0 == "\t" })) }
  }

  /// A quoted string without its quotes and escapes; anything else as it is.
  static func unquoted(_ text: some StringProtocol) -> String {
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
    var result = ""
    var isEscaped = false
    for character in text.dropFirst().dropLast() {
      if character == "\\", !isEscaped {
        isEscaped = true
      } else {
        result.append(character)
        isEscaped = false
      }
    }
    return result
  }

  private static func isToken(_ text: some StringProtocol) -> Bool {
    let others = "!#$%&'*+-.^_`|~"
    return !text.isEmpty
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || others.contains($0)) }
  }
}
