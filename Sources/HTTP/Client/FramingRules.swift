/// Looks whether a head says beyond doubt where its message ends (RFC 9112 section 6.3).
///
/// libcurl is lenient: of several lengths it takes one, of `5, 10`, `+5` and `0x5` what it can read.
/// The rules see each line as it comes, and look closer only at heads that are unusual.
struct FramingRules {
  /// What a head says of what follows.
  enum Finding {
    /// The body ends as curl will find it.
    case usual
    /// The body is framed or coded in a way that curl reads leniently.
    case followed(BodyScanner)
    /// Another protocol follows (101), which nobody here speaks.
    case switchesProtocol
    /// It says nothing that can be relied on.
    case defective(MessageDefect)
  }

  private var isHead = false
  private var bodyLimit = 0
  private var decodesContent = false
  private var asksForUpgrade = false
  private var speaksHTTP1Only = true
  private var lengthCount = 0
  private var needsALook = false
  private var isCoded = false

  /// Whether the body of the head that was judged last goes on until the connection ends (RFC 9112
  /// section 6.3, item 8).
  private(set) var isFramedByEnd = false

  init() {}

  /// Rules for the response to a request.
  init(for request: HTTPRequest) {
    isHead = request.method == "HEAD"
    bodyLimit = request.limits.bodySize
    decodesContent = request.fields.contains { field in
      field.value != nil && field.name.equalsIgnoringCase("accept-encoding")
    }
    asksForUpgrade = request.version == .http2
    speaksHTTP1Only = request.version == .http1_1 || request.isCleartextHTTP1
  }

  /// Makes ready for another head of the same exchange.
  mutating func beginHead() {
    lengthCount = 0
    needsALook = false
    isCoded = false
  }

  /// Notes a field line with its line break.
  mutating func note(_ line: UnsafeRawBufferPointer) {
    guard let first = line.first else { return }
    switch first.asciiLowercased {
    case UInt8(ascii: "c"):
      guard line.begins(with: Self.length) else {
        if decodesContent, line.begins(with: Self.contentCoding) { needsALook = true }
        return
      }
      lengthCount += 1
      if lengthCount > 1 || !line.isPlainLength(after: Self.length.utf8CodeUnitCount) {
        needsALook = true
      }
    case UInt8(ascii: "t"):
      if line.begins(with: Self.coding) {
        needsALook = true
        isCoded = true
      }
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      needsALook = true
    default: break
    }
  }

  private static let length: StaticString = "content-length"
  private static let contentCoding: StaticString = "content-encoding"
  private static let coding: StaticString = "transfer-encoding"

  /// Judges a head that is whole.
  mutating func judge(_ octets: UnsafeRawBufferPointer, in range: Range<Int>) -> Finding {
    var lines = HeadLines(octets, in: range)
    guard let first = lines.next(), let line = StatusLine(octets, first) else {
      return .defective(.noStatusLine)
    }
    if speaksHTTP1Only, line.version.major > 1 {
      return .defective(.versionNotSpoken(line.version))
    }
    if line.status == 101 { return asksForUpgrade ? .usual : .switchesProtocol }
    // These end with their head, whatever it says (RFC 9112 section 6.3, item 1).
    let hasBody =
      line.version.major == 1 && !isHead && line.status >= 200 && line.status != 204
      && line.status != 304
    isFramedByEnd = hasBody && lengthCount == 0 && !isCoded
    guard needsALook, hasBody else { return .usual }
    let fields = HTTPFields(octets: [UInt8](octets), lines: lines.readFields().lines)
    if let field = fields.first(where: \.isFramingWithBlank) {
      return .defective(
        .blankBeforeColon(name: String(escapingOctets: field.nameOctets.prefix { !$0.isBlank })))
    }
    let codings = fields.all("transfer-encoding").map(\.value).joined(separator: ", ")
    let isChunked: Bool
    if codings.isEmpty {
      if let defect = lengths(fields.all("content-length").map(\.value)) {
        return .defective(defect)
      }
      isChunked = false
    } else {
      if line.version.minor == 0 { return .defective(.codingInHTTP1_0) }
      if fields.contains("content-length") { return .defective(.lengthBesideCoding) }
      let names = codings.split(separator: ",").map(\.withoutBlanks)
      let place = names.firstIndex { $0.equalsIgnoringCase("chunked") }
      guard place == nil || place == names.count - 1 else {
        return .defective(.misplacedChunked(codings))
      }
      isChunked = place != nil
    }
    let coding =
      decodesContent
      ? fields.combined("content-encoding").flatMap { ContentCoding($0, limit: bodyLimit) } : nil
    guard CurlLibrary.showsFraming, isChunked || coding != nil else { return .usual }
    return .followed(BodyScanner(isChunked: isChunked, coding: coding))
  }

  private func lengths(_ values: [String]) -> MessageDefect? {
    let members = values.flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(\.withoutBlanks)
    }
    var number: Int?
    for member in members {
      guard !member.isEmpty, member.utf8.allSatisfy({ $0.digitValue != nil }),
        let next = Int(member)
      else { return .unusableLength(values.joined(separator: ", ")) }
      if let number, number != next { return .lengthsDiffer(members) }
      number = next
    }
    return nil
  }
}

extension Substring {
  /// The text without blanks at its ends.
  var withoutBlanks: String {
    let octets = utf8.drop(while: \.isBlank)
    guard let last = octets.lastIndex(where: { !$0.isBlank }) else { return "" }
    return String(self[octets.startIndex...last])
  }
}

extension HTTPField {
  /// Whether it would frame the message, were there no white space before its colon.
  fileprivate var isFramingWithBlank: Bool {
    guard let last = nameOctets.last, last.isBlank else { return false }
    let name = String(escapingOctets: nameOctets.prefix { !$0.isBlank })
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
