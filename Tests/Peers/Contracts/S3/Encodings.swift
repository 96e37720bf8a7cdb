import Accord

/// Documents in many encodings, stored octet by octet and read as what they say.
let s3Encodings = Scenario("Documents keep their encoding") {
  bucket(holding: encodedDocuments.map(\.key))
  for document in encodedDocuments {
    Put("/\(shelf)/\(document.key)").body(.bytes(document.octets), type: document.type)
      .expect(200)
    Get("/\(shelf)/\(document.key)").expect(200) {
      Header(.contentType, .equal(to: document.type))
      Body(.bytes(document.octets))
      XML("/drink", "café")
      XML(equals: "<drink>caf&#233;</drink>")
    }
  }
  Put("/\(shelf)/latin.txt").body(.bytes(latin), type: "text/plain; charset=ISO-8859-1")
    .expect(200)
  Cleanup { Delete("/\(shelf)/latin.txt").expect(204) }
  Get("/\(shelf)/latin.txt").expect(200) {
    Text("café")
    Capture(coffee, .text(matching: "c(..)é"))
  }
  Get("/\(shelf)?list-type=2&prefix=utf").expect(200) {
    Found("//s3:Key", .each(.not(.variable(coffee))))
    Found("//s3:Key", .count(2))
  }
}

/// Two letters of the drink.
let coffee = Variable("coffee")
let latin: [UInt8] = [0x63, 0x61, 0x66, 0xE9]

let encodedDocuments: [(key: String, type: String, octets: [UInt8])] = [
  ("utf-8.xml", "application/xml", Array("<drink>café</drink>".utf8)),
  ("marked.xml", "application/xml", [0xEF, 0xBB, 0xBF] + Array("<drink>café</drink>".utf8)),
  (
    "latin-1.xml", "application/xml",
    Array(#"<?xml version="1.0" encoding="ISO-8859-1"?><drink>"#.utf8) + latin
      + Array("</drink>".utf8)
  ),
  (
    "said.xml", "text/xml; charset=iso-8859-1",
    Array("<drink>".utf8) + latin + Array("</drink>".utf8)
  ),
  (
    "utf-16.xml", "application/xml",
    [0xFF, 0xFE] + "<drink>café</drink>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  ),
]
