extension InternationalLabel {
  /// Of the bidirectional classes those that the rule of RFC 5893 tells apart.
  private enum BidiClass {
    /// Letters from left to right.
    case left
    /// Letters from right to left, Arabic ones too.
    case right
    case europeanNumber
    case arabicNumber
    case nonspacingMark
    /// What may stand in either kind of label.
    case neutral
  }

  /// Whether the label alone puts its name under the rule.
  var hasRightToLeft: Bool {
    scalars.contains { [.right, .arabicNumber].contains(Self.bidiClass(of: $0)) }
  }

  /// The rule of RFC 5893 section 2.
  var keepsBidiRule: Bool {
    let classes = scalars.map(Self.bidiClass)
    guard let last = classes.last(where: { $0 != .nonspacingMark }) else { return false }
    switch classes.first {
    case .right:
      return !classes.contains(.left) && [.right, .europeanNumber, .arabicNumber].contains(last)
        && !(classes.contains(.europeanNumber) && classes.contains(.arabicNumber))
    case .left:
      return !classes.contains(.right) && !classes.contains(.arabicNumber)
        && [.left, .europeanNumber].contains(last)
    default: return false
    }
  }

  /// By the ranges that Unicode keeps for scripts from right to left (DerivedBidiClass): the
  /// standard library does not tell the class itself.
  private static func bidiClass(of scalar: Unicode.Scalar) -> BidiClass {
    switch scalar.value {
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
    case 0x660...0x669, 0x66B...0x66C, 0x6DD, 0x10D30...0x10D39, 0x10E60...0x10E7E:
      return .arabicNumber
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .nonspacingMark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .spacingMark, .decimalNumber, .letterNumber:
      break
    default: return .neutral
    }
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      return .right
    default: return .left
    }
  }
}
