/// The format gzip (RFC 1952) without any compression: its octets lie in blocks as they are.
package enum ModelGzip {
  /// The octets in gzip.
  package static func encode(_ octets: [UInt8]) -> [UInt8] {
    var coded: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var rest = octets[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      coded.append(rest.isEmpty ? 1 : 0)
      coded += littleEndian(count) + littleEndian(~count) + block
    } while !rest.isEmpty
    return coded + littleEndian(checksum(octets)) + littleEndian(UInt32(octets.count))
  }

  /// What ``encode(_:)`` was given; `nil` for anything else.
  package static func decode(_ octets: [UInt8]) -> [UInt8]? {
    guard octets.starts(with: [0x1F, 0x8B, 8, 0]) else { return nil }
    var rest = octets.dropFirst(10)
    var plain: [UInt8] = []
    while let head = rest.popFirst() {
      guard head <= 1, rest.count >= 4 else { return nil }
      let count = Int(rest[rest.startIndex]) | Int(rest[rest.startIndex + 1]) << 8
      rest = rest.dropFirst(4)
      plain += rest.prefix(count)
      rest = rest.dropFirst(count)
      if head == 1 {
        return Array(rest) == littleEndian(checksum(plain)) + littleEndian(UInt32(plain.count))
          ? plain : nil
      }
    }
    return nil
  }

  /// Whether Accept-Encoding takes gzip (RFC 9110 section 12.5.3).
  static func isTaken(by field: String?) -> Bool {
    guard let field else { return false }
    var star: Bool?
    for part in field.lowercased().split(separator: ",") {
      let words = part.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      let weight = words.dropFirst().first { $0.hasPrefix("q=") }
      let isTaken = weight.flatMap { Double($0.dropFirst(2)) } ?? 1 > 0
      if words.first == "gzip" { return isTaken }
      if words.first == "*" { star = isTaken }
    }
    return star ?? false
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian, Array.init)
  }

  private static func checksum(_ octets: [UInt8]) -> UInt32 {
    ~octets.reduce(~0 as UInt32) { checksum, octet in
      (0..<8).reduce(checksum ^ UInt32(octet)) { checksum, _ in
        checksum & 1 == 1 ? checksum >> 1 ^ 0xEDB8_8320 : checksum >> 1
      }
    }
  }
}
