/// `date-time` (RFC 3339 section 5.6): `2026-02-28T12:00:00.5+01:00`; `t` and `z` will do.
enum DateTimeFormat {
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard let date = rest.take(10).flatMap(CalendarDate.init(fullDate:)),
      rest.take("T") || rest.take("t"),
      let hour = rest.takeDecimal(digits: 2), hour < 24, rest.take(":"),
      let minute = rest.takeDecimal(digits: 2), minute < 60, rest.take(":"),
      let second = rest.takeDecimal(digits: 2), second <= 60
    else { return false }
    if rest.take(".") {
      let fraction = rest.prefix(while: \.isFormatDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count)
    }
    guard let offset = takeOffset(&rest), rest.isEmpty else { return false }
    return second < 60 || isLeapSecondPossible(date, minuteOfDay: hour * 60 + minute - offset)
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

  /// Whether a minute can have a second 60: only the last minute, in UTC, of a month can
  /// (RFC 3339 section 5.7).
  ///
  /// The minute is in UTC, counted from the midnight that began the date as it is written: negative
  /// on the day before, 1440 and more on the day after.
  private static func isLeapSecondPossible(_ date: CalendarDate, minuteOfDay: Int) -> Bool {
    let minutesOfDay = 24 * 60
    switch minuteOfDay {
    case -1: return date.day == 1
    case minutesOfDay - 1: return date.isLastOfMonth
    case 2 * minutesOfDay - 1:
      return CalendarDate(year: date.year, month: date.month, day: date.day + 1)?.isLastOfMonth
        ?? false
    default: return false
    }
  }
}
