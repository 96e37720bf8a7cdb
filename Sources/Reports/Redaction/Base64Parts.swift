/// What base64 (RFC 4648) makes of octets that stand somewhere inside of others.
///
/// Three octets give four characters, so there are three ways in which the octets may lie. The
/// characters at both ends may hold bits of neighbours; those between depend on the octets alone.
enum Base64Parts {
  /// The characters for each of the three ways, in the alphabets of sections 4 and 5.
  static func parts(of octets: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for offset in 0..<3 {
      let padded = [UInt8](repeating: 0, count: offset) + octets
      // Characters whose six bits lie in the octets wholly.
      let first = (offset * 8 + 5) / 6
      let end = padded.count * 8 / 6
      for alphabet in [standard, url] {
        let part = (first..<end).map { alphabet[sextet($0, of: padded)] }
        if part.count >= Redactor.shortestSecret, !parts.contains(part) { parts.append(part) }
      }
    }
    return parts
  }

  private static let letters =
    Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
  private static let standard = letters + Array("+/".utf8)
  private static let url = letters + Array("-_".utf8)

  private static func sextet(_ index: Int, of octets: [UInt8]) -> Int {
    let bit = index * 6
    let high = Int(octets[bit / 8]) << 8
    let low = bit / 8 + 1 < octets.count ? Int(octets[bit / 8 + 1]) : 0
    return (high | low) >> (10 - bit % 8) & 0x3F
  }
}
