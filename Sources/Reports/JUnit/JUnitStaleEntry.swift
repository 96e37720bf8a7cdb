internal import AccordRuns

/// An entry of the baseline that fails the run, as a `testcase` of a suite of its own: who reads the report
/// alone sees that the run failed, and why.
struct JUnitStaleEntry {
  let entry: StaleEntry
  let wording: Wording
  let isStrict: Bool

  private static let name = "baseline"

  func render() -> (xml: [UInt8], note: JUnitCase.Note) {
    let title = wording.title(entry)
    var xml = Array("<testcase name=\"".utf8)
    XMLEncoding.append(title, .attribute, to: &xml)
    let nameEnd = xml.count
    append("\" classname=\"\(Self.name)\" time=\"0.000\"", to: &xml)
    if !isStrict {
      append(" file=\"", to: &xml)
      XMLEncoding.append(wording.redactor.redact(entry.file), .attribute, to: &xml)
      append("\" line=\"\(entry.line)\"", to: &xml)
    }
    append("><failure message=\"", to: &xml)
    XMLEncoding.append(JUnitCase.cut(wording.message(entry)), .attribute, to: &xml)
    append("\" type=\"accord.failure.\(Self.name)\"/></testcase>\n", to: &xml)
    var hasher = Hasher()
    hasher.combine(title)
    return (
      xml,
      JUnitCase.Note(
        section: .max, repetition: 1, suite: Self.name, verdict: .failure, milliseconds: 0,
        start: .zero, identity: hasher.finalize(), nameEnd: nameEnd)
    )
  }

  private func append(_ text: String, to xml: inout [UInt8]) { xml.append(contentsOf: text.utf8) }
}
