/// What a response's `Retry-After` asks for (RFC 9110 section 10.2.3).
package enum RetryAfter: Sendable, Hashable {
  /// So long nothing is to be sent.
  case delay(Duration)
  /// The field says nothing that can be followed: neither seconds nor a date, or several things.
  case unusable(String)

  /// The longest delay that is told apart from longer ones.
  private static let longest: Int64 = 1_000_000_000

  /// What a response asks for; nil where it has no such field, or is no answer that means to be asked
  /// again: 429 (RFC 6585 section 4) and 503 (RFC 9110 section 15.6.4).
  ///
  /// A date counts from the response's own `Date`, so that clocks need not agree; without a usable one
  /// from this side's.
  ///
  /// - Parameter now: Seconds since 1970 when the response came.
  package init?(_ response: HTTPResponse, now: Int64) {
    guard response.status == 429 || response.status == 503 else { return nil }
    let values = Set(response.fields.all("retry-after").map(\.value))
    guard let value = values.first else { return nil }
    guard values.count == 1 else {
      self = .unusable(values.sorted().joined(separator: ", "))
      return
    }
    self.init(parsing: value, date: response.fields.first("date")?.value, now: now)
  }

  /// What a value asks for, beside the value of `Date`.
  package init(parsing value: String, date: String?, now: Int64) {
    if !value.isEmpty, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
      // Figures that no number holds are a long time all the same.
      self = .delay(.seconds(min(Int64(value) ?? Self.longest, Self.longest)))
    } else if let moment = HTTPDate(parsing: value, now: now) {
      let sent = date.flatMap { HTTPDate(parsing: $0, now: now) }?.secondsSince1970 ?? now
      self = .delay(.seconds(min(max(moment.secondsSince1970 - sent, 0), Self.longest)))
    } else {
      self = .unusable(value)
    }
  }
}
