internal import AccordContract
internal import AccordEngine

/// A step as a `testcase`.
struct JUnitCase {
  let record: StepRecord
  let account: StepAccount
  let className: String
  let isStrict: Bool

  /// What the report keeps of a case until its turn comes.
  struct Note {
    var section: Int
    var repetition: Int
    /// The suite's name; `nil` for a step that stands in the contract itself.
    var suite: String?
    var verdict: JUnitTotals.Verdict
    var milliseconds: Int64
    var start: Duration
    /// What must be unique in a suite.
    var identity: Int
    /// Where the name ends in the octets.
    var nameEnd: Int
    /// What is said of the step besides, where a case has no place for it.
    var remarks: [String] = []

    /// Whether a case belongs to the same suite.
    func isWith(_ other: Note) -> Bool {
      repetition == other.repetition && suite == other.suite
        && (section == other.section || suite == nil)
    }
  }

  private static let messageLimit = 255
  private static let separator = Array(" › ".utf8)

  func render() -> (xml: [UInt8], note: Note) {
    let name = self.name
    var xml = Array("<testcase name=\"".utf8)
    XMLEncoding.append(name, .attribute, to: &xml)
    let nameEnd = xml.count
    append("\" classname=\"", to: &xml)
    XMLEncoding.append(className, .attribute, to: &xml)
    append("\" time=\"\(JUnitTotals.decimal(ofThousandths: milliseconds))\"", to: &xml)
    if !isStrict {
      append(" file=\"", to: &xml)
      XMLEncoding.append(account.sources.path(of: record.location), .attribute, to: &xml)
      append("\" line=\"\(record.location.line)\"", to: &xml)
    }
    var inside: [UInt8] = []
    if !isStrict { appendProperties(to: &inside) }
    appendVerdict(to: &inside)
    if record.isFlaky, !isStrict, verdict == .passed { appendFlaky(to: &inside) }
    if inside.isEmpty {
      append("/>\n", to: &xml)
    } else {
      append(">", to: &xml)
      xml.append(contentsOf: inside)
      append("</testcase>\n", to: &xml)
    }
    var hasher = Hasher()
    hasher.combine(className)
    hasher.combine(name)
    return (
      xml,
      Note(
        section: record.section, repetition: record.repetition, suite: record.path.first,
        verdict: verdict, milliseconds: milliseconds, start: record.start,
        identity: hasher.finalize(), nameEnd: nameEnd, remarks: isStrict ? remarks : [])
    )
  }

  /// The step's id without the names above it: the same in every run, whatever stands around it.
  private var name: String {
    // By octets, since this is done for every step.
    var name = record.id.utf8[...]
    for part in record.path where name.starts(with: part.utf8) {
      let rest = name.dropFirst(part.utf8.count)
      guard rest.starts(with: Self.separator) else { break }
      name = rest.dropFirst(Self.separator.count)
    }
    var text =
      name.allSatisfy { $0 <= 0x20 }
      ? "\(record.method) \(record.endpoint)" : String(Substring(name))
    if record.repetition > 1 { text += " #\(record.repetition)" }
    return account.wording.redactor.redact(text)
  }

  private var milliseconds: Int64 { max(0, (record.duration.microseconds + 500) / 1_000) }

  private var verdict: JUnitTotals.Verdict {
    switch record.outcome {
    case .passed: .passed
    case .failed: .failure
    case .errored: .error
    case .skipped, .observed, .known: .skipped
    }
  }

  // MARK: - What is inside

  private func appendVerdict(to xml: inout [UInt8]) {
    let wording = account.wording
    switch record.outcome {
    case .passed: break
    case .failed:
      let kind = record.findings.first.map { wording.kind($0.mismatch.place) } ?? "contract"
      append("failure", type: "accord.failure.\(kind)", firstMessage, text, to: &xml)
    case .errored(let problem):
      append("error", type: "accord.error.\(wording.kind(problem))", firstMessage, text, to: &xml)
    case .skipped(let reason):
      append("skipped", type: nil, wording.message(reason), "", to: &xml)
    case .observed:
      append("skipped", type: nil, "observed: nothing was expected", exchangeText, to: &xml)
    case .known(let reason):
      append("skipped", type: nil, "known: \(wording.shown(reason))", text, to: &xml)
    }
  }

