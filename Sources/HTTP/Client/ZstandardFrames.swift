/// Follows the frames of Zstandard (RFC 8878 section 3.1) from outside, octet by octet.
struct ZstandardFrames {
  private enum State {
    case magic
    case skippableSize
    case descriptor
    case blockHeader
  }

  private var state = State.magic
  /// Octets to pass over before the state goes on.
  private var skipped = 0
  /// Octets of the number that is being read, the least first.
  private var number: UInt64 = 0
  private var digits = 0
  private var hasChecksum = false

  /// Whether the octets so far are whole frames.
  var isWhole: Bool {
    guard case .magic = state else { return false }
    return skipped == 0 && digits == 0
  }

  mutating func take(_ octet: UInt8) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    number |= UInt64(octet) << UInt64(8 * digits)
    digits += 1
    switch state {
    case .magic where digits == 4:
      // Skippable frames: section 3.1.2.
      state = number & 0xFFFF_FFF0 == 0x184D_2A50 ? .skippableSize : .descriptor
    case .skippableSize where digits == 4:
      skipped = Int(number)
      state = .magic
    case .descriptor:
      hasChecksum = octet & 4 != 0
      let isSingle = octet & 0x20 != 0
      let dictionary = [0, 1, 2, 4][Int(octet & 3)]
      let size = [isSingle ? 1 : 0, 2, 4, 8][Int(octet >> 6)]
      skipped = (isSingle ? 0 : 1) + dictionary + size
      state = .blockHeader
    case .blockHeader where digits == 3:
      // A block of one repeated octet (type 1) holds that one only.
      skipped = number >> 1 & 3 == 1 ? 1 : Int(number >> 3)
      if number & 1 == 1 {
        skipped += hasChecksum ? 4 : 0
        state = .magic
      }
    case .magic, .skippableSize, .blockHeader: return
    }
    number = 0
    digits = 0
  }
}
