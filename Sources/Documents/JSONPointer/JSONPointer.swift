/// A JSON Pointer (RFC 6901): a string that names one value of a document.
///
/// ```swift
/// let pointer = try JSONPointer("/users/0/name")
/// pointer.evaluate(in: document.root)?.string
/// ```
package struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  /// The reference tokens, unescaped; none for the whole document.
  package let tokens: [String]

  /// Takes names and positions as they are, without escapes.
  package init(tokens: [String]) { self.tokens = tokens }

  /// Parses a pointer's string representation (section 3).
  ///
  /// - Throws: The place where it is not one.
  package init(_ text: String) throws(JSONPointerSyntaxError) {
    guard !text.isEmpty else {
      tokens = []
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else {
      throw JSONPointerSyntaxError(text: text, offset: 0, reason: .missingSlash)
    }
    var tokens: [String] = []
    var token: [UInt8] = []
    var isEscape = false
    for (offset, byte) in text.utf8.enumerated().dropFirst() {
      if isEscape {
        switch byte {
        case UInt8(ascii: "0"): token.append(UInt8(ascii: "~"))
        case UInt8(ascii: "1"): token.append(UInt8(ascii: "/"))
        default: throw JSONPointerSyntaxError(text: text, offset: offset - 1, reason: .badEscape)
        }
        isEscape = false
      } else if byte == UInt8(ascii: "~") {
        isEscape = true
      } else if byte == UInt8(ascii: "/") {
        tokens.append(String(decoding: token, as: UTF8.self))
        token = []
      } else {
        token.append(byte)
      }
    }
    guard !isEscape else {
      throw JSONPointerSyntaxError(text: text, offset: text.utf8.count - 1, reason: .badEscape)
    }
    self.tokens = tokens + [String(decoding: token, as: UTF8.self)]
  }

  /// The pointer's string representation (section 3): `~` as `~0`, `/` as `~1`.
  package var description: String {
    tokens.reduce(into: "") { text, token in
      text += "/"
      for scalar in token.unicodeScalars {
        switch scalar {
        case "~": text += "~0"
        case "/": text += "~1"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// The pointer to a member, or to the element at a position, of what this one points to.
  package func appending(_ token: String) -> JSONPointer { JSONPointer(tokens: tokens + [token]) }

  /// The pointer to an element of what this one points to.
  package func appending(_ index: Int) -> JSONPointer { appending(String(index)) }

  /// The value that the pointer names (section 4); nil if there is none.
  ///
  /// A position has no sign and no leading zeros; `-`, the element after the last, never names a
  /// value. Of members of the same name the last counts.
  package func evaluate(in root: JSONNode) -> JSONNode? {
    var node = root
    for token in tokens {
      let next =
        switch node.kind {
        case .object: node.member(token)
        case .array: Self.position(token).flatMap { node.element($0) }
        case .null, .boolean, .number, .string: nil as JSONNode?
        }
      guard let next else { return nil }
      node = next
    }
    return node
  }

  private static func position(_ token: String) -> Int? {
    guard token.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    guard token.utf8.first != UInt8(ascii: "0") || token.utf8.count == 1 else { return nil }
    return Int(token)
  }

  /// Whether both have the same tokens; written out since those compare by code points.
  package static func == (left: JSONPointer, right: JSONPointer) -> Bool {
    left.tokens.count == right.tokens.count
      && zip(left.tokens, right.tokens).allSatisfy { $0.hasSameCodePoints(as: $1) }
  }

  /// Hashes the tokens by their code points.
  package func hash(into hasher: inout Hasher) {
    for token in tokens {
      token.utf8.forEach { hasher.combine($0) }
      hasher.combine(UInt8(ascii: "/"))
    }
  }
}
