/// A day of the Gregorian calendar, from year 0 to 9999.
struct CalendarDate {
  let year: Int
  /// From 1 to 12.
  let month: Int
  /// From 1 to the last of the month.
  let day: Int

  /// A day that the calendar has; nil for another, such as the 30th of February.
  init?(year: Int, month: Int, day: Int) {
    guard 1...12 ~= month, 1...Self.days(ofMonth: month, year: year) ~= day else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a `full-date` (RFC 3339 section 5.6): `2026-02-28`.
  init?(fullDate octets: ArraySlice<UInt8>) {
    var rest = octets
    guard let year = rest.takeDecimal(digits: 4), rest.take("-"),
      let month = rest.takeDecimal(digits: 2), rest.take("-"),
      let day = rest.takeDecimal(digits: 2), rest.isEmpty
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  var isLastOfMonth: Bool { day == Self.days(ofMonth: month, year: year) }

  /// From 0 for Sunday to 6 for Saturday.
  var weekday: Int {
    // The year begins in March here, so that the leap day is its last and moves no other.
    let years = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    // 153 days are the five months from March to July, and again from August to December.
    let dayOfYear = (153 * months + 2) / 5 + day
    // 400 years are a whole number of weeks; with them no term is negative.
    let later = years + 400
    return (later + later / 4 - later / 100 + later / 400 + dayOfYear + 2) % 7
  }

  /// RFC 3339 section 5.7 and appendix C.
  private static func days(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }
}
