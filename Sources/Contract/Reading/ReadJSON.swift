package import AccordDocuments

/// A JSON value as a `Check` reads it.
///
///     Check("the total is the sum") { response in
///       let prices = try response.json("$.items").elements.compactMap { $0["price"]?.double }
///       return try response.json("$.total").double == prices.reduce(0, +)
///     }
public struct ReadJSON: Sendable {
  package let node: JSONNode

  package init(node: JSONNode) { self.node = node }

  /// The string, where the value is one.
  public var string: String? { node.string }
  /// The whole number, where the value is one that an `Int` can hold.
  public var int: Int? { node.number?.intValue }
  /// The number nearest to the value, where it is a number.
  public var double: Double? { node.number?.doubleValue }
  /// The truth value, where the value is one.
  public var bool: Bool? { node.boolean }
  /// Whether the value is `null`.
  public var isNull: Bool { node.isNull }
  /// The elements, where the value is an array, and else none.
  public var elements: [ReadJSON] { node.elements.map(ReadJSON.init(node:)) }
  /// The members in their order, where the value is an object, and else none.
  public var members: [(name: String, value: ReadJSON)] {
    node.members.map { ($0.name, ReadJSON(node: $0.value)) }
  }
  /// The member of a name, where the value is an object that has one.
  public subscript(name: String) -> ReadJSON? { node.member(name).map(ReadJSON.init(node:)) }

  /// Whether the value is a number of this value.
  public static func == (value: ReadJSON, number: Int) -> Bool {
    value.node.number == JSONNumber(number)
  }
  /// Whether the value is this string, code point by code point.
  public static func == (value: ReadJSON, text: String) -> Bool { value.node.stringEquals(text) }
}
