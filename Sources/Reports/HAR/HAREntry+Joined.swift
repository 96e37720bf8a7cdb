internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

// An entry that another archive has already, for one that is joined of several.
extension HAREntry {
  /// The entry as it was written, with what the step came to in the whole.
  ///
  /// Nothing of it is made anew, so that what a message had is what it has: its octets, addresses, and
  /// where a secret was taken out. Only bodies that are longer than this archive takes are cut.
  mutating func joined(_ entry: ArchivedEntry) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    for member in entry.members {
      switch member.name {
      case "request" where isCut(exchange.request.content): addRequest(to: &json)
      case "response" where isCut(answerBody): addResponse(to: &json)
      default:
        json.name(member.name)
        json.raw(member.json)
      }
    }
    json.name("_accord")
    json.beginObject()
    var isFixedTold = false
    for member in entry.accord {
      switch member.name {
      case "index": json.member("index", record.index)
      case "outcome": addOutcome(to: &json)
      case "reasonKind", "reason", "findings", "fixed": break
      case "waited", "notWaited", "sendCount":
        if case .passed(isFixed: true) = record.outcome, !isFixedTold { json.member("fixed", true) }
        isFixedTold = true
        json.name(member.name)
        json.raw(member.json)
      default:
        json.name(member.name)
        json.raw(member.json)
      }
      if member.name == "place" { addFindings(to: &json) }
    }
    if content.hasCut, !entry.accord.contains(where: { $0.name == "cut" }) {
      json.member("cut", true)
    }
    json.endObject()
    json.endObject()
    return json
  }

  private var answerBody: [UInt8] {
    (exchange.response ?? exchange.error?.received)?.body ?? []
  }

  private func isCut(_ content: RequestContent) -> Bool {
    if case .bytes(let octets) = content { isCut(octets) } else { false }
  }

  private func isCut(_ octets: [UInt8]) -> Bool {
    content.bodyLimit.map { octets.count > $0 } ?? false
  }
}
