internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

/// Puts a document of Markdown together, failures first, and keeps it within its limit.
struct MarkdownDocument {
  let header: RunHeader
  let footer: RunFooter
  let account: StepAccount
  let slowest: [(title: String, duration: Duration)]
  let limit: Int

  /// So many octets are kept free for notes on what is left out.
  private static let reserve = 512

  func render(_ sections: [MarkdownReport.Remark: MarkdownSection]) -> [UInt8] {
    let beginning = resolved(beginning)
    let end = resolved(end)
    guard beginning.count + end.count <= limit else {
      // A summary that is too long is not shown at all, with what other tools wrote there.
      let verdict = beginning.prefix { $0 != UInt8(ascii: "\n") } + [UInt8(ascii: "\n")]
      return verdict.count <= limit ? Array(verdict) : []
    }
    var document = beginning
    var left = limit - beginning.count - end.count - Self.reserve
    var wasCut = false
    for remark in MarkdownReport.Remark.allCases {
      guard let section = sections[remark] else { continue }
      let title = Array("### \(Self.title(of: remark, count: section.count))\n\n".utf8)
      let note = 120
      var shown = 0
      var text = title
      for piece in section.pieces {
        guard text.count + piece.count + note <= left else { break }
        text += piece
        shown += 1
      }
      if shown < section.count {
        wasCut = true
        // Without room for a title there is none for a note either; the counts tell.
        guard text.count + note <= left else { continue }
        text += Array("\(shown > 0 ? "\n" : "")_and \(section.count - shown) more_\n".utf8)
      }
      if !text.suffix(2).elementsEqual("\n\n".utf8) { text += Array("\n".utf8) }
      left -= text.count
      document += text
    }
    if wasCut, left + Self.reserve >= 120 {
      let size = VisibleText.grouped(limit)
      document += Array("_What does not fit into \(size) octets is left out._\n\n".utf8)
    }
    return document + end
  }

  private static func title(of remark: MarkdownReport.Remark, count: Int) -> String {
    switch remark {
    case .failed: "Failed (\(count))"
    case .errored: "Without a verdict (\(count))"
    case .flaky: "Flaky: passed only when sent again (\(count))"
    case .fixed: "Fixed: these pass that were said to fail (\(count))"
    case .changed: "Changed since the earlier run (\(count))"
    case .sentAgain: "Sent again (\(count))"
    case .known: "Known (\(count))"
    }
  }

  // MARK: - Beginning

  private var beginning: MarkedText {
    var text = MarkedText()
    text.own("## \(mark) ")
    text.foreign(header.contract, as: .span)
    text.own(": \(verdict)\n\n")
    if let error = footer.unreachable {
      text.foreign(account.wording.shownURL(header.baseURL), as: .span)
      text.own(" cannot be reached:\n\n")
      text.foreign(account.wording.message(error), as: .block)
      text.own("\n\n")
    }
    if let signal = footer.signal {
      text.own("Stopped by \(Wording.name(ofSignal: signal)).\n\n")
    }
    appendCounts(to: &text)
    if !stale.isEmpty {
      text.own("### Failed: \(Wording.staleEntries(stale.count)) of the baseline\n\n")
      for message in account.wording.messages(stale) {
        text.own("- ")
        text.foreign(message, as: .span)
        text.own("\n")
      }
      text.own("\n")
    }
    if let ways = Wording.changes(of: footer.totals) {
      let steps = Wording.count(footer.totals.changed, "step")
      text.own("\(steps) changed since the earlier run: \(ways)\n\n")
    }
    if let waits = Wording.waits(footer.totals) { text.own("\(Self.sentence(waits))\n\n") }
    for warning in header.warnings {
      text.own("⚠️ ")
      text.foreign(account.wording.message(warning), as: .span)
      text.own("\n\n")
    }
    return text
  }

  private static func sentence(_ words: String) -> String {
    "\(words.prefix(1).uppercased())\(words.dropFirst())."
  }

  private var stale: [StaleEntry] { header.heldTo.staleEntries }

  private var mark: String {
    let totals = footer.totals
    let breaksRules = footer.conformance?.fails == true
    if totals.failed > 0 || !stale.isEmpty || breaksRules { return "❌" }
    if totals.errors > 0 || footer.signal != nil { return "⚠️" }
    let hasVerdict =
      totals.passed + totals.known > 0
      || totals.count == 0 && footer.conformance?.hasProbeVerdict == true
    return hasVerdict ? "✅" : "⚪"
  }

  private var verdict: String {
    let totals = footer.totals
    var parts: [String] = []
    if totals.failed > 0 { parts.append("\(VisibleText.grouped(totals.failed)) failed") }
    if !stale.isEmpty { parts.append(Wording.staleEntries(stale.count)) }
    if totals.errors > 0 {
      parts.append("\(VisibleText.grouped(totals.errors)) without a verdict")
    }
    if let conformance = footer.conformance, conformance.fails {
      let count = conformance.broken.count { $0.fails }
      parts.append("\(Wording.count(count, "rule")) of HTTP broken")
    }
    if !parts.isEmpty { return parts.joined(separator: ", ") }
    if footer.signal != nil { return "stopped" }
    if totals.count == 0, footer.conformance?.hasProbeVerdict == true { return "no rule fails it" }
    if totals.passed + totals.known > 0 { return "the contract holds" }
    return "no step gave a verdict"
  }

  /// The counts, in a table of Accord's own words and figures alone.
  private func appendCounts(to text: inout MarkedText) {
    let shown = Wording.outcomes(of: footer.totals).enumerated().filter {
      $0.offset < 4 || $0.element.count > 0
    }.map(\.element)
    text.own("| \(shown.map(\.word).joined(separator: " | ")) |\n")
    text.own("|\(String(repeating: " ---: |", count: shown.count))\n")
    text.own("| \(shown.map { VisibleText.grouped($0.count) }.joined(separator: " | ")) |\n\n")
    text.own(
      "\(Wording.count(footer.requestCount, "request")) in \(Wording.duration(footer.duration)) to "
    )
    text.foreign(account.wording.shownURL(header.baseURL), as: .span)
    text.own(", seed \(header.seed), Accord \(header.version)\n\n")
  }

  // MARK: - End

  private var end: MarkedText {
    var text = MarkedText()
    if let conformance = footer.conformance {
      MarkdownRules(conformance: conformance, account: account, limit: max(0, limit / 3))
        .append(to: &text)
    }
    guard slowest.count > 1 else { return text }
    text.own("<details><summary>Slowest</summary>\n\n")
    for step in slowest {
      text.own("- \(Wording.duration(step.duration)) ")
      text.foreign(step.title, as: .span)
      text.own("\n")
    }
    text.own("\n</details>\n")
    return text
  }

  private func resolved(_ text: MarkedText) -> [UInt8] {
    MarkedText.resolve(
      text.octets, account.wording.redactor, encode: MarkdownEncoding.encode)
  }
}
