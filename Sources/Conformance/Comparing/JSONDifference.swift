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

  /// The places where two values differ, the first of them in the order of the left one.
  ///
  /// Objects are compared member by member, arrays of the same length element by element; arrays of
  /// different lengths differ as a whole.
  ///
  /// - Parameter limit: How many are listed at most.
  static func list(_ left: JSONNode, _ right: JSONNode, limit: Int = 100) -> [JSONDifference] {
    var found: [JSONDifference] = []
    var place: [String] = []
    // A parsed document is at most 512 deep.
    func compare(_ left: JSONNode, _ right: JSONNode) {
      guard found.count < limit else { return }
      func differ(_ left: JSONNode?, _ right: JSONNode?) {
        if found.count < limit {
          found.append(JSONDifference(place: place, left: left, right: right))
        }
      }
      switch (left.kind, right.kind) {
      case (.object, .object):
        for member in left.members {
          place.append(member.name)
          if let other = right.member(member.name) {
            compare(member.value, other)
          } else {
            differ(member.value, nil)
          }
          place.removeLast()
        }
        for member in right.members where left.member(member.name) == nil {
          place.append(member.name)
          differ(nil, member.value)
          place.removeLast()
        }
      case (.array, .array) where left.count == right.count:
        for (position, pair) in zip(left.elements, right.elements).enumerated() {
          place.append("\(position)")
          compare(pair.0, pair.1)
          place.removeLast()
        }
      default:
        if !left.equals(right) { differ(left, right) }
      }
    }
    compare(left, right)
    return found
  }
}
