import Testing

@Suite("accord validate, JSON")
struct ValidateJSONTests {
  static let files = [
    "api.json": ##"""
    {"definitions": {
      "user": {
        "required": ["id", "email"], "additionalProperties": false,
        "properties": {
          "id": {"type": "integer"}, "email": {"format": "email"},
          "pet": {"anyOf": [{"$ref": "#/definitions/cat"}, {"$ref": "types/dog.json"}]},
          "x": {"oneOf": [{"type": "integer"}, {"minimum": 0}]}}},
      "cat": {"properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}},
      "far": {"$ref": "https://example.com/far.json"},
      "lost": {"$ref": "gone.json#/a"},
      "torn": {"$ref": "bad.json"},
      "wrong": {"minimum": "1"},
      "pattern": {"pattern": "a(b"}}}
    """##,
    "types/dog.json":
      #"{"required": ["kind", "bark"], "properties": {"kind": {"const": "dog"}, "bark": {"minLength": 2}}}"#,
    "far.json": #"{"$id": "https://example.com/far.json", "type": "null"}"#,
    "tuple.json": #"{"items": [{"type": "string"}]}"#,
    "good.json": #"{"id": 7, "email": "a@example.com"}"#,
    "user.json": """
    {"id": "7", "emial": "x", "pet": {"kind": "dog", "bark": "w"}, "x": 1, "z\u{9B}\\u001b": 0}
    """,
    "bad.json": "{\n  \"a\": 1 x}",
  ]
  static let user = "api.json#/definitions/user"
  static let place = "\(user)/properties"

  @Test(
    "Every violation is a line, with what was found and the keyword's place",
    arguments: [
      ToolCase("validate", "--schema", user, "good.json", status: 0),
      ToolCase(
        "validate", "--schema", user, "user.json",
        output: """
          user.json: $.id: expected an integer, found "7" (\(place)/id/type)
          user.json: $.emial: expected no member but those that the schema names, found "x" (\(user)/additionalProperties)
          user.json: $.pet: expected one of 2 schemas to hold, found {"kind":"dog","bark":"w"}; \
          anyOf/1 comes closest: $.pet.bark: expected at least 2 characters, found "w" \
          (\(place)/pet/anyOf)
          user.json: $.x: expected exactly one schema to hold, found 1; these do: oneOf/0, oneOf/1 \
          (\(place)/x/oneOf)
          user.json: $['z\\u{9B}\\u001b']: expected no member but those that the schema names, found 0 \
          (\(user)/additionalProperties)
          user.json: $: expected a member "email", found {"id":"7","emial":"x",\
          "pet":{"kind":"dog","bark":"w"},"x":1,"z\\u{9B}\\u001b":0}; there is "emial" \
          (\(user)/required)
          """, status: 1),
      ToolCase(
        "validate", "--schema", user, "-", input: #"{"id": 1, "email": 1, "pet": {"kind": 1}}"#,
        output: """
          (standard input): $.pet: expected one of 2 schemas to hold, found {"kind":1}; anyOf/0 \
          comes closest: $.pet.kind: expected "cat", found 1 (\(place)/pet/anyOf)
          """, status: 1),
      ToolCase(
        "validate", "--schema", "-", "good.json", input: #"{"type": "array"}"#,
        output: """
          good.json: $: expected an array, found {"id":7,"email":"a@example.com"} (-#/type)
          """, status: 1),
      ToolCase(
        "validate", "--schema", "api.json#/definitions/far", "--resource", "far.json", "good.json",
        output: """
          good.json: $: expected null, found {"id":7,"email":"a@example.com"} \
          (https://example.com/far.json#/type)
          """, status: 1),
    ])
  func violations(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "The draft and the meaning of formats are as asked for",
    arguments: [
      ToolCase(
        "validate", "--schema", "tuple.json", "--draft", "7", "-", input: "[1]",
        output: """
          (standard input): $[0]: expected a string, found 1 (tuple.json#/items/0/type)
          """, status: 1),
      ToolCase(
        "validate", "--schema", "tuple.json", "-", input: "[1]",
        errors: """
          error: tuple.json#/items: items has to be a schema (an array is prefixItems now), found \
          [{"type":"string"}]
          """, status: 64),
      ToolCase(
        "validate", "--schema", user, "-", input: #"{"id": 1, "email": "x"}"#, status: 0),
      ToolCase(
        "validate", "--schema", user, "--formats", "-", input: #"{"id": 1, "email": "x"}"#,
        output: """
          (standard input): $.email: expected the format email, found "x" (\(place)/email/format)
          """, status: 1),
    ])
  func options(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "A document that is not JSON does not hold, and the others are judged",
    arguments: [
      ToolCase(
        "validate", "--schema", user, "bad.json", "good.json",
        output: "bad.json:2:10: not JSON: expected a comma or }, found x", status: 1),
      ToolCase(
        "validate", "--schema", user, "nowhere.json", "bad.json",
        output: "bad.json:2:10: not JSON: expected a comma or }, found x",
        errors: "error: nowhere.json: cannot be read: No such file or directory", status: 64),
    ])
  func malformed(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "A schema that is of no use is told with the place, and nothing is judged",
    arguments: [
      (
        "api.json#/definitions/usr",
        "--schema 'api.json#/definitions/usr': there is nothing at /definitions/usr; "
          + "did you mean /definitions/user?"
      ),
      (
        "types/dog.json#/definitions",
        "--schema 'types/dog.json#/definitions': types/dog.json: there is nothing at /definitions; "
          + "the document has required, properties"
      ),
      (
        "api.json#definitions",
        "--schema 'api.json#definitions': a JSON Pointer is empty or begins with /, in "
          + "\"definitions\" after 0 bytes; did you mean 'api.json#/definitions'?"
      ),
      (
        "api.json#/definitions/far",
        "api.json#/definitions/far/$ref: the schema refers to https://example.com/far.json, which "
          + "was not provided; nothing is fetched\n"
          + "  --resource FILE provides a file whose $id is https://example.com/far.json"
      ),
      (
        "api.json#/definitions/lost",
        "gone.json: cannot be read: No such file or directory\n"
          + "  api.json#/definitions/lost/$ref refers to it"
      ),
      (
        "api.json#/definitions/torn",
        "bad.json:2:10: not JSON: expected a comma or }, found x\n"
          + "  api.json#/definitions/torn/$ref refers to it"
      ),
      (
        "api.json#/definitions/wrong",
        "api.json#/definitions/wrong/minimum: minimum has to be a number, found \"1\""
      ),
      (
        "api.json#/definitions/pattern",
        "api.json#/definitions/pattern/pattern: the pattern has a mistake: this \"(\" has no \")\"\n"
          + "    a(b\n     ^"
      ),
      ("nowhere.json", "nowhere.json: cannot be read: No such file or directory"),
      ("bad.json", "bad.json:2:10: not JSON: expected a comma or }, found x"),
    ])
  func unusable(_ schema: String, complaint: String) throws {
    try ToolCase(
      "validate", "--schema", schema, "user.json", errors: "error: \(complaint)", status: 64
    ).check(in: Self.files)
  }
}
