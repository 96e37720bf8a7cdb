/// Follows coded content, to see whether it ends where its coding says: libcurl takes a stream that
/// was cut off for a whole one.
///
/// The end of `gzip` and `zstd` can be seen from outside; that of other codings cannot.
struct ContentCoding {
  private enum Kind {
    /// The last four octets are the number of those decoded (RFC 1952 section 2.3.1).
    case gzip(tail: UInt32)
    case zstd(ZstandardFrames)
  }

  private let name: String
  private var kind: Kind
  private var count = 0

  /// What a `Content-Encoding` names; nil for what cannot be followed, several codings too.
  init?(_ value: String) {
    name = value
    switch value.lowercased() {
    case "gzip", "x-gzip": kind = .gzip(tail: 0)
    case "zstd": kind = .zstd(ZstandardFrames())
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
      }
    return isWhole ? nil : .codingCutOff(name)
  }
}
