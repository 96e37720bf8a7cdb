internal import AccordEngine

/// A step that did not pass, as a section of Markdown.
struct MarkdownStep {
  let record: StepRecord
  let account: StepAccount

  /// So many lines are shown of one step.
  private static let lineLimit = 40

  func render() -> [UInt8] {
    var text = MarkedText()
    text.own("#### \(isFailure ? "❌" : "⚠️") ")
    text.foreign(StepAccount.title(record), as: .span)
    text.own("\n\n")
    let lines = account.lines(record, .plain)
    let end = lines.firstIndex { $0.hasPrefix("reproduce: ") } ?? lines.count
    let shown = lines[..<end].prefix(Self.lineLimit)
    text.foreign(shown.joined(separator: "\n"), as: .block)
    text.own("\n\n")
    if shown.count < end {
      text.own("and \(Wording.count(end - shown.count, "more line"))\n\n")
    }
    appendReproduction(to: &text)
    return text.octets
  }

  private var isFailure: Bool { if case .failed = record.outcome { true } else { false } }

  private func appendReproduction(to text: inout MarkedText) {
    guard let command = account.command(record) else { return }
    let shown = [command.text] + command.notes.map { "# \($0)" }
    // An empty line behind the tag: what follows is Markdown again (CommonMark section 4.6).
    text.own("<details><summary>Send it again with curl</summary>\n\n")
    text.foreign(shown.joined(separator: "\n"), as: .shell)
    text.own("\n\n</details>\n\n")
  }
}
