/// `duration` (RFC 3339 appendix A): `P1Y2M3DT4H5M6S`, `P2W`.
///
/// Parts may be left out at either end, and not between: hours and seconds need minutes.
enum DurationFormat {
  static func accepts(_ octets: ArraySlice<UInt8>) -> Bool {
    var rest = octets
    guard rest.take("P") else { return false }
    let parts = rest.split(separator: UInt8(ascii: "T"), omittingEmptySubsequences: false)
    switch parts.count {
    case 1: return isRun(parts[0], of: "W") || isRun(parts[0], of: "YMD")
    case 2:
      return (parts[0].isEmpty || isRun(parts[0], of: "YMD")) && isRun(parts[1], of: "HMS")
    default: return false
    }
  }

  /// Whether this is one number or more, each with its unit, where no unit between is left out.
  private static func isRun(_ octets: ArraySlice<UInt8>, of units: StaticString) -> Bool {
    let units = units.withUTF8Buffer { Array($0) }
    var rest = octets
    var expected: Int?
    while !rest.isEmpty {
      let digits = rest.prefix(while: \.isFormatDigit)
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let unit = rest.popFirst(),
        let position = units.firstIndex(of: unit), position == expected ?? position
      else { return false }
      expected = position + 1
    }
    return expected != nil
  }
}
