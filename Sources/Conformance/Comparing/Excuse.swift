internal import AccordDocuments

/// Why two answers may differ without anything being wrong.
struct Excuse {
  /// What an answer may repeat of the request that asked for it: services that show a request, links of a
  /// resource to itself.
  var echoes: [String] = []
  /// Whether members may differ that count how often something was read, or say when: a server may keep
  /// a log of reads (RFC 9110 section 9.2.1).
  var allowsReadCounters = false

  /// Nothing but what is the same is the same.
  static let none = Excuse()

  /// Answers may repeat these, in any case.
  static func echo(_ words: String...) -> Excuse { Excuse(echoes: words.map { $0.lowercased() }) }

  /// Whether a difference is one of those; what may repeat the request is the right side.
  func covers(_ difference: JSONDifference) -> Bool {
    if allowsReadCounters, difference.place.last.map(Self.countsReads) == true { return true }
    if echoes.isEmpty { return false }
    let texts = difference.place + [difference.right?.sourceText].compactMap(\.self)
    return texts.contains { text in
      // A solidus may be escaped in JSON.
      let text = text.lowercased().filter { $0 != "\\" }
      return echoes.contains { text.contains($0) }
    }
  }

  /// Whether content repeats the request.
  func covers(_ content: [UInt8]?) -> Bool {
    guard !echoes.isEmpty, let content else { return false }
    let text = String(decoding: content, as: UTF8.self).lowercased()
    return echoes.contains { text.contains($0) }
  }

  /// Whether a member of a name tells of reads: `views`, `hitCount`, `last_accessed_at`.
  static func countsReads(_ name: String) -> Bool {
    name.words.contains { word in
      if wordsOfReads.contains(word) { return true }
      // `hitcount`, `lastseen`.
      for (prefix, suffix) in [("", "counter"), ("", "count"), ("last", ""), ("page", "")]
      where word.hasPrefix(prefix) && word.hasSuffix(suffix) {
        if wordsOfReads.contains(String(word.dropFirst(prefix.count).dropLast(suffix.count))) {
          return true
        }
      }
      return false
    }
  }

  private static let wordsOfReads: Set = [
    "view", "views", "viewed", "viewer", "viewers", "hit", "hits", "visit", "visits", "visited",
    "visitor", "visitors", "access", "accesses", "accessed", "seen", "download", "downloads",
    "downloaded", "impression", "impressions", "read", "reads", "unread", "click", "clicks",
    "clicked",
  ]
}
