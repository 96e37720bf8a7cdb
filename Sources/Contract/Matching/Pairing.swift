/// The largest pairing of patterns with elements, by augmenting paths (Kuhn's method).
struct Pairing {
  /// For each pattern the elements that fit it.
  private let fitting: [[Int]]
  /// The pattern that each element is paired with.
  private(set) var patternOfElement: [Int?]

  init(fitting: [[Int]], elementCount: Int) {
    self.fitting = fitting
    patternOfElement = Array(repeating: nil, count: elementCount)
  }

  /// Pairs as many patterns as possible and returns those that stay without an element.
  mutating func pairAll() -> [Int] {
    fitting.indices.filter { !pair($0) }
  }

  /// Searches breadth-first for a chain of re-pairings that frees an element for the pattern.
  private mutating func pair(_ pattern: Int) -> Bool {
    var reachedFrom: [Int: Int] = [:]
    var queue = [pattern]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      next += 1
      for element in fitting[current] where reachedFrom[element] == nil {
        reachedFrom[element] = current
        guard let holder = patternOfElement[element] else {
          augment(from: element, reachedFrom, start: pattern)
          return true
        }
        queue.append(holder)
      }
    }
    return false
  }

  private mutating func augment(from free: Int, _ reachedFrom: [Int: Int], start: Int) {
    var element = free
    while let pattern = reachedFrom[element] {
      let previous = patternOfElement.firstIndex(of: pattern)
      patternOfElement[element] = pattern
      guard pattern != start, let previous else { return }
      element = previous
    }
  }
}
