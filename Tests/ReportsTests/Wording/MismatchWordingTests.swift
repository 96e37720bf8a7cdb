import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

/// A mismatch and its message.
struct WordedMismatch: Sendable, CustomTestStringConvertible {
  var mismatch: Mismatch
  var message: String
  var testDescription: String { message }

  init(
    _ place: Mismatch.Place, _ expected: Mismatch.Expected, _ found: Mismatch.Found,
    _ message: String
  ) {
    mismatch = Mismatch(place, expected: expected, found: found)
    self.message = message
  }

  init(_ pattern: JSONPattern, _ found: String, _ kind: JSONKind, _ message: String) {
    self.init(.json("$.a"), .json(pattern), .json(found, kind: kind), "$.a: \(message)")
  }

  init(_ pattern: TextPattern, _ message: String) {
    self.init(.field("ETag"), .text(pattern), .text("x"), "ETag: \(message), found \"x\"")
  }
}

@Suite("The words for what does not fit")
struct MismatchWordingTests {
  static let responses: [WordedMismatch] = [
    .init(
      .status, .status(201), .status(500, reason: ""),
      "expected status 201, found 500 Internal Server Error"),
    .init(
      .status, .status(.oneOf(200, 204, 404)), .status(500, reason: "Oops"),
      "expected status 200, 204 or 404, found 500 Oops"),
    .init(
      .status, .status(.success), .status(599, reason: ""),
      "expected a status from 200 to 299, found 599"),
    .init(
      .status, .methodRefused("PUT"), .status(200, reason: "OK"),
      "expected status 405 or 501, since .allows does not name PUT, found 200 OK"),
    .init(
      .json("$.a"), .json(.count(1...2)), .elements(3),
      "$.a: expected an array of 1 to 2 elements, found 3 elements"),
    .init(
      .text, .text("x"), .beginning("abc", octets: 70_000),
      "text: expected \"x\", found abc… (70,000 octets)"),
    .init(
      .status, .noServerError, .status(503, reason: ""),
      "expected no server error, found 503 Service Unavailable"),
    .init(
      .field("Allow"), .methodSet(["GET", "POST"]), .lines(["GET"]),
      "Allow: expected the methods that .allows names, GET, POST, found \"GET\"; without POST"),
    .init(
      .field("Allow"), .methodSet(["GET"]), .lines(["GET, PUT", "HEAD, DELETE"]),
      "Allow: expected the methods that .allows names, GET, found 2 lines: \"GET, PUT\" and "
        + "\"HEAD, DELETE\"; PUT and DELETE should not be there"),
    .init(
      .field("Content-Type"), .text(.hasPrefix("application/json")), .text("text/html"),
      "Content-Type: expected text beginning with \"application/json\", found \"text/html\""),
    .init(
      .field("Server"), .absent, .lines(["a", "b"]),
      "Server: expected nothing, found 2 lines: \"a\" and \"b\""),
    .init(
      .field("Vary"), .oneValue, .lines(["a", "b", "c", "d", "e", "f", "g"]),
      "Vary: expected exactly one value to capture, found 7 lines: \"a\", \"b\", \"c\", \"d\", \"e\" and 2 more"
    ),
    .init(
      .field("Set-Cookie"), .fieldLines(.each(.containsText("Secure"))), .nothing,
      "Set-Cookie: expected lines of which each is text that contains \"Secure\", found nothing"),
    .init(
      .field("Set-Cookie"), .fieldLines(.contains("a")), .lines(["b"]),
      "Set-Cookie: expected a line that is \"a\", found \"b\""),
    .init(
      .field("Set-Cookie"), .fieldLines(["a", .uuid]), .lines(["b"]),
      "Set-Cookie: expected the lines \"a\"; a UUID, found \"b\""),
    .init(
      .field("Set-Cookie"), .fieldLines(.count(2)), .nothing,
      "Set-Cookie: expected 2 lines, found nothing"),
    .init(.text, .text("a"), .text("b"), "text: expected \"a\", found \"b\""),
    .init(
      .text, .decodableText, .problem("no utf-8 at octet 3"),
      "text: expected text, found no utf-8 at octet 3"),
    .init(.body, .noBody, .octets(1), "body: expected no body, found 1 octet"),
    .init(.body, .noBody, .octets(2_048), "body: expected no body, found 2,048 octets"),
    .init(
      .body, .body(.count(1...10)), .octets(12), "body: expected 1 to 10 octets, found 12 octets"),
    .init(
      .body, .body(.count(5...)), .octets(2), "body: expected 5 or more octets, found 2 octets"),
    .init(
      .body, .body(.bytes([1, 2])), .otherOctets(.init([1, 10], expected: [1, 2])),
      "body: expected the 2 octets that the contract names, found 2 octets, which differ from offset 1 on: "
        + "expected 02, found 0A"
    ),
    .init(
      .body, .body(.file("a.png")),
      .otherOctets(
        .init([7, 7, 7], expected: [UInt8](repeating: 7, count: 3) + [UInt8](0..<200))),
      "body: expected the octets of \"a.png\", found 3 octets in place of 203, which differ from offset 3 "
        + "on: expected 00 01 02 03 04 05 06 07, found the end"
    ),
    .init(
      .body, .wellFormedJSON, .problem("line 1, column 1: expected a value, found <"),
      "body: expected JSON, found text that is none: line 1, column 1: expected a value, found <"),
    .init(.body, .wellFormedJSON, .nothing, "body: expected JSON, found nothing"),
    .init(
      .time, .atMost(.milliseconds(300)), .duration(.milliseconds(412)),
      "time: expected at most 300 ms, took 412 ms"),
    .init(
      .capture("n"), .convertible(.integer), .text("abc"),
      "capture of n: expected a whole number, found \"abc\""),
    .init(
      .capture("n"), .convertible(.number), .text("a"),
      "capture of n: expected a number, found \"a\""),
    .init(
      .capture("n"), .convertible(.boolean), .text("a"),
      "capture of n: expected true or false, found \"a\""),
    .init(
      .capture("n"), .convertible(.text), .text("a"), "capture of n: expected text, found \"a\""),
    .init(
      .capture("n"), .convertible(.link), .text("::"),
      "capture of n: expected a reference to a resource (RFC 3986 section 4.1), found \"::\""),
    .init(
      .json("$.id"), .oneValue, .count(3),
      "$.id: expected exactly one value to capture, found 3 values"),
    .init(
      .check("the sum"), .holds, .falseAnswer,
      "check \"the sum\": expected it to hold, and it does not"),
    .init(
      .check("the sum"), .holds, .problem("boom"),
      "check \"the sum\": expected it to hold, and it threw: boom"),
    .init(.json("$"), .present, .nothing, "$: expected something, found nothing"),
  ]

