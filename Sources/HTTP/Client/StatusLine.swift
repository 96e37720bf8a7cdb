/// What a status line says (RFC 9112 section 4), read leniently: curl has accepted it before.
struct StatusLine {
  var version: HTTPVersion
  var status: Int
  var reason: String

  /// Reads a line without its line break; nil if it does not begin as a status line does.
  init?(_ line: some RandomAccessCollection<UInt8>) {
    guard line.starts(with: "HTTP/".utf8) else { return nil }
    var rest = line.dropFirst(5)
    guard let major = rest.popFirst()?.digitValue else { return nil }
    version = HTTPVersion(major: major, minor: 0)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      version.minor = rest.popFirst()?.digitValue ?? 0
    }
    rest = rest.drop(while: \.isBlank)
    var status = 0
    for _ in 0..<3 {
      guard let digit = rest.popFirst()?.digitValue else { return nil }
      status = status * 10 + digit
    }
    self.status = status
    rest = rest.drop(while: \.isBlank)
    reason = String(escapingOctets: rest)
  }
}
