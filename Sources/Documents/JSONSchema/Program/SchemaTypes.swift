/// What `type` allows.
package struct SchemaTypes: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let null = SchemaTypes(rawValue: 1)
  package static let boolean = SchemaTypes(rawValue: 2)
  /// Any number.
  package static let number = SchemaTypes(rawValue: 4)
  package static let string = SchemaTypes(rawValue: 8)
  package static let array = SchemaTypes(rawValue: 16)
  package static let object = SchemaTypes(rawValue: 32)
  /// A whole number, however it is written: `1.0` is one.
  package static let integer = SchemaTypes(rawValue: 64)
  /// A number without a fraction or an exponent, which is what draft 4 calls an integer.
  package static let plainInteger = SchemaTypes(rawValue: 128)

  static let all: SchemaTypes = [.null, .boolean, .number, .string, .array, .object]

  /// The type of a name in a draft; nil for any other text.
  init?(name: String, draft: SchemaDraft) {
    switch name {
    case "null": self = .null
    case "boolean": self = .boolean
    case "number": self = .number
    case "string": self = .string
    case "array": self = .array
    case "object": self = .object
    case "integer": self = draft == .draft4 ? .plainInteger : .integer
    default: return nil
    }
  }

  /// The names as a schema writes them.
  package var names: [String] {
    let all: [(SchemaTypes, String)] = [
      (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.integer, "integer"),
      (.plainInteger, "integer"), (.string, "string"), (.array, "array"), (.object, "object"),
    ]
    return all.compactMap { contains($0) ? $1 : nil }
  }
}
