import AccordDocuments
import Testing

struct SchemaFilesTests {
  /// What stands for a disk.
  final class Disk {
    let files: [String: String]
    private(set) var reads: [String] = []

    init(_ files: [String: String]) { self.files = files }

    func read(_ path: String) -> [UInt8]? {
      reads.append(path)
      return files[path].map { Array($0.utf8) }
    }
  }

  private static func violations(
    _ reference: String, _ value: String, resources: [String] = [], on files: [String: String]
  ) throws -> [String] {
    var schemas = SchemaFiles(read: Disk(files).read)
    let schema = try schemas.compile(reference, resources: resources)
    return try schema.validate(JSONDocument(parsing: value).root)
      .map { "\($0) (\($0.absoluteKeywordLocation))" }
  }

  private static func mistake(
    _ reference: String, resources: [String] = [], on files: [String: String]
  ) -> String? {
    var schemas = SchemaFiles(read: Disk(files).read)
    do throws(SchemaFileError) {
      _ = try schemas.compile(reference, resources: resources)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("api.json#/definitions/user", "api.json#/definitions/user/type"),
    ("schemas/api.json#/definitions/user", "schemas/api.json#/definitions/user/type"),
    ("./schemas/../api.json#/definitions/user", "api.json#/definitions/user/type"),
    ("../api.json#/definitions/user", "../api.json#/definitions/user/type"),
    ("/srv/my api.json#/definitions/user", "/srv/my%20api.json#/definitions/user/type"),
    ("a:b.json#/definitions/user", "a%3Ab.json#/definitions/user/type"),
  ])
  func `A schema is found by a file's path and a pointer, and told by both`(
    reference: String, location: String
  ) throws {
    let path = String(reference.prefix { $0 != "#" })
    let files = [path: #"{"definitions": {"user": {"type": "object"}}}"#]
    #expect(
      try Self.violations(reference, "1", on: files) == [
        "$: expected an object, found 1 (\(location))"
      ])
  }

  @Test(arguments: [
    ("schemas/api.json", "common.json", "schemas/common.json"),
    ("schemas/api.json", "types/../common.json#/a", "schemas/common.json"),
    ("schemas/api.json", "../common.json", "common.json"),
    ("schemas/api.json", "../../common.json", "../common.json"),
    ("../api.json", "../../common.json", "../../../common.json"),
    ("api.json", "../common.json", "../common.json"),
    ("api.json", "/srv/common.json", "/srv/common.json"),
    ("/srv/v1/api.json", "../../../common.json", "/common.json"),
    ("a b/api.json", "my%20common.json", "a b/my common.json"),
    ("größe/api.json", "länge.json", "größe/länge.json"),
  ])
  func `A relative reference leads to a file, seen from the file that it is in`(
    schema: String, reference: String, file: String
  ) throws {
    let files = [
      schema: #"{"items": {"$ref": "\#(reference)"}}"#,
      file: #"{"type": "string", "a": {"type": "string"}}"#,
    ]
    #expect(try Self.violations(schema, #"["a"]"#, on: files) == [])
    let violation = try #require(try Self.violations(schema, "[1]", on: files).first)
    #expect(violation.hasPrefix("$[0]: expected a string, found 1 ("))
  }

  @Test func `Files are followed from one to the next, in circles too, and read once`() throws {
    let disk = Disk([
      "a.json": #"{"properties": {"b": {"$ref": "sub/b.json"}}}"#,
      "sub/b.json": #"{"properties": {"c": {"$ref": "c.json#/$defs/c"}}}"#,
      "sub/c.json": """
      {"$defs": {"c": {"required": ["x"], "properties": {"a": {"$ref": "../a.json"}}}}}
      """,
    ])
    var schemas = SchemaFiles(read: disk.read)
    for reference in ["a.json", "a.json#/properties/b", "sub/c.json#/$defs/c"] {
      _ = try schemas.compile(reference)
    }
    #expect(disk.reads.sorted() == ["a.json", "sub/b.json", "sub/c.json"])
    let value = try JSONDocument(parsing: #"{"b": {"c": {"x": 1, "a": {"b": {"c": {}}}}}}"#)
    #expect(
      try schemas.compile("a.json").validate(value.root).map(\.absoluteKeywordLocation) == [
        "sub/c.json#/$defs/c/required"
      ])
  }

