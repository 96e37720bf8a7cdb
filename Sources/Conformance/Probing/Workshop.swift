internal import AccordHTTP

/// What a probe made: nothing else may it change, and all of it is removed at the end.
package struct Workshop: Sendable {
  /// The URLs of what was made and not removed, in the order in which it was made.
  package private(set) var made: [String] = []
  /// What was made and removed.
  private var removed: Set<String> = []
  /// Why something that was made cannot be removed, since nobody knows where it is.
  package private(set) var lost: [String] = []

  /// Notes that something is there now that the probe made.
  mutating func note(_ url: String) {
    removed.remove(url)
    if !made.contains(url) { made.append(url) }
  }

  /// Notes that it is gone.
  mutating func noteRemoval(of url: String) {
    made.removeAll { $0 == url }
    removed.insert(url)
  }

  /// Notes that something was made, and that nothing tells where it is.
  mutating func noteLoss(_ words: String) { lost.append(words) }

  /// Whether the probe made what is or was at a URL.
  func knows(_ url: String) -> Bool { made.contains(url) || removed.contains(url) }

  /// Whether a request changes only what the probe made, or makes something.
  func mayWrite(_ request: HTTPRequest, of target: ProbeTarget) -> Bool {
    knows(request.url) || request.method == "POST" && request.url == target.url
  }
}
