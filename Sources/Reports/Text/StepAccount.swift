internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordRuns

/// Tells of one step: what it is called, what was sent and answered, what was found where in the
/// contract, and how to send it again.
struct StepAccount {
  let wording: Wording
  let sources: SourceFiles
  /// How the run reaches servers.
  var curlOptions: [CurlOption] = []

  /// An account for a report.
  ///
  /// - Parameters:
  ///   - sources: Where the contract's lines are read, and how its files are called.
  ///   - redactor: What the reports of the run share.
  init(_ sources: SourceOptions, _ redactor: Redactor) {
    wording = Wording(redactor: redactor)
    self.sources = SourceFiles(sources)
  }

  /// The names above a step and its own, as in `/users › GET /users`; a scenario's steps are
  /// numbered.
  static func title(_ record: StepRecord) -> String {
    var parts = record.path
    var title = record.title
    switch record.role {
    case .step: if record.ordinal > 0 { title = "\(record.ordinal). \(title)" }
    case .cleanup: title = "cleanup \(record.ordinal). \(title)"
    case .probe: parts.append("allows")
    }
    parts.append(title)
    var text = parts.joined(separator: " › ")
    if record.repetition > 1 { text += " #\(record.repetition)" }
    return VisibleText.escape(text)
  }

  /// What was sent and what came, a line for each exchange, and what reviews say of it.
  func exchangeLines(_ record: StepRecord) -> [String] {
    linesOfExchanges(record) + reviewLines(record)
  }

  /// What was sent and what came, a line for each exchange.
  func linesOfExchanges(_ record: StepRecord) -> [String] {
    if let told = record.told { return told.exchanges.map(wording.recorded) }
    guard !record.exchanges.isEmpty else {
      // One that a signal ended has no exchange, and was sent all the same.
      let fate = record.tries > 0 ? "was not answered" : "was not sent"
      return ["\(record.method) \(VisibleText.escape(record.endpoint)) \(fate)"]
    }
    var lines: [String] = []
    for (number, exchange) in record.exchanges.enumerated() {
      var line = "\(exchange.request.method) \(wording.shownURL(exchange.request.url)) "
      if let response = exchange.response ?? exchange.error?.received {
        line += "answered \(wording.words(status: response.status, reason: response.reason))"
        if exchange.error.map(\.isIncomplete) == true { line += ", incompletely" }
      } else {
        line += "was not answered"
      }
      // RFC 9110 section 9.2.2 allows it for what is idempotent; nobody should have to guess it.
      if exchange.sendCount > 1 { line += ", sent again since the kept connection had ended" }
      if number == record.exchanges.count - 1, record.tries > 1 {
        line += ", try \(record.tries) after \(Wording.duration(record.duration))"
      }
      for deferral in record.deferrals where deferral.exchange == number {
        if let wait = deferral.wait {
          line += ", sent again after \(Wording.duration(wait)) as Retry-After asked"
        }
      }
      lines.append(line)
      for deferral in record.deferrals where deferral.exchange == number {
        if let reason = wording.reason(deferral) { lines.append(reason) }
      }
    }
    return lines
  }

  /// What a line about a change begins with.
  static let sinceEarlier = "since the earlier run"

  /// What reviews say, a line for each remark, but for what is told as a finding or as the outcome.
  func reviewLines(_ record: StepRecord) -> [String] {
    let tellsFailing = record.findings.contains { $0.mismatch.place.kind == "change" }
    return record.remarks.compactMap { remark in
      if let change = remark.change {
        if change.fails, tellsFailing { return nil }
        return "\(Self.sinceEarlier): \(wording.message(remark))"
      }
      return remark.kind == "fixed" ? nil : wording.message(remark)
    }
  }

  /// What was found, one message a finding, in the contract's order.
  func messages(_ record: StepRecord) -> [String] {
    remarks(record) { wording, mismatch, nearMiss in
      [wording.message(mismatch, nearMiss: nearMiss)]
    }.map(\.text)
  }

  /// What was found, and where; a finding that is too long for a line is shown as a diff.
  func remarks(
    _ record: StepRecord,
    _ account: (Wording, Mismatch, _ nearMiss: String?) -> [String] = {
      $0.lines($1, nearMiss: $2)
    }
  ) -> [(text: String, location: SourceLocation)] {
    if case .errored(let problem) = record.outcome {
      return [(wording.message(problem), record.location)]
    }
    var remarks: [(text: String, location: SourceLocation)] = []
    let response = record.exchanges.last?.response
    for finding in record.findings {
      let nearMiss = NearMiss.of(finding.mismatch, in: response)
      for line in account(wording, finding.mismatch, nearMiss) {
        remarks.append((line, finding.location))
      }
      if finding.furtherCount > 0 {
        remarks.append((wording.further(finding.furtherCount), finding.location))
      }
    }
    return remarks
  }

