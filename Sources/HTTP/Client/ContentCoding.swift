/// Follows coded content, to see whether it ends where its coding says: libcurl takes a stream that
/// was cut off for a whole one.
///
/// The end of `gzip` and `zstd` can be seen from outside; that of `br` only by decoding it, where
/// libcurl has brought a decoder; that of other codings cannot.
struct ContentCoding {
  private enum Kind {
    /// The last four octets are the number of those decoded (RFC 1952 section 2.3.1).
    case gzip(tail: UInt32)
    case zstd(ZstandardFrames)
    case brotli(BrotliEnd)
  }

  private let name: String
  private var kind: Kind
  private var count = 0

  /// What a `Content-Encoding` names; nil for what cannot be followed, several codings too.
  ///
  /// - Parameter limit: The most octets that are decoded; more are refused by others.
  init?(_ value: String, limit: Int) {
    name = value
    switch value.lowercased() {
    case "gzip", "x-gzip": kind = .gzip(tail: 0)
    case "zstd": kind = .zstd(ZstandardFrames())
    case "br":
      guard let end = BrotliEnd(limit: limit) else { return nil }
      kind = .brotli(end)
    default: return nil
    }
  }

  /// Takes in octets of the content.
  mutating func take(_ octets: some Collection<UInt8>) {
    count += octets.count
    switch kind {
    case .gzip(var tail):
      for octet in octets.suffix(4) { tail = tail >> 8 | UInt32(octet) << 24 }
      kind = .gzip(tail: tail)
    case .zstd(var frames):
      for octet in octets { frames.take(octet) }
      kind = .zstd(frames)
    case .brotli(let end): end.take(octets)
    }
  }

  /// What is wrong with the end, now that the content was decoded to so many octets.
  func defect(decodedCount: Int) -> MessageDefect? {
    // No content at all is left to be what it is.
    guard count > 0 else { return nil }
    let isWhole =
      switch kind {
      case .gzip(let tail): tail == UInt32(truncatingIfNeeded: decodedCount)
      case .zstd(let frames): frames.isWhole
      case .brotli(let end): end.isWhole()
      }
    return isWhole ? nil : .codingCutOff(name)
  }
}
