/// Keyed hashes with SHA-256 (RFC 2104).
package enum HMAC {
  /// The code of a message: 32 octets.
  package static func sha256(_ message: some Collection<UInt8>, key: [UInt8]) -> [UInt8] {
    var block = key.count > 64 ? SHA256.digest(key) : key
    block += [UInt8](repeating: 0, count: 64 - block.count)
    let inner = SHA256.digest(block.map { $0 ^ 0x36 } + message)
    return SHA256.digest(block.map { $0 ^ 0x5C } + inner)
  }
}

extension [UInt8] {
  /// The octets in hexadecimal, in small letters.
  package var hexadecimal: String {
    var text = ""
    for octet in self {
      for digit in [octet >> 4, octet & 15] {
        text.unicodeScalars.append(Unicode.Scalar(digit < 10 ? 0x30 + digit : 0x57 + digit))
      }
    }
    return text
  }
}
