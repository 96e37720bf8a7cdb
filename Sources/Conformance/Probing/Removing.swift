internal import AccordHTTP

/// Removing what the probe made.
extension Probe {
  /// Removes an item that the probe made.
  func remove(_ url: String, fields: [RequestField] = []) throws(Obstacle) -> ObservedExchange {
    let removed = try change("DELETE", url, fields: fields)
    if removed.isSuccess {
      workshop.noteRemoval(of: url)
    } else if removed.status == 404 || removed.status == 410 {
      // Where nothing ever was, something else was made.
      if workshop.made.contains(url), !workshop.doubts(url) {
        workshop.noteLoss("what was made and is not at \(url), where it should be")
      }
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
      } else if workshop.removalIsSeen == nil {
        workshop.removalIsSeen = !isStillThere(url)
      }
    }
    if workshop.removalIsSeen == false {
      // DELETE does not do what it says: each of them is asked for.
      for url in workshop.removedURLs where (try? read(url))?.status == 200 {
        left.append(url + " (DELETE answers as if it were gone, and it is still there)")
      }
    }
    return left + workshop.lost + unaskedItems()
  }

  /// Whether something is still there that the server says it removed.
  private func isStillThere(_ url: String) -> Bool {
    let seen = try? settle(
      { () throws(Obstacle) in try read(url) }, until: { $0.status == 404 || $0.status == 410 })
    return seen?.status == 200
  }

  /// What is listed and was not before, where requests seem to have made what they should not.
  private func unaskedItems() -> [String] {
    guard let words = workshop.makesUnasked else { return [] }
    guard let beginnings = workshop.beginnings, beginnings.isComplete, let list = try? listing()
    else { return [words] }
    let known = beginnings.keys.union(workshop.allURLs.map { key(of: $0) })
    return list.keys.subtracting(known).sorted().map {
      "\($0) in \(target.url), if nobody else made it: \(words)"
    }
  }
}
