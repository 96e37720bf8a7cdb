/// What a value looks like apart from its contents: types and members, but no texts or numbers.
///
/// Two runs are compared by the shapes of their bodies. The elements of an array are merged into
/// one shape, whatever their number and order; types that come together are listed together; a
/// member that some of the merged objects lack is optional.
///
/// An integer is a number written without fraction and exponent: a server that changes from `10`
/// to `10.0` changes its shape. Where both come together, that is `number`.
///
/// Equal shapes have equal ``text``, whose format ``write(to:)`` describes.
package struct JSONShape: Sendable, Hashable {
  /// The types of the value or of the merged values; empty only for what was cut off.
  package internal(set) var types: Types = []
  /// The merged elements of arrays; nil if there is no array or no array has elements.
  package var element: JSONShape? { elements.first }
  /// The members of objects, ordered by the code points of their names.
  package internal(set) var members: [Member] = []
  /// Whether something here was left out since the limits were reached.
  package internal(set) var isCut = false

  /// A list of at most one, since a structure cannot hold itself.
  var elements: [JSONShape] = []

  init() {}

  /// The types in words, such as `null or string`.
  package var summary: String {
    (types.names + (isCut ? ["more that was cut off"] : [])).joined(separator: " or ")
  }

  /// The types that a value has, or that several merged values have.
  package struct Types: OptionSet, Sendable, Hashable {
    /// One bit a type.
    package let rawValue: UInt8

    /// The types of these bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `null`.
    package static let null = Types(rawValue: 1)
    /// `true` or `false`.
    package static let boolean = Types(rawValue: 2)
    /// A number without fraction and exponent.
    package static let integer = Types(rawValue: 4)
    /// Any other number; together with integers, all of them.
    package static let number = Types(rawValue: 8)
    /// A string.
    package static let string = Types(rawValue: 16)
    /// An array.
    package static let array = Types(rawValue: 32)
    /// An object.
    package static let object = Types(rawValue: 64)

    /// Each type with its name, in the order in which shapes are written.
    static let named: [(Types, String)] = [
      (.null, "null"), (.boolean, "boolean"), (.integer, "integer"), (.number, "number"),
      (.string, "string"), (.array, "array"), (.object, "object"),
    ]

    /// The names of the types in their order, such as `["null", "string"]`.
    package var names: [String] { Self.named.filter { contains($0.0) }.map(\.1) }
  }

  /// A member that an object, or some of the merged objects, have.
  package struct Member: Sendable, Hashable {
    /// The member's name.
    package let name: String
    /// Whether some of the merged objects have no such member.
    package let isOptional: Bool
    /// The shape of the member's values.
    package let shape: JSONShape

    /// Whether both are the same; written out since names compare by code points.
    package static func == (left: Member, right: Member) -> Bool {
      left.name.hasSameCodePoints(as: right.name) && left.isOptional == right.isOptional
        && left.shape == right.shape
    }

    /// Hashes the name by its code points.
    package func hash(into hasher: inout Hasher) {
      name.utf8.forEach { hasher.combine($0) }
      hasher.combine(isOptional)
      hasher.combine(shape)
    }
  }

  /// Bounds of a shape.
  ///
  /// What goes beyond them is left out, and ``JSONShape/isCut`` says where.
  package struct Limits: Sendable, Hashable {
    /// How deep arrays and objects are looked into; at most 128, since shapes are walked
    /// recursively.
    package var maximumDepth: Int
    /// The number of different places that a shape may have.
    package var maximumPlaces: Int
    /// The number of values that are looked at.
    package var maximumValues: Int

    /// Bounds that the shapes of ordinary bodies keep.
    package init(
      maximumDepth: Int = 32, maximumPlaces: Int = 2000, maximumValues: Int = 200_000
    ) {
      self.maximumDepth = min(maximumDepth, 128)
      self.maximumPlaces = maximumPlaces
      self.maximumValues = maximumValues
    }
  }
}
