/// A moment as text (ISO 8601), in UTC.
enum Timestamp {
  /// As in `2026-01-31T12:00:00`, without a zone: the only form that every JUnit schema accepts.
  static func seconds(_ millisecondsSince1970: Int64) -> String {
    let seconds = floorDivide(millisecondsSince1970, 1_000)
    let days = floorDivide(seconds, 86_400)
    let second = seconds - days * 86_400
    let (year, month, day) = civil(days)
    return "\(padded(year, 4))-\(padded(month))-\(padded(day))T"
      + "\(padded(second / 3_600)):\(padded(second / 60 % 60)):\(padded(second % 60))"
  }

  /// As in `2026-01-31T12:00:00.250Z`, with the zone.
  static func milliseconds(_ millisecondsSince1970: Int64) -> String {
    let rest = millisecondsSince1970 - floorDivide(millisecondsSince1970, 1_000) * 1_000
    return "\(seconds(millisecondsSince1970)).\(padded(rest, 3))Z"
  }

  /// The date of a day of the proleptic Gregorian calendar, counted from 1970-01-01: in years that
  /// begin with March, so that a leap day is the last of its year.
  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  private static func padded(_ value: Int64, _ width: Int = 2) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }
}
