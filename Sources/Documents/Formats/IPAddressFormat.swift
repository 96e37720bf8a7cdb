/// IP addresses as the grammars of RFC 3986 and RFC 5321 write them, which differ in two points.
struct IPAddressFormat {
  /// Whether a decimal octet may begin with zeros.
  let allowsLeadingZeros: Bool
  /// How many groups of zeros `::` must stand for at least.
  let fewestElidedGroups: Int

  /// `IPv4address` and `IPv6address` (RFC 3986 section 3.2.2).
  static let uri = IPAddressFormat(allowsLeadingZeros: false, fewestElidedGroups: 1)
  /// `IPv4-address-literal` and `IPv6-addr` (RFC 5321 section 4.1.3).
  static let email = IPAddressFormat(allowsLeadingZeros: true, fewestElidedGroups: 2)

  func acceptsVersion4(_ octets: ArraySlice<UInt8>) -> Bool {
    let parts = octets.parts(separatedBy: ".")
    return parts.count == 4
      && parts.allSatisfy { part in
        guard 1...3 ~= part.count, let value = part.decimal(digits: part.count) else {
          return false
        }
        return value <= 255 && (allowsLeadingZeros || part.count == 1 || part.first != 0x30)
      }
  }

  func acceptsVersion6(_ octets: ArraySlice<UInt8>) -> Bool {
    guard let elision = elision(in: octets) else { return groupCount(octets) == 8 }
    let before = octets[..<elision]
    let after = octets[(elision + 2)...]
    // An IPv4 address can only end the whole.
    guard let first = groupCount(before, mayEndInVersion4: false), let second = groupCount(after)
    else { return false }
    return first + second <= 8 - fewestElidedGroups
  }

  /// Where the first `::` begins; a second one is an empty group, which is none.
  private func elision(in octets: ArraySlice<UInt8>) -> Int? {
    octets.indices.dropLast().first {
      octets[$0] == UInt8(ascii: ":") && octets[$0 + 1] == UInt8(ascii: ":")
    }
  }

  /// How many groups of 16 bits a text has, of which an IPv4 address is two; nil if a part of it is
  /// no group.
  private func groupCount(_ octets: ArraySlice<UInt8>, mayEndInVersion4: Bool = true) -> Int? {
    guard !octets.isEmpty else { return 0 }
    let parts = octets.parts(separatedBy: ":")
    var count = 0
    for (number, part) in parts.enumerated() {
      if 1...4 ~= part.count, part.allSatisfy(\.isFormatHexDigit) {
        count += 1
      } else if mayEndInVersion4, number == parts.count - 1, acceptsVersion4(part) {
        count += 2
      } else {
        return nil
      }
    }
    return count
  }
}
