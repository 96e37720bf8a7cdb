extension SchemaMetaschemas {
  /// The metaschema of the vocabulary `format` of 2019-09, as published at
  /// <https://json-schema.org/draft/2019-09/meta/format>.
  static let draft2019Format = #"""
    {
      "$schema": "https://json-schema.org/draft/2019-09/schema",
      "$id": "https://json-schema.org/draft/2019-09/meta/format",
      "$vocabulary": { "https://json-schema.org/draft/2019-09/vocab/format": true },
      "$recursiveAnchor": true,
      "title": "Format vocabulary meta-schema",
      "type": ["object", "boolean"],
      "properties": { "format": {"type": "string"} }
    }
    """#
}
