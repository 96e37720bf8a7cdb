/// A JSON value whose objects keep the order of their members.
package enum ModelJSON: Sendable {
  case null
  case bool(Bool)
  /// A number, as it was written.
  case number(String)
  case string(String)
  case array([ModelJSON])
  case object([Member])

  /// A member of an object.
  package struct Member: Sendable {
    package var name: String
    package var value: ModelJSON

    package init(_ name: String, _ value: ModelJSON) {
      self.name = name
      self.value = value
    }
  }

  /// The members of an object, in their order.
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }

  /// The elements of an array.
  package var elements: [ModelJSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The value of a number that is whole and fits.
  package var integer: Int? { if case .number(let digits) = self { Int(digits) } else { nil } }

  /// The member of a name of an object; setting `nil` removes it.
  package subscript(name: String) -> ModelJSON? {
    get { members?.last { $0.name == name }?.value }
    set {
      guard var members else { return }
      let place = members.firstIndex { $0.name == name }
      switch (place, newValue) {
      case (let place?, let value?): members[place].value = value
      case (let place?, nil): members.remove(at: place)
      case (nil, let value?): members.append(Member(name, value))
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// The JSON text, without blanks.
  package var source: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): Self.quoted(text)
    case .array(let elements): "[" + elements.map(\.source).joined(separator: ",") + "]"
    case .object(let members):
      "{"
        + members.map { "\(Self.quoted($0.name)):\($0.value.source)" }.joined(separator: ",")
        + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

extension ModelJSON: Equatable {
  /// Whether both mean the same: the order of members and the form of numbers do not matter.
  package static func == (left: ModelJSON, right: ModelJSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right || Double(left) == Double(right)
    case (.string(let left), .string(let right)):
      left.unicodeScalars.elementsEqual(right.unicodeScalars)
    case (.array(let left), .array(let right)): left == right
    case (.object(let one), .object(let other)):
      one.count == other.count && one.allSatisfy { right[$0.name] == $0.value }
    default: false
    }
  }
}

extension ModelJSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number("\(value)") }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: ModelJSON...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, ModelJSON)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
