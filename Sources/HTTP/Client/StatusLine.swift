/// What a status line says (RFC 9112 section 4), read leniently: curl has accepted it before.
struct StatusLine {
  var version: HTTPVersion
  var status: Int
  var reason: String

  /// Reads a line without its line break; nil if it does not begin as a status line does.
  init?(_ octets: UnsafeRawBufferPointer, _ line: Range<Int>) {
    let nameEnd = line.lowerBound + 5
    guard line.upperBound > nameEnd,
      octets[line.lowerBound..<nameEnd].elementsEqual("HTTP/".utf8),
      let major = octets[nameEnd].digitValue
    else { return nil }
    var position = nameEnd + 1
    version = HTTPVersion(major: major, minor: 0)
    if position + 1 < line.upperBound, octets[position] == UInt8(ascii: ".") {
      version.minor = octets[position + 1].digitValue ?? 0
      position += 2
    }
    func skipBlanks() {
      while position < line.upperBound, octets[position].isBlank { position += 1 }
    }
    skipBlanks()
    guard position + 3 <= line.upperBound else { return nil }
    status = 0
    for _ in 0..<3 {
      guard let digit = octets[position].digitValue else { return nil }
      status = status * 10 + digit
      position += 1
    }
    skipBlanks()
    reason =
      position == line.upperBound
      ? ""
      : String(
        escapingOctets: UnsafeRawBufferPointer(rebasing: octets[position..<line.upperBound]))
  }
}
