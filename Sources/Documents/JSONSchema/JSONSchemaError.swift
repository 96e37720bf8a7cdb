/// Why and where a document is not a schema that can be judged by.
package struct JSONSchemaError: Error, Sendable, Hashable {
  /// What is wrong.
  package let reason: Reason
  /// The place as a URI with a JSON Pointer as its fragment; only `#` and the pointer if the schema
  /// has no URI.
  package let location: String

  /// What is wrong, as data.
  package enum Reason: Sendable, Hashable {
    /// A schema is an object or, from draft 6 on, `true` or `false`.
    case noSchema(found: JSONKind)
    /// A pointer leads to nothing in the document.
    case missingPointer(String)
    /// A keyword's value is not what the keyword needs.
    case badValue(keyword: String, expected: String, found: String)
    /// A regular expression has a mistake.
    case badPattern(PatternSyntaxError)
    /// A reference leads to a document that was not provided.
    case missingResource(uri: String)
    /// A reference leads into a document, but to nothing in it.
    case missingTarget(reference: String)
    /// `$schema` names a metaschema that is neither a draft's nor provided.
    case unknownMetaschema(uri: String)
    /// A metaschema says that who does not know this vocabulary must not judge.
    case unknownVocabulary(uri: String)
    /// Two schemas of one document have the same URI.
    case duplicateIdentifier(String)
    /// A schema leads back to itself for the same value, so that judging would never end.
    case endlessReference
  }
}

extension JSONSchemaError: CustomStringConvertible {
  /// One sentence with the place, as in `#/properties/a/minimum: expected a number, found "1"`.
  package var description: String { "\(location): \(reason)" }
}

extension JSONSchemaError.Reason: CustomStringConvertible {
  /// One line without the place, or more where a pattern is shown.
  package var description: String {
    switch self {
    case .noSchema(let kind): "expected a schema, which is an object or a boolean, found \(kind)"
    case .missingPointer(let pointer): "there is nothing at \(pointer)"
    case .badValue(let keyword, let expected, let found):
      "\(keyword) has to be \(expected), found \(found)"
    case .badPattern(let error): "the pattern has a mistake: \(error)"
    case .missingResource(let uri):
      "the schema refers to \(uri), which was not provided; nothing is fetched"
    case .missingTarget(let reference): "the reference \(reference) leads to no schema"
    case .unknownMetaschema(let uri):
      "$schema names \(uri), which is no draft from 4 to 2020-12 and was not provided"
    case .unknownVocabulary(let uri): "the metaschema requires the unknown vocabulary \(uri)"
    case .duplicateIdentifier(let identifier):
      "two schemas of the document are identified by \(identifier)"
    case .endlessReference: "the schema refers to itself without going into the value"
    }
  }
}
