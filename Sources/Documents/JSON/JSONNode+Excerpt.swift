extension JSONNode {
  /// The value in at most so many characters, for a message.
  ///
  /// A longer one is cut in the middle, and its length is told:
  /// `[{"id":1,"name":"A … ":"Zoe"}] (48,213 characters)`. Characters are Unicode scalars, which
  /// bounds the bytes too; the mark and the length come on top of `limit`.
  package func excerpt(limit: Int) -> String {
    Self.excerpt(of: compactText, limit: limit)
  }

  /// As ``excerpt(limit:)``, for any text.
  package static func excerpt(of text: String, limit: Int) -> String {
    let limit = max(limit, 2)
    guard text.utf8.count > limit else { return text }
    let scalars = text.unicodeScalars
    let count = scalars.count
    guard count > limit else { return text }
    let tail = limit / 3
    let head = String(scalars.prefix(limit - tail))
    return "\(head) … \(String(scalars.suffix(tail))) (\(grouped(count)) characters)"
  }

  private static func grouped(_ count: Int) -> String {
    var text = ""
    for (position, digit) in String(count).reversed().enumerated() {
      if position > 0, position % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