  static let documents: [WordedMismatch] = [
    .init(
      .xml("/cart/item[2]/@quantity", line: 3), .text("3"), .text("2"),
      "/cart/item[2]/@quantity (line 3): expected \"3\", found \"2\""),
    .init(
      .xml("/cart", line: 1), .markup("<item id=\"1\">"), .nothing,
      "/cart: expected <item id=\"1\">, found nothing"),
    .init(
      .xml("/cart/x", line: 0), .absent, .markup("<x>"), "/cart/x: expected nothing, found <x>"),
    .init(
      .xml("//price", line: 0), .xml(.number(1...)), .text("free"),
      "//price: expected a number, 1 or greater, found \"free\""),
    .init(
      .xml("count(//a)", line: 0), .xml(3), .markup("2"), "count(//a): expected 3, found 2"),
    .init(
      .xml("//a", line: 0), .xml(.hasPrefix("x")), .nothing,
      "//a: expected text beginning with \"x\", found nothing"),
    .init(
      .xml("//a", line: 0), .xml(.count(1...2)),
      .nodes([.text("x"), .text("y"), .text("z")], count: 3),
      "//a: expected 1 to 2 nodes, found 3 nodes: \"x\", \"y\" and \"z\""),
    .init(
      .xml("//a", line: 0), .xml(.contains("q")),
      .nodes([.text("1"), .text("2"), .text("3"), .text("4"), .text("5")], count: 7),
      "//a: expected a node that is \"q\", found 7 nodes: \"1\", \"2\", \"3\", \"4\", \"5\" and 2 more"
    ),
    .init(
      .xml("//a", line: 0), .anotherNode(.integer), .nodes([.text("x")], count: 1),
      "//a: expected another node that is a whole number, found 1 node: \"x\""),
    .init(
      .xml("//a", line: 0), .xml(.any), .nothingInNamespace("urn:x"),
      "//a: expected a node, found nothing; the document's names are in the namespace \"urn:x\": give it "
        + "a prefix by namespaces: [\"x\": \"urn:x\"] and write x:name"),
    .init(
      .xml("//a", line: 0), .oneNode, .nodes([.text("x"), .text("y")], count: 2),
      "//a: expected one node, found 2 nodes: \"x\" and \"y\"; .each or .contains speak of several"),
    .init(
      .xml("/cart", line: 2), .validXML("cart.xsd"), .problem("Element 'cart': Missing child."),
      "/cart (line 2): not valid by \"cart.xsd\": Element 'cart': Missing child."),
    .init(
      .body, .wellFormedXML, .problem("line 1, column 4: Opening and ending tag mismatch"),
      "body: expected XML, found text that is none: line 1, column 4: Opening and ending tag mismatch"
    ),
    .init(.body, .wellFormedXML, .nothing, "body: expected XML, found nothing"),
    .init(
      .body, .oneEncoding, .problem("the byte order mark says UTF-8, the XML declaration says x"),
      "body: expected one encoding, but the byte order mark says UTF-8, the XML declaration says x"),
    .init(
      .text, .matchingText("id=(.+)"), .text("none"),
      "text: expected text that matches /id=(.+)/ to capture from, found \"none\""),
  ]

