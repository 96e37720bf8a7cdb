import NIOCore

/// The octets of a request that came in one piece, taken apart far enough to be changed.
struct RequestOctets {
  /// Changes them before anyone reads them.
  typealias Distortion = @Sendable (inout RequestOctets) -> Void

  var method: Substring
  /// The target and the version.
  private let rest: Substring
  /// The lines of the header section.
  private(set) var lines: [Substring]
  /// What came behind the header section.
  let content: ArraySlice<UInt8>

  /// `nil` when the octets do not begin with a whole header section.
  init?(_ octets: [UInt8]) {
    guard let end = octets.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    // As ISO 8859-1, so that each octet is a character and comes out as it went in.
    let head = String(
      String.UnicodeScalarView(octets[..<end.lowerBound].map { Unicode.Scalar($0) }))
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    guard lines[0].hasSuffix(" HTTP/1.1"), let space = lines[0].firstIndex(of: " ") else {
      return nil
    }
    method = lines[0][..<space]
    rest = lines[0][space...]
    self.lines = Array(lines.dropFirst())
    content = octets[end.upperBound...]
  }

  var octets: [UInt8] {
    let head =
      (["\(method)\(rest)"] + lines.map(String.init)).joined(separator: "\r\n") + "\r\n\r\n"
    return head.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } + content
  }

  /// The values of a field, in their order.
  func values(of name: String) -> [String] {
    lines.filter { Self.name(of: $0) == name.lowercased() }.map { line in
      String(line.drop { $0 != ":" }.dropFirst().trimming { $0 == " " || $0 == "\t" })
    }
  }

  /// Gives a field this one value; `nil` removes it.
  mutating func set(_ name: String, _ value: String?) {
    lines.removeAll { Self.name(of: $0) == name.lowercased() }
    if let value { lines.append("\(name): \(value)") }
  }

  private static func name(of line: Substring) -> String {
    line.prefix { $0 != ":" }.lowercased()
  }
}

/// Changes requests before they are read.
///
/// It stands where octets come in. A request that comes in several pieces passes as it is.
final class RequestDistorter: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let distortions: [RequestOctets.Distortion]

  init(_ distortions: [RequestOctets.Distortion]) { self.distortions = distortions }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    let buffer = unwrapInboundIn(data)
    guard var request = RequestOctets(Array(buffer.readableBytesView)) else {
      return context.fireChannelRead(data)
    }
    for distort in distortions { distort(&request) }
    context.fireChannelRead(wrapInboundOut(ByteBuffer(bytes: request.octets)))
  }
}

/// A handler belongs to one event loop and must not be sent anywhere.
@available(*, unavailable)
extension RequestDistorter: Sendable {}
