internal import AccordDocuments

/// What a file of targets may say: the schema that `accord probe --target-schema` prints, and by which
/// each such file is judged.
enum TargetSchema {
  /// The schema as a document.
  static func document() throws(JSONSyntaxError) -> JSONDocument {
    try JSONDocument(parsing: text)
  }

  /// What a demand means, where its own words would not tell: by the end of the keyword's place.
  ///
  /// A pattern is for programs; people are told what it stands for.
  static let demands: [(keyword: String, words: String)] = [
    ("#/anyOf", "expected at least one of collections, documents and protected"),
    (
      "#/$defs/path/pattern",
      "expected a path that begins with a slash, without braces, blanks and #"
    ),
    ("#/$defs/item/pattern", "expected a path with one name in braces, such as /items/{id}"),
    ("#/$defs/content/oneOf", "expected either json, or text and its type"),
    ("#/$defs/content/not", "expected either json, or text and its type"),
    ("#/$defs/credentials/minProperties", "expected one of bearer, basic, digest and apiKey"),
    ("#/$defs/credentials/maxProperties", "expected one of bearer, basic, digest and apiKey"),
    ("#/$defs/apiKey/oneOf", "expected either header or query"),
    (
      "#/$defs/origin/pattern",
      "expected an origin as browsers send it, such as https://app.example"
    ),
    ("#/$defs/paging/oneOf", "expected either page or offset"),
    ("#/$defs/mediaType/pattern", "expected a media type, such as application/json"),
    (
      "#/$defs/variable/pattern",
      "expected the name of an environment variable, which holds the secret"
    ),
    ("#/$defs/fieldName/pattern", "expected the name of a field, such as X-Tenant"),
    ("#/$defs/rules/items/pattern", "expected the id of a rule, or what ids begin with"),
  ]

