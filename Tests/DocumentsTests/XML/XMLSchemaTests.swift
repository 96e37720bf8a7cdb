import AccordDocuments
import Foundation
import Testing

struct XMLSchemaTests {
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="cart"><xs:complexType><xs:sequence>
        <xs:element name="item" maxOccurs="unbounded"><xs:complexType>
          <xs:attribute name="quantity" type="xs:positiveInteger" use="required"/>
        </xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """

  @Test func `A document that keeps to the schema has no violations`() throws {
    let schema = try XMLSchema(parsing: Array(Self.schema.utf8))
    let tree = try XMLTree(parsing: "<cart><item quantity='2'/></cart>")
    #expect(try schema.violations(of: tree).isEmpty)
  }

  @Test func `Each violation is told with its line, up to the limit`() throws {
    let schema = try XMLSchema(parsing: Array(Self.schema.utf8))
    let tree = try XMLTree(parsing: "<cart>\n<item quantity='0'/>\n<item/>\n<extra/>\n</cart>")
    let violations = try schema.violations(of: tree)
    #expect(violations.map(\.line) == [2, 3, 4])
    #expect(violations.map(\.path) == ["/cart/item[1]/@quantity", "/cart/item[2]", "/cart/extra"])
    #expect(violations.first?.message.contains("quantity") == true)
    #expect(violations[2].description.hasPrefix("line 4, /cart/extra: Element 'extra': "))
    #expect(try schema.violations(of: tree, limit: 1).count == 1)
  }

  @Test func `That an invalid value has no key is not told besides`() throws {
    let schema = try XMLSchema(
      parsing: Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:element name="l">
            <xs:complexType><xs:sequence><xs:element name="k" maxOccurs="unbounded">
              <xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/>
              </xs:restriction></xs:simpleType>
            </xs:element></xs:sequence></xs:complexType>
            <xs:unique name="u"><xs:selector xpath="k"/><xs:field xpath="."/></xs:unique>
          </xs:element>
        </xs:schema>
        """.utf8))
    let tree = try XMLTree(parsing: "<l><k/><k>a</k><k>a</k></l>")
    #expect(try schema.violations(of: tree).map(\.path) == ["/l/k[1]", "/l/k[3]"])
  }

  @Test func `Each violation of one element is told, and lines beyond 65535 are known`() throws {
    let schema = try XMLSchema(
      parsing: Array(
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"
          elementFormDefault="qualified" attributeFormDefault="qualified">
          <xs:element name="r"><xs:complexType><xs:sequence><xs:any processContents="skip"
            minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
            <xs:attribute name="n" type="xs:int"/><xs:attribute name="d" type="xs:date"/>
          </xs:complexType></xs:element>
        </xs:schema>
        """.utf8))
    let lines = String(repeating: "\n", count: 69_999)
    let tree = try XMLTree(
      parsing: "\(lines)<x:r xmlns:x='urn:x' x:n='a' x:d='b' e='c'>\n</x:r>")
    let violations = try schema.violations(of: tree)
    #expect(
      violations.map(\.path).sorted { ($0 ?? "") < ($1 ?? "") }
        == ["/x:r/@e", "/x:r/@x:d", "/x:r/@x:n"])
    #expect(violations.allSatisfy { $0.line == 70_000 })
  }

  @Test(arguments: ["", "<a/>", "<xs:schema", "<xs:schema xmlns:xs='urn:none'/>"])
  func `What is no schema is refused`(text: String) {
    do throws(XMLSchemaError) {
      _ = try XMLSchema(parsing: Array(text.utf8))
      Issue.record("accepted: \(text)")
    } catch {
      #expect(!error.description.isEmpty)
    }
  }

  @Test func `A schema that is not there is refused`() {
    do throws(XMLSchemaError) {
      _ = try XMLSchema(contentsOf: "/nowhere/schema.xsd")
      Issue.record("accepted")
    } catch {
      #expect(error.description.contains("/nowhere/schema.xsd"))
    }
  }

  /// Documents of the two kinds of JUnit files; each schema of the suites allows one or both.
  private static let junit = [
    """
    <testsuites><testsuite package="p" id="0" name="s" timestamp="2026-01-31T12:00:00"
      hostname="localhost" tests="1" failures="0" errors="0" time="0.5"><properties/>
    <testcase name="t" classname="c" time="0.500"/>
    <system-out></system-out><system-err></system-err></testsuite></testsuites>
    """,
    """
    <testsuite name="s" tests="1" failures="0" errors="0" skipped="0"

    ><testcase name="t" classname="c" time="0.500"/></testsuite>
    """,
  ]

  @Test(.enabled(if: Suites.isAvailable, Suites.explanation))
  func `The schemas of JUnit files tell valid from invalid ones`() throws {
    let names = try Suites.files("junit-xsd").filter { $0.hasSuffix(".xsd") }
    #expect(!names.isEmpty)
    for name in names {
      let folder = try #require(Suites.folder)
      let path = folder.appendingPathComponent("junit-xsd").appendingPathComponent(name).path
      let schema = try XMLSchema(contentsOf: path)
      let valid = try Self.junit.filter { try schema.violations(of: XMLTree(parsing: $0)) == [] }
      let text = try #require(valid.first, "\(name) allows none of the documents")
      let invalid = text.replacingOccurrences(of: "<testcase ", with: "<testcase colour='red' ")
      let violations = try schema.violations(of: XMLTree(parsing: invalid))
      #expect(violations.map(\.line) == [3])
      let bytes = try Suites.bytes("junit-xsd/\(name)")
      #expect(
        try XMLSchema(parsing: bytes).violations(of: XMLTree(parsing: invalid)) == violations)
    }
  }
}