  private func append(
    _ element: String, type: String?, _ message: String, _ text: String, to xml: inout [UInt8]
  ) {
    append("<\(element) message=\"", to: &xml)
    XMLEncoding.append(Self.cut(message), .attribute, to: &xml)
    append("\"", to: &xml)
    if let type { append(" type=\"\(type)\"", to: &xml) }
    if text.isEmpty { return append("/>", to: &xml) }
    append(">", to: &xml)
    XMLEncoding.append(text, .content, to: &xml)
    append("</\(element)>", to: &xml)
  }

  /// The first message, and how many more there are.
  private var firstMessage: String {
    let messages = account.messages(record)
    guard let first = messages.first else { return "the contract does not hold" }
    let line = first.split(separator: "\n").first.map(String.init) ?? ""
    return messages.count == 1 ? line : "\(line) (and \(messages.count - 1) more)"
  }

  private var text: String {
    "\n" + account.lines(record, .plain).joined(separator: "\n") + "\n"
  }

  private var exchangeText: String {
    "\n" + account.exchangeLines(record).joined(separator: "\n") + "\n"
  }

  private func appendProperties(to xml: inout [UInt8]) {
    append("<properties>", to: &xml)
    appendProperty("id", record.id, to: &xml)
    appendProperty("method", record.method, to: &xml)
    appendProperty("endpoint", record.endpoint, to: &xml)
    if !record.tags.isEmpty {
      appendProperty("tags", record.tags.joined(separator: ","), to: &xml)
    }
    if record.isFlaky { appendProperty("flaky", "true", to: &xml) }
    if case .passed(isFixed: true) = record.outcome,
      !record.remarks.contains(where: { $0.kind == "fixed" })
    {
      appendProperty("fixed", "true", to: &xml)
    }
    if record.tries > 1 { appendProperty("tries", "\(record.tries)", to: &xml) }
    if record.wasSentAgain { appendProperty("sentAgain", "true", to: &xml) }
    if let waits = Wording.waits(record) { appendProperty("waited", waits, to: &xml) }
    for remark in record.remarks {
      appendProperty(remark.kind, account.wording.message(remark), to: &xml)
    }
    append("</properties>", to: &xml)
  }

  private func appendProperty(_ name: String, _ value: String, to xml: inout [UInt8]) {
    append("<property name=\"\(name)\" value=\"", to: &xml)
    XMLEncoding.append(value, .attribute, to: &xml)
    append("\"/>", to: &xml)
  }

  /// As in `flaky: GET /users: passed on try 2, after no answer`.
  private var remarks: [String] {
    StepRemark.all(of: record, account.wording).map {
      "\($0.kind.rawValue): \(StepAccount.title(record)): \($0.text)"
    }
  }

  /// A step that passed on a later try, in the form of Maven's Surefire.
  private func appendFlaky(to xml: inout [UInt8]) {
    let message = "no answer before try \(record.tries), which passed"
    append("<flakyFailure message=\"\(message)\" type=\"accord.flaky\"><stackTrace>", to: &xml)
    XMLEncoding.append(
      "\(message)\n\(account.sources.place(record.location))\n", .content, to: &xml)
    append("</stackTrace></flakyFailure>", to: &xml)
    append("<system-out>flaky: \(message)\n</system-out>", to: &xml)
  }

  private func append(_ text: String, to xml: inout [UInt8]) { xml.append(contentsOf: text.utf8) }

  static func cut(_ message: String) -> String {
    guard message.utf8.count > messageLimit, message.unicodeScalars.count > messageLimit else {
      return message
    }
    return String(message.unicodeScalars.prefix(messageLimit - 1)) + "…"
  }
}
