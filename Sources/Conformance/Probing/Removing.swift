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
    var left = decideUndecided()
    for url in workshop.made.reversed() {
      // Where nothing may ever have been, there is nothing to be told of.
      if workshop.doubts(url), let seen = try? read(url), seen.status == 404 || seen.status == 410 {
        workshop.noteRemoval(of: url)
        continue
      }
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
    guard seen?.status == 200 else { return false }
    // Of a server that shows what never was, too, nobody knows.
    let absent = outcome(of: Absent.self, Subject(.collection, target.url))
    if case .success(let absent) = absent { return absent.first.status != 200 }
    return true
  }

  /// Finds out of what the list tells by now that it is new; what it does not tell is left.
  private func decideUndecided() -> [String] {
    var left: [String] = []
    for (url, words) in workshop.undecided where !workshop.knows(url) {
      if hasGrown(by: url) {
        workshop.note(url)
      } else if let words {
        left.append(words)
      }
    }
    return left
  }

  /// What is listed and was not before: a request that was refused may have made it all the same.
  private func unaskedItems() -> [String] {
    guard let beginnings = workshop.beginnings else { return [] }
    let words = workshop.makesUnasked
    guard beginnings.isComplete, let list = try? listing() else {
      return [words, workshop.failedPOST].compactMap { $0 }
    }
    // Those that are told of already.
    let undecided = workshop.undecided.filter { $0.words != nil }.map { key(of: $0.url) }
    let known = beginnings.keys.union(ownKeys).union(undecided)
    return list.keys.subtracting(known).sorted().map {
      "\($0) in \(target.url), if nobody else made it" + (words.map { ": " + $0 } ?? "")
    }
  }
}
