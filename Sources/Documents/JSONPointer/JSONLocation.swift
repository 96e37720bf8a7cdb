/// The way from a document's root to one of its values.
///
/// ```swift
/// JSONLocation().appending(name: "users").appending(index: 0).description  // $.users[0]
/// ```
package struct JSONLocation: Sendable, Hashable, CustomStringConvertible {
  /// What leads to the value, from the outside in; empty for the root.
  package private(set) var steps: [Step]

  /// One level down.
  package enum Step: Sendable, Hashable {
    /// To the member of an object.
    case name(String)
    /// To the element of an array, counted from 0.
    case index(Int)

    /// Whether both are the same; written out since names compare by code points.
    package static func == (left: Step, right: Step) -> Bool {
      switch (left, right) {
      case (.name(let a), .name(let b)): a.hasSameCodePoints(as: b)
      case (.index(let a), .index(let b)): a == b
      case (.name, .index), (.index, .name): false
      }
    }

    /// Hashes a name by its code points.
    package func hash(into hasher: inout Hasher) {
      switch self {
      case .name(let name): name.utf8.forEach { hasher.combine($0) }
      case .index(let index): hasher.combine(index)
      }
    }
  }

  /// The root, or what these steps lead to.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// The place of a member of the object at this place.
  package func appending(name: String) -> JSONLocation { JSONLocation(steps + [.name(name)]) }

  /// The place of an element of the array at this place.
  package func appending(index: Int) -> JSONLocation { JSONLocation(steps + [.index(index)]) }

  /// Goes one level down.
  package mutating func append(_ step: Step) { steps.append(step) }

  /// Goes one level up; nothing happens at the root.
  package mutating func removeLast() { _ = steps.popLast() }

  /// A JSONPath for people: `$.users[0]['first name']`.
  package var description: String {
    steps.reduce(into: "$") { path, step in
      switch step {
      case .name(let name):
        path +=
          JSONNormalizedPath.isShorthand(name)
          ? ".\(name)" : JSONNormalizedPath.segment(name: name)
      case .index(let index):
        path += "[\(index)]"
      }
    }
  }

  /// The normalized path of RFC 9535 section 2.7: `$['users'][0]['first name']`.
  package var normalizedPath: String {
    steps.reduce(into: "$") { path, step in
      switch step {
      case .name(let name): path += JSONNormalizedPath.segment(name: name)
      case .index(let index): path += "[\(index)]"
      }
    }
  }

  /// The place as a JSON Pointer: `/users/0/first name`.
  package var pointer: JSONPointer {
    JSONPointer(
      tokens: steps.map { step in
        switch step {
        case .name(let name): name
        case .index(let index): String(index)
        }
      })
  }
}

/// How names are written in the normalized paths of RFC 9535 section 2.7.
enum JSONNormalizedPath {
  /// A name in brackets and single quotes.
  static func segment(name: String) -> String {
    var result = "['"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\u{8}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{C}": result += "\\f"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}":
        result += (scalar.value < 0x10 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "']"
  }

  /// Whether a name can stand after a dot; names that are not ASCII can, but are left in quotes.
  static func isShorthand(_ name: String) -> Bool {
    guard let first = name.utf8.first, isLetter(first) else { return false }
    return name.utf8.allSatisfy { isLetter($0) || 0x30...0x39 ~= $0 }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte || 0x41...0x5A ~= byte || byte == UInt8(ascii: "_")
  }
}
