import HTTPTypes

/// The conditions that a client puts on its request (RFC 9110 section 13).
///
/// They are looked at last, when the request would otherwise succeed (section 13.2.1). Nothing here
/// has a modification date, so the two conditions on dates are ignored, as they must be.
struct Preconditions {
  private enum Condition {
    case any
    case tags([EntityTag])

    /// Tags that break the grammar name nothing.
    init(_ field: String) {
      let elements = MediaType.split(field, at: ",")
      self = elements == ["*"] ? .any : .tags(elements.compactMap { EntityTag($0) })
    }
  }

  private let ifMatch: Condition?
  private let ifNoneMatch: Condition?

  init(_ fields: HTTPFields) {
    ifMatch = fields[.ifMatch].map(Condition.init)
    ifNoneMatch = fields[.ifNoneMatch].map(Condition.init)
  }

  /// Holds a write back unless the conditions hold.
  ///
  /// - Parameter current: The validator of the target's current representation; `nil` when it has
  ///   none. Asked for only when there is a condition.
  /// - Throws: A ``Problem`` with status 412.
  func check(_ current: () throws -> EntityTag?) throws {
    guard ifMatch != nil || ifNoneMatch != nil else { return }
    let tag = try current()
    try requireMatch(tag)
    if hasAlready(tag) { throw Problem.preconditionFailed(.ifNoneMatch) }
  }

  /// - Throws: A ``Problem`` with status 412 when `If-Match` is there and names another state.
  func requireMatch(_ current: EntityTag?) throws {
    let holds =
      switch ifMatch {
      case nil: true
      case .any?: current != nil
      case .tags(let tags)?: tags.contains { tag in current.map(tag.matchesStrongly) ?? false }
      }
    if !holds { throw Problem.preconditionFailed(.ifMatch) }
  }

  /// Whether `If-None-Match` is there and names the current state: for a read, that is a 304.
  func hasAlready(_ current: EntityTag?) -> Bool {
    guard let current else { return false }
    return switch ifNoneMatch {
    case nil: false
    case .any?: true
    case .tags(let tags)?: tags.contains { $0.matchesWeakly(current) }
    }
  }
}
