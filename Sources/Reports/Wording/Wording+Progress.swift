internal import AccordDocuments
package import AccordEngine

extension Wording {
  /// How far a run is, in one line: `1,204 of 10,000 done, 3 failed, 843 a second, 10 s left; GET
  /// /users/{id} for 1.24 s`.
  ///
  /// - Parameters:
  ///   - rate: How many steps were done in a second of late; `nil` or 0 where none was.
  ///   - now: The moment that `snapshot` is of.
  package func progress(
    _ snapshot: RunProgress.Snapshot, rate: Double?, at now: ContinuousClock.Instant
  ) -> String {
    if let probed = snapshot.probed {
      let steps = snapshot.stepCount == 0 ? "" : "\(counts(snapshot).joined(separator: ", ")); "
      return steps + progress(probed)
    }
    var parts = counts(snapshot)
    if let rate, rate >= 0.05 {
      parts.append(rate < 10 ? "\(Self.tenths(of: rate)) a second" : "\(Self.whole(rate)) a second")
      let left = Double(max(0, snapshot.stepCount - snapshot.done)) / rate
      // A week is as good as for ever, and a number that can be shown.
      if left > 0, left < 604_800 {
        let seconds = max(1, Int64(left.rounded()))
        parts.append("\(seconds < 60 ? "\(seconds) s" : Self.duration(.seconds(seconds))) left")
      }
    }
    let counts = parts.joined(separator: ", ")
    guard let flight = snapshot.slowest else { return counts }
    let name = VisibleText.escape(redactor.redact("\(flight.method) \(flight.endpoint)"))
    return "\(counts); \(name) for \(Self.duration(flight.since.duration(to: now)))"
  }

  /// What is probed now: `probing /cart (2 of 4): http.put.idempotent, 57 requests`.
  private func progress(_ probed: RunProgress.ProbedNow) -> String {
    let place = probed.count > 1 ? " (\(probed.number) of \(probed.count))" : ""
    let rule = probed.rule.map { "\($0), " } ?? ""
    return "probing \(VisibleText.escape(redactor.redact(probed.target)))\(place): "
      + "\(rule)\(Self.count(probed.requestCount, "request"))"
  }

  /// How many steps are done, and how many of them not well.
  private func counts(_ snapshot: RunProgress.Snapshot) -> [String] {
    var parts = [
      "\(VisibleText.grouped(snapshot.done)) of \(VisibleText.grouped(snapshot.stepCount)) done"
    ]
    if snapshot.failed > 0 { parts.append("\(VisibleText.grouped(snapshot.failed)) failed") }
    if snapshot.errors > 0 { parts.append(Self.count(snapshot.errors, "error")) }
    return parts
  }

  private static func whole(_ number: Double) -> String {
    VisibleText.grouped(Int(min(number, 1e12).rounded()))
  }

  private static func tenths(of number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
