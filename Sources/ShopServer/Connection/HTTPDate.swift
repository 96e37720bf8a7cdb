#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Dates as HTTP writes them: IMF-fixdate (RFC 9110 section 5.6.7).
enum HTTPDate {
  static var now: String { text(at: Int(Date().timeIntervalSince1970)) }

  /// The date so many seconds after 1970 began in UTC; before that there is none.
  static func text(at seconds: Int) -> String {
    let days = seconds / 86_400
    let (year, month, day) = civil(days: days)
    let weekday = weekdays[days % 7]
    let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(twoDigits)
    return "\(weekday), \(twoDigits(day)) \(months[month - 1]) \(year) "
      + clock.joined(separator: ":") + " GMT"
  }

  /// From the first day of 1970 on.
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }

  /// The Gregorian date of a day since 1970.
  ///
  /// Years are counted from March, so that the leap day is the last one.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let sinceEra = days + 719_468
    let era = sinceEra / 146_097
    let dayOfEra = sinceEra % 146_097
    let leapDays = dayOfEra / 1_460 - dayOfEra / 36_524 + dayOfEra / 146_096
    let yearOfEra = (dayOfEra - leapDays) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
