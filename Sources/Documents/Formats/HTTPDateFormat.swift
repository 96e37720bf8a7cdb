/// `IMF-fixdate` (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
///
/// The parts mean what they mean in RFC 5322 section 3.3: the weekday is the date's, the year is
/// 1900 or later, and a leap second can only end a day.
enum HTTPDateFormat {
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard let weekday = takeName(of: weekdays, &rest), rest.take(", "),
      let day = rest.takeDecimal(digits: 2), rest.take(" "),
      let month = takeName(of: months, &rest), rest.take(" "),
      let year = rest.takeDecimal(digits: 4), year >= 1900, rest.take(" "),
      let date = CalendarDate(year: year, month: month + 1, day: day), date.weekday == weekday,
      let hour = rest.takeDecimal(digits: 2), hour < 24, rest.take(":"),
      let minute = rest.takeDecimal(digits: 2), minute < 60, rest.take(":"),
      let second = rest.takeDecimal(digits: 2), rest.take(" GMT"), rest.isEmpty
    else { return false }
    return second < 60 || second == 60 && hour == 23 && minute == 59
  }

  /// Takes a name of three letters, with its case, and returns its position.
  private static func takeName(of names: [String], _ rest: inout ArraySlice<UInt8>) -> Int? {
    guard let name = rest.take(3) else { return nil }
    return names.firstIndex { $0.utf8.elementsEqual(name) }
  }
}
