extension InternationalLabel {
  /// Whether a character that is allowed in some places only is in one (RFC 5892 appendix A).
  func isAllowedByContext(_ position: Int) -> Bool {
    let before = position > 0 ? scalars[position - 1] : nil
    let after = position + 1 < scalars.count ? scalars[position + 1] : nil
    switch scalars[position].value {
    case 0x200C: return isVirama(before) || isBetweenJoining(position)
    case 0x200D: return isVirama(before)
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return isIn(after, [0x370...0x3FF, 0x1F00...0x1FFF])
    case 0x5F3, 0x5F4: return isIn(before, [0x591...0x5F4, 0xFB1D...0xFB4F])
    case 0x30FB:
      // Hiragana, Katakana or Han somewhere in the label.
      return scalars.contains { scalar in
        scalar.value != 0x30FB
          && isIn(
            scalar,
            [
              0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF,
              0x31F0...0x31FF, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF,
              0xF900...0xFAFF, 0x1B000...0x1B16F, 0x20000...0x3FFFF,
            ])
      }
    case 0x660...0x669: return !scalars.contains { 0x6F0...0x6F9 ~= $0.value }
    case 0x6F0...0x6F9: return !scalars.contains { 0x660...0x669 ~= $0.value }
    default: return false
    }
  }

  private func isIn(_ scalar: Unicode.Scalar?, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    guard let scalar else { return false }
    return ranges.contains { $0 ~= scalar.value }
  }

  private func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  /// Whether letters that join stand on both sides, marks aside (appendix A.1).
  private func isBetweenJoining(_ position: Int) -> Bool {
    let before = scalars[..<position].last { !Self.isTransparent($0) }
    let after = scalars[(position + 1)...].first { !Self.isTransparent($0) }
    guard let before, let after else { return false }
    return Self.isJoining(before) && !Self.joinsOnTheRightOnly(before) && Self.isJoining(after)
  }

  private static func isTransparent(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark
  }

  /// Letters of the scripts that join; the standard library does not tell which of them do not.
  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x620, 0x622...0x64A, 0x66E...0x673, 0x675...0x6D3, 0x6D5, 0x6EE...0x6EF,
      0x6FA...0x6FC, 0x6FF, 0x710...0x74A, 0x74D...0x77F, 0x7CA...0x7EA, 0x840...0x858,
      0x860...0x86A, 0x8A0...0x8C9, 0x1820...0x1878, 0x1887...0x18AA, 0xA840...0xA871,
      0x1E900...0x1E943:
      true
    default: false
    }
  }

  /// Arabic letters that do not join with the next one.
  private static func joinsOnTheRightOnly(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622...0x625, 0x627, 0x629, 0x62F...0x632, 0x648, 0x671...0x673, 0x675...0x677,
      0x688...0x699, 0x6C0, 0x6C3...0x6CB, 0x6CD, 0x6CF, 0x6D2, 0x6D3, 0x6D5, 0x6EE, 0x6EF:
      true
    default: false
    }
  }
}
