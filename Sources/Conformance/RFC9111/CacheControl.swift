/// The directives of a response's Cache-Control (RFC 9111 section 5.2).
struct CacheControl {
  /// A directive: its name in small letters, and what stands behind `=`.
  struct Directive {
    let name: String
    let value: ArraySlice<UInt8>?
    let isQuoted: Bool
  }

  let directives: [Directive]
  /// Whether all of it could be read.
  let isReadable: Bool
  /// Whether the response has the field.
  let isPresent: Bool

  init(_ exchange: ObservedExchange) {
    var directives: [Directive] = []
    var isReadable = true
    for line in exchange.values(.cacheControl) {
      var reader = FieldReader(line)
      while isReadable {
        reader.skipToElement()
        if reader.isAtEnd { break }
        guard let name = reader.token() else {
          isReadable = false
          break
        }
        var value: ArraySlice<UInt8>?
        let isQuoted: Bool
        if reader.take("=") {
          isQuoted = reader.next == UInt8(ascii: "\"")
          value = isQuoted ? reader.quotedString() : reader.token()
          if value == nil { isReadable = false }
        } else {
          isQuoted = false
        }
        reader.skipBlanks()
        if !reader.isAtEnd, reader.next != UInt8(ascii: ",") { isReadable = false }
        directives.append(Directive(name: name.loweredText, value: value, isQuoted: isQuoted))
      }
    }
    self.directives = directives
    self.isReadable = isReadable
    isPresent = exchange.has(.cacheControl)
  }

  /// Whether there is a directive of a name.
  func has(_ name: String) -> Bool { directives.contains { $0.name == name } }

  /// The seconds that a directive states; `nil` where it states none.
  func seconds(_ name: String) -> Int? {
    guard let value = directives.first(where: { $0.name == name })?.value, value.isDigits else {
      return nil
    }
    return Int(String(decoding: value, as: UTF8.self)) ?? .max
  }

  /// For how long a shared cache may answer with the response unasked (section 4.2.1); `nil` where the
  /// field does not say.
  var freshness: Int? { seconds("s-maxage") ?? seconds("max-age") }
}