  /// JSON Schema, draft 2020-12.
  static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:accord:target",
      "title": "Targets of accord probe",
      "description": "Paths of an HTTP API that are held to the rules of HTTP and REST. Paths stand below the URL that accord probe is given.",
      "type": "object",
      "properties": {
        "$schema": { "type": "string" },
        "name": {
          "description": "What reports call the API, and what the ids of its targets begin with.",
          "type": "string",
          "minLength": 1
        },
        "profile": {
          "description": "Where authorities disagree: http (standards only), rest (the default), owasp.",
          "enum": ["http", "rest", "owasp"]
        },
        "strict": {
          "description": "Whether a broken SHOULD fails as a broken MUST does.",
          "type": "boolean"
        },
        "only": {
          "description": "Only these rules count.",
          "$ref": "#/$defs/rules"
        },
        "skip": {
          "description": "These rules do not count.",
          "$ref": "#/$defs/rules"
        },
        "allow": {
          "description": "What may be done besides reading, and changing what the probe made: change what was there before, or send what looks like an attack or is no message of HTTP.",
          "type": "array",
          "items": { "enum": ["mutating", "intrusive"] }
        },
        "fields": {
          "description": "Header fields of every request.",
          "type": "object",
          "propertyNames": { "$ref": "#/$defs/fieldName" },
          "additionalProperties": { "type": "string" }
        },
        "credentials": {
          "description": "Credentials of every target that has none of its own.",
          "$ref": "#/$defs/credentials"
        },
        "allowedOrigin": {
          "description": "An origin whose pages may read every collection and document that names none of its own.",
          "$ref": "#/$defs/origin"
        },
        "collections": { "type": "array", "items": { "$ref": "#/$defs/collection" } },
        "documents": { "type": "array", "items": { "$ref": "#/$defs/document" } },
        "protected": { "type": "array", "items": { "$ref": "#/$defs/protected" } }
      },
      "additionalProperties": false,
      "anyOf": [
        { "required": ["collections"] },
        { "required": ["documents"] },
        { "required": ["protected"] }
      ],
      "$defs": {
        "collection": {
          "description": "A collection of resources, and with it an item of it. Without samples it is only read.",
          "type": "object",
          "properties": {
            "path": { "type": "string", "$ref": "#/$defs/path" },
            "item": { "$ref": "#/$defs/item" },
            "samples": {
              "description": "Content that makes an item by POST; each of them another one.",
              "type": "array",
              "items": { "$ref": "#/$defs/content" }
            },
            "replacement": {
              "description": "What an item may be replaced with by PUT.",
              "$ref": "#/$defs/content"
            },
            "rejected": {
              "description": "Content that the API must refuse.",
              "type": "array",
              "items": { "$ref": "#/$defs/content" }
            },
            "patch": {
              "description": "In which formats an item can be patched: JSON Merge Patch (RFC 7396), JSON Patch (RFC 6902).",
              "type": "array",
              "items": { "enum": ["merge", "json"] }
            },
            "patchedMember": {
              "description": "The member that a merge patch may set and remove; without it one that the samples have.",
              "type": "string"
            },
            "idempotencyKey": {
              "description": "The field by which the API knows that a POST was sent twice.",
              "$ref": "#/$defs/fieldName"
            },
            "createsByPut": {
              "description": "Whether a PUT to the path of no item makes one.",
              "type": "boolean"
            },
            "needsPrecondition": {
              "description": "Whether writes to an item want If-Match (RFC 6585 section 3).",
              "type": "boolean"
            },
            "paging": { "$ref": "#/$defs/paging" },
            "allowedOrigin": { "$ref": "#/$defs/origin" },
            "name": { "$ref": "#/$defs/name" },
            "credentials": { "$ref": "#/$defs/credentials" }
          },
          "required": ["path"],
          "additionalProperties": false
        },
        "document": {
          "description": "A path that may be read, whatever it answers.",
          "type": ["string", "object"],
          "$ref": "#/$defs/path",
          "properties": {
            "path": { "type": "string", "$ref": "#/$defs/path" },
            "allowedOrigin": { "$ref": "#/$defs/origin" },
            "name": { "$ref": "#/$defs/name" },
            "credentials": { "$ref": "#/$defs/credentials" }
          },
          "required": ["path"],
          "additionalProperties": false
        },
        "protected": {
          "description": "A path that wants credentials: its own, or those of the whole.",
          "type": "object",
          "properties": {
            "path": { "type": "string", "$ref": "#/$defs/path" },
            "name": { "$ref": "#/$defs/name" },
            "credentials": { "$ref": "#/$defs/credentials" }
          },
          "required": ["path"],
          "additionalProperties": false
        },
        "content": {
          "description": "A value that is sent as JSON, or text of any media type.",
          "type": "object",
          "properties": {
            "json": true,
            "text": { "type": "string" },
            "type": { "$ref": "#/$defs/mediaType" }
          },
          "additionalProperties": false,
          "oneOf": [{ "required": ["json"] }, { "required": ["text", "type"] }],
          "not": { "required": ["json", "text"] }
        },
        "credentials": {
          "description": "Who asks. No secret stands here: a member names the environment variable that has it.",
          "type": "object",
          "properties": {
            "bearer": {
              "description": "A bearer token (RFC 6750).",
              "type": "object",
              "properties": { "tokenVariable": { "$ref": "#/$defs/variable" } },
              "required": ["tokenVariable"],
              "additionalProperties": false
            },
            "basic": {
              "description": "A user name and a password (RFC 7617).",
              "$ref": "#/$defs/login"
            },
            "digest": {
              "description": "A user name and a password that answer a challenge (RFC 7616).",
              "$ref": "#/$defs/login"
            },
            "apiKey": { "$ref": "#/$defs/apiKey" }
          },
          "additionalProperties": false,
          "minProperties": 1,
          "maxProperties": 1
        },
        "login": {
          "type": "object",
          "properties": {
            "user": { "type": "string", "minLength": 1 },
            "passwordVariable": { "$ref": "#/$defs/variable" }
          },
          "required": ["user", "passwordVariable"],
          "additionalProperties": false
        },
        "apiKey": {
          "description": "A key of the API's own, in a field or in the query.",
          "type": "object",
          "properties": {
            "keyVariable": { "$ref": "#/$defs/variable" },
            "header": { "$ref": "#/$defs/fieldName" },
            "query": { "type": "string", "minLength": 1 }
          },
          "required": ["keyVariable"],
          "additionalProperties": false,
          "oneOf": [{ "required": ["header"] }, { "required": ["query"] }]
        },
        "name": {
          "description": "What stands in the target's id and in reports in place of its path.",
          "type": "string",
          "minLength": 1
        },
        "origin": {
          "description": "An origin whose pages may read the answers: scheme and host, as browsers send them.",
          "type": "string",
          "pattern": "^[a-z][a-z0-9]*://[a-z0-9._:\\[\\]-]+$"
        },
        "paging": {
          "description": "The query parameter by which the collection is read page by page, where pages do not link to the next one: the number of the page, or how many items stand before it.",
          "type": "object",
          "properties": {
            "page": { "type": "string", "minLength": 1 },
            "first": { "description": "The number of the first page: 1, unless said otherwise.", "enum": [0, 1] },
            "offset": { "type": "string", "minLength": 1 }
          },
          "additionalProperties": false,
          "oneOf": [{ "required": ["page"] }, { "required": ["offset"] }],
          "dependentRequired": { "first": ["page"] }
        },
        "path": { "pattern": "^/[^{}#\\s]*$" },
        "item": {
          "description": "The path of an item, with one name in braces in place of what tells items apart.",
          "type": "string",
          "pattern": "^/[^{}#\\s]*\\{[A-Za-z0-9_]+\\}[^{}#\\s]*$"
        },
        "mediaType": { "type": "string", "pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+( *;.*)?$" },
        "fieldName": { "type": "string", "pattern": "^[!#$%&'*+.^_`|~0-9A-Za-z-]+$" },
        "variable": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" },
        "rules": {
          "type": "array",
          "items": { "type": "string", "pattern": "^[a-z0-9.-]+$" }
        }
      }
    }

    """#
}
