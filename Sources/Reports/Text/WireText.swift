internal import AccordDocuments
internal import AccordHTTP

/// An exchange as it went over the wire, each line behind `>` or `<` as curl prints it.
struct WireText {
  let wording: Wording

  /// So many octets of a body are shown.
  private static let bodyLimit = 16 << 10

  func lines(_ exchange: Exchange) -> [String] {
    var lines: [String] = []
    if let sent = exchange.sent {
      let head = wording.redactor.redact(String(decoding: sent.head, as: UTF8.self))
      lines += Self.marked(VisibleText.lines(head) + body(sent.content), ">")
    }
    if let response = exchange.response ?? exchange.error?.received {
      for interim in response.interim {
        lines.append("< \(response.version) \(wording.words(status: interim.status, reason: ""))")
        lines += fields(interim.fields)
        lines.append("<")
      }
      let reason = wording.words(status: response.status, reason: response.reason)
      lines.append("< \(response.version) \(reason)")
      lines += fields(response.fields)
      lines.append("<")
      lines += Self.marked(body(response.body), "<")
      lines += fields(response.trailers)
    }
    if let error = exchange.error { lines.append("* \(wording.message(error))") }
    return lines.map(Wording.bounded)
  }

  /// Lines behind a sign; without a blank at the end where a line is empty.
  private static func marked(_ lines: [String], _ sign: String) -> [String] {
    lines.map { $0.isEmpty ? sign : "\(sign) \($0)" }
  }

  private func fields(_ fields: HTTPFields) -> [String] {
    fields.map { field in
      "< " + VisibleText.escape(wording.redactor.redact("\(field.name): \(field.value)"))
    }
  }

  /// The lines of a text, cut where it is long; of other octets, their number.
  private func body(_ octets: [UInt8]) -> [String] {
    guard !octets.isEmpty else { return [] }
    // Secrets are longer than `***`, so that more is read than is shown.
    let beginning = octets.prefix(Self.bodyLimit * 4)
    let redacted = wording.redactor.redactBeginning(Array(beginning))
    var shown = redacted[...]
    if shown.count > Self.bodyLimit || beginning.count < octets.count {
      shown = shown.prefix(Self.bodyLimit)
      // No character is cut in two.
      let cut = (0..<4).first { String(validating: shown.dropLast($0), as: UTF8.self) != nil }
      shown = shown.dropLast(cut ?? 0)
    }
    guard let text = String(validating: shown, as: UTF8.self), !text.unicodeScalars.contains("\0")
    else { return ["(\(Wording.count(octets.count, "octet")), which are no text)"] }
    var lines = VisibleText.lines(text)
    if shown.count < redacted.count || beginning.count < octets.count {
      lines.append(
        "(the first \(VisibleText.grouped(shown.count)) of "
          + "\(Wording.count(octets.count, "octet")))")
    }
    return lines
  }
}
