/// Follows a body as it comes over the wire, before curl undoes its framing and its coding.
struct BodyScanner {
  private var chunks: ChunkScanner?
  private var coding: ContentCoding?

  init(isChunked: Bool, coding: ContentCoding?) {
    chunks = isChunked ? ChunkScanner() : nil
    self.coding = coding
  }

  /// Takes in octets; what is wrong, if something is.
  mutating func scan(_ octets: UnsafeRawBufferPointer) -> MessageDefect? {
    guard chunks != nil else {
      coding?.take(octets)
      return nil
    }
    return chunks?.scan(octets) { coding?.take($0) }
  }

  /// What is wrong with a body that ended and was decoded to so many octets.
  func defect(decodedCount: Int) -> MessageDefect? {
    coding?.defect(decodedCount: decodedCount)
  }
}
