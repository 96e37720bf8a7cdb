extension RuleSection {
  /// RFC 9110 section 12.5.1: Accept.
  static let accept = RuleSection(
    .rfc9110, "12.5.1",
    [
      Rule(
        "http.accept.honoured", .convention, .negotiation,
        "Content is of a type that the request's Accept allows; else the answer is 406.",
        remedy: "Answer 406 where nothing that Accept names can be had.",
        also: [Citation(.owaspREST, "Send safe response content types")],
        dependsOn: ["http.content-type.syntax"]
      ) { exchange in
        guard exchange.isStatus(200...203), exchange.method != "HEAD",
          exchange.contentCount ?? 0 > 0, let accept = exchange.requestField("accept"),
          let type = exchange.mediaType
        else { return .notApplicable }
        guard let ranges = MediaRange.list(accept) else {
          return .inconclusive("the request's Accept is no list of media ranges")
        }
        if ranges.contains(where: { $0.takes(type) }) { return .conforms }
        // A type that is built on another, application/hal+json on JSON, may well be meant by it.
        if ranges.contains(where: { $0.resembles(type) }) {
          return .inconclusive("the type is built on one that was asked for")
        }
        return .violation(
          .field("Content-Type"), "is none that Accept allows", quote: exchange.quote(.contentType))
      }
    ])
}

/// A media range of Accept.
struct MediaRange {
  let type: String
  let subtype: String
  let isRefused: Bool

  /// The ranges of a field; `nil` where it is no list of them.
  static func list(_ text: String) -> [MediaRange]? {
    var ranges: [MediaRange] = []
    var reader = FieldReader(Array(text.utf8)[...])
    while true {
      reader.skipToElement()
      if reader.isAtEnd { return ranges.isEmpty ? nil : ranges }
      guard let type = reader.token(), reader.take("/"), let subtype = reader.token() else {
        return nil
      }
      var isRefused = false
      while true {
        reader.skipBlanks()
        guard reader.take(";") else { break }
        reader.skipBlanks()
        guard let name = reader.token(), reader.take("="),
          let value = reader.next == UInt8(ascii: "\"") ? reader.quotedString() : reader.token()
        else { return nil }
        if name.isWord("q") {
          isRefused = value.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
        }
      }
      guard reader.isAtEnd || reader.next == UInt8(ascii: ",") else { return nil }
      ranges.append(
        MediaRange(
          type: type.loweredText, subtype: subtype.loweredText, isRefused: isRefused))
    }
  }

  /// Whether it allows a type; parameters are let be.
  func takes(_ type: MediaType) -> Bool {
    guard !isRefused else { return false }
    if self.type == "*" { return true }
    let parts = type.essence.split(separator: "/")
    return parts[0] == self.type && (subtype == "*" || parts[1] == subtype)
  }

  /// Whether a type is built on the one that it allows, or the other way round.
  func resembles(_ type: MediaType) -> Bool {
    guard !isRefused, let own = type.essence.split(separator: "/").last else { return false }
    let base = own.split(separator: "+").last ?? own
    let wanted = subtype.split(separator: "+").last ?? subtype[...]
    return base == wanted
  }
}