  /// Everything below the title, without an indent.
  func lines(_ record: StepRecord, _ style: TextStyle) -> [String] {
    var lines = exchangeLines(record)
    lines += excerpts(remarks(record)).flatMap { $0.lines(style) }
    lines += answer(record)
    lines += reproduction(record)
    return lines.map(Wording.bounded)
  }

  /// What the server said for itself, where the answer as a whole is not what was expected.
  func answer(_ record: StepRecord) -> [String] {
    if record.isRecorded { return record.told?.answer.map(wording.recorded) ?? [] }
    guard record.findings.contains(where: \.isAboutTheWhole),
      let response = record.exchanges.last?.response
    else { return [] }
    var lines: [String] = []
    if 300..<400 ~= response.status, let location = response.fields.first("Location")?.value {
      lines.append(
        "it redirects to \(wording.quoted(location)), and .followRedirects() would follow")
    }
    guard !response.body.isEmpty else { return lines }
    let type = response.fields.first("Content-Type").map { wording.shown($0.value) }
    let size = Wording.count(response.body.count, "octet")
    let beginning = response.body.prefix(64 << 10)
    // Secrets come out first: with other white space they would not be known.
    let line = Self.line(wording.redactor.redactBeginning(Array(beginning)))
    let isCut =
      line.unicodeScalars.count > wording.excerptLimit || beginning.count < response.body.count
    let text =
      beginning.contains(0) ? "no text" : wording.beginning(of: line) + (isCut ? "…" : "")
    lines.append("answer: \(type ?? "no media type"), \(size): \(text)")
    return lines
  }

  /// Text in one line.
  private static func line(_ octets: [UInt8]) -> String {
    String(decoding: octets, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The command that sends the last request again; nothing where none was sent.
  func reproduction(_ record: StepRecord) -> [String] {
    if let told = record.told { return told.reproduction.map(wording.recorded) }
    guard let (text, notes) = command(record) else { return [] }
    return [Self.wordOfReproduction + text] + notes.map { "  (\(VisibleText.escape($0)))" }
  }

  private static let wordOfReproduction = "reproduce: "

  /// The same, with what it does not do as the request did; nil where none was sent.
  ///
  /// What a run file tells is taken as it is; where it tells nothing, and no archive has the exchange,
  /// nobody knows the request's fields and content.
  func command(_ record: StepRecord) -> (text: String, notes: [String])? {
    if let line = record.told?.reproduction.first, line.hasPrefix(Self.wordOfReproduction) {
      return (
        wording.recorded(String(line.dropFirst(Self.wordOfReproduction.count))),
        record.told?.reproduction.dropFirst().map { line in
          // As `  (…)`.
          wording.recorded(line.hasPrefix("  (") ? String(line.dropFirst(3).dropLast()) : line)
        } ?? []
      )
    }
    guard record.hasWholeExchanges, let exchange = record.exchanges.last else { return nil }
    let command = CurlCommand(
      exchange, options: curlOptions, redactor: wording.redactor, shownPath: sources.shownPath)
    return (command.text, command.notes)
  }

  /// An excerpt for each line of the contract of which something is said, in the order in which
  /// the lines come up.
  func excerpts(
    _ messages: [(text: String, location: SourceLocation)]
  ) -> [SourceExcerpt] {
    var order: [SourceLocation] = []
    var remarks: [String: [SourceExcerpt.Remark]] = [:]
    func key(_ location: SourceLocation) -> String { "\(location.line) \(location.filePath)" }
    for message in messages {
      let key = key(message.location)
      if remarks[key] == nil { order.append(message.location) }
      remarks[key, default: []].append(
        SourceExcerpt.Remark(column: message.location.column, text: message.text))
    }
    return order.map { location in
      SourceExcerpt(
        place: location == .unknown ? "the contract" : sources.place(location),
        lineNumber: location.line, line: sources.line(location),
        remarks: remarks[key(location)] ?? [])
    }
  }
}

extension Wording {
  /// A URL: longer than a value may be, since it is one's own.
  func shownURL(_ url: String) -> String {
    Wording(redactor: redactor, excerptLimit: 1_000).shown(url)
  }
}

extension Finding {
  /// Whether the status, or the kind of content, is not what was expected.
  fileprivate var isAboutTheWhole: Bool {
    switch (mismatch.place, mismatch.expected) {
    case (.status, _), (_, .wellFormedJSON), (_, .wellFormedXML): true
    default: false
    }
  }
}
