/// The word that someone may have meant.
enum NearMiss {
  /// The closest of the candidates, when no more than a third of it would have to be typed anew.
  static func of(_ word: String, among candidates: [String]) -> String? {
    let ranked = candidates.map { (distance: distance(word, $0), candidate: $0) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
    return best.distance * 3 <= best.candidate.count ? best.candidate : nil
  }

  /// How many characters to insert, delete or replace (Levenshtein).
  private static func distance(_ first: String, _ second: String) -> Int {
    let columns = Array(second)
    var previous = Array(0...columns.count)
    for (row, character) in first.enumerated() {
      var current = [row + 1]
      for (column, other) in columns.enumerated() {
        let replaced = previous[column] + (character == other ? 0 : 1)
        current.append(min(replaced, previous[column + 1] + 1, current[column] + 1))
      }
      previous = current
    }
    return previous[columns.count]
  }
}
