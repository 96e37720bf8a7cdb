internal import AccordDocuments
internal import AccordEngine

/// What a run came to, in a word and in numbers: the page's title and its first line, which need no
/// script.
struct HTMLVerdict {
  let word: String
  let counts: String

  /// The verdict; without totals that of a run that never ended.
  ///
  /// - Parameter staleEntryCount: How many entries of a baseline the run fails for.
  init(_ footer: RunFooter?, staleEntryCount: Int = 0) {
    guard let footer else {
      word = "Unfinished"
      counts = "the run did not end"
      return
    }
    let totals = footer.totals
    word =
      if totals.failed > 0 || staleEntryCount > 0 || footer.conformance?.fails == true {
        "Failed"
      } else if footer.signal != nil {
        "Stopped"
      } else if footer.unreachable != nil {
        "Unreachable"
      } else if totals.errors > 0 {
        "No verdict"
      } else if totals.passed + totals.known > 0
        || totals.count == 0 && footer.conformance?.hasProbeVerdict == true
      {
        "Passed"
      } else {
        "Nothing judged"
      }
    let parts = [
      (totals.failed, "failed"), (totals.errors, totals.errors == 1 ? "error" : "errors"),
      (totals.passed, "passed"), (totals.skipped, "skipped"), (totals.observed, "observed"),
      (totals.known, "known"), (totals.fixed, "fixed"), (totals.expired, "expired"),
      (totals.flaky, "flaky"), (totals.changed, "changed"),
    ]
    let stale = staleEntryCount > 0 ? [Wording.staleEntries(staleEntryCount)] : []
    let broken = footer.conformance?.targets.reduce(0) { $0 + $1.count(of: .violation) } ?? 0
    let rules = broken > 0 ? ["\(Wording.count(broken, "rule")) violated"] : []
    counts =
      (stale + rules + parts.filter { $0.0 > 0 }.map { "\(VisibleText.grouped($0.0)) \($0.1)" })
      .joined(separator: ", ")
  }

  /// So many octets are kept free for each of the two, which are known when all is written.
  static let reserved = [UInt8](repeating: UInt8(ascii: " "), count: 320)

  /// What stands before the contract's name in the title: what a row of tabs shows of it.
  var title: [UInt8] { Array("\(word)\(counts.isEmpty ? "" : ": \(counts)") – ".utf8) }

  /// The first line of the page.
  var line: [UInt8] { Array("<strong>\(word)</strong> <span>\(counts)</span>".utf8) }
}
