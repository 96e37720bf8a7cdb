internal import AccordDocuments

/// What differs from run to run and is no change: fields and members that are named by who compares,
/// and fields that belong to the connection or the moment.
package struct VolatileNames: Sendable, Equatable {
  /// Names of members.
  private var names: Set<ExactText> = []
  /// The same in small letters: names of fields.
  private var fields: Set<String> = []
  /// Places in bodies, as ``ShapeComparison`` names them.
  private var places: [String] = []

  /// - Parameter texts: A name, `updatedAt` or `X-Request-Id`, for fields and for members anywhere; or
  ///   a place in a body that begins with `$`, `$.users[*].etag`, with all below it.
  package init(_ texts: [String] = []) {
    for text in texts {
      if text.hasPrefix("$") {
        places.append(Self.uniform(text))
      } else {
        names.insert(ExactText(text))
        fields.insert(text.lowercased())
      }
    }
  }

  /// Whether a text can name anything: it is not empty, and with `$` it begins a path (RFC 9535) of names
  /// and indices alone.
  package static func isUsable(_ text: String) -> Bool {
    guard text.hasPrefix("$") else { return text.contains { !$0.isWhitespace } }
    guard (try? JSONPath(text)) != nil else { return false }
    var plain = ""
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else {
        plain.append(character)
      }
    }
    return !plain.contains("..") && !plain.contains { "?,:(".contains($0) }
  }

  /// The fields that belong to a connection and not to the answer (RFC 9110 section 7.6.1), that say
  /// how its octets are framed (RFC 9112 section 6), how old it is, or which way it came.
  private static let fieldsOfTransfer: Set<String> = [
    "age", "alt-svc", "connection", "content-length", "date", "keep-alive", "proxy-connection",
    "te",
    "trailer", "transfer-encoding", "upgrade", "via",
  ]

  /// Whether a field, in small letters, says nothing of the server's promises.
  func containsField(_ name: String) -> Bool {
    Self.fieldsOfTransfer.contains(name) || fields.contains(name)
  }

  /// Whether a member of this name, or the place where it stands, is named.
  func contains(place: String, lastName: String?) -> Bool {
    if let lastName, names.contains(ExactText(lastName)) { return true }
    return places.contains { $0.hasSameCodePoints(as: place) }
  }

  /// A place with `['name']` as `.name` and every index as `[*]`, in the way ``ShapeComparison`` has it.
  private static func uniform(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "[" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      if let quote = rest.first, quote == "'" || quote == "\"" {
        rest = rest.dropFirst()
        var name = ""
        while let letter = rest.popFirst(), letter != quote {
          name.unicodeScalars.append(letter == "\\" ? rest.popFirst() ?? letter : letter)
        }
        result += ShapeComparison.segment(name)
      } else {
        result += "[*]"
      }
      rest = rest.drop { $0 != "]" }.dropFirst()
    }
    return result
  }
}
