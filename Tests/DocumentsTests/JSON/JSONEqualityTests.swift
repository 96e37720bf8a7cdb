import AccordDocuments
import Testing

struct JSONEqualityTests {
  @Test(arguments: [
    ("1", "1.0"), ("1", "1e0"), ("100", "1E+2"), ("0", "-0"), ("0.10", "1e-1"),
    (#""a\u0062""#, #""ab""#), (#""\/""#, #""/""#),
    (#"{"a":1,"b":[true,null]}"#, #"{ "b" : [ true, null ], "a" : 1.0 }"#),
    (#"{"a":1,"a":2}"#, #"{"a":2}"#), (#"{"\u0061":1}"#, #"{"a":1}"#),
    ("[]", "[ ]"), ("{}", "{ }"),
  ])
  func `Values that mean the same are equal`(left: String, right: String) throws {
    let a = try JSONDocument(parsing: left).root
    let b = try JSONDocument(parsing: right).root
    #expect(a.equals(b))
    #expect(b.equals(a))
  }

  @Test(arguments: [
    ("9007199254740993", "9007199254740992"), ("1", "1.0000000000000000000000001"),
    ("1", "\"1\""), ("null", "false"), ("true", "false"), ("[]", "{}"),
    ("[1,2]", "[2,1]"), ("[1]", "[1,1]"), ("\"a\"", "\"A\""), ("\"a\"", "\"ab\""),
    (#""\u0061""#, #""\u0061b""#), (#"{"a":1}"#, #"{"ab":1}"#),
    ("\"\u{E9}\"", "\"e\u{301}\""), (#"{"a":1}"#, #"{"a":1,"b":1}"#), (#"{"a":1}"#, #"{"b":1}"#),
    (#"{"a":1,"a":2}"#, #"{"a":1}"#), (#"[{"a":[1,{"b":2}]}]"#, #"[{"a":[1,{"b":3}]}]"#),
  ])
  func `Values that mean something else differ`(left: String, right: String) throws {
    let a = try JSONDocument(parsing: left).root
    let b = try JSONDocument(parsing: right).root
    #expect(!a.equals(b))
    #expect(!b.equals(a))
  }

  @Test func `Objects with very many members are compared in good time`() throws {
    let names = (0..<20_000).map { "\"name\($0)\":\($0)" }
    let a = try JSONDocument(parsing: "{\(names.joined(separator: ","))}").root
    let b = try JSONDocument(parsing: "{\(names.reversed().joined(separator: ","))}").root
    #expect(a.equals(b))
  }
}
