/// The padding that MD5 and SHA-256 have in common: a one bit, zeros, and the length in bits, in
/// blocks of 64 octets (RFC 1321 section 3.1, FIPS 180-4 section 5.1.1).
enum MessageBlocks {
  enum ByteOrder { case littleEndian, bigEndian }

  static func forEach(
    _ message: some Collection<UInt8>, length order: ByteOrder, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    var block: [UInt8] = []
    block.reserveCapacity(128)
    var count: UInt64 = 0
    for octet in message {
      block.append(octet)
      count += 1
      if block.count == 64 {
        body(block[...])
        block.removeAll(keepingCapacity: true)
      }
    }
    block.append(0x80)
    while block.count % 64 != 56 { block.append(0) }
    for index in 0..<8 {
      let shift = order == .bigEndian ? 56 - index * 8 : index * 8
      block.append(UInt8(truncatingIfNeeded: (count * 8) >> UInt64(shift)))
    }
    body(block[..<64])
    // Numbered from 0, as every block is.
    if block.count == 128 { body(Array(block[64...])[...]) }
  }
}

extension ArraySlice<UInt8> {
  /// Four octets of a block that begins at 0, the most significant first.
  func word(_ index: Int) -> UInt32 {
    var word: UInt32 = 0
    for octet in self[(index * 4)..<(index * 4 + 4)] { word = word << 8 | UInt32(octet) }
    return word
  }
}

extension UInt32 {
  /// The four octets, the most significant first.
  var octets: [UInt8] {
    [UInt32(24), 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
  }
}
