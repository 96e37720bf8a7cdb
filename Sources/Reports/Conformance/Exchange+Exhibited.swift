internal import AccordHTTP

extension Exchange {
  /// The same without the values of credentials: what a probe alters of a secret to see whether it is
  /// refused is another text than the secret, and tells nearly all of it.
  var withoutCredentials: Exchange {
    var names: Set = ["authorization", "proxy-authorization"]
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
      request: request, sent: sent, result: result, timings: timings, connection: connection,
      sendCount: sendCount)
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
