internal import AccordHTTP

/// What a probe made: nothing else may it change, and all of it is removed at the end.
package struct Workshop: Sendable {
  /// What was in the collection before anything was made.
  struct Beginnings: Sendable {
    /// What told its items apart.
    let keys: Set<String>
    /// Whether it did so for each.
    let tellsApart: Bool
    /// Whether nothing says or lets suspect that there were more.
    let isWhole: Bool

    /// Whether all of them seem to be known; nothing is removed for that alone.
    var isComplete: Bool { tellsApart && isWhole }

    /// Whether something was there, in whichever case its name is written.
    func has(_ key: String) -> Bool {
      let key = key.lowercased()
      return keys.contains { $0.lowercased() == key }
    }
  }

  /// The URLs of what was made and not removed, in the order in which it was made.
  package private(set) var made: [String] = []
  /// What was made and removed.
  private var removed: Set<String> = []
  /// Where nothing was, so that a PUT there makes something.
  private var free: Set<String> = []
  /// Places that may be wrong, where another one is noted too.
  private var doubtful: Set<String> = []
  /// Why something that was made cannot be removed, since nobody knows where it is.
  package private(set) var lost: [String] = []
  /// What was there before, once it is known.
  var beginnings: Beginnings?
  /// Of what each thing was made, where a POST made it.
  private var contents: [String: ProbeContent] = [:]
  /// The members of content that makes something new each time; `nil` for content without members.
  private var newEachTime: [Set<String>?] = []
  /// What may have been there before, and what is told of it if that is not known at the end either.
  private(set) var undecided: [(url: String, words: String?)] = []
  /// Why nothing can be made, once that is known.
  var obstacle: Obstacle?
  /// Whether items are made by PUT, since POST makes none.
  var makesByPUT = false
  /// Whether what is made would stay, since nothing can be deleted.
  var leavesBehind = false
  /// Whether something that was made could be removed.
  var removes = false
  /// A member of which no two items may have the same text; `nil` for none that is known.
  var uniqueMember: String?
  /// The media types in which items can be patched, once they are known.
  var patchTypes: Set<String>?
  /// Where the last thing is that was made, if the collection told and not the answer.
  var found: String?
  /// Whether the server said that it wants If-Match with writes.
  var wantsPrecondition = false
  /// Whether what was removed has been seen to be gone; `nil` where nobody looked.
  var removalIsSeen: Bool?
  /// Which requests seem to make what they should not; `nil` for none.
  var makesUnasked: String?
  /// What a POST may have made that the server failed at; `nil` for nothing.
  var failedPOST: String?
  /// Whether it took the server time until what was written could be read.
  var isSlow = false
  /// Whether something was looked for once more after a longer while.
  var hasLookedLate = false
  /// For how long the server is still waited for.
  private var patience = Duration.seconds(2)

  /// Notes that something is there now that the probe made.
  ///
  /// - Parameter content: Of what, where a POST made it.
  mutating func note(_ url: String, of content: ProbeContent? = nil) {
    removed.remove(url)
    if let content {
      // What makes two things out of one content finds nothing by it.
      if made.contains(where: { $0 != url && contents[$0] == content }) { noteNew(content) }
      contents[url] = content
    }
    if !made.contains(url) { made.append(url) }
  }

  /// Notes that something is at a URL that may have been there before.
  mutating func noteUndecided(_ url: String, _ words: String?) {
    if !undecided.contains(where: { $0.url == url }) { undecided.append((url, words)) }
  }

  /// Notes that the same content makes something new each time.
  mutating func noteNew(_ content: ProbeContent) {
    if !isKnownToMakeNew(content) { newEachTime.append(Self.members(of: content)) }
  }

  /// Whether content makes something new each time, since content with all of its members does: by a
  /// member that was not tried the API may find what is there.
  func isKnownToMakeNew(_ content: ProbeContent) -> Bool {
    let members = Self.members(of: content)
    return newEachTime.contains { known in
      guard let known, let members else { return known == nil && members == nil }
      return members.isSubset(of: known)
    }
  }

  private static func members(of content: ProbeContent) -> Set<String>? {
    SentMembers(content).map { Set($0.names) }
  }

  /// Whether the same content has made something already.
  func wasMade(of content: ProbeContent) -> Bool { contents.values.contains(content) }

  /// Notes that it is gone.
  mutating func noteRemoval(of url: String) {
    made.removeAll { $0 == url }
    removed.insert(url)
  }

  /// Whether a PUT may make something at a URL, that would be the probe's: nothing is there, or nothing
  /// is any more.
  func mayMake(at url: String) -> Bool {
    !made.contains(url) && (removed.contains(url) || free.contains(url))
  }

  /// Notes that nothing is at a URL that nobody else uses.
  mutating func noteFree(_ url: String) { free.insert(url) }

  /// Notes that something was made, and that nothing tells where it is.
  mutating func noteLoss(_ words: String) {
    if !lost.contains(words) { lost.append(words) }
  }

  /// Takes time for one more wait, if there is enough left.
  mutating func spend(_ wait: Duration) -> Bool {
    guard wait <= patience else { return false }
    patience -= wait
    return true
  }

  /// Whether the probe made what is or was at a URL.
  func knows(_ url: String) -> Bool { made.contains(url) || removed.contains(url) }

  /// Where things are or were that the probe made.
  var allURLs: [String] { made + removed }

  /// Where things were that were removed.
  var removedURLs: [String] { removed.sorted() }

  /// Notes that what an answer said of a place may be wrong, and that the other place is known too.
  mutating func noteDoubt(of url: String) { doubtful.insert(url) }

  /// Whether it is known that something else may be meant than what an answer said.
  func doubts(_ url: String) -> Bool { doubtful.contains(url) }

  /// Whether a request changes only what the probe made, or makes something.
  func mayWrite(_ request: HTTPRequest, of target: ProbeTarget) -> Bool {
    knows(request.url) || request.method == "POST" && request.url == target.url
      || request.method == "PUT" && free.contains(request.url)
  }
}
