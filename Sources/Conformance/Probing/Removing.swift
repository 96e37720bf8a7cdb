internal import AccordHTTP

/// Removing what the probe made.
extension Probe {
  /// Removes an item that the probe made.
  func remove(_ url: String, fields: [RequestField] = []) throws(Obstacle) -> ObservedExchange {
    let removed = try change("DELETE", url, fields: fields)
    if removed.isSuccess || removed.status == 404 || removed.status == 410 {
      workshop.noteRemoval(of: url)
    }
    return removed
  }

  /// Removes all that is left of what the probe made, the newest first.
  ///
  /// - Returns: What could not be removed: URLs, or what is known instead.
  package func cleanUp() -> [String] {
    var left: [String] = []
    for url in workshop.made.reversed() {
      let removal = try? remove(url)
      if workshop.made.contains(url) {
        let answer = removal.map {
          $0.response == nil ? "was not answered" : "answered \($0.status)"
        }
        left.append(url + (answer.map { " (DELETE \($0))" } ?? ""))
      } else if isStillThere(url) {
        left.append(url + " (DELETE answered \(removal?.status ?? 0), and it is still there)")
        workshop.note(url)
      }
    }
    return left + workshop.lost
  }

  /// Whether something is still there that a server says it removed: asked of the first, and of all
  /// where that was.
  private func isStillThere(_ url: String) -> Bool {
    if workshop.removalIsSeen == true { return false }
    guard
      let seen = try? settle(
        { () throws(Obstacle) in try read(url) }, until: { $0.status == 404 || $0.status == 410 })
    else { return false }
    workshop.removalIsSeen = seen.status != 200
    return seen.status == 200
  }
}
