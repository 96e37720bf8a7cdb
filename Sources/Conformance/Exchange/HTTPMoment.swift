/// A moment in `IMF-fixdate`, the one form of a date that is sent (RFC 9110 section 5.6.7).
struct HTTPMoment {
  /// Seconds since the beginning of 1970, UTC.
  let seconds: Int

  private static let days = Array("MonTueWedThuFriSatSun".utf8)
  private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)
  private static let form = Array("Day, 00 Mon 0000 00:00:00 GMT".utf8)

  /// Reads a value strictly: the weekday is the date's, and the date is in the calendar.
  init?(_ octets: ArraySlice<UInt8>) {
    guard octets.count == Self.form.count else { return nil }
    let start = octets.startIndex
    // What does not vary.
    for index in [3, 4, 7, 11, 16, 19, 22, 25, 26, 27, 28]
    where octets[start + index] != Self.form[index] {
      return nil
    }
    func number(_ offset: Int, _ count: Int) -> Int? {
      var value = 0
      for index in offset..<offset + count {
        guard octets[start + index].isDigit else { return nil }
        value = value * 10 + Int(octets[start + index] - UInt8(ascii: "0"))
      }
      return value
    }
    func name(_ offset: Int, of names: [UInt8]) -> Int? {
      var place = 0
      while place < names.count {
        if octets[start + offset] == names[place], octets[start + offset + 1] == names[place + 1],
          octets[start + offset + 2] == names[place + 2]
        {
          return place / 3
        }
        place += 3
      }
      return nil
    }
    guard let weekday = name(0, of: Self.days), let day = number(5, 2), day >= 1,
      let month = name(8, of: Self.months), let year = number(12, 4),
      let hour = number(17, 2), hour < 24, let minute = number(20, 2), minute < 60,
      let second = number(23, 2), second < 60 || second == 60 && hour == 23 && minute == 59,
      day <= Self.length(ofMonth: month, year)
    else { return nil }
    let days = Self.daysSince1970(year, month + 1, day)
    // The first day of 1970 was a Thursday.
    guard ((days + 3) % 7 + 7) % 7 == weekday else { return nil }
    seconds = days * 86_400 + hour * 3_600 + minute * 60 + second
  }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }

  /// Counted in years that begin in March, so that the leap day comes last.
  private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
