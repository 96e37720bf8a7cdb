internal import AccordDocuments
internal import AccordEngine

/// The end of a text report: what came out, in how much time, and where the reports are.
struct RunSummary {
  let header: RunHeader
  let footer: RunFooter
  let slowest: [(title: String, duration: Duration)]
  let unreachableCount: Int
  let written: WrittenReports

  func lines(_ wording: Wording, _ style: TextStyle, isQuiet: Bool) -> [String] {
    var lines: [String] = []
    if let error = footer.unreachable {
      lines.append(
        "\(style.paint("!", .yellow)) \(style.paint("\(wording.shownURL(header.baseURL)) cannot be reached", .bold))"
      )
      lines.append("    \(wording.message(error))")
      lines.append("    \(Wording.count(unreachableCount, "step")) could not run")
    }
    if let signal = footer.signal {
      lines.append(
        "\(style.paint("!", .yellow)) stopped by \(Wording.name(ofSignal: signal)); "
          + (footer.gaveUpCleanups
            ? "what was in flight was abandoned, clean-ups too"
            : "what was in flight was abandoned, clean-ups were run"))
    }
    if !lines.isEmpty { lines.append("") }
    lines.append("\(style.paint(VisibleText.escape(header.contract), .bold)): \(counts(style))")
    lines.append("  \(pace)")
    if let waits = Wording.waits(footer.totals) { lines.append("  \(waits)") }
    for message in wording.messages(header.heldTo.staleEntries) {
      lines.append("  \(style.paint("failed", .red)): \(message)")
    }
    for warning in header.warnings {
      lines.append("  \(style.paint("warning", .yellow)): \(wording.message(warning))")
    }
    if let conformance = footer.conformance {
      lines += ConformanceSummary(conformance).lines(wording, style, isQuiet: isQuiet)
    }
    if !isQuiet {
      lines += slowestLines
      if !written.paths.isEmpty {
        lines.append("  reports: \(written.paths.map(VisibleText.escape).joined(separator: ", "))")
      }
    }
    return lines
  }

  private func counts(_ style: TextStyle) -> String {
    let totals = footer.totals
    // Where there is no step, what probes found is told below.
    guard header.stepCount > 0 || totals.count > 0 || footer.conformance?.targets.isEmpty != false
    else {
      let broken = footer.conformance?.broken.count ?? 0
      guard footer.conformance?.hasProbeVerdict == true else {
        return style.paint("no rule judged", .yellow)
      }
      return broken == 0
        ? style.paint("no rule violated", .green)
        : style.paint(
          "\(Wording.count(broken, "rule")) violated",
          footer.conformance?.fails == true ? .red : .yellow)
    }
    var parts = [style.paint("\(totals.passed) passed", totals.passed > 0 ? .green : .faint)]
    func add(_ count: Int, _ word: String, _ role: TextStyle.Role?) {
      guard count > 0 else { return }
      let text = "\(VisibleText.grouped(count)) \(word)"
      parts.append(role.map { style.paint(text, $0) } ?? text)
    }
    add(totals.failed, "failed", .red)
    add(totals.errors, totals.errors == 1 ? "error" : "errors", .yellow)
    add(totals.skipped, "skipped", nil)
    add(totals.observed, "observed", nil)
    add(totals.known, "known", nil)
    add(totals.fixed, "fixed", nil)
    add(totals.expired, "expired", .yellow)
    add(totals.flaky, "flaky", .yellow)
    let ways = Wording.changes(of: totals).map { " (\($0))" } ?? ""
    add(totals.changed, "changed\(ways)", .yellow)
    let stale = header.heldTo.staleEntries.count
    if stale > 0 { parts.append(style.paint(Wording.staleEntries(stale), .red)) }
    if header.stepCount != totals.count {
      parts.append("\(VisibleText.grouped(header.stepCount - totals.count)) without an outcome")
    }
    return parts.joined(separator: ", ")
  }

  private var pace: String {
    let microseconds = footer.duration.microseconds
    let rate = microseconds > 0 ? Int64(footer.requestCount) * 1_000_000 / microseconds : 0
    return
      "\(Wording.count(footer.requestCount, "request")) in \(Wording.duration(footer.duration))"
      + (footer.requestCount > 1 ? " (\(VisibleText.grouped(Int(rate))) a second)" : "")
      + ", \(header.jobs) at a time\(seed)" + (header.isShuffled ? ", shuffled" : "") + shards
  }

  private var seed: String {
    header.joined?.haveSeveralSeeds == true ? "" : ", seed \(header.seed)"
  }

  /// Which part of a run this was, or of how many parts it was made.
  private var shards: String {
    if let shard = header.shard?.shard { return ", shard \(shard)" }
    return header.joined.map { ", \(Wording.count($0.count, "shard"))" } ?? ""
  }

  private var slowestLines: [String] {
    guard slowest.count > 1 else { return [] }
    let durations = slowest.map { Wording.duration($0.duration) }
    let width = durations.map(\.count).max() ?? 0
    return ["  slowest:"]
      + zip(slowest, durations).map { step, duration in
        "    \(String(repeating: " ", count: width - duration.count))\(duration)  \(step.title)"
      }
  }
}
