internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordRuns

/// An exchange that shows that a rule was broken, as reports for people have it.
struct ShownExhibit {
  /// What it is for; empty where there is only one.
  let role: String
  let method: String
  let url: String
  /// The response code, if an answer came.
  let status: Int?
  /// What was sent and what came, each line behind `>` or `<`.
  let lines: [String]
  /// The parts that show the problem, in the same way.
  let marks: [String]
  /// The command that sends the request again, then what it does not do as the request did.
  let reproduction: [String]
}

extension ShownExhibit {
  /// What an earlier run showed.
  init(_ recorded: RecordedConformance.Exhibit, _ wording: Wording) {
    role = wording.recorded(recorded.role)
    method = wording.recorded(recorded.method)
    url = wording.recorded(recorded.url)
    status = recorded.status
    lines = recorded.lines.map(wording.recorded)
    marks = recorded.marks.map(wording.recorded)
    reproduction = recorded.reproduction.map(wording.recorded)
  }

  init(_ exhibit: Exhibit, _ account: StepAccount) {
    let exchange = exhibit.exchange.withoutCredentials
    let wording = account.wording
    let answer = exchange.response ?? exchange.error?.received
    role = wording.shown(exhibit.role)
    method = wording.shown(exchange.request.method)
    url = wording.shownURL(exchange.request.url)
    status = answer?.status
    var lines = Self.request(exchange, wording)
    var marks: [String] = []
    if let answer {
      let words = "< \(wording.words(status: answer.status, reason: answer.reason))"
      if exhibit.parts.contains(.status) { marks.append(words) } else { lines.append(words) }
      let parts = ExhibitedParts(response: answer, wording: wording)
      marks += exhibit.parts.flatMap(parts.lines).map { "< \($0)" }
    }
    if let error = exchange.error { lines.append("* \(wording.message(error))") }
    self.lines = lines.map(Wording.bounded)
    self.marks = marks.map(Wording.bounded)
    reproduction = Self.reproduction(exchange, account)
  }

  private static let lineLimit = 24

  /// The request as it was asked for; octets that are no such request as they were sent.
  private static func request(_ exchange: Exchange, _ wording: Wording) -> [String] {
    let request = exchange.request
    if exchange.isRaw, let sent = exchange.sent {
      let octets = wording.redactor.redactBeginning(Array((sent.head + sent.content).prefix(8_192)))
      let lines = VisibleText.lines(String(decoding: octets, as: UTF8.self))
      let further = lines.count - lineLimit
      return lines.prefix(lineLimit).map { $0.isEmpty ? ">" : "> \($0)" }
        + (further > 0 ? ["> (and \(Wording.count(further, "more line")))"] : [])
    }
    var lines = ["> \(wording.shown(request.method)) \(wording.shownURL(request.url))"]
    if let target = request.target { lines[0] += " as \(wording.quoted(target))" }
    for field in request.fields {
      guard let value = field.value else { continue }
      lines.append("> \(wording.shown(field.name)): \(wording.shown(value))")
    }
    switch request.content {
    case .none: break
    case .bytes(let octets): lines += ExhibitedParts.beginning(octets, wording).map { "> \($0)" }
    case .file: lines.append("> (the content of a file)")
    case .multipart(let parts): lines.append("> (\(Wording.count(parts.count, "part")))")
    }
    return lines
  }

  private static func reproduction(_ exchange: Exchange, _ account: StepAccount) -> [String] {
    let text: String?
    let notes: [String]
    if exchange.isRaw {
      let command = RawCommand(exchange: exchange, redactor: account.wording.redactor)
      (text, notes) = (command.text, command.notes)
    } else {
      let command = CurlCommand(
        exchange, options: account.curlOptions, redactor: account.wording.redactor,
        shownPath: account.sources.shownPath)
      (text, notes) = (command.text, command.notes)
    }
    return [text].compactMap(\.self) + notes.map { "  (\(VisibleText.escape($0)))" }
  }
}
