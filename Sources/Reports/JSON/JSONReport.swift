internal import AccordConformance
internal import AccordDocuments
package import AccordEngine

/// What rules of HTTP and REST say of a run, as one JSON document for programs: an object for each rule
/// and target, with the exchanges that show what was found.
///
/// The format is documented in `reports/README.md`, has a version, and a JSON Schema beside that page. It
/// is written piece by piece, so that no document is held in memory.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class JSONReport: Report {
  /// The version of the format.
  package static let formatVersion = 1

  package let kind = "json"
  package let output: ReportOutput
  private var account: StepAccount
  private var hasBegun = false
  private var footer: RunFooter?

  /// A report in the form of JSON.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - sources: How the contract's files are called.
  ///   - redactor: What the reports of the run share.
  package init(_ destination: ReportDestination, sources: SourceOptions, redactor: Redactor) {
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret, .finished: break
    case .started(let header):
      account.curlOptions = header.curlOptions
      begin(header)
    case .ended(let footer): self.footer = footer
    }
  }

  package func finish(_ written: WrittenReports) {
    if !hasBegun { begin(nil) }
    write(rules: footer?.conformance)
    end()
  }

  // MARK: - The document

  private func begin(_ header: RunHeader?) {
    hasBegun = true
    var json = JSONWriter()
    json.beginObject()
    json.member("accord", Self.formatVersion)
    json.member("report", "conformance")
    if let header { json.members(of: header, account.wording) }
    json.name("rules")
    json.beginArray()
    write(json.bytes)
  }

  private func write(rules conformance: ConformanceAccount?) {
    let targets = Dictionary(
      (conformance?.targets ?? []).map { ($0.target.id, $0.target) },
      uniquingKeysWith: { first, _ in first })
    for (place, rule) in (conformance?.rules ?? []).enumerated() {
      output.write(place == 0 ? "\n" : ",\n")
      let object = RuleObject(
        rule: rule, target: rule.target.flatMap { targets[$0] }, account: account)
      write(object.json().bytes)
    }
    output.write("\n]")
  }

  private func end() {
    var json = JSONWriter()
    json.beginObject()
    json.name("probed")
    json.beginArray()
    let conformance = footer?.conformance
    for target in conformance?.targets ?? [] { json.value(target, account.wording) }
    json.endArray()
    json.name("summary")
    json.summary(conformance)
    if let footer { json.members(of: footer, account.wording) }
    json.endObject()
    // The object that was begun with the document goes on.
    output.write(",\n")
    write(Array(json.bytes.dropFirst()))
    output.write("\n")
  }

  private func write(_ json: [UInt8]) {
    let redacted = JSONRedaction.redact(json, account.wording.redactor, keeping: Self.ownWords)
    output.write(VisibleText.json(redacted))
  }

  /// All names of members are the format's or HAR's.
  private static let ownWords = JSONRedaction.OwnWords(
    valuesOf: [
      "report", "level", "group", "safety", "verdict", "weight", "failsFrom", "mode", "profile",
      "kind", "encoding", "_encoding", "httpVersion",
    ])
}
