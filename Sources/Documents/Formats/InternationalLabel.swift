/// A label of a host name in its Unicode form (RFC 5891 section 4.2).
///
/// That it is in normalization form C is not judged: the standard library does not tell.
struct InternationalLabel {
  let scalars: [Unicode.Scalar]

  /// Whether it could be registered, but for the rule of right and left.
  var isAllowed: Bool {
    guard let first = scalars.first, let last = scalars.last, first != "-", last != "-" else {
      return false
    }
    if scalars.count >= 4, scalars[2] == "-", scalars[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return scalars.indices.allSatisfy { position in
      switch Self.status(of: scalars[position]) {
      case .valid: true
      case .contextual: isAllowedByContext(position)
      case .disallowed: false
      }
    }
  }

  private enum Status { case valid, contextual, disallowed }

  /// The derived property of RFC 5892 section 3.
  private static func status(of scalar: Unicode.Scalar) -> Status {
    switch scalar.value {
    // Exceptions (section 2.6).
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return .valid
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: return .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return .disallowed
    // Join controls (section 2.8).
    case 0x200C, 0x200D: return .contextual
    // Ignorable blocks, and the letters of which old Hangul is composed (sections 2.4 and 2.9).
    case 0x20D0...0x20FF, 0x1D100...0x1D24F, 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF:
      return .disallowed
    case 0x2D, 0x30...0x39, 0x61...0x7A: return .valid
    default: break
    }
    let properties = scalar.properties
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint {
      return .disallowed
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .decimalNumber, .modifierLetter,
      .nonspacingMark, .spacingMark:
      return .valid
    default: return .disallowed
    }
  }
}
