internal import AccordDocuments

/// A place where two JSON values differ.
struct JSONDifference {
  /// The names and positions that lead to it.
  var place: [String]
  /// What stands there in the one, and in the other; `nil` where nothing does.
  var left: JSONNode?
  var right: JSONNode?

  /// The place as a pointer (RFC 6901).
  var pointer: String { JSONPointer(tokens: place).description }

  /// Goes through the places where two values differ, in the order of the left one.
  ///
  /// Objects are compared member by member, arrays of the same length element by element; arrays of
  /// different lengths differ as a whole.
  ///
  /// - Parameters:
  ///   - limit: How many values are looked at, at most.
  ///   - visit: Takes in a difference, and says whether to go on.
  /// - Returns: Whether all was looked at.
  @discardableResult
  static func each(
    _ left: JSONNode, _ right: JSONNode, limit: Int = 1_000_000,
    _ visit: (JSONDifference) -> Bool
  ) -> Bool {
    var rest = limit
    var goesOn = true
    var place: [String] = []
    func differ(_ left: JSONNode?, _ right: JSONNode?) {
      goesOn = visit(JSONDifference(place: place, left: left, right: right))
    }
    // A parsed document is at most 512 deep.
    func compare(_ left: JSONNode, _ right: JSONNode) {
      rest -= 1
      if rest < 0 { goesOn = false }
      guard goesOn else { return }
      switch (left.kind, right.kind) {
      case (.object, .object):
        for pair in left.paired(with: right) where goesOn {
          place.append((pair.left ?? pair.right)?.name ?? "")
          if let left = pair.left?.value, let right = pair.right?.value {
            compare(left, right)
          } else {
            differ(pair.left?.value, pair.right?.value)
          }
          place.removeLast()
        }
      case (.array, .array) where left.count == right.count:
        for (position, pair) in zip(left.elements, right.elements).enumerated() where goesOn {
          place.append("\(position)")
          compare(pair.0, pair.1)
          place.removeLast()
        }
      default:
        if !left.equals(right) { differ(left, right) }
      }
    }
    compare(left, right)
    return goesOn
  }
}