  @Test func `A schema with a URI of its own finds the files beside it, and what was provided`()
    throws
  {
    let files = [
      "schemas/api.json": """
      {"$id": "https://example.com/v1/api.json", "prefixItems": [
        {"$ref": "types/id.json"}, {"$ref": "https://example.com/v1/name.json"},
        {"$ref": "https://example.org/other.json"}]}
      """,
      "schemas/types/id.json": #"{"type": "integer"}"#,
      "schemas/name.json": #"{"type": "string"}"#,
      "lib/other.json": #"{"$id": "https://example.org/other.json", "type": "boolean"}"#,
    ]
    let found = try Self.violations(
      "schemas/api.json", "[null, null, null]", resources: ["lib/other.json"], on: files)
    #expect(
      found == [
        "$[0]: expected an integer, found null (https://example.com/v1/types/id.json#/type)",
        "$[1]: expected a string, found null (https://example.com/v1/name.json#/type)",
        "$[2]: expected a boolean, found null (https://example.org/other.json#/type)",
      ])
  }

  @Test func `A provided file is found by where it is, too`() throws {
    let disk = Disk([
      "api.json": #"{"$ref": "lib/a.json"}"#, "lib/a.json": #"{"$id": "urn:a", "type": "null"}"#,
    ])
    var schemas = SchemaFiles(read: disk.read)
    let schema = try schemas.compile("api.json", resources: ["lib/a.json"])
    #expect(schema.accepts(try JSONDocument(parsing: "null").root))
    #expect(disk.reads == ["api.json", "lib/a.json"])
  }

  @Test(arguments: [("", "common.json"), ("specs", "specs/common.json"), ("/a/", "/a/common.json")])
  func `A schema that is no file's refers from a folder`(folder: String, file: String) throws {
    let literal = try JSONDocument(
      parsing: #"{"$defs": {"a": {"items": {"$ref": "common.json"}}}}"#)
    var schemas = SchemaFiles(read: Disk([file: #"{"type": "string"}"#]).read)
    let schema = try schemas.compile(literal, at: JSONPointer("/$defs/a"), inFolder: folder)
    let violations = schema.validate(try JSONDocument(parsing: "[1]").root)
    #expect(violations.map(\.absoluteKeywordLocation) == ["\(file)#/type"])
  }

  @Test func `The draft and the formats are as the options say`() throws {
    let files = ["a.json": #"{"items": [{"format": "ipv4"}]}"#]
    var schemas = SchemaFiles(read: Disk(files).read)
    let schema = try schemas.compile(
      "a.json", options: SchemaOptions(defaultDraft: .draft7, formats: .assertion))
    #expect(!schema.accepts(try JSONDocument(parsing: #"["x"]"#).root))
    #expect(throws: SchemaFileError.self) { try schemas.compile("a.json") }
  }

  @Test(arguments: [
    ("nowhere.json", "nowhere.json cannot be read"),
    ("broken.json", "broken.json is not JSON: line 1, column 2: the text ends inside of an object"),
    (
      "api.json#definitions",
      "api.json: a JSON Pointer is empty or begins with /, in \"definitions\" after 0 bytes"
    ),
    (
      "api.json#/definitions/usr",
      "api.json: there is nothing at /definitions/usr; /definitions has user, order"
    ),
    (
      "api.json#/definitons/user",
      "api.json: there is nothing at /definitons/user; the document has definitions"
    ),
    (
      "api.json#/definitions/user/minimum",
      "api.json#/definitions/user/minimum: expected a schema, which is an object or a boolean, "
        + "found string"
    ),
    ("bad.json", #"bad.json#/minimum: minimum has to be a number, found "1""#),
    ("lost.json", "lib/gone.json cannot be read (referred to by lost.json#/items/$ref)"),
    (
      "torn.json",
      "broken.json is not JSON (referred to by torn.json#/$ref): line 1, column 2: the text ends "
        + "inside of an object"
    ),
    (
      "far.json",
      "far.json#/$ref: the schema refers to https://example.com/a.json, which was not provided; "
        + "nothing is fetched"
    ),
    (
      "host.json",
      "host.json#/$ref: the schema refers to //example.com/a.json, which was not provided; "
        + "nothing is fetched"
    ),
    (
      "file.json",
      "file.json#/$ref: the schema refers to file:///a.json, which was not provided; nothing is "
        + "fetched"
    ),
    (
      "identified.json",
      "https://example.com/x.json#/$ref: the schema refers to https://example.com/gone.json, which "
        + "was not provided; nothing is fetched"
    ),
  ])
  func `What is of no use is told with its place`(reference: String, description: String) {
    let files = [
      "broken.json": "{",
      "api.json": #"{"definitions": {"user": {"minimum": "1"}, "order": {}}}"#,
      "bad.json": #"{"minimum": "1"}"#,
      "lost.json": #"{"items": {"$ref": "lib/gone.json"}}"#,
      "torn.json": #"{"$ref": "broken.json"}"#,
      "far.json": #"{"$ref": "https://example.com/a.json"}"#,
      "host.json": #"{"$ref": "//example.com/a.json"}"#,
      "file.json": #"{"$ref": "file:///a.json"}"#,
      "identified.json": #"{"$id": "https://example.com/x.json", "$ref": "gone.json"}"#,
    ]
    #expect(Self.mistake(reference, on: files) == description)
  }

  @Test func `A resource that is not there is told`() {
    #expect(
      Self.mistake("a.json", resources: ["b.json"], on: ["a.json": "{}"])
        == "b.json cannot be read")
  }
}

@Suite("Schema files that cannot be told apart from others")
struct SchemaFilesRepeatedTests {
  @Test("A member that is there twice makes the file unusable, however deep it is")
  func repeated() {
    var files = SchemaFiles { _ in
      Array(#"{"properties": {"a": {"type": "string", "type": "null"}}}"#.utf8)
    }
    let error = #expect(throws: SchemaFileError.self) { _ = try files.compile("a.json") }
    #expect(error?.description == "a.json: the member $.properties.a.type is there twice")
  }
}
