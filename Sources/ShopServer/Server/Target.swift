/// The target of a request.
enum Target {
  /// Undoes the percent-encoding of unreserved characters and writes the other triplets in
  /// capitals: such targets are equivalent (RFC 3986 section 6.2.2).
  ///
  /// All else stays as it was sent.
  static func normalized(_ target: String) -> String {
    guard target.utf8.contains(UInt8(ascii: "%")) else { return target }
    var result = ""
    var rest = target[...]
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      let triplet = rest[percent...].prefix(3)
      rest = rest[percent...].dropFirst(triplet.count)
      let digits = triplet.dropFirst()
      if digits.count == 2, digits.allSatisfy(\.isHexDigit), let octet = UInt8(digits, radix: 16) {
        let scalar = Unicode.Scalar(octet)
        result += isUnreserved(scalar) ? String(Character(scalar)) : triplet.uppercased()
      } else {
        result += triplet
      }
    }
    return result + rest
  }

  private static func isUnreserved(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
      || "-._~".unicodeScalars.contains(scalar)
  }
}
