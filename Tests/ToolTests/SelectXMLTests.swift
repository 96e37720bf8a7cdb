import Testing

@Suite("accord select, XML")
struct SelectXMLTests {
  static let files = [
    "products.xml": """
    <products xmlns:s="urn:shop">
      <product id="1"><name>Tea</name><price>3.5</price></product>
      <product id="2"><name>Two
    lines\tand a tab</name><price>4</price></product>
      <s:stock>5&#x9b;31m&#13;&#x202e;</s:stock>
    </products>
    """,
    "bad.xml": "<a>\n<b></a>",
    "laughs.xml": """
    <!DOCTYPE a [<!ENTITY a "\(String(repeating: "ha", count: 5_000))">
    <!ENTITY b "\(String(repeating: "&a;", count: 1_000))">]><a>&b;&b;&b;</a>
    """,
    "outside.xml": "<!DOCTYPE a [<!ENTITY b SYSTEM \"bad.xml\">]><a>&b;</a>",
  ]

  @Test(
    "Nodes give their text, a line each, and other results are printed as XPath writes them",
    arguments: [
      ToolCase("select", "--xpath", "//price", "products.xml", output: "3.5\n4", status: 0),
      ToolCase(
        "select", "--paths", "--xpath", "//product/@id", "products.xml",
        output: "/products/product[1]/@id\t1\n/products/product[2]/@id\t2", status: 0),
      ToolCase(
        "select", "--xpath", "//product[2]/name", "products.xml",
        output: "Two\nlines\tand a tab", status: 0),
      ToolCase(
        "select", "--xpath", "//u:stock", "--namespace", "u=urn:shop", "--paths", "products.xml",
        output: "/products/u:stock\t5\\u{9B}31m\\r\\u{202E}", status: 0),
      ToolCase(
        "select", "--xpath", "//u:stock", "--namespace", "u=urn:shop", "--raw", "products.xml",
        output: "5\u{9B}31m\r\u{202E}", status: 0),
      ToolCase("select", "--xpath", "sum(//price)", "products.xml", output: "7.5", status: 0),
      ToolCase(
        "select", "--xpath", "string(//nothing)", "products.xml", output: "\n", status: 0),
      ToolCase(
        "select", "--xpath", "count(//product) = 2", "products.xml", output: "true", status: 0),
      ToolCase(
        "select", "--xpath", "count(//product) = 3", "products.xml", output: "false", status: 1),
      ToolCase("select", "--xpath", "//nothing", "products.xml", status: 1),
      ToolCase("select", "--xpath", "//stock", "products.xml", status: 1),
      ToolCase(
        "select", "--xpath", "name(/*)", "-", "products.xml", input: "<a/>",
        output: "(standard input):a\nproducts.xml:products", status: 0),
    ])
  func results(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "What cannot be selected from, or by, is told with the place",
    arguments: [
      ToolCase(
        "select", "--xpath", "/*", "bad.xml", "products.xml", "nowhere.xml",
        output: """
          products.xml:
            Tea3.5
            Two
          lines\tand a tab4
            5\\u{9B}31m\\r\\u{202E}


          """,
        errors: """
          error: bad.xml:2:8: not well-formed XML: Opening and ending tag mismatch: b line 2 and a
          error: nowhere.xml: cannot be read: No such file or directory
          """, status: 64),
      ToolCase(
        "select", "--xpath", "//t:stock", "--namespace", "s=urn:shop", "products.xml",
        errors: """
          error: this is not an XPath:
            //t:stock
              ^ no namespace was given for the prefix t
            say what it means with --namespace t=URI
          """, status: 64),
      ToolCase(
        "select", "--xpath", "//shp:stock", "--namespace", "shop=urn:shop", "products.xml",
        errors: """
          error: this is not an XPath:
            //shp:stock
              ^ no namespace was given for the prefix shp
            say what it means with --namespace shp=URI; did you mean shop?
          """, status: 64),
      ToolCase(
        "select", "--xpath", "counts(//a)", "products.xml",
        errors: """
          error: this is not an XPath:
            counts(//a)
            ^ there is no function counts; did you mean count?
          """, status: 64),
      ToolCase(
        "select", "--xpath", "descendent::a", "products.xml",
        errors: """
          error: this is not an XPath:
            descendent::a
            ^ there is no axis descendent; did you mean descendant?
          """, status: 64),
      ToolCase(
        "select", "--xpath", "//a", "--namespace", "s", "products.xml",
        errors: "error: --namespace takes PREFIX=URI, not 's'", status: 64),
    ])
  func mistakes(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test("A hostile document ends in an error", arguments: ["laughs.xml", "outside.xml"])
  func hostile(_ file: String) throws {
    let outcome = try ToolRun(files: Self.files).run(["select", "--xpath", "string(/)", file])
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: \(file)"))
    #expect(outcome.errors.contains("entit"))
    #expect(outcome.status == 64)
  }
}
