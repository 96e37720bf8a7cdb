internal import AccordEngine

/// What a server asked for with `Retry-After`, and what was done.
extension Wording {
  /// Why the time that an answer asked for was not waited for; `nil` where it was.
  func reason(_ deferral: Deferral) -> String? {
    switch deferral.course {
    case .waited: nil
    case .recorded(let reason): recorded(reason)
    case .tooLong(let asked, let limit):
      "its Retry-After of \(Self.limit(asked)) does not fit into the step's time of "
        + "\(Self.limit(limit)), so the answer counts as it is"
    case .unusable(let value):
      "its Retry-After is \(quoted(value)), neither seconds nor a date (RFC 9110 section 10.2.3), so "
        + "the answer counts as it is"
    case .mayHaveActed(let method):
      "its Retry-After was not followed: \(shown(method)) is not idempotent, and the server may have "
        + "acted before it said \(deferral.status) (RFC 9110 section 9.2.2)"
    case .tooOften(let count):
      "its Retry-After was not followed: the step was sent again \(Self.count(count, "time")) already, and "
        + "the answer counts as it is"
    }
  }

  /// How often and how long a step waited; `nil` where it did not.
  static func waits(_ record: StepRecord) -> String? {
    let waits = record.deferrals.compactMap(\.wait)
    guard !waits.isEmpty else { return nil }
    let statuses = Set(record.deferrals.compactMap { $0.wait == nil ? nil : $0.status }).sorted()
    return "\(times(waits.count)), for \(duration(waits.reduce(.zero, +))), as Retry-After of "
      + "\(list(statuses.map(String.init), "and")) asked"
  }

  /// The same of a whole run.
  static func waits(_ totals: RunTotals) -> String? {
    guard totals.waits > 0 else { return nil }
    return
      "waited \(times(totals.waits)), for \(duration(totals.waited)) in all, as Retry-After asked"
  }

  private static func times(_ number: Int) -> String {
    number == 1 ? "once" : count(number, "time")
  }
}
