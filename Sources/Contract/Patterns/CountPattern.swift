/// How many there must be: `.count(3)`, `.count(1...10)`, `.count(1...)`.
package struct CountPattern: Hashable, Sendable {
  package let minimum: Int
  /// The largest count allowed; `nil` where there is none.
  package let maximum: Int?

  package func matches(_ count: Int) -> Bool {
    count >= minimum && (maximum.map { count <= $0 } ?? true)
  }
}

extension CountPattern: CustomStringConvertible {
  package var description: String {
    guard let maximum else { return "\(minimum) or more" }
    return minimum == maximum ? "\(minimum)" : "\(minimum) to \(maximum)"
  }
}
