/// `full-time` (RFC 3339 section 5.6): `12:00:00.5+01:00`; `z` will do.
struct TimeFormat {
  /// Counted from the midnight that begins the day as it is written, and brought to UTC: negative
  /// on the day before, 1440 and more on the day after.
  let minuteInUTC: Int
  let isLeapSecond: Bool

  private static let minutesOfDay = 24 * 60

  /// Whether the whole text is a time.
  ///
  /// A leap second ends a day in UTC, of which nothing more is known here (section 5.7).
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard let time = TimeFormat(taking: &rest), rest.isEmpty else { return false }
    let minute = (time.minuteInUTC + minutesOfDay) % minutesOfDay
    return !time.isLeapSecond || minute == minutesOfDay - 1
  }

  /// Takes a time from the front, with its offset; nil where there is none.
  init?(taking rest: inout ArraySlice<UInt8>) {
    guard let hour = rest.takeDecimal(digits: 2), hour < 24, rest.take(":"),
      let minute = rest.takeDecimal(digits: 2), minute < 60, rest.take(":"),
      let second = rest.takeDecimal(digits: 2), second <= 60
    else { return nil }
    if rest.take(".") {
      let fraction = rest.prefix(while: \.isFormatDigit)
      guard !fraction.isEmpty else { return nil }
      rest = rest.dropFirst(fraction.count)
    }
    guard let offset = Self.takeOffset(&rest) else { return nil }
    minuteInUTC = hour * 60 + minute - offset
    isLeapSecond = second == 60
  }

  /// Takes `time-offset` and returns its minutes.
  private static func takeOffset(_ rest: inout ArraySlice<UInt8>) -> Int? {
    if rest.take("Z") || rest.take("z") { return 0 }
    let isPositive = rest.take("+")
    guard isPositive || rest.take("-"),
      let hours = rest.takeDecimal(digits: 2), hours < 24, rest.take(":"),
      let minutes = rest.takeDecimal(digits: 2), minutes < 60
    else { return nil }
    return (isPositive ? 1 : -1) * (hours * 60 + minutes)
  }
}
