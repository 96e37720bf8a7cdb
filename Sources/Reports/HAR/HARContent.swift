internal import AccordDocuments
internal import AccordEngine

/// Writes what an entry has of others' octets: redacted, and as text where they are text.
///
/// Secrets are taken out before octets become base64, whose letters would else be broken by it.
struct HARContent {
  let redactor: Redactor
  /// So many octets of a body are written, if not all.
  let bodyLimit: Int?
  /// So much more is looked at than is shown, so that a secret at the end is not cut in two.
  private static let slack = 64 << 10
  /// Whether a secret was taken out.
  var hasRedacted = false
  /// Whether a body was cut.
  private(set) var hasCut = false

  init(redactor: Redactor, bodyLimit: Int?) {
    self.redactor = redactor
    self.bodyLimit = bodyLimit
  }

  mutating func redacted(_ text: String) -> String {
    let redacted = redactor.redact(text)
    if !redacted.utf8.elementsEqual(text.utf8) { hasRedacted = true }
    return redacted
  }

  private mutating func redacted(_ octets: [UInt8], isBeginning: Bool = false) -> [UInt8] {
    let redacted = isBeginning ? redactor.redactBeginning(octets) : redactor.redact(octets)
    if redacted != octets { hasRedacted = true }
    return redacted
  }

  mutating func redacted(_ lines: [HARFields.Line]) -> [HARFields.Line] {
    guard redactor.hasSecrets else { return lines }
    return lines.map { HARFields.Line(name: redacted($0.name), value: redacted($0.value)) }
  }

  // MARK: - Fields

  /// Redacted field lines in their order; the octets of what is no UTF-8 stand beside it in base64.
  func addFields(_ lines: [HARFields.Line], as name: String, to json: inout JSONWriter) {
    json.name(name)
    json.beginArray()
    for line in lines {
      json.beginObject()
      addText(line.name, as: "name", octetsAs: "_nameOctets", to: &json)
      addText(line.value, as: "value", octetsAs: "_octets", to: &json)
      json.endObject()
    }
    json.endArray()
  }

  private func addText(
    _ octets: [UInt8], as name: String, octetsAs octetsName: String, to json: inout JSONWriter
  ) {
    if let text = String(validating: octets, as: UTF8.self) { return json.member(name, text) }
    json.member(name, String(decoding: octets, as: UTF8.self))
    json.member(octetsName, Base64.encode(octets))
  }

  func addCookies(_ cookies: [HARFields.Cookie], to json: inout JSONWriter) {
    json.name("cookies")
    json.beginArray()
    for cookie in cookies {
      json.beginObject()
      json.member("name", cookie.name)
      json.member("value", cookie.value)
      for (name, value) in cookie.attributes where name == "path" || name == "domain" {
        json.member(name, value)
      }
      if !cookie.attributes.isEmpty {
        json.member("httpOnly", cookie.attributes.contains { $0.name == "httponly" })
        json.member("secure", cookie.attributes.contains { $0.name == "secure" })
      }
      json.endObject()
    }
    json.endArray()
  }

  // MARK: - Bodies

  mutating func addPostData(_ octets: [UInt8], type: String?, to json: inout JSONWriter) {
    json.name("postData")
    json.beginObject()
    json.member("mimeType", type ?? "")
    // The format says how a response's text is encoded, and nothing of a request's.
    addBody(octets, encodingAs: "_encoding", to: &json)
    json.endObject()
  }

  mutating func addContent(
    _ octets: [UInt8], asReceived count: Int?, type: String?, to json: inout JSONWriter
  ) {
    json.name("content")
    json.beginObject()
    json.member("size", octets.count)
    if let count, count < octets.count { json.member("compression", octets.count - count) }
    json.member("mimeType", type ?? "x-unknown")
    addBody(octets, encodingAs: "encoding", to: &json)
    json.endObject()
  }

  private mutating func addBody(
    _ octets: [UInt8], encodingAs name: String, to json: inout JSONWriter
  ) {
    guard !octets.isEmpty else { return json.member("text", "") }
    let end = bodyLimit.map { $0 + Self.slack } ?? octets.count
    // A body that was cut short on its way may end within a secret too.
    let kept = redacted(
      octets.count > end ? Array(octets.prefix(end)) : octets, isBeginning: true)
    let isCut = bodyLimit.map { kept.count > $0 } ?? false
    var shown = kept[...]
    if isCut, let bodyLimit {
      hasCut = true
      shown = kept.prefix(bodyLimit)
      // No character is cut in two.
      let lost = (0..<4).first { String(validating: shown.dropLast($0), as: UTF8.self) != nil }
      shown = shown.dropLast(lost ?? 0)
    }
    if let text = String(validating: shown, as: UTF8.self) {
      json.member("text", text)
    } else {
      json.member("text", Base64.encode(Array(shown)))
      json.member(name, "base64")
    }
    if isCut {
      json.member(
        "comment",
        "the first \(VisibleText.grouped(shown.count)) of \(Wording.count(octets.count, "octet"))")
    }
  }
}
