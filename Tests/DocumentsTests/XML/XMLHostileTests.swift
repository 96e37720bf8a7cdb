import AccordDocuments
import Foundation
import Testing

/// Documents that are made to harm: each ends at once in an error, or is read without harm.
struct XMLHostileTests {
  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  /// Ten references to the level below on each of nine levels.
  private static func laughs(_ first: String, mark: String = "&", kind: String = "") -> String {
    (1...9).reduce("<!ENTITY \(kind)e0 \"\(first)\">") { entities, level in
      entities + "<!ENTITY \(kind)e\(level) \"\(repeated("\(mark)e\(level - 1);", 10))\">"
    }
  }

  private static let expansion = "the document's entities add more than 1000000 bytes"
  private static let parameters = "the DTD refers to too many or too long parameter entities"
  private static let long = repeated("x", 100_000)

  private static let bombs: [(String, String)] = [
    ("<!DOCTYPE a [\(laughs("ha"))]><a>&e9;</a>", expansion),
    ("<!DOCTYPE a [\(laughs("ha"))]><a b='&e9;'/>", expansion),
    ("<!DOCTYPE a [\(laughs("<b/>"))]><a>&e9;</a>", expansion),
    ("<!DOCTYPE a [\(laughs("ha"))<!ATTLIST a b CDATA '&e9;'>]><a/>", expansion),
    (
      "<!DOCTYPE a [\(laughs("<!ENTITY x 'y'>", mark: "&#37;", kind: "% ")) %e9;]><a/>", parameters
    ),
    ("<!DOCTYPE a [<!ENTITY q '\(long)'>]><a>\(repeated("&q;", 20_000))</a>", expansion),
    ("<!DOCTYPE a [<!ENTITY q '\(long)'>]><a>\(repeated("<b c='&q;'/>", 5000))</a>", expansion),
    (
      "<!DOCTYPE a [<!ATTLIST b c CDATA '\(long)'>]><a>\(repeated("<b/>", 20_000))</a>",
      "the DTD's attributes add more than 1000000 bytes"
    ),
    ("<!DOCTYPE a [<!ENTITY % q '<!--\(long)-->'>\(repeated("%q;", 20_000))]><a/>", parameters),
    (
      "<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>",
      "Detected an entity reference loop"
    ),
    (
      "<a \((0..<100_000).map { "a\($0)=''" }.joined(separator: " "))/>",
      "an element has more than 500 attributes"
    ),
    (
      repeated("<a xmlns:x='u' xmlns:y='v' xmlns:z='w'>", 200),
      "more than 500 namespaces are declared around one element"
    ),
    (repeated("<a>", 100_000) + repeated("</a>", 100_000), "Excessive depth in document: 256"),
    (repeated("<a>", 100_000), "Excessive depth in document: 256"),
    ("<a b='\(repeated("x", 10_500_000))'/>", "AttValue length too long"),
  ]

  @Test(.timeLimit(.minutes(5)), arguments: bombs.indices)
  func `What multiplies itself ends in an error`(bomb: Int) {
    let (text, reason) = Self.bombs[bomb]
    let bytes = Array(text.utf8)
    let before = Self.peakMemory
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: bytes) }
    #expect(error?.reason.hasPrefix(reason) == true, "\(error?.description ?? "none")")
    #expect(Self.peakMemory - before < 200)
  }

  /// The most memory that the process had, in MiB; only Linux tells.
  private static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }

  @Test func `Levels that entities bring count as well`() {
    let levels = (1...3).map { level in
      "<!ENTITY d\(level) \"\(Self.repeated("<a>", 100))&d\(level - 1);\(Self.repeated("</a>", 100))\">"
    }
    let text = "<!DOCTYPE a [<!ENTITY d0 'x'>\(levels.joined())]><a>&d3;</a>"
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: text) }
    #expect(error?.reason == "entities nest elements deeper than 256")
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'LOCATION'>]><a>&e;</a>",
    "<!DOCTYPE a [<!ENTITY e SYSTEM 'LOCATION'>]><a b='&e;'/>",
    "<!DOCTYPE a [<!ENTITY e PUBLIC 'x' 'LOCATION'><!ENTITY f '&e;'>]><a>&f;</a>",
    "<!DOCTYPE a [<!ENTITY % e SYSTEM 'LOCATION'> %e;]><a>&word;</a>",
    "<!DOCTYPE a [<!ENTITY % e SYSTEM 'LOCATION'><!ENTITY w 'x'>]><a>&w;</a>",
    "<!DOCTYPE a [<!ENTITY w 'x'><!ENTITY % e SYSTEM 'LOCATION'> %e;]><a>&w;</a>",
    "<!DOCTYPE a SYSTEM 'LOCATION'><a>&word;</a>",
    "<!DOCTYPE a SYSTEM 'LOCATION' [<!ENTITY w 'x'>]><a>&w;&word;</a>",
  ])
  func `Nothing outside of a document is read`(template: String) throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString).dtd")
    try Data("<!ENTITY word 'the secret'>".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for location in [file.absoluteString, file.path, "http://127.0.0.1:9/x.dtd"] {
      let text = template.replacingOccurrences(of: "LOCATION", with: location)
      let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: text) }
      #expect(error?.reason.hasPrefix("the document") == true, "\(error?.description ?? "none")")
    }
  }

  @Test func `A DTD elsewhere that nothing refers to is not missed`() throws {
    let tree = try XMLTree(
      parsing: "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/x.dtd' [<!ENTITY w 'x'>]><a>&w;</a>")
    #expect(tree.root.text == "x")
  }

  @Test func `A document's hint to a schema is not followed`() throws {
    let schema = try XMLSchema(
      parsing: Array(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'/></xs:schema>"
          .utf8))
    let tree = try XMLTree(
      parsing: """
        <a xmlns:i="http://www.w3.org/2001/XMLSchema-instance"
          i:noNamespaceSchemaLocation="file:///dev/stdin" i:schemaLocation="urn:x /dev/stdin"/>
        """)
    #expect(try schema.violations(of: tree) == [])
  }

  @Test func `Nodes are bounded`() throws {
    let limits = XMLLimits(maximumNodes: 10)
    for text in ["<b/>", "<!---->", "<?x y?>", "<b c=''/>"] {
      let error = #expect(throws: XMLSyntaxError.self) {
        _ = try XMLTree(parsing: "<a>\(Self.repeated(text, 10))</a>", limits: limits)
      }
      #expect(
        error?.reason == "the document has more than 10 elements, attributes and other nodes")
    }
    let tree = try XMLTree(parsing: "<a>\(Self.repeated("<b/>", 9))</a>", limits: limits)
    #expect(tree.root.elements.count == 9)
  }
}
