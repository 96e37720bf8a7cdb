/// The counts of a suite or of all suites, and the attributes that state them.
struct JUnitTotals {
  private(set) var tests = 0
  private var failures = 0
  private var errors = 0
  private var skipped = 0
  /// The sum of the cases' times as they are written, in milliseconds.
  private var milliseconds: Int64 = 0

  /// What JUnit knows of outcomes.
  enum Verdict {
    case passed, failure, error, skipped
  }

  mutating func add(_ verdict: Verdict, milliseconds: Int64) {
    tests += 1
    switch verdict {
    case .passed: break
    case .failure: failures += 1
    case .error: errors += 1
    case .skipped: skipped += 1
    }
    self.milliseconds += milliseconds
  }

  /// So many octets are kept free for the attributes, which are known when all cases are written.
  static let reserved = [UInt8](repeating: UInt8(ascii: " "), count: 120)

  /// The attributes, at most as long as what is reserved for them.
  func attributes(countsSkipped: Bool) -> [UInt8] {
    var text = #" tests="\#(tests)" failures="\#(failures)" errors="\#(errors)""#
    if countsSkipped { text += #" skipped="\#(skipped)""# }
    text += #" time="\#(Self.decimal(ofThousandths: milliseconds))""#
    return Array(text.utf8)
  }

  /// Thousandths as a number with three decimals: milliseconds as seconds, microseconds as
  /// milliseconds.
  ///
  /// - Parameter count: How many thousandths; not negative.
  static func decimal(ofThousandths count: Int64) -> String {
    let rest = count % 1_000
    return String(count / 1_000) + (rest < 10 ? ".00" : rest < 100 ? ".0" : ".") + String(rest)
  }
}
