import AccordDocuments
import Testing

struct XMLRelaxNGTests {
  private static let schema = """
    <element name="cart" xmlns="http://relaxng.org/ns/structure/1.0"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <oneOrMore><element name="item">
        <attribute name="quantity"><data type="positiveInteger"/></attribute>
      </element></oneOrMore>
    </element>
    """

  @Test func `A document that keeps to the schema has no violations, time and again`() throws {
    let schema = try RelaxNG(parsing: Array(Self.schema.utf8))
    let tree = try XMLTree(parsing: "<cart><item quantity='2'/></cart>")
    for _ in 0..<3 { #expect(try schema.violations(of: tree) == []) }
  }

  @Test func `A violation is told with line and place`() throws {
    let schema = try RelaxNG(parsing: Array(Self.schema.utf8))
    let tree = try XMLTree(parsing: "<cart>\n<item quantity='1'/>\n<item quantity='0'/>\n</cart>")
    let violations = try schema.violations(of: tree)
    #expect(violations.contains { $0.line == 3 && $0.path == "/cart/item[2]" })
    #expect(violations.allSatisfy { !$0.message.isEmpty && !$0.description.contains("\n") })
    #expect(try schema.violations(of: tree, limit: 1).count == 1)
    // What was told of one document does not stick to the next one.
    #expect(try schema.violations(of: XMLTree(parsing: "<cart><item quantity='1'/></cart>")) == [])
  }

  @Test(arguments: [
    "", "<a/>", "<element", "<element xmlns='http://relaxng.org/ns/structure/1.0'/>",
  ])
  func `What is no schema is refused`(text: String) {
    let error = #expect(throws: XMLSchemaError.self) { try RelaxNG(parsing: Array(text.utf8)) }
    #expect(error?.description.isEmpty == false)
  }
}
