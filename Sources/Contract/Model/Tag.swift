/// A word by which steps are chosen: `--tag smoke`.
///
/// Names that several files use are declared once:
///
///     extension Tag { static let smoke: Tag = "smoke" }
public struct Tag: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The word.
  package let name: String

  /// A tag of any name.
  public init(_ name: String) { self.name = name }

  /// A tag written as a literal: `.tags("smoke")`.
  public init(stringLiteral name: String) { self.name = name }
}
