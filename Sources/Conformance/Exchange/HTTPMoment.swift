/// A moment in `IMF-fixdate`, the one form of a date that is sent (RFC 9110 section 5.6.7).
struct HTTPMoment {
  /// Seconds since the beginning of 1970, UTC.
  let seconds: Int

  private static let days: StaticString = "MonTueWedThuFriSatSun"
  private static let months: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
  /// What does not vary; a dot stands for what does.
  private static let form: StaticString = "..., .. ... .... ..:..:.. GMT"

  /// Reads a value strictly: the weekday is the date's, and the date is in the calendar.
  init?(_ octets: ArraySlice<UInt8>) {
    let seconds = octets.withUnsafeBufferPointer { Self.seconds($0) }
    guard let seconds else { return nil }
    self.seconds = seconds
  }

  private static func seconds(_ octets: UnsafeBufferPointer<UInt8>) -> Int? {
    guard octets.count == form.utf8CodeUnitCount else { return nil }
    for index in octets.indices {
      let due = form.utf8Start[index]
      guard due == UInt8(ascii: ".") || due == octets[index] else { return nil }
    }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        guard octets[index].isDigit else { return nil }
        value = value * 10 + Int(octets[index] - UInt8(ascii: "0"))
      }
      return value
    }
    func name(_ start: Int, of names: StaticString) -> Int? {
      for place in 0..<names.utf8CodeUnitCount / 3 {
        let name = names.utf8Start + place * 3
        if octets[start] == name[0], octets[start + 1] == name[1], octets[start + 2] == name[2] {
          return place
        }
      }
      return nil
    }
    guard let weekday = name(0, of: days), let day = number(5..<7), day >= 1,
      let month = name(8, of: months), let year = number(12..<16),
      let hour = number(17..<19), hour < 24, let minute = number(20..<22), minute < 60,
      let second = number(23..<25), second < 60 || second == 60 && hour == 23 && minute == 59,
      day <= length(ofMonth: month, year)
    else { return nil }
    let days = daysSince1970(year, month + 1, day)
    // The first day of 1970 was a Thursday.
    guard ((days + 3) % 7 + 7) % 7 == weekday else { return nil }
    return days * 86_400 + hour * 3_600 + minute * 60 + second
  }

  /// The days of a month, January being 0.
  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 1:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 3, 5, 8, 10: 30
    default: 31
    }
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
