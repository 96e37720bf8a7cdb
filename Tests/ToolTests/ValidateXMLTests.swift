import Testing

@Suite("accord validate, XML")
struct ValidateXMLTests {
  static let files = [
    "product.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:include schemaLocation="types.xsd"/>
      <xs:element name="products"><xs:complexType><xs:sequence>
        <xs:element name="product" type="product" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:schema>
    """,
    "types.xsd": """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:complexType name="product">
        <xs:sequence><xs:element name="price" type="xs:decimal"/></xs:sequence>
        <xs:attribute name="id" type="xs:integer"/>
      </xs:complexType>
    </xs:schema>
    """,
    "product.rng": """
    <element name="products" xmlns="http://relaxng.org/ns/structure/1.0">
      <oneOrMore><element name="product">
        <optional><attribute name="id"/></optional><element name="price"><text/></element>
      </element></oneOrMore>
    </element>
    """,
    "good.xml": "<products><product id='1'><price>3.5</price></product></products>",
    "products.xml": """
    <products>
      <product id="x"><price>3.5</price></product>
      <product><price>dear</price></product>
      <stock/>
    </products>
    """,
    "bad.xml": "<a>\n<b></a>",
    "nothing.xml": "<a/>",
  ]

  @Test(
    "Every violation is a line, with the document's line and the path",
    arguments: [
      ToolCase("validate", "--xsd", "product.xsd", "good.xml", status: 0),
      ToolCase("validate", "--relaxng", "product.rng", "good.xml", status: 0),
      ToolCase(
        "validate", "--xsd", "product.xsd", "products.xml", "bad.xml",
        output: """
          products.xml:2: /products/product[1]/@id: 'x' is not a valid value of the \
          atomic type 'xs:integer'.
          products.xml:3: /products/product[2]/price: 'dear' is not a valid value of the atomic \
          type 'xs:decimal'.
          products.xml:4: /products/stock: This element is not expected. Expected is ( product ).
          bad.xml:2:8: not well-formed XML: Opening and ending tag mismatch: b line 2 and a
          """, status: 1),
      ToolCase(
        "validate", "--relaxng", "product.rng", "-", input: "<products/>",
        output: "(standard input):1: /products: Expecting an element , got nothing", status: 1),
      ToolCase(
        "validate", "--xsd", "product.xsd", "nowhere.xml", "nothing.xml",
        output: """
          nothing.xml:1: /a: No matching global declaration available for the validation root.
          """,
        errors: "error: nowhere.xml: cannot be read: No such file or directory", status: 64),
    ])
  func violations(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "A schema that is of no use is told, and nothing is judged",
    arguments: [
      (
        "--xsd", "bad.xml",
        "--xsd 'bad.xml': the schema cannot be used\n"
          + "  bad.xml:2:8: Opening and ending tag mismatch: b line 2 and a"
      ),
      (
        "--xsd", "nothing.xml",
        "--xsd 'nothing.xml': the schema cannot be used\n"
          + "  The XML document 'nothing.xml' is not a schema document."
      ),
      ("--xsd", "nowhere.xsd", "nowhere.xsd: cannot be read: No such file or directory"),
      ("--relaxng", "nothing.xml", "--relaxng 'nothing.xml': the schema cannot be used\n"),
    ])
  func unusable(_ option: String, schema: String, complaint: String) throws {
    let outcome = try ToolRun(files: Self.files).run(["validate", option, schema, "good.xml"])
    #expect(outcome.errors.hasPrefix("error: \(complaint)"), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
  }
}
