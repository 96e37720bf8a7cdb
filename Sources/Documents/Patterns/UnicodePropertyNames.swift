/// The names that ECMA-262 gives to properties and to values of General_Category.
enum UnicodePropertyNames {
  /// Masks of ``Unicode/GeneralCategory/bit`` by long name, short name and alias (table 69).
  static let categories: [String: UInt32] = {
    var result: [String: UInt32] = [:]
    for (names, categories) in categoryNames {
      let mask = categories.reduce(0) { $0 | $1.bit }
      for name in names { result[name] = mask }
    }
    return result
  }()

  /// Properties of stable extent, some of which the standard library does not tell.
  static let ranges: [String: [ClosedRange<UInt32>]] = [
    "Any": [0...ScalarSet.lastCodePoint],
    "ASCII": [0...0x7F],
    "Regional_Indicator": regionalIndicators, "RI": regionalIndicators,
    "Emoji_Component": emojiComponents, "EComp": emojiComponents,
  ]

  /// Binary properties that ECMA-262 has and the standard library has not.
  static let unsupported: Set<String> = ["Extended_Pictographic", "ExtPict"]

  private static let regionalIndicators: [ClosedRange<UInt32>] = [0x1F1E6...0x1F1FF]
  private static let emojiComponents: [ClosedRange<UInt32>] = [
    0x23...0x23, 0x2A...0x2A, 0x30...0x39, 0x200D...0x200D, 0x20E3...0x20E3, 0xFE0F...0xFE0F,
    0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F9B0...0x1F9B3, 0xE0020...0xE007F,
  ]

