/// Looks whether a head says beyond doubt where its message ends (RFC 9112 section 6.3).
///
/// libcurl is lenient: of several lengths it takes one, of `5, 10`, `+5` and `0x5` what it can read.
/// The rules see each line as it comes, and look closer only at heads that are unusual.
struct FramingRules {
  /// What a head says of what follows.
  enum Finding: Equatable {
    /// The body ends as curl will find it.
    case usual
    /// The body is framed by chunks, whose sizes curl reads leniently.
    case chunked
    /// Another protocol follows (101), which nobody here speaks.
    case switchesProtocol
    /// It says nothing that can be relied on.
    case defective(MessageDefect)
  }

  private var isHead = false
  private var asksForUpgrade = false
  private var speaksHTTP1Only = true
  private var lengthCount = 0
  private var needsALook = false

  init() {}

  /// Rules for the response to a request.
  init(for request: HTTPRequest) {
    isHead = request.method == "HEAD"
    asksForUpgrade = request.version == .http2
    switch request.version {
    case .http1_1: speaksHTTP1Only = true
    case .automatic: speaksHTTP1Only = !request.url.utf8.starts(with: "https:".utf8)
    case .http2, .http2PriorKnowledge: speaksHTTP1Only = false
    }
  }

  /// Makes ready for another head of the same exchange.
  mutating func beginHead() {
    lengthCount = 0
    needsALook = false
  }

  /// Notes a field line with its line break.
  mutating func note(_ line: UnsafeRawBufferPointer) {
    guard let first = line.first else { return }
    switch first.asciiLowercased {
    case UInt8(ascii: "c"):
      guard line.begins(with: Self.length) else { return }
      lengthCount += 1
      if lengthCount > 1 || !line.isPlainLength(after: Self.length.utf8CodeUnitCount) {
        needsALook = true
      }
    case UInt8(ascii: "t"):
      if line.begins(with: Self.coding) { needsALook = true }
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      needsALook = true
    default: break
    }
  }

  private static let length: StaticString = "content-length"
  private static let coding: StaticString = "transfer-encoding"

  /// Judges a head that is whole.
  func judge(_ octets: UnsafeRawBufferPointer, in range: Range<Int>) -> Finding {
    var lines = HeadLines(octets, in: range)
    guard let first = lines.next(), let line = StatusLine(octets, first) else {
      return .defective(.noStatusLine)
    }
    if speaksHTTP1Only, line.version.major > 1 {
      return .defective(.versionNotSpoken(line.version))
    }
    if line.status == 101 { return asksForUpgrade ? .usual : .switchesProtocol }
    // These end with their head, whatever it says (RFC 9112 section 6.3, item 1).
    guard needsALook, line.version.major == 1, !isHead, line.status >= 200, line.status != 204,
      line.status != 304
    else { return .usual }
    let fields = HTTPFields(octets: [UInt8](octets), lines: lines.readFields().lines)
    if let field = fields.first(where: \.isFramingWithBlank) {
      return .defective(.blankBeforeColon(name: field.name.filter { $0 != " " && $0 != "\t" }))
    }
    let codings = fields.all("transfer-encoding").map(\.value).joined(separator: ", ")
    guard codings.isEmpty else {
      return coded(codings, version: line.version, hasLength: fields.contains("content-length"))
    }
    return lengths(fields.all("content-length").map(\.value))
  }

  private func coded(_ codings: String, version: HTTPVersion, hasLength: Bool) -> Finding {
    if version.minor == 0 { return .defective(.codingInHTTP1_0) }
    if hasLength { return .defective(.lengthBesideCoding) }
    let names = codings.split(separator: ",").map { name in
      String(decoding: name.utf8.filter { !$0.isBlank }, as: UTF8.self).lowercased()
    }
    guard let place = names.firstIndex(of: "chunked") else { return .usual }
    return place == names.count - 1 ? .chunked : .defective(.misplacedChunked(codings))
  }

  private func lengths(_ values: [String]) -> Finding {
    let members = values.flatMap { value in
      value.split(separator: ",", omittingEmptySubsequences: false).map { member in
        String(decoding: member.utf8.drop(while: \.isBlank).reversed().drop(while: \.isBlank).reversed(),
          as: UTF8.self)
      }
    }
    var number: Int?
    for member in members {
      guard !member.isEmpty, member.utf8.allSatisfy({ $0.digitValue != nil }),
        let next = Int(member)
      else { return .defective(.unusableLength(values.joined(separator: ", "))) }
      if let number, number != next { return .defective(.lengthsDiffer(members)) }
      number = next
    }
    return .usual
  }
}

extension HTTPField {
  /// Whether it would frame the message, were there no white space before its colon.
  fileprivate var isFramingWithBlank: Bool {
    guard let last = nameOctets.last, last.isBlank else { return false }
    let name = String(escapingOctets: nameOctets.reversed().drop(while: \.isBlank).reversed())
    return name.equalsIgnoringCase("content-length") || name.equalsIgnoringCase("transfer-encoding")
  }
}

extension UnsafeRawBufferPointer {
  /// Whether it begins with a name in small letters, itself in any case.
  fileprivate func begins(with name: StaticString) -> Bool {
    guard count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount
    where self[index].asciiLowercased != name.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether there follow a colon, blanks and up to 18 digits, and nothing more than a line break.
  fileprivate func isPlainLength(after nameEnd: Int) -> Bool {
    var index = nameEnd
    guard index < count, self[index] == UInt8(ascii: ":") else { return false }
    index += 1
    while index < count, self[index].isBlank { index += 1 }
    let start = index
    while index < count, self[index].digitValue != nil { index += 1 }
    guard 1...18 ~= index - start else { return false }
    return self[index...].allSatisfy { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
  }
}
