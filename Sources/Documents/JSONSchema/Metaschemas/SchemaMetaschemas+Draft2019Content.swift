extension SchemaMetaschemas {
  /// The metaschema of the vocabulary `content` of 2019-09, as published at
  /// <https://json-schema.org/draft/2019-09/meta/content>.
  static let draft2019Content = #"""
    {
      "$schema": "https://json-schema.org/draft/2019-09/schema",
      "$id": "https://json-schema.org/draft/2019-09/meta/content",
      "$vocabulary": { "https://json-schema.org/draft/2019-09/vocab/content": true },
      "$recursiveAnchor": true,
      "title": "Content vocabulary meta-schema",
      "type": ["object", "boolean"],
      "properties": {
        "contentMediaType": { "type": "string" },
        "contentEncoding": { "type": "string" },
        "contentSchema": { "$recursiveRef": "#" }
      }
    }
    """#
}
