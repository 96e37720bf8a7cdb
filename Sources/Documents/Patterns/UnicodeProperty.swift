/// A Unicode property as `\p{…}` and `\P{…}` name it (ECMA-262, section 22.2.1, tables 67 to 69).
struct UnicodeProperty: Sendable {
  private enum Kind: Sendable {
    case category(UInt32)
    case binary(@Sendable (Unicode.Scalar.Properties) -> Bool)
  }

  private let kind: Kind
  private(set) var isNegated = false

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch kind {
    case .category(let mask):
      (mask & scalar.properties.generalCategory.bit != 0) != isNegated
    case .binary(let holds):
      holds(scalar.properties) != isNegated
    }
  }

  /// The property that holds where this one does not.
  var complement: UnicodeProperty {
    var result = self
    result.isNegated.toggle()
    return result
  }

  /// What a name stands for: a property to ask, ranges that never change, or nothing.
  enum Lookup: Sendable {
    case property(UnicodeProperty)
    case ranges([ClosedRange<UInt32>])
    case unknown(PatternSyntaxError.Reason)
  }

  /// Looks up what is written between the braces of `\p{…}`.
  static func named(_ text: String) -> Lookup {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "General_Category", "gc": return category(parts[1], as: text)
      case "Script", "sc", "Script_Extensions", "scx":
        return .unknown(.unsupportedProperty(text))
      default: return .unknown(.unknownProperty(text))
      }
    }
    if let ranges = UnicodePropertyNames.ranges[text] { return .ranges(ranges) }
    if let holds = UnicodePropertyNames.binary[text] {
      return .property(UnicodeProperty(kind: .binary(holds)))
    }
    if UnicodePropertyNames.unsupported.contains(text) {
      return .unknown(.unsupportedProperty(text))
    }
    return category(text, as: text)
  }

  private static func category(_ name: String, as text: String) -> Lookup {
    guard let mask = UnicodePropertyNames.categories[name] else {
      return .unknown(.unknownProperty(text))
    }
    return .property(UnicodeProperty(kind: .category(mask)))
  }
}

extension Unicode.GeneralCategory {
  /// One bit for each category, so that a union of categories is a mask.
  var bit: UInt32 {
    let index: UInt32 =
      switch self {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .mathSymbol: 18
      case .currencySymbol: 19
      case .modifierSymbol: 20
      case .otherSymbol: 21
      case .spaceSeparator: 22
      case .lineSeparator: 23
      case .paragraphSeparator: 24
      case .control: 25
      case .format: 26
      case .surrogate: 27
      case .privateUse: 28
      case .unassigned: 29
      @unknown default: 30
      }
    return 1 << index
  }
}
