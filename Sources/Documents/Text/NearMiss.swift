/// A name that is there, where one much like it is missing.
package enum NearMiss {
  /// The candidate that is at most one letter away, two for a name of five letters or more, small
  /// and capital letters being the same; `nil` where there is none or more than one.
  package static func nearest(to name: String, among candidates: [String]) -> String? {
    let allowed = name.unicodeScalars.count < 5 ? 1 : 2
    let wanted = Array(name.lowercased().unicodeScalars)
    guard wanted.count > 1, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    var isUnique = true
    for candidate in candidates.prefix(1_000) {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= allowed,
        // `line1` is no misspelt `line2`.
        letters.filter(isDigit) == wanted.filter(isDigit)
      else { continue }
      let distance = distance(wanted, letters)
      guard distance <= allowed else { continue }
      if let known = best, known.distance <= distance {
        if known.distance == distance { isUnique = false }
      } else {
        best = (candidate, distance)
        isUnique = true
      }
    }
    return isUnique ? best?.name : nil
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// How many letters must be added, left out, changed or swapped with their neighbour.
  private static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (row, letter) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in second.enumerated() {
        var cost = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == second[column - 1], first[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[second.count]
  }
}
