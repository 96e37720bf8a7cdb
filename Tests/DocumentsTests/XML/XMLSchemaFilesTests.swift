import AccordDocuments
import Foundation
import Testing

/// Both kinds of schemas where several files, documents and threads are in play.
struct XMLSchemaFilesTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "accord-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func write(_ text: String, to name: String) throws -> String {
    let file = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  private func includingSchema(_ included: String) throws -> String {
    try write(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:include schemaLocation="\(included)"/><xs:element name="a" type="kind"/>
      </xs:schema>
      """, to: "outer.xsd")
  }

  @Test func `Included files are read, and their mistakes are told with the file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try write(
      """
      <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:simpleType name="kind"><xs:restriction base="xs:int"/></xs:simpleType>
      </xs:schema>
      """, to: "inner.xsd")
    let schema = try XMLSchema(contentsOf: includingSchema("inner.xsd"))
    #expect(try schema.violations(of: XMLTree(parsing: "<a>1</a>")) == [])
    #expect(try schema.violations(of: XMLTree(parsing: "<a>x</a>")).map(\.path) == ["/a"])
    let outer = try includingSchema("inner.xsd")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: outer)))
    #expect(throws: Never.self) { try XMLSchema(parsing: bytes, from: outer) }
    _ = try write("<xs:schema", to: "broken.xsd")
    let path = try includingSchema("broken.xsd")
    let error = #expect(throws: XMLSchemaError.self) { try XMLSchema(contentsOf: path) }
    #expect(error?.reports.contains { $0.file?.hasSuffix("broken.xsd") == true } == true)
  }

  @Test func `RELAX NG schemas include files, and their mistakes are told with the file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outer = """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0">
        <include href="INNER"/><start><ref name="a"/></start>
      </grammar>
      """
    _ = try write(
      """
      <grammar xmlns="http://relaxng.org/ns/structure/1.0">
        <define name="a"><element name="a"><empty/></element></define>
      </grammar>
      """, to: "inner.rng")
    _ = try write("<grammar", to: "broken.rng")
    let good = try write(outer.replacingOccurrences(of: "INNER", with: "inner.rng"), to: "good.rng")
    let schema = try RelaxNG(contentsOf: good)
    #expect(try schema.violations(of: XMLTree(parsing: "<a/>")) == [])
    #expect(try !schema.violations(of: XMLTree(parsing: "<b/>")).isEmpty)
    let bad = try write(outer.replacingOccurrences(of: "INNER", with: "broken.rng"), to: "bad.rng")
    let error = #expect(throws: XMLSchemaError.self) { try RelaxNG(contentsOf: bad) }
    #expect(error?.reports.contains { $0.file?.hasSuffix("broken.rng") == true } == true)
  }

  @Test func `Identifiers of one schema do not stick to the document`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    func schema(identifier: String) throws -> XMLSchema {
      let attributes = ["x", "y"].map { name in
        "<xs:attribute name='\(name)' type='\(name == identifier ? "xs:ID" : "xs:string")'/>"
      }
      return try XMLSchema(
        parsing: Array(
          """
          <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">
          <xs:complexType><xs:sequence><xs:element name="i" maxOccurs="unbounded"><xs:complexType>
          \(attributes.joined())</xs:complexType></xs:element></xs:sequence></xs:complexType>
          </xs:element></xs:schema>
          """.utf8))
    }
    let tree = try XMLTree(parsing: "<r><i x='a' y='b'/><i x='b' y='a'/><i x='c' y='c'/></r>")
    let twice = try XMLTree(parsing: "<r><i x='a' y='b'/><i x='a' y='c'/></r>")
    for _ in 0..<2 {
      #expect(try schema(identifier: "x").violations(of: tree) == [])
      #expect(try schema(identifier: "y").violations(of: tree) == [])
      let violations = try schema(identifier: "x").violations(of: twice)
      #expect(violations.map(\.path) == ["/r/i[2]/@x"])
      #expect(try schema(identifier: "y").violations(of: twice) == [])
    }
    #expect(try XPath("count(id('a'))").evaluate(on: tree).number == 0)
  }

  @Test func `One schema validates in many threads at once`() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let xsd = try XMLSchema(
      parsing: Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r"><xs:complexType>
        <xs:sequence><xs:element name="i" type="xs:date" maxOccurs="unbounded"/></xs:sequence>
        </xs:complexType></xs:element></xs:schema>
        """.utf8))
    let relaxng = try RelaxNG(
      parsing: Array(
        """
        <element name="r" xmlns="http://relaxng.org/ns/structure/1.0"
          datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
          <oneOrMore><element name="i"><data type="date"/></element></oneOrMore></element>
        """.utf8))
    let counts = try await withThrowingTaskGroup(of: [Int].self) { group in
      for task in 0..<8 {
        group.addTask {
          try (0..<50).map { round in
            let isValid = (task + round) % 2 == 0
            let tree = try XMLTree(
              parsing: "<r><i>2026-01-31</i><i>\(isValid ? "2026-02-28" : "2026-02-30")</i></r>")
            let isRight =
              try xsd.violations(of: tree).isEmpty == isValid
              && relaxng.violations(of: tree).isEmpty == isValid
            return isRight ? 1 : 0
          }
        }
      }
      return try await group.reduce([], +)
    }
    #expect(counts.reduce(0, +) == 400)
  }
}
