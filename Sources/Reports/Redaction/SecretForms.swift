/// The forms in which a secret may stand in a text besides its escapes, which ``EscapedUnits`` reads.
enum SecretForms {
  /// All forms; some may be the same.
  static func forms(of secret: [UInt8]) -> [[UInt8]] {
    var forms = [secret, trimmed(secret)] + Base64Parts.parts(of: secret)
    forms += [hexadecimal(secret, digits: "0123456789abcdef")]
    forms += [hexadecimal(secret, digits: "0123456789ABCDEF")]
    // A key of hexadecimal digits, or a UUID, is the same in letters of either case.
    if secret.allSatisfy({ isHexadecimal($0) || $0 == UInt8(ascii: "-") }) {
      forms.append(secret.map { (0x41...0x46).contains($0) ? $0 | 0x20 : $0 })
      forms.append(secret.map { (0x61...0x66).contains($0) ? $0 & 0xDF : $0 })
    }
    return forms
  }

  /// White space at the ends is no part of a field's value (RFC 9110 section 5.5).
  private static func trimmed(_ secret: [UInt8]) -> [UInt8] {
    var secret = secret[...]
    while let first = secret.first, first <= 0x20 { secret = secret.dropFirst() }
    while let last = secret.last, last <= 0x20 { secret = secret.dropLast() }
    return Array(secret)
  }

  private static func hexadecimal(_ octets: [UInt8], digits: StaticString) -> [UInt8] {
    octets.flatMap { [digits.utf8Start[Int($0 >> 4)], digits.utf8Start[Int($0 & 15)]] }
  }

  private static func isHexadecimal(_ octet: UInt8) -> Bool {
    (0x30...0x39).contains(octet) || (0x61...0x66).contains(octet | 0x20)
  }
}
