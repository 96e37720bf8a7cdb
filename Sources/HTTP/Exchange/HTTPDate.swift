/// A moment as HTTP writes it, to the second (RFC 9110 section 5.6.7).
package struct HTTPDate: Sendable, Hashable {
  /// Seconds since the beginning of 1970, UTC.
  package let secondsSince1970: Int64

  /// Reads any of the three formats that a recipient must accept.
  ///
  ///     Sun, 06 Nov 1994 08:49:37 GMT    (IMF-fixdate)
  ///     Sunday, 06-Nov-94 08:49:37 GMT   (RFC 850)
  ///     Sun Nov  6 08:49:37 1994         (asctime)
  ///
  /// The day's name must be one and need not be the right one: it says nothing that the date does not.
  ///
  /// - Parameters:
  ///   - text: What a field says, in its own case.
  ///   - now: Seconds since 1970: a year of two figures that seems to lie more than 50 years after it
  ///     is of the century before.
  package init?(parsing text: String, now: Int64) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard let first = words.first else { return nil }
    let parts: [Substring]
    if first.hasSuffix(",") {
      let day = first.dropLast()
      if words.count == 6, words[5] == "GMT", Self.days.contains(day), words[3].utf8.count == 4 {
        parts = [words[1], words[2], words[3], words[4]]
      } else if words.count == 4, words[3] == "GMT", Self.longDays.contains(day) {
        let date = words[1].split(separator: "-", omittingEmptySubsequences: false)
        guard date.count == 3, date[2].utf8.count == 2 else { return nil }
        parts = date + [words[2]]
      } else {
        return nil
      }
    } else {
      // A day of one figure has a space before it.
      let words = words.count == 6 && words[2].isEmpty ? words[..<2] + words[3...] : words[...]
      let list = Array(words)
      guard list.count == 5, Self.days.contains(list[0]), list[4].utf8.count == 4 else {
        return nil
      }
      parts = [list[2].count == 1 ? "0" + list[2] : list[2], list[1], list[4], list[3]]
    }
    guard let seconds = Self.seconds(parts[0], parts[1], parts[2], parts[3], now: now) else {
      return nil
    }
    secondsSince1970 = seconds
  }

  private static let days: Set<Substring> = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let longDays: Set<Substring> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func seconds(
    _ day: Substring, _ month: Substring, _ year: Substring, _ time: Substring, now: Int64
  ) -> Int64? {
    let clock = time.split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = figures(clock[0], 2), let minute = figures(clock[1], 2),
      let second = figures(clock[2], 2), hour < 24, minute < 60, second <= 60,
      let day = figures(day, 2), let index = months.firstIndex(of: month)
    else { return nil }
    func seconds(inYear year: Int) -> Int64? {
      let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
      guard day >= 1, day <= lengths[index] + (isLeap && index == 1 ? 1 : 0) else { return nil }
      let days = Self.days(year, index + 1, day)
      // A leap second is the one that follows it.
      return Int64(days * 86_400 + hour * 3_600 + minute * 60 + second)
    }
    if year.utf8.count == 4 { return figures(year, 4).flatMap(seconds(inYear:)) }
    guard let two = figures(year, 2) else { return nil }
    let latest = now + 50 * 31_556_952
    let century = Int((now / 31_556_952 + 1_970) / 100) * 100
    for candidate in [century + 100 + two, century + two] {
      if let seconds = seconds(inYear: candidate), seconds <= latest { return seconds }
    }
    return seconds(inYear: century - 100 + two)
  }

  private static func figures(_ text: Substring, _ count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(text)
  }

  /// Days from the beginning of 1970 to a day of the Gregorian calendar, counted in years that begin
  /// in March, so that the leap day comes last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
