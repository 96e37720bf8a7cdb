import CAccordCurl

/// Whether a stream of Brotli (RFC 7932) has ended: its last block is known only to who decodes it.
///
/// A class, since the decoder has one owner and its end.
final class BrotliEnd {
  private var decoder = accord_brotli()
  /// Whether there is nothing more to be found out: it is no Brotli, or goes on after its end.
  private var isSpoilt = false
  /// How many octets may still come of the stream: a larger body is refused for that.
  private var limit: Int
  /// Octets that are not decoded yet: a body that is refused need not be decoded twice.
  private var waiting: [UInt8] = []

  private static let mostWaiting = 64 << 10

  /// A decoder for a body of at most so many octets; nil where libcurl has brought none.
  init?(limit: Int) {
    self.limit = limit
    guard accord_brotli_begin(&decoder) != 0 else { return nil }
  }

  deinit { if decoder.state != nil { decoder.destroy(decoder.state) } }

  /// Takes in octets of the stream.
  func take(_ octets: some Collection<UInt8>) {
    guard !isSpoilt else { return }
    waiting.append(contentsOf: octets)
    if waiting.count > Self.mostWaiting { decode() }
  }

  /// Whether the octets so far are a whole stream.
  func isWhole() -> Bool {
    decode()
    return !isSpoilt && decoder.is_finished(decoder.state) != 0
  }

  private func decode() {
    guard !isSpoilt, !waiting.isEmpty else { return }
    isSpoilt = accord_brotli_take(&decoder, waiting, waiting.count, &limit) == 0
    waiting.removeAll(keepingCapacity: true)
  }
}
