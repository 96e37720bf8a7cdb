/// `date-time` (RFC 3339 section 5.6): `2026-02-28T12:00:00.5+01:00`; `t` and `z` will do.
enum DateTimeFormat {
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard let date = rest.take(10).flatMap(CalendarDate.init(fullDate:)),
      rest.take("T") || rest.take("t"),
      let time = TimeFormat(taking: &rest), rest.isEmpty
    else { return false }
    return !time.isLeapSecond || isLeapSecondPossible(date, minuteOfDay: time.minuteInUTC)
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