  static func violation(
    of schema: String, in value: String
  ) throws -> (SchemaViolation, Mismatch.Found) {
    let schema = try AccordDocuments.JSONSchema(compiling: JSONDocument(parsing: schema))
    let violation = try #require(schema.validate(JSONDocument(parsing: value).root).first)
    return (violation, Mismatch.Found(violation.found))
  }

  /// A schema, a value and the message.
  static let schemas: [(String, String, String)] = [
    (
      #"{"properties": {"id": {"type": "integer"}}}"#, #"{"id": "7"}"#,
      #"$.id: expected an integer, found "7" (#/properties/id/type)"#
    ),
    (
      #"{"required": ["name"]}"#, #"{"id": 1, "nmae": 2}"#,
      #"$: expected a member "name", found an object with id and nmae; there is "nmae" (#/required)"#
    ),
    (
      #"{"required": ["name"]}"#, "{}",
      #"$: expected a member "name", found an object without members (#/required)"#
    ),
    (
      #"{"oneOf": [{"type": "string"}, {"properties": {"a": {"const": 1}}, "type": "object"}]}"#,
      #"{"a": 2}"#,
      #"$: expected exactly one of 2 schemas to hold, and none does, found {"a":2}; oneOf/1 comes "#
        + "closest: $.a: expected 1, found 2 (#/oneOf)"
    ),
    (
      #"{"anyOf": [{"minimum": 9}, {"type": "null"}]}"#, "7",
      "$: expected one of 2 schemas to hold, found 7; anyOf/0 comes closest: $: expected at least 9, "
        + "found 7 (#/anyOf)"
    ),
    (#"{"enum": ["a", 1]}"#, "2", #"$: expected one of "a", 1, found 2 (#/enum)"#),
  ]

  @Test("A demand of a schema names its place in the value and in the schema", arguments: schemas)
  func schema(schema: String, value: String, message: String) throws {
    let (violation, found) = try Self.violation(of: schema, in: value)
    let mismatch = Mismatch(
      .json("\(violation.instanceLocation)"), expected: .schema(violation), found: found)
    let nearMiss = NearMiss.of(mismatch, in: nil)
    #expect(Wording().message(mismatch, nearMiss: nearMiss) == message)
  }

  @Test("A secret that is longer than what is shown of it is redacted, not cut")
  func longSecrets() throws {
    let secret = String(repeating: "s3cr3t", count: 50)
    let redactor = Redactor()
    redactor.add(secret)
    let wording = Wording(redactor: redactor)
    let nodes = Mismatch(
      .xml("//a", line: 0), expected: .oneNode,
      found: .nodes([.text(secret), .text("x")], count: 2))
    #expect(
      wording.message(nodes)
        == "//a: expected one node, found 2 nodes: \"***\" and \"x\"; .each or .contains speak of several"
    )
    let (violation, found) = try Self.violation(
      of: #"{"anyOf": [{"type": "null"}, {"maxLength": 9}]}"#, in: "\"\(secret)\"")
    let branch = Mismatch(.json("$"), expected: .schema(violation), found: found)
    #expect(
      wording.message(branch)
        == #"$: expected one of 2 schemas to hold, found "***"; anyOf/1 comes closest: $: expected at "#
        + #"most 9 characters, found "***" (#/anyOf)"#)
  }

  static let values: [WordedMismatch] = [
    .init(
      .json("$.quantity"), .json(3), .json("2", kind: .number), "$.quantity: expected 3, found 2"),
    .init(
      .json("$.email"), .json(.email), .nothing,
      "$.email: expected an e-mail address, found nothing"),
    .init(3, "\"3\"", .string, "expected 3, found \"3\", a string"),
    .init("3", "3", .number, "expected \"3\", found 3, a number"),
    .init(.null, "1", .number, "expected null, found 1"),
    .init(.boolean, "1", .number, "expected true or false, found 1"),
    .init(true, "\"true\"", .string, "expected true, found \"true\", a string"),
    .init(.integer, "1.5", .number, "expected a whole number, found 1.5"),
    .init(.number, "null", .null, "expected a number, found null"),
    .init(.integer(1...9), "10", .number, "expected a whole number from 1 to 9, found 10"),
    .init(.integer(1..<9), "9", .number, "expected a whole number from 1 to below 9, found 9"),
    .init(.integer(1...), "0", .number, "expected a whole number, 1 or greater, found 0"),
    .init(.number(...1.5), "2", .number, "expected a number, 1.5 or less, found 2"),
    .init(
      .close(to: 1, within: 0.5), "2", .number, "expected a number within 0.5 of 1, found 2"),
    .init(.string, "1", .number, "expected a string, found 1, a number"),
    .init(.hasPrefix("a"), "\"b\"", .string, "expected a string beginning with \"a\", found \"b\""),
    .init(.hasSuffix("a"), "\"b\"", .string, "expected a string ending with \"a\", found \"b\""),
    .init(
      .containsText("a"), "\"b\"", .string, "expected a string that contains \"a\", found \"b\""),
    .init(
      .matches("^a+$"), "\"b\"", .string, "expected a string that matches /^a+$/, found \"b\""),
    .init(["id": .integer], "[]", .array, "expected an object with id, found []"),
    .init(
      .exactly(["id": 1, "name": .string]), "[]", .array,
      "expected an object with id and name and nothing else, found []"),
    .init(.exactly([:]), "[]", .array, "expected an object without members, found []"),
    .init(.object([]), "[]", .array, "expected an object, found []"),
    .init(
      .object((1...8).map { ("m\($0)", .any) }), "1", .number,
      "expected an object with m1, m2, m3, m4, m5, m6 and 2 more, found 1"),
    .init([1, 2], "{}", .object, "expected an array of 2 elements, found {}"),
    .init(.unordered([1]), "{}", .object, "expected an array of 1 element in any order, found {}"),
    .init(
      .each(.uuid), "1", .number, "expected an array of which each element is a UUID, found 1"),
    .init(
      .contains(.date), "1", .number,
      "expected an array with an element that is a date such as 2026-01-31, found 1"),
    .init(.count(1...3), "[]", .array, "expected an array of 1 to 3 elements, found []"),
    .init(.optional(.null), "1", .number, "expected null, or nothing, found 1"),
    .init(.nullable(.uri), "1", .number, "expected a URI with a scheme, or null, found 1"),
    .init(.absent, "1", .number, "expected nothing, found 1"),
    .init(.oneOf(1, .null), "2", .number, "expected one of: 1; null, found 2"),
    .init(.all(.any, .boolean), "2", .number, "expected all of: any value; true or false, found 2"),
    .init(.not(.null), "null", .null, "expected anything but null, found null"),
    .init(
      .dateTime, "\"x\"", .string,
      "expected a date and time such as 2026-01-31T12:00:00Z, found \"x\""),
    .init(.variable(Variable("cart")), "1", .number, "expected the value of cart, found 1"),
    .init(
      .json("$.id"), .variable(name: "cart", value: "42"), .json("43", kind: .number),
      "$.id: expected 42, the value of cart, found 43"),
    .init(
      .json("$.id"), .variable(name: "cart", value: "42"), .json("\"42\"", kind: .string),
      "$.id: expected 42, the value of cart, found \"42\", a string"),
    .init(
      .json("$.id"), .variable(name: "cart", value: "\"42\""), .json("42", kind: .number),
      "$.id: expected \"42\", the value of cart, found 42, which is no string"),
    .init(
      .json("$.a"), .once, .json("1", kind: .number),
      "$.a: expected the member once, found it more than once"),
    .init(
      .json("$.a"), .noOtherMember, .json("1", kind: .number),
      "$.a: expected no member but those named, found this one: 1"),
    .init(
      .json("$"), .someElement(3), .json("[1]", kind: .array),
      "$: expected some element that is 3, found [1]"),
    .init(
      .json("$"), .anotherElement(3), .json("[1]", kind: .array),
      "$: expected another element that is 3, found [1]"),
  ]

  static let texts: [WordedMismatch] = [
    .init(.any, "expected any text"),
    .init("a", "expected \"a\""),
    .init(.httpDate, "expected a date such as Sat, 31 Jan 2026 12:00:00 GMT"),
    .init(.integer, "expected a whole number in digits"),
    .init(.variable(Variable("v")), "expected the value of v"),
    .init(.oneOf("a", .integer), "expected one of: \"a\"; a whole number in digits"),
    .init(.all("a", .hasSuffix("b")), "expected all of: \"a\"; text ending with \"b\""),
    .init(.not("x"), "expected anything but \"x\""),
    .init(.matches("^a$"), "expected text that matches /^a$/"),
  ]

  @Test(
    "Of an XML body it is told where, what was expected and what was found", arguments: documents)
  func document(_ worded: WordedMismatch) {
    #expect(Wording().message(worded.mismatch) == worded.message)
  }

  @Test("A response that does not fit", arguments: responses)
  func response(_ worded: WordedMismatch) {
    #expect(Wording().message(worded.mismatch) == worded.message)
  }

  @Test("A JSON value that does not fit", arguments: values)
  func value(_ worded: WordedMismatch) {
    #expect(Wording().message(worded.mismatch) == worded.message)
  }

  @Test("A text that does not fit", arguments: texts)
  func text(_ worded: WordedMismatch) {
    #expect(Wording().message(worded.mismatch) == worded.message)
  }

  @Test("A long value is cut in the middle, with its length")
  func longValue() {
    let mismatch = Samples.json(
      "$.a", .null, found: "\"" + String(repeating: "x", count: 5_000_000) + "\"", .string)
    let message = Wording(excerptLimit: 12).message(mismatch)
    #expect(
      message == "$.a: expected null, found \"xxxxxxx … xxx\" (5,000,002 characters), a string")
  }

