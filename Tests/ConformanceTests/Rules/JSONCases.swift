import AccordConformance

/// RFC 8259, RFC 7303.
extension RuleCase {
  private static func xml(_ text: String, _ type: String = "application/xml") -> Answer {
    Answer(["Content-Type": type], body: text)
  }

  static let json: [RuleCase] = [
    .breaks("json.valid", "a trailing comma", Answer(body: #"{"id":7,}"#)),
    .breaks("json.valid", "NaN", Answer(body: #"{"price":NaN}"#)),
    .breaks("json.valid", "junk behind the value", Answer(body: #"{"id":7}x"#)),
    .breaks("json.valid", "HTML", Answer(body: "<html></html>")),
    .breaks(
      "json.valid", "a problem that is none",
      Answer(404, body: "not found")),
    .keeps("json.valid", "an object", Answer()),
    .keeps(
      "json.valid", "a type built on JSON",
      Answer(["Content-Type": "application/hal+json"], body: "[1]")),
    .silent("json.valid", "JSON Lines under the label of one text", Answer(body: "{}\n{}\n")),
    .silent(
      "json.valid", "the beginning of a text",
      Answer(206, ["Content-Range": "bytes 0-9/99"], body: #"{"items": "#)),
    .silent(
      "json.valid", "what changed since",
      Answer(226, ["IM": "diffe"], body: "1c1\n< {}\n")),
    .silent("json.valid", "half of a surrogate pair", Answer(body: #"["\ud800"]"#)),
    .silent("json.valid", "no content at all", Answer().with(octets: [])),
    .silent(
      "json.valid", "content that the connection's end cut off",
      Answer(["Content-Length": nil], body: #"{"id":"#)),
    .breaks(
      "json.valid", "chunks that end too early",
      Answer(["Content-Length": nil, "Transfer-Encoding": "chunked"], body: #"{"id":"#)),
    .silent(
      "xml.well-formed", "content that the connection's end cut off",
      Answer(["Content-Type": "text/xml", "Content-Length": nil], body: "<a><b>")),
    .silent(
      "json.valid", "JSON Lines under their own label",
      Answer(["Content-Type": "application/x-ndjson"], body: "{}\n{}\n")),
    .silent("json.valid", "a part that was recorded", Answer(body: "{").seen(.incomplete)),
    .silent(
      "json.valid", "content with its coding on it",
      Answer(["Content-Encoding": "br"]).with(octets: [0x8B, 3])),

    .breaks(
      "json.utf8", "Latin 1", Answer().with(octets: [0x22, 0xFC, 0x22])),
    .breaks(
      "json.utf8", "an overlong form", Answer().with(octets: [0x22, 0xC0, 0xAF, 0x22])),
    .breaks(
      "json.utf8", "a surrogate", Answer().with(octets: [0x22, 0xED, 0xA0, 0x80, 0x22])),
    .breaks(
      "json.utf8", "UTF-16", Answer().with(octets: [0x7B, 0, 0x7D, 0])),
    .keeps("json.utf8", "an umlaut in UTF-8", Answer(body: #""ü""#)),
    .silent("json.utf8", "another type", xml("<a/>")),

    .breaks("json.no-bom", "a byte order mark", Answer(body: "\u{FEFF}{}")),
    .keeps("json.no-bom", "nothing before the value", Answer()),
    .silent("json.no-bom", "another type", xml("\u{FEFF}<a/>")),

    .breaks("json.unique-names", "a name twice", Answer(body: #"{"a":1,"b":2,"a":3}"#)),
    .breaks(
      "json.unique-names", "a name twice deep inside, once with an escape",
      Answer(body: #"[{"x":[{"a":1,"\u0061":3}]}]"#)),
    .breaks(
      "json.unique-names", "a name twice among many",
      Answer(body: "{" + (0..<40).map { "\"m\($0 % 39)\":0" }.joined(separator: ",") + "}")),
    .keeps(
      "json.unique-names", "one name in two objects", Answer(body: #"[{"a":1},{"a":2}]"#)),
    .keeps("json.unique-names", "names that differ in case", Answer(body: #"{"a":1,"A":2}"#)),
    .silent("json.unique-names", "another type", xml("<a/>")),

    .breaks("xml.well-formed", "an open element", xml("<a><b></a>")),
    .breaks("xml.well-formed", "a bare ampersand", xml("<a>R&D</a>", "image/svg+xml")),
    .silent("xml.well-formed", "a prefix that is not declared", xml("<x:a/>", "text/xml")),
    .keeps("xml.well-formed", "a document", xml("<?xml version='1.0'?><a>ü</a>")),
    .silent(
      "xml.well-formed", "an entity that is declared elsewhere",
      xml(#"<!DOCTYPE a SYSTEM "http://api.test/a.dtd"><a>&x;</a>"#)),
    .silent(
      "xml.well-formed", "the middle of a document",
      Answer(
        206, ["Content-Type": "text/xml", "Content-Range": "bytes 3-9/99"], body: "<b></a>")),
    .silent("xml.well-formed", "HTML", xml("<p>a<br>", "text/html")),
    .silent(
      "xml.well-formed", "a part of a document",
      xml("<a/><b/>", "application/xml-external-parsed-entity")),
  ]
}
