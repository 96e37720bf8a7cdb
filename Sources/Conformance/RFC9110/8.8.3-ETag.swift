extension RuleSection {
  /// RFC 9110 section 8.8.3: how an entity tag is written.
  static let etag = RuleSection(
    .rfc9110, "8.8.3",
    [
      Rule(
        "http.etag.syntax", .must, .conditional,
        "ETag is text in double quotes, behind `W/` if it is weak.",
        remedy: "Put the tag in double quotes; write W/ in capitals and outside of them.",
        dependsOn: ["http.field.singleton"]
      ) { exchange in
        guard let value = exchange.value(.etag) else { return .notApplicable }
        return EntityTag(value) != nil
          ? .conforms
          : .violation(.field("ETag"), "is no entity tag", quote: exchange.quote(.etag))
      }
    ])

  /// RFC 9110 section 8.8.3.1: which representations have one.
  static let etagGeneration = RuleSection(
    .rfc9110, "8.8.3.1",
    [
      Rule(
        "http.etag.present", .should, .conditional,
        "A 200 to GET has a validator, ETag or Last-Modified, where its changes can be noticed.",
        remedy: "Send an ETag, a hash of the content for example, with what can be cached.",
        also: [Citation(.rfc9110, "15.3.1")]
      ) { exchange in
        guard exchange.status == 200, exchange.method == "GET" else { return .notApplicable }
        if exchange.has(.etag) || exchange.has(.lastModified) { return .conforms }
        let caching = CacheControl(exchange)
        if caching.has("no-store") { return .notApplicable }
        // Of what may be kept for a while the server knows how long it stays the same; anything else
        // may be new each time it is read, which one answer does not tell.
        guard caching.freshness ?? 0 > 0 || caching.has("immutable") else {
          return .inconclusive("it may be new each time it is read")
        }
        return .violation(.field("ETag"), "is missing, and Last-Modified too")
      }
    ])
}

/// An entity tag (RFC 9110 section 8.8.3).
struct EntityTag {
  /// What stands between the quotes: what the weak comparison compares.
  let opaque: ArraySlice<UInt8>

  /// Reads a tag; `nil` where it is none.
  init?(_ octets: ArraySlice<UInt8>) {
    var rest = octets
    if rest.begins(with: "W/") { rest = rest.dropFirst(2) }
    guard rest.count >= 2, rest.first == UInt8(ascii: "\""), rest.last == UInt8(ascii: "\"") else {
      return nil
    }
    opaque = rest.dropFirst().dropLast()
    let isTag = opaque.allSatisfy {
      $0 == 0x21 || 0x23...0x7E ~= $0 || $0 >= 0x80
    }
    guard isTag else { return nil }
  }

  /// The tags of a list of them; `nil` where it is none.
  static func list(_ octets: ArraySlice<UInt8>) -> [EntityTag]? {
    var tags: [EntityTag] = []
    var reader = FieldReader(octets)
    while true {
      reader.skipToElement()
      if reader.isAtEnd { return tags }
      let start = reader.rest.startIndex
      if reader.take("W"), !reader.take("/") { return nil }
      guard reader.take("\""), reader.text(before: "\"") != nil,
        let tag = EntityTag(octets[start..<reader.rest.startIndex])
      else { return nil }
      tags.append(tag)
    }
  }
}