  private static let categoryNames: [([String], [Unicode.GeneralCategory])] = [
    (["LC", "Cased_Letter"], [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter]),
    (
      ["L", "Letter"],
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    ),
    (["M", "Mark", "Combining_Mark"], [.nonspacingMark, .spacingMark, .enclosingMark]),
    (["N", "Number"], [.decimalNumber, .letterNumber, .otherNumber]),
    (
      ["P", "Punctuation", "punct"],
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ]
    ),
    (["S", "Symbol"], [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]),
    (["Z", "Separator"], [.spaceSeparator, .lineSeparator, .paragraphSeparator]),
    (["C", "Other"], [.control, .format, .surrogate, .privateUse, .unassigned]),
    (["Lu", "Uppercase_Letter"], [.uppercaseLetter]),
    (["Ll", "Lowercase_Letter"], [.lowercaseLetter]),
    (["Lt", "Titlecase_Letter"], [.titlecaseLetter]),
    (["Lm", "Modifier_Letter"], [.modifierLetter]),
    (["Lo", "Other_Letter"], [.otherLetter]),
    (["Mn", "Nonspacing_Mark"], [.nonspacingMark]),
    (["Mc", "Spacing_Mark"], [.spacingMark]),
    (["Me", "Enclosing_Mark"], [.enclosingMark]),
    (["Nd", "Decimal_Number", "digit"], [.decimalNumber]),
    (["Nl", "Letter_Number"], [.letterNumber]),
    (["No", "Other_Number"], [.otherNumber]),
    (["Pc", "Connector_Punctuation"], [.connectorPunctuation]),
    (["Pd", "Dash_Punctuation"], [.dashPunctuation]),
    (["Ps", "Open_Punctuation"], [.openPunctuation]),
    (["Pe", "Close_Punctuation"], [.closePunctuation]),
    (["Pi", "Initial_Punctuation"], [.initialPunctuation]),
    (["Pf", "Final_Punctuation"], [.finalPunctuation]),
    (["Po", "Other_Punctuation"], [.otherPunctuation]),
    (["Sm", "Math_Symbol"], [.mathSymbol]),
    (["Sc", "Currency_Symbol"], [.currencySymbol]),
    (["Sk", "Modifier_Symbol"], [.modifierSymbol]),
    (["So", "Other_Symbol"], [.otherSymbol]),
    (["Zs", "Space_Separator"], [.spaceSeparator]),
    (["Zl", "Line_Separator"], [.lineSeparator]),
    (["Zp", "Paragraph_Separator"], [.paragraphSeparator]),
    (["Cc", "Control", "cntrl"], [.control]),
    (["Cf", "Format"], [.format]),
    (["Cs", "Surrogate"], [.surrogate]),
    (["Co", "Private_Use"], [.privateUse]),
    (["Cn", "Unassigned"], [.unassigned]),
  ]

  /// Binary properties by long and short name (table 68).
  static let binary: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = {
    var result: [String: @Sendable (Unicode.Scalar.Properties) -> Bool] = [
      "Assigned": { $0.generalCategory != .unassigned }
    ]
    for (long, short, holds) in binaryNames {
      result[long] = holds
      if !short.isEmpty { result[short] = holds }
    }
    return result
  }()

  private static let binaryNames:
    [(long: String, short: String, holds: @Sendable (Unicode.Scalar.Properties) -> Bool)] = [
      ("Alphabetic", "Alpha", { $0.isAlphabetic }),
      ("ASCII_Hex_Digit", "AHex", { $0.isASCIIHexDigit }),
      ("Bidi_Control", "Bidi_C", { $0.isBidiControl }),
      ("Bidi_Mirrored", "Bidi_M", { $0.isBidiMirrored }),
      ("Case_Ignorable", "CI", { $0.isCaseIgnorable }),
      ("Cased", "", { $0.isCased }),
      ("Changes_When_Casefolded", "CWCF", { $0.changesWhenCaseFolded }),
      ("Changes_When_Casemapped", "CWCM", { $0.changesWhenCaseMapped }),
      ("Changes_When_Lowercased", "CWL", { $0.changesWhenLowercased }),
      ("Changes_When_NFKC_Casefolded", "CWKCF", { $0.changesWhenNFKCCaseFolded }),
      ("Changes_When_Titlecased", "CWT", { $0.changesWhenTitlecased }),
      ("Changes_When_Uppercased", "CWU", { $0.changesWhenUppercased }),
      ("Dash", "", { $0.isDash }),
      ("Default_Ignorable_Code_Point", "DI", { $0.isDefaultIgnorableCodePoint }),
      ("Deprecated", "Dep", { $0.isDeprecated }),
      ("Diacritic", "Dia", { $0.isDiacritic }),
      ("Emoji", "", { $0.isEmoji }),
      ("Emoji_Modifier", "EMod", { $0.isEmojiModifier }),
      ("Emoji_Modifier_Base", "EBase", { $0.isEmojiModifierBase }),
      ("Emoji_Presentation", "EPres", { $0.isEmojiPresentation }),
      ("Extender", "Ext", { $0.isExtender }),
      ("Grapheme_Base", "Gr_Base", { $0.isGraphemeBase }),
      ("Grapheme_Extend", "Gr_Ext", { $0.isGraphemeExtend }),
      ("Hex_Digit", "Hex", { $0.isHexDigit }),
      ("ID_Continue", "IDC", { $0.isIDContinue }),
      ("ID_Start", "IDS", { $0.isIDStart }),
      ("Ideographic", "Ideo", { $0.isIdeographic }),
      ("IDS_Binary_Operator", "IDSB", { $0.isIDSBinaryOperator }),
      ("IDS_Trinary_Operator", "IDST", { $0.isIDSTrinaryOperator }),
      ("Join_Control", "Join_C", { $0.isJoinControl }),
      ("Logical_Order_Exception", "LOE", { $0.isLogicalOrderException }),
      ("Lowercase", "Lower", { $0.isLowercase }),
      ("Math", "", { $0.isMath }),
      ("Noncharacter_Code_Point", "NChar", { $0.isNoncharacterCodePoint }),
      ("Pattern_Syntax", "Pat_Syn", { $0.isPatternSyntax }),
      ("Pattern_White_Space", "Pat_WS", { $0.isPatternWhitespace }),
      ("Quotation_Mark", "QMark", { $0.isQuotationMark }),
      ("Radical", "", { $0.isRadical }),
      ("Sentence_Terminal", "STerm", { $0.isSentenceTerminal }),
      ("Soft_Dotted", "SD", { $0.isSoftDotted }),
      ("Terminal_Punctuation", "Term", { $0.isTerminalPunctuation }),
      ("Unified_Ideograph", "UIdeo", { $0.isUnifiedIdeograph }),
      ("Uppercase", "Upper", { $0.isUppercase }),
      ("Variation_Selector", "VS", { $0.isVariationSelector }),
      ("White_Space", "space", { $0.isWhitespace }),
      ("XID_Continue", "XIDC", { $0.isXIDContinue }),
      ("XID_Start", "XIDS", { $0.isXIDStart }),
    ]
}
