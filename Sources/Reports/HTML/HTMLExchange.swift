internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// An exchange as the page's script reads it.
struct HTMLExchange {
  let exchange: Exchange
  let wording: Wording
  let sources: SourceFiles
  let bounds: HTMLBounds
  /// Whether it has fields and bodies, and not only what a run file tells of it.
  var isWhole = true
  /// The entry of an archive that it was read from, if it was.
  var entry: ArchivedEntry?

  private static let lineLimit = 1_000
  /// What is written around a name and a value.
  private static let lineFrame = #"["",""],"#.utf8.count

  func add(to json: inout JSONWriter) {
    json.beginObject()
    json.name("request")
    addRequest(to: &json)
    if let response = exchange.response ?? exchange.error?.received {
      json.name("response")
      add(response, to: &json)
    }
    if let error = exchange.error { json.member("error", wording.message(error)) }
    addTimings(to: &json)
    if let connection { json.member("connection", connection) }
    json.endObject()
  }

  // MARK: - The request

  /// The request as it went over the wire, where that was recorded; else as it was asked for.
  private func addRequest(to json: inout JSONWriter) {
    json.beginObject()
    if let sent = exchange.sent, !sent.head.isEmpty {
      let lines = wording.redactor.redact(String(decoding: sent.head, as: UTF8.self)).utf8
        .split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        .map { String(Substring($0)) }
      json.member("line", shown(lines.first ?? ""))
      add(
        lines.dropFirst().map { line in
          let name = line.prefix { $0 != ":" }
          return (String(name), String(line[name.endIndex...].drop { $0 == ":" || $0 == " " }))
        }, "fields", to: &json)
      add(
        sent.content, of: entry?.request, limit: bounds.requestBody, to: &json)
    } else if !isWhole {
      json.member("line", shown("\(exchange.request.method) \(exchange.request.url)"))
      addNothing(to: &json)
    } else {
      json.member("line", shown("\(exchange.request.method) \(exchange.request.url)"))
      add(
        exchange.request.fields.compactMap { field in field.value.map { (field.name, $0) } },
        "fields", to: &json)
      addContent(to: &json)
    }
    json.endObject()
  }

  private func addContent(to json: inout JSONWriter) {
    switch exchange.request.content {
    case .none: break
    case .bytes(let octets):
      add(octets, of: entry?.request, limit: bounds.requestBody, to: &json)
    case .file(let path): json.member("note", "the file \(shown(sources.shownPath(path)))")
    case .multipart(let parts): json.member("note", Wording.count(parts.count, "part"))
    }
  }

  // MARK: - The response

  private func add(_ response: HTTPResponse, to json: inout JSONWriter) {
    json.beginObject()
    let reason = wording.words(status: response.status, reason: response.reason)
    guard isWhole else {
      json.member("line", reason)
      addNothing(to: &json)
      return json.endObject()
    }
    json.member("line", "\(response.version) \(reason)")
    if !response.interim.isEmpty {
      json.member("interim", response.interim.map { wording.words(status: $0.status, reason: "") })
    }
    add(response.fields.map { ($0.name, $0.value) }, "fields", to: &json)
    add(response.body, of: entry?.response, limit: bounds.responseBody, to: &json)
    if !response.trailers.isEmpty {
      add(response.trailers.map { ($0.name, $0.value) }, "trailers", to: &json)
    }
    json.endObject()
  }

  // MARK: - Parts of both

  /// Says that nothing but the line is known.
  private func addNothing(to json: inout JSONWriter) {
    json.name("fields")
    json.beginArray()
    json.endArray()
    json.member("note", "fields and body are not in the record of the run")
  }

  /// Names and values, and how many more there are than are kept.
  private func add(_ fields: [(String, String)], _ member: String, to json: inout JSONWriter) {
    var room = bounds.head
    var kept = 0
    json.name(member)
    json.beginArray()
    for (name, value) in fields {
      let (name, value) = (shown(name), shown(value))
      room -= HTMLEncoding.cost(of: name) + HTMLEncoding.cost(of: value) + Self.lineFrame
      guard room >= 0 else { break }
      kept += 1
      json.strings([name, value])
    }
    json.endArray()
    if kept < fields.count { json.member("hidden", fields.count - kept) }
  }

  /// - Parameter extent: How many octets there were, where they were read from an archive.
  private func add(
    _ octets: [UInt8], of extent: ArchivedExtent?, limit: Int, to json: inout JSONWriter
  ) {
    guard !octets.isEmpty else { return }
    let body = HTMLBody(octets, of: extent, limit: limit, redactor: wording.redactor)
    json.name("body")
    json.beginObject()
    json.member("size", body.size)
    if let text = body.text { json.member("text", text) }
    if body.isCut { json.member("cut", true) }
    if let note = body.note { json.member("note", note) }
    json.endObject()
  }

  /// Name lookup, connecting, TLS (or null), waiting, receiving; the whole, and the time from the start
  /// to the first octet.
  private func addTimings(to json: inout JSONWriter) {
    let timings = exchange.timings
    json.name("timings")
    json.beginArray()
    json.milliseconds(timings.nameLookup)
    json.milliseconds(timings.connect)
    if let tls = timings.tls { json.milliseconds(tls) } else { json.null() }
    json.milliseconds(timings.wait)
    json.milliseconds(timings.receive)
    json.milliseconds(timings.total)
    json.milliseconds(timings.firstByte)
    json.endArray()
  }

  /// Over which connection it went.
  private var connection: String? {
    guard let remote = exchange.connection.remote else { return nil }
    let address = remote.address.contains(":") ? "[\(remote.address)]" : remote.address
    return "\(exchange.connection.isNew ? "new" : "kept") connection to \(address):\(remote.port)"
      + (exchange.sendCount > 1 ? ", sent again since the kept one had ended" : "")
  }

  private func shown(_ text: String) -> String {
    let text = wording.redactor.redact(text)
    guard text.utf8.count > Self.lineLimit, text.unicodeScalars.count > Self.lineLimit else {
      return VisibleText.escape(text)
    }
    return VisibleText.escape(String(text.unicodeScalars.prefix(Self.lineLimit))) + "…"
  }
}
