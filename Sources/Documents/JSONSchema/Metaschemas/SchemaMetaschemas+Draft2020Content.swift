extension SchemaMetaschemas {
  /// The metaschema of the vocabulary `content` of 2020-12, as published at
  /// <https://json-schema.org/draft/2020-12/meta/content>.
  static let draft2020Content = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "https://json-schema.org/draft/2020-12/meta/content",
      "$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/content": true },
      "$dynamicAnchor": "meta",
      "title": "Content vocabulary meta-schema",
      "type": ["object", "boolean"],
      "properties": {
        "contentEncoding": { "type": "string" },
        "contentMediaType": { "type": "string" },
        "contentSchema": { "$dynamicRef": "#meta" }
      }
    }
    """#
}
