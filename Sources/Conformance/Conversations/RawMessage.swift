internal import AccordDocuments
internal import AccordHTTP

/// A request of HTTP/1.1 that is written by hand, right or wrong: nothing of it is put right.
struct RawMessage: Sendable, Hashable {
  var method: String
  /// What stands in the request line between method and version.
  var target: String
  /// The field lines, without their line breaks.
  var lines: [String]
  var content: [UInt8] = []
  /// The URL that is asked for.
  let url: String

  /// A message that keeps to the standard: with Host, User-Agent and Accept.
  init(_ method: String = "GET", for url: String) throws(Obstacle) {
    guard let reference = try? URLReference(parsing: url), let authority = reference.authority
    else { throw .prevents("\(url) is no URL") }
    self.method = method
    self.url = url
    let path = reference.path.isEmpty ? "/" : reference.path
    target = path + (reference.query.map { "?" + $0 } ?? "")
    let port = authority.port.flatMap { $0.isEmpty ? nil : ":" + $0 } ?? ""
    lines = [
      "Host: \(authority.host)\(port)", "User-Agent: \(AccordVersion.userAgent)", "Accept: */*",
    ]
  }

  /// The same without the lines of a field.
  func without(_ name: String) -> RawMessage {
    var message = self
    message.lines.removeAll { $0.lowercased().hasPrefix(name.lowercased() + ":") }
    return message
  }

  /// The same with further lines, and with content.
  func adding(_ lines: String..., content: String = "") -> RawMessage {
    adding(lines, content: content)
  }

  /// The same with further lines, and with content.
  func adding(_ lines: [String], content: String = "") -> RawMessage {
    var message = self
    message.lines += lines
    message.content += Array(content.utf8)
    return message
  }

  /// Request line and fields, with the empty line.
  var head: [UInt8] {
    let lines = ["\(method) \(target) HTTP/1.1"] + lines + ["", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// All that is sent.
  var octets: [UInt8] { head + content }

  /// The request, as far as a well-formed one can say it.
  var request: HTTPRequest {
    let fields = lines.compactMap { line -> RequestField? in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return RequestField(String(line[..<colon]), String(value))
    }
    return HTTPRequest(
      method: method, url: url, target: target.hasPrefix("/") ? nil : target, fields: fields,
      content: content.isEmpty ? .none : .bytes(content), version: .http1_1,
      needsFreshConnection: true, recordsWire: true)
  }
}