  @Test(
    "What more there was is counted",
    arguments: [(1, "and 1 more mismatch"), (2, "and 2 more mismatches")])
  func further(count: Int, message: String) {
    #expect(Wording().further(count) == message)
  }

  @Test("A name much like the missing one is told, where there is one and only one")
  func nearMiss() {
    let missing = Mismatch(.json("$.user.email"), expected: .json(.email), found: .nothing)
    func message(_ body: String) -> String {
      let response = Samples.exchange(body: body).response
      return Wording().message(missing, nearMiss: NearMiss.of(missing, in: response))
    }
    let plain = "$.user.email: expected an e-mail address, found nothing"
    #expect(message(#"{"user":{"emial":"a"}}"#) == plain + #"; there is "emial""#)
    #expect(message(#"{"user":{"Email":"a"}}"#) == plain + #"; there is "Email""#)
    #expect(message(#"{"user":{"emial":"a","emai":"b"}}"#) == plain)
    #expect(message(#"{"user":{"name":"a"}}"#) == plain)
    #expect(message("no JSON") == plain)
    #expect(NearMiss.nearest(to: "line2", among: ["line1"]) == nil)
    let field = Mismatch(.field("ETag"), expected: .present, found: .nothing)
    let response = Samples.exchange(responseFields: [("Etga", "x")]).response
    #expect(NearMiss.of(field, in: response) == "Etga")
  }
}
