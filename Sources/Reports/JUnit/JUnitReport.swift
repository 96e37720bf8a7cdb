package import AccordEngine

/// JUnit XML: suites of cases, one for each step, as CI systems read it.
///
/// There is no one schema. `junit` has what CI products like best (file, line, properties, flaky
/// cases in the form of Surefire) and so is in no schema; `junit-strict` is valid by those of Jenkins
/// and of Windy Road together. The suites are the components of the contract's outermost level, in
/// the contract's order. Counts stand in opening tags and are put there when all is written, so that
/// no document is held in memory.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class JUnitReport: Report {
  package var kind: String { isStrict ? "junit-strict" : "junit" }
  package let output: ReportOutput
  private let isStrict: Bool
  private var account: StepAccount
  private var ordered = OrderedOutput<JUnitCase.Note>()
  private var header: RunHeader?
  private var suite: Suite?
  private var suiteCount = 0
  private var suiteNames: [String: Int] = [:]
  private var totals = JUnitTotals()
  /// What rules of HTTP and REST say of the run.
  private var conformance: ConformanceAccount?
  /// Where the counts of all suites belong.
  private var totalsPosition: Int?
  private var className = (path: [String](), text: "")
  /// Where the counts of the suite that was begun last belong.
  private var suitePosition = 0

  /// The suite that is being written.
  private struct Suite {
    var first: JUnitCase.Note
    var totals = JUnitTotals()
    var position: Int
    var identities: [Int: Int] = [:]
    /// What is said of its steps where no case has a place for it; the rest is counted.
    var remarks: [String] = []
    var furtherRemarks = 0

    mutating func add(_ remarks: [String]) {
      let room = max(0, Self.remarkLimit - self.remarks.count)
      self.remarks += remarks.prefix(room)
      furtherRemarks += max(0, remarks.count - room)
    }

    private static let remarkLimit = 1_000
  }

  /// A report in the form of JUnit XML.
  ///
  /// - Parameters:
  ///   - destination: Where it goes.
  ///   - isStrict: Whether it keeps to the schemas: `junit-strict`.
  ///   - sources: Where the contract's lines are read.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, isStrict: Bool, sources: SourceOptions, redactor: Redactor
  ) {
    self.isStrict = isStrict
    output = ReportOutput(destination, isPatchable: true)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .ended(let footer): conformance = footer.conformance
    case .started(let header):
      self.header = header
      account.curlOptions = header.curlOptions
      className = ([], Self.className([header.contract]))
      ordered = OrderedOutput(isHeld: header.isShuffled)
      begin(contract: header.contract)
    case .finished(let record):
      if record.path != className.path {
        let names = ([header?.contract ?? ""] + record.path).map(account.wording.redactor.redact)
        className = (record.path, Self.className(names))
      }
      let (xml, note) = JUnitCase(
        record: record, account: account, className: className.text, isStrict: isStrict
      ).render()
      ordered.add(xml, note, at: record.index, emit: emit)
    }
  }

  package func finish(_ written: WrittenReports) {
    if header?.isShuffled == true {
      // What the shuffling parted belongs together here.
      ordered.drain(
        sortedBy: { ($0.repetition, $0.section) < ($1.repetition, $1.section) }, emit: emit)
    } else {
      ordered.drain(emit: emit)
    }
    if ordered.hasLostPieces { output.noteLoss() }
    for entry in header?.heldTo.staleEntries ?? [] {
      let (xml, note) = JUnitStaleEntry(
        entry: entry, wording: account.wording, isStrict: isStrict
      ).render()
      emit(xml, note)
    }
    endSuite()
    if totalsPosition == nil { begin(contract: nil) }
    if let conformance { write(conformance) }
    write("</testsuites>\n")
    if let totalsPosition, !isStrict {
      output.patch(totals.attributes(countsSkipped: false), at: totalsPosition)
    }
  }

  // MARK: - Suites

  /// Begins the document; without a name where the run never began.
  private func begin(contract: String?) {
    write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites")
    if !isStrict, let contract { write(" name=\"\(attribute(contract))\"") }
    totalsPosition = output.position
    if !isStrict { output.write(JUnitTotals.reserved) }
    write(">\n")
  }

  private func emit(_ xml: [UInt8], _ note: JUnitCase.Note) {
    if suite?.first.isWith(note) != true {
      endSuite()
      beginSuite(note)
    }
    suite?.totals.add(note.verdict, milliseconds: note.milliseconds)
    totals.add(note.verdict, milliseconds: note.milliseconds)
    let count = (suite?.identities[note.identity] ?? 0) + 1
    suite?.identities[note.identity] = count
    suite?.add(note.remarks)
    var xml = xml
    // Consumers keep one case of a name: different names that became equal are told apart.
    if count > 1 { xml.insert(contentsOf: " (\(count))".utf8, at: note.nameEnd) }
    output.write(XMLRedaction.redact(xml, account.wording.redactor))
  }

  private func beginSuite(_ first: JUnitCase.Note) {
    beginSuite(suiteName(first), start: first.start)
    suite = Suite(first: first, position: suitePosition)
  }

  /// Writes a suite's opening tag and its properties.
  private func beginSuite(
    _ name: String, start: Duration, properties: [(String, String)] = []
  ) {
    write("<testsuite name=\"\(attribute(name))\"")
    let start = (header?.startedAt ?? 0) + start.microseconds / 1_000
    write(" timestamp=\"\(Timestamp.seconds(start))\"")
    if isStrict {
      write(
        " hostname=\"localhost\" id=\"\(suiteCount)\" package=\"\(attribute(header?.contract ?? ""))\""
      )
    }
    suitePosition = output.position
    suiteCount += 1
    output.write(JUnitTotals.reserved)
    write(">\n<properties>")
    if let header {
      write("<property name=\"url\" value=\"\(attribute(header.baseURL))\"/>")
      write("<property name=\"seed\" value=\"\(header.seed)\"/>")
      write("<property name=\"accord\" value=\"\(header.version)\"/>")
      if let shard = header.shard?.shard {
        write("<property name=\"shard\" value=\"\(shard)\"/>")
      }
      for warning in header.warnings {
        write(
          "<property name=\"warning\" value=\"\(attribute(account.wording.message(warning)))\"/>")
      }
    }
    for (name, value) in properties {
      write("<property name=\"\(name)\" value=\"\(attribute(value))\"/>")
    }
    write("</properties>\n")
  }

  private func endSuite() {
    guard let suite else { return }
    var lines = suite.remarks
    if suite.furtherRemarks > 0 {
      lines.append("and \(Wording.count(suite.furtherRemarks, "more remark"))")
    }
    endSuite(suite.totals, at: suite.position, printed: lines)
    self.suite = nil
  }

  private func endSuite(_ totals: JUnitTotals, at position: Int, printed lines: [String]) {
    if isStrict { writeOutput(lines) }
    write("</testsuite>\n")
    output.patch(totals.attributes(countsSkipped: true), at: position)
  }

  /// Suites of the rules of HTTP and REST, behind those of the contract: one for what the exchanges of
  /// steps told, and one for each target that was probed.
  private func write(_ conformance: ConformanceAccount) {
    var identities: [String: Int] = [:]
    let passive = JUnitRules(rules: conformance.passive, account: account, isStrict: isStrict)
    if !passive.rules.isEmpty { write(passive, as: "conformance", &identities) }
    for target in conformance.targets {
      let rules = JUnitRules(
        rules: target.rules, target: target.target, account: account, isStrict: isStrict)
      let alarms = account.wording.alarms(target.target)
      guard !rules.rules.isEmpty || !alarms.isEmpty else { continue }
      write(
        rules, as: "conformance \(target.target.name)", &identities,
        properties: [("summary", account.wording.summary(target))] + alarms.map { ("alarm", $0) },
        printed: alarms)
    }
  }

  private func write(
    _ rules: JUnitRules, as name: String, _ identities: inout [String: Int],
    properties: [(String, String)] = [], printed: [String] = []
  ) {
    beginSuite(unique(name), start: .zero, properties: properties)
    var suiteTotals = JUnitTotals()
    let cases = rules.cases()
    for item in cases {
      suiteTotals.add(item.verdict, milliseconds: 0)
      totals.add(item.verdict, milliseconds: 0)
      let count = (identities[item.identity] ?? 0) + 1
      identities[item.identity] = count
      var xml = item.xml
      // Two targets may be called the same.
      if count > 1 { xml.insert(contentsOf: " (\(count))".utf8, at: item.nameEnd) }
      output.write(XMLRedaction.redact(xml, account.wording.redactor))
    }
    endSuite(suiteTotals, at: suitePosition, printed: printed + cases.flatMap(\.remarks))
  }

  /// What a suite printed, which the schemas want to be there.
  private func writeOutput(_ lines: [String]) {
    guard !lines.isEmpty else { return write("<system-out/>\n<system-err/>\n") }
    var text: [UInt8] = []
    for line in lines {
      XMLEncoding.append(account.wording.redactor.redact(line), .content, to: &text)
      text.append(UInt8(ascii: "\n"))
    }
    write("<system-out>\(String(decoding: text, as: UTF8.self))</system-out>\n<system-err/>\n")
  }

  /// The component's name, or the contract's for steps that stand in it; unique in the document.
  private func suiteName(_ note: JUnitCase.Note) -> String {
    var name = note.suite ?? header?.contract ?? ""
    if name.allSatisfy(\.isWhitespace) { name = "contract" }
    if note.repetition > 1 { name += " #\(note.repetition)" }
    return unique(name)
  }

  private func unique(_ name: String) -> String {
    let count = (suiteNames[name] ?? 0) + 1
    suiteNames[name] = count
    return count == 1 ? name : "\(name) (\(count))"
  }

  /// The names joined with dots.
  ///
  /// Dots and slashes in them would be taken for limits of packages.
  private static func className(_ names: [String]) -> String {
    let parts = names.map { name in
      var part = name[...]
      while part.first == "/" { part.removeFirst() }
      return part.isEmpty ? "root" : String(part.map { $0 == "." || $0 == "/" ? "_" : $0 })
    }
    return parts.joined(separator: ".")
  }

  // MARK: - Writing

  private func write(_ text: String) { output.write(text) }

  private func attribute(_ text: String) -> String {
    var bytes: [UInt8] = []
    XMLEncoding.append(account.wording.redactor.redact(text), .attribute, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
