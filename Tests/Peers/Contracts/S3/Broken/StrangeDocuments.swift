import Accord

/// Documents that a server should not send, kept for us by one that sends what it was given.
let strangeDocuments = Group("Strange documents") {
  for document in strangeXML {
    Scenario(document.name) {
      bucket(holding: ["a.xml"])
      Put("/\(shelf)/a.xml")
        .body(.bytes(document.octets), type: document.type).expect(200)
      Get("/\(shelf)/a.xml").timeout(.seconds(5)).expect(200) {
        XMLSchema("../Schemas/ListBucketResult.xsd")
        Found("/s3:ListBucketResult/s3:Name", "shelf")
      }
    }
  }
}

/// A list with something between its first element and the others.
func list(_ contents: String, name: String = "shelf", rest: String = "<KeyCount>1</KeyCount>")
  -> String
{
  """
  <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
    <IsTruncated>false</IsTruncated>
    \(contents)
    <Name>\(name)</Name><Prefix/><MaxKeys>1000</MaxKeys>\(rest)
  </ListBucketResult>
  """
}

func contents(
  key: String = "a.txt", modified: String = "2026-11-22T20:40:34.000Z",
  tag: String = "\"f019ee9a03978aff9f9b78d0ddf3edb7\"", size: String = "4"
) -> String {
  """
  <Contents><Key>\(key)</Key><LastModified>\(modified)</LastModified><ETag>\(tag)</ETag>\
  <Size>\(size)</Size><StorageClass>STANDARD</StorageClass></Contents>
  """
}

let strangeXML: [(name: String, type: String, octets: [UInt8])] =
  [
    ("a size below nothing", list(contents(size: "-1"))),
    ("no key", list(contents().replacing("<Key>a.txt</Key>", with: ""))),
    ("the same key twice", list(contents() + contents())),
    ("a tag that is no sum", list(contents(tag: "abc"))),
    ("a time without a zone", list(contents(modified: "2026-11-22T20:40:34"))),
    ("four flaws", list(contents(key: "", modified: "today", size: "4.5"), rest: "<Extra/>")),
    ("another order", list("", rest: "<StartAfter>a</StartAfter><KeyCount>0</KeyCount>")),
    ("another namespace", list(contents()).replacing("2006", with: "2016")),
    ("an attribute too many", list("<Contents hidden='true'/>")),
    ("a tag that is not closed", "<ListBucketResult>\n  <Name>shelf</ListBucketResult>"),
    ("two roots", "<a/><b/>"),
    ("an entity that nobody declared", list(contents(key: "a&nbsp;b"))),
    ("an ampersand on its own", list(contents(key: "a & b"))),
    ("text before the root", "Warning: deprecated\n" + list(contents())),
    ("half a document", String(list(contents()).prefix(120))),
    (
      "a file of the machine",
      "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + list(contents(), name: "&x;")
    ),
    (
      "a billion laughs",
      "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
        + (1...9).map { level in
          "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }.joined() + "]>" + list(contents(), name: "&l9;")
    ),
    ("a document type elsewhere", "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">" + list("")),
    ("HTML", "<!doctype html>\n<p>Sorry<br>Try again later"),
  ].map { ($0.0, "application/xml", Array($0.1.utf8)) } + [
    (
      "a charset that is not the document's", "application/xml; charset=utf-16",
      Array(list("").utf8)
    ),
    (
      "a charset other than the declared one", "application/xml; charset=iso-8859-1",
      Array(("<?xml version='1.0' encoding='utf-8'?>" + list("")).utf8)
    ),
    (
      "a charset that only the declaration denies", "application/xml; charset=utf-8",
      Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + latin + Array("</a>".utf8)
    ),
    (
      "octets that are no UTF-8", "application/xml",
      Array("<a>caf".utf8) + [0xE9] + Array("</a>".utf8)
    ),
    (
      "an encoding that nobody knows", "application/xml",
      Array("<?xml version='1.0' encoding='klingon'?><a/>".utf8)
    ),
    ("a type that is not XML's", "text/plain", Array(list("").utf8)),
    ("nothing", "application/xml", []),
  ]

extension String {
  /// The text with another one in place of this.
  func replacing(_ text: String, with other: String) -> String {
    split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
  }
}
