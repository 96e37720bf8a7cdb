/// A second, as HTTP writes it (RFC 9110 section 5.6.7).
struct ModelMoment: Sendable, Hashable, Comparable {
  /// Seconds since the beginning of 1970.
  var seconds: Int

  init(_ seconds: Int) { self.seconds = seconds }

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`.
  init?(parsing text: String) {
    let words = text.split { $0 == " " || $0 == ":" || $0 == "," }
    guard words.count == 8, words[7] == "GMT", let day = Int(words[1]),
      let month = Self.months.firstIndex(of: words[2]), let year = Int(words[3]),
      let hour = Int(words[4]), let minute = Int(words[5]), let second = Int(words[6])
    else { return nil }
    let days = Self.days(year, month + 1, day)
    seconds = ((days * 24 + hour) * 60 + minute) * 60 + second
  }

  /// The date in HTTP's own form.
  var field: String {
    let days = seconds / 86_400
    let (year, month, day) = Self.date(days)
    let clock = seconds % 86_400
    let time = [clock / 3_600, clock / 60 % 60, clock % 60].map(Self.two).joined(separator: ":")
    let name = Self.names[(days + 4) % 7]
    return "\(name), \(Self.two(day)) \(Self.months[month - 1]) \(year) \(time) GMT"
  }

  static func < (left: ModelMoment, right: ModelMoment) -> Bool { left.seconds < right.seconds }

  private static let names = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months: [Substring] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func length(_ year: Int, _ month: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days from the beginning of 1970: counted one year after the other, since few are.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    guard 1970...9999 ~= year else { return 0 }
    let years = (1970..<year).reduce(0) { $0 + (isLeap($1) ? 366 : 365) }
    return years + (1..<month).reduce(0) { $0 + length(year, $1) } + day - 1
  }

  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    var (year, month, rest) = (1970, 1, days)
    while rest >= (isLeap(year) ? 366 : 365) {
      rest -= isLeap(year) ? 366 : 365
      year += 1
    }
    while rest >= length(year, month) {
      rest -= length(year, month)
      month += 1
    }
    return (year, month, rest + 1)
  }
}
