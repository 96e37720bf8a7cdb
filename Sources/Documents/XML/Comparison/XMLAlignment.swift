/// Finds out which parts of two lists belong together, so that one part that is missing is told as
/// that, and not as a difference of all that follow.
enum XMLAlignment {
  struct Key {
    /// The expanded name; empty for text.
    let name: String
    /// A hash of the whole meaning.
    let hash: Int
  }

  /// Two parts that are to be compared, or one that has no other.
  struct Pair {
    let left: Int?
    let right: Int?
  }

  /// How many pairs are looked at before positions alone decide.
  private static let maximumProduct = 1_000_000

  static func align(_ left: [Key], _ right: [Key]) -> [Pair] {
    var start = 0
    while start < left.count, start < right.count, left[start].hash == right[start].hash {
      start += 1
    }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1].hash == right[rightEnd - 1].hash {
      leftEnd -= 1
      rightEnd -= 1
    }
    // Equal ones are compared as well: a hash is no proof.
    var pairs = (0..<start).map { Pair(left: $0, right: $0) }
    var leftNext = start
    var rightNext = start
    let anchors = commonSubsequence(left, start..<leftEnd, right, start..<rightEnd) {
      $0.hash == $1.hash
    }
    for anchor in anchors + [(leftEnd, rightEnd)] {
      pairs += alignByName(left, leftNext..<anchor.0, right, rightNext..<anchor.1)
      if anchor.0 < leftEnd { pairs.append(Pair(left: anchor.0, right: anchor.1)) }
      leftNext = anchor.0 + 1
      rightNext = anchor.1 + 1
    }
    return pairs + (0..<left.count - leftEnd).map { Pair(left: leftEnd + $0, right: rightEnd + $0) }
  }

  /// Pairs what differs: by names, and where there is as much on both sides, by positions.
  private static func alignByName(
    _ left: [Key], _ leftRange: Range<Int>, _ right: [Key], _ rightRange: Range<Int>
  ) -> [Pair] {
    if leftRange.count == rightRange.count {
      return zip(leftRange, rightRange).map { Pair(left: $0, right: $1) }
    }
    var pairs: [Pair] = []
    var leftNext = leftRange.lowerBound
    var rightNext = rightRange.lowerBound
    let common = commonSubsequence(left, leftRange, right, rightRange) {
      $0.name.hasSameCodePoints(as: $1.name)
    }
    for anchor in common + [(leftRange.upperBound, rightRange.upperBound)] {
      pairs += (leftNext..<anchor.0).map { Pair(left: $0, right: nil) }
      pairs += (rightNext..<anchor.1).map { Pair(left: nil, right: $0) }
      if anchor.0 < leftRange.upperBound { pairs.append(Pair(left: anchor.0, right: anchor.1)) }
      leftNext = anchor.0 + 1
      rightNext = anchor.1 + 1
    }
    return pairs
  }

  /// The longest sequence of positions whose parts are the same on both sides; of lists that are too
  /// long to find it, those at the same places.
  private static func commonSubsequence(
    _ left: [Key], _ leftRange: Range<Int>, _ right: [Key], _ rightRange: Range<Int>,
    isSame: (Key, Key) -> Bool
  ) -> [(Int, Int)] {
    let (rows, columns) = (leftRange.count, rightRange.count)
    guard rows > 0, columns > 0 else { return [] }
    guard rows <= maximumProduct / columns else {
      return zip(leftRange, rightRange).filter { isSame(left[$0], right[$1]) }
    }
    // lengths[r][c]: of the longest one behind row r and column c.
    var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let same = isSame(left[leftRange.lowerBound + row], right[rightRange.lowerBound + column])
        lengths[row * (columns + 1) + column] =
          same
          ? lengths[(row + 1) * (columns + 1) + column + 1] + 1
          : max(
            lengths[(row + 1) * (columns + 1) + column],
            lengths[row * (columns + 1) + column + 1])
      }
    }
    var result: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let (leftOne, rightOne) = (leftRange.lowerBound + row, rightRange.lowerBound + column)
      if isSame(left[leftOne], right[rightOne]) {
        result.append((leftOne, rightOne))
        row += 1
        column += 1
      } else if lengths[(row + 1) * (columns + 1) + column]
        >= lengths[row * (columns + 1) + column + 1]
      {
        row += 1
      } else {
        column += 1
      }
    }
    return result
  }
}
