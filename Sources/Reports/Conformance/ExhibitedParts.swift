internal import AccordConformance
internal import AccordDocuments
internal import AccordHTTP

/// The parts of a response that show that a rule was broken, each with its value, in lines.
struct ExhibitedParts {
  let response: HTTPResponse
  let wording: Wording

  /// So many octets of content are read for the value of a member.
  private static let documentLimit = 4 << 20
  /// So many characters of content are shown.
  private static let contentLimit = 400

  /// What is shown of a part; the status is shown with the message.
  func lines(_ part: Evidence.Part) -> [String] {
    switch part {
    case .status: []
    case .field(let name): fields([name], orElse: "\(wording.shown(name)) is not there")
    case .content:
      response.body.isEmpty ? ["no content"] : Self.beginning(response.body, wording)
    case .framing:
      fields(["Content-Length", "Transfer-Encoding", "Connection"], orElse: nil)
        + [Wording.count(response.body.count, "octet") + " of content"]
    case .member(let pointer):
      ["\(pointer.isEmpty ? "the content" : wording.shown(pointer))\(value(pointer))"]
    }
  }

  private func fields(_ names: [String], orElse nothing: String?) -> [String] {
    let lines = names.flatMap { name in
      (response.fields.all(name) + response.trailers.all(name)).map { field in
        "\(wording.shown(field.name)): \(wording.shown(field.value))"
      }
    }
    return lines.isEmpty ? [nothing].compactMap(\.self) : lines
  }

  /// What follows the name of a member: its value, or why it has none.
  private func value(_ pointer: String) -> String {
    guard !response.body.isEmpty else { return " is not there: no content" }
    guard response.body.count <= Self.documentLimit,
      let document = try? JSONDocument(parsing: response.body)
    else { return " cannot be read: the content is no JSON" }
    guard let value = (try? JSONPointer(pointer))?.evaluate(in: document.root) else {
      return " is not there"
    }
    return ": \(wording.shown(value.compactText))"
  }

  /// The beginning of content in one line, and its size where that is not all.
  static func beginning(_ octets: [UInt8], _ wording: Wording) -> [String] {
    guard !octets.isEmpty else { return [] }
    // Secrets come out first; they are longer than what takes their place.
    let beginning = octets.prefix(contentLimit * 8)
    let redacted = wording.redactor.redactBeginning(Array(beginning))
    guard !redacted.contains(0),
      beginning.count < octets.count || String(validating: redacted, as: UTF8.self) != nil
    else { return ["(\(Wording.count(octets.count, "octet")), which are no text)"] }
    let text = String(decoding: redacted, as: UTF8.self).unicodeScalars
    let isCut = text.count > contentLimit || beginning.count < octets.count
    let shown = String(String.UnicodeScalarView(text.prefix(contentLimit)))
    return [
      VisibleText.escape(shown) + (isCut ? "… (\(Wording.count(octets.count, "octet")))" : "")
    ]
  }
}
