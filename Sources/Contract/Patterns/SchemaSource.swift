/// Where a JSON Schema is: a file, a place in a file, or a literal.
///
///     JSONSchema("schemas/user.json")
///     JSONSchema("api.json#/definitions/user")
///     JSONSchema(["type": "object", "required": ["id"]])
///
/// A file is looked for in the working directory, then beside the contract's own file, then below
/// `--source-root`. What follows `#` is a JSON Pointer (RFC 6901) as a URI fragment.
public struct SchemaSource: Sendable {
  package enum Kind: Sendable {
    case file(String)
    case literal(JSONValue)
  }

  package let kind: Kind

  /// A schema in a file, whose path is known where the contract is made.
  public static func file(_ path: String) -> SchemaSource { SchemaSource(kind: .file(path)) }

  /// A schema that is known where the contract is made.
  public static func literal(_ schema: JSONValue) -> SchemaSource {
    SchemaSource(kind: .literal(schema))
  }
}

extension SchemaSource: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByBooleanLiteral
{
  /// A schema in a file: `"schemas/user.json"`, `"api.json#/definitions/user"`.
  public init(stringLiteral path: String) { self = .file(path) }
  /// A schema: `["type": "object"]`.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .literal(.object(members))
  }
  /// The schema that every value fits, or none.
  public init(booleanLiteral value: Bool) { self = .literal(.boolean(value)) }
}

/// The versions of JSON Schema.
///
/// A schema's own `$schema` wins.
public enum JSONSchemaDraft: Sendable, Hashable {
  case draft4, draft6, draft7, draft2019, draft2020
}

/// What the keyword `format` means in a JSON Schema.
public enum JSONSchemaFormats: Sendable, Hashable {
  /// A remark by which nothing is judged: the default of all drafts.
  case annotation
  /// A demand on strings, for the formats that the schema's draft defines.
  case assertion
}
