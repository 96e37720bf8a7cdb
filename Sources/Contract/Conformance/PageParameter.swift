/// The parameter of the query by which a collection is read page by page, where it links to none.
public struct PageParameter: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The number of the page.
    case number(first: Int)
    /// How many items stand before the page.
    case offset
  }

  package var name: String
  package var kind: Kind

  package init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }

  /// The number of the page: `/items?page=2`.
  ///
  /// - Parameter first: The number of the first page, which is read without the parameter.
  public static func number(_ name: String, first: Int = 1) -> PageParameter {
    PageParameter(name, .number(first: first))
  }

  /// How many items are skipped: `/items?offset=20`.
  public static func offset(_ name: String) -> PageParameter { PageParameter(name, .offset) }
}
