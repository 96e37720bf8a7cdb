/// Follows the framing of a chunked body (RFC 9112 section 7.1), to see sizes that curl reads
/// leniently: of `0x6` or `5g` it takes the digits and passes over the rest.
///
/// What curl refuses by itself is left to it.
struct ChunkScanner {
  private enum State {
    /// Digits of a size.
    case size(digits: Int, Int)
    /// After a blank behind a size.
    case afterSize(Int)
    /// An extension, up to the end of the line.
    case toLineEnd(Int)
    /// Octets of a chunk and their line break.
    case content(Int)
    /// The last chunk's size was read, or curl will refuse the rest.
    case over
  }

  private var state = State.size(digits: 0, 0)

  /// Takes in octets; what is wrong, if something is.
  ///
  /// - Parameter content: Gets what stands in the chunks.
  mutating func scan(
    _ octets: UnsafeRawBufferPointer, content: (Slice<UnsafeRawBufferPointer>) -> Void
  ) -> MessageDefect? {
    var index = 0
    while index < octets.count {
      let octet = octets[index]
      switch state {
      case .size(let digits, let size):
        if octet.isHexDigit {
          // curl refuses more digits than fit.
          guard digits < 15 else {
            state = size == 0 ? .size(digits: digits, size * 16 + octet.hexValue) : .over
            break
          }
          state = .size(digits: size == 0 ? 1 : digits + 1, size * 16 + octet.hexValue)
        } else if digits == 0 {
          state = .over
        } else if let next = afterDigits(octet, size) {
          state = next
        } else {
          return defect(octets, from: index)
        }
      case .afterSize(let size):
        guard let next = afterDigits(octet, size) else { return defect(octets, from: index) }
        state = next
      case .toLineEnd(let size):
        if octet == UInt8(ascii: "\n") { state = size == 0 ? .over : .content(size + 2) }
      case .content(let left):
        let taken = min(left, octets.count - index)
        // The last two are the line break.
        if left > 2 { content(octets[index..<index + min(taken, left - 2)]) }
        state = left == taken ? .size(digits: 0, 0) : .content(left - taken)
        index += taken - 1
      case .over: return nil
      }
      index += 1
    }
    return nil
  }

  /// What follows a size: blanks, then extensions or the end of the line.
  private func afterDigits(_ octet: UInt8, _ size: Int) -> State? {
    switch octet {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): .afterSize(size)
    case UInt8(ascii: ";"), UInt8(ascii: "\r"): .toLineEnd(size)
    case UInt8(ascii: "\n"): size == 0 ? .over : .content(size + 2)
    default: nil
    }
  }

  private mutating func defect(_ octets: UnsafeRawBufferPointer, from index: Int) -> MessageDefect {
    state = .over
    let rest = octets[max(0, index - 16)..<min(octets.count, index + 16)]
    let feed = rest[..<index].lastIndex(of: UInt8(ascii: "\n"))
    let line = rest.suffix(from: feed.map { $0 + 1 } ?? rest.startIndex).prefix { !$0.breaksLine }
    return .unusableChunkSize(String(escapingOctets: line))
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit.
  fileprivate var hexValue: Int {
    digitValue ?? Int(asciiLowercased &- UInt8(ascii: "a")) + 10
  }
}
