/// The groups of keywords that a dialect turns on (2019-09 and 2020-12, section 8.1).
struct SchemaVocabularies: OptionSet, Sendable {
  let rawValue: UInt16

  static let applicator = SchemaVocabularies(rawValue: 1)
  static let unevaluated = SchemaVocabularies(rawValue: 2)
  static let validation = SchemaVocabularies(rawValue: 4)
  /// `format` is a demand, whatever the options say.
  static let formatAssertion = SchemaVocabularies(rawValue: 8)
  /// `format` is a remark, unless the options say otherwise.
  static let formatAnnotation = SchemaVocabularies(rawValue: 16)
  /// Groups that nothing is judged by: the core (which is always on), metadata and content.
  static let silent = SchemaVocabularies(rawValue: 32)

  static let standard: SchemaVocabularies = [
    .applicator, .unevaluated, .validation, .formatAnnotation, .silent,
  ]

  /// The vocabulary that a URI in `$vocabulary` names; nil if it is not known.
  init?(uri: String) {
    switch uri {
    case "https://json-schema.org/draft/2020-12/vocab/applicator": self = .applicator
    // Before 2020-12 the keywords were part of the applicators.
    case "https://json-schema.org/draft/2019-09/vocab/applicator":
      self = [.applicator, .unevaluated]
    case "https://json-schema.org/draft/2020-12/vocab/unevaluated": self = .unevaluated
    case "https://json-schema.org/draft/2020-12/vocab/validation",
      "https://json-schema.org/draft/2019-09/vocab/validation":
      self = .validation
    case "https://json-schema.org/draft/2020-12/vocab/format-assertion": self = .formatAssertion
    case "https://json-schema.org/draft/2020-12/vocab/format-annotation",
      "https://json-schema.org/draft/2019-09/vocab/format":
      self = .formatAnnotation
    case "https://json-schema.org/draft/2020-12/vocab/core",
      "https://json-schema.org/draft/2020-12/vocab/meta-data",
      "https://json-schema.org/draft/2020-12/vocab/content",
      "https://json-schema.org/draft/2019-09/vocab/core",
      "https://json-schema.org/draft/2019-09/vocab/meta-data",
      "https://json-schema.org/draft/2019-09/vocab/content":
      self = .silent
    default: return nil
    }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// What `$schema` settles: the draft, and which of its keywords count.
struct SchemaDialect: Sendable {
  var draft: SchemaDraft
  var vocabularies: SchemaVocabularies = .standard
}
