internal import AccordHTTP

extension Exchange {
  /// The same without the values of credentials: what a probe alters of a secret to see whether it is
  /// refused is another text than the secret, and tells nearly all of it.
  var withoutCredentials: Exchange {
    var names: Set = ["authorization", "proxy-authorization", "cookie"]
    for field in request.fields where field.isSensitive { names.insert(field.name.lowercased()) }
    var request = request
    for (place, field) in request.fields.enumerated()
    where field.value != nil && names.contains(field.name.lowercased()) {
      request.fields[place].value = Redactor.replacement
    }
    let sent = sent.map { sent in
      SentRequest(
        head: Self.head(sent.head, without: names), content: sent.content, isRaw: sent.isRaw,
        preceding: Self.head(sent.preceding, without: names))
    }
    return Exchange(
      request: request, sent: sent, result: result.map(\.withoutCookies), timings: timings,
      connection: connection, sendCount: sendCount)
  }

  private static func head(_ octets: [UInt8], without names: Set<String>) -> [UInt8] {
    let lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let shown = lines.map { line -> [UInt8] in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return Array(line) }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        .filter { !$0.isWhitespace }
      guard names.contains(name) else { return Array(line) }
      let end = line.last == UInt8(ascii: "\r") ? [UInt8(ascii: "\r")] : []
      return line[...colon] + Array(" \(Redactor.replacement)".utf8) + end
    }
    return Array(shown.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Whether octets went as they are, as no client of HTTP would send them.
  var isRaw: Bool { sent?.isRaw == true }
}

extension HTTPResponse {
  /// The same without the values of cookies, which are credentials once they are set: their names and
  /// attributes stay (RFC 6265 section 4.1.1).
  fileprivate var withoutCookies: HTTPResponse {
    let name = "set-cookie"
    guard fields.first(name) != nil else { return self }
    var response = self
    response.fields = HTTPFields(
      fields.map { field in
        guard field.name.lowercased() == name,
          let equals = field.value.firstIndex(of: "=")
        else { return (field.name, field.value) }
        let value = field.value[field.value.index(after: equals)...]
        let attributes = value.drop { $0 != ";" }
        guard value.startIndex != attributes.startIndex else { return (field.name, field.value) }
        return (field.name, field.value[...equals] + Redactor.replacement + attributes)
      })
    return response
  }
}
