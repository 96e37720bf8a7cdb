internal import AccordEngine

/// What `--shard` asks for.
enum ShardChoice: Equatable {
  /// `2/4`.
  case given(Shard)
  /// `auto`, or `auto/4` where the environment tells the part and not how many there are.
  case automatic(total: Int?)

  /// Reads the option's value.
  init(_ text: String) throws(ShardProblem) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let last = parts.last.flatMap { Self.number($0) }
    switch (parts.count, parts.first) {
    case (1, "auto"): self = .automatic(total: nil)
    case (2, "auto"):
      guard let total = last, Shard(1, of: total) != nil else { throw .notAShard(text) }
      self = .automatic(total: total)
    case (2, let first?):
      guard let index = Self.number(first), let total = last, let shard = Shard(index, of: total)
      else { throw .notAShard(text) }
      self = .given(shard)
    default: throw .notAShard(text)
    }
  }

  /// A whole number as a CI system writes one: digits and nothing else.
  static func number(_ text: some StringProtocol) -> Int? {
    guard (1...9).contains(text.utf8.count),
      text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    else { return nil }
    return Int(text)
  }
}
