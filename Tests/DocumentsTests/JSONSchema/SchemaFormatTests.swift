import AccordDocuments
import Testing

struct SchemaFormatTests {
  @Test(arguments: [
    ("time", "23:59:60Z", "12:00:00"), ("duration", "P1DT2H", "P1Y2D"),
    ("hostname", "xn--4dbc8h.example", "xn--X"), ("idn-hostname", "실례。테스트", "a·l"),
    ("idn-email", "실례@실례.테스트", "2962"), ("ipv4", "127.0.0.1", "127.0.0.01"),
    ("ipv6", "::1", "::1%eth0"), ("uri-reference", "../a?b#c", "\\a"),
    ("iri", "http://ƒøø.ßår/", "/abc"), ("iri-reference", "/âππ", "#ƒräg\\m"),
    ("uri-template", "/a{?b,c*}", "/a{?b"), ("json-pointer", "/a~1b", "/a~b"),
    ("relative-json-pointer", "1/a", "01"), ("regex", "^(a)$", "^(a$"),
    ("uuid", "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "2eb8aa08"), ("date", "2026-01-31", "1"),
  ])
  func `A format is judged when it is a demand, and a remark otherwise`(
    format: String, valid: String, invalid: String
  ) throws {
    let document = try JSONDocument(parsing: #"{"format": "\#(format)"}"#)
    let remark = try JSONSchema(compiling: document)
    let demand = try JSONSchema(
      compiling: document, options: SchemaOptions(formats: .assertion))
    func value(_ text: String) throws -> JSONNode {
      var writer = JSONWriter(.compact)
      writer.string(text)
      return try JSONDocument(parsing: writer.text).root
    }
    #expect(demand.accepts(try value(valid)))
    #expect(!demand.accepts(try value(invalid)))
    #expect(remark.accepts(try value(invalid)))
  }

  @Test func `A format that the draft does not have is a remark`() throws {
    let value = try JSONDocument(parsing: #""x""#).root
    for (draft, isAccepted) in [(SchemaDraft.draft4, true), (.draft7, false)] {
      let schema = try JSONSchema(
        compiling: JSONDocument(parsing: #"{"format": "date"}"#),
        options: SchemaOptions(defaultDraft: draft, formats: .assertion))
      #expect(schema.accepts(value) == isAccepted)
    }
  }
}
