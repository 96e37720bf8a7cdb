internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// The contract's lines as the page's script reads them, with what was found at them.
///
/// A class, since it remembers the lines of steps of which nothing is said: thousands of steps stand
/// in a few lines.
final class HTMLSource {
  private var known: [SourceLocation: String] = [:]

  private static let knownLimit = 1_000

  /// An array of excerpts: where remarks are made, else the step's own line.
  func json(
    _ remarks: [(text: String, location: SourceLocation)], of record: StepRecord,
    _ account: StepAccount
  ) -> String {
    guard remarks.isEmpty else { return Self.json(account.excerpts(remarks)) }
    if let known = known[record.location] { return known }
    let json = Self.json(account.excerpts([("", record.location)]))
    if known.count >= Self.knownLimit { known = [:] }
    known[record.location] = json
    return json
  }

  private static func json(_ excerpts: [SourceExcerpt]) -> String {
    var json = JSONWriter()
    json.beginArray()
    for excerpt in excerpts {
      json.beginObject()
      json.member("place", excerpt.place)
      if let parts = excerpt.parts {
        json.member("number", excerpt.lineNumber)
        json.member("line", parts.text)
        json.name("marks")
        json.beginArray()
        for mark in parts.marks { add(mark, to: &json) }
        json.endArray()
      }
      json.endObject()
    }
    json.endArray()
    return json.text
  }

  private static func add(_ mark: SourceExcerpt.Mark, to json: inout JSONWriter) {
    json.beginArray()
    json.string(mark.indent)
    json.integer(mark.width)
    json.string(mark.text)
    json.endArray()
  }
}
