import AccordDocuments
import Testing

struct XPathTests {
  private static let shop = """
    <?xml version="1.0"?>
    <!DOCTYPE products [<!ATTLIST product code ID #IMPLIED><!ENTITY word "entity">]>
    <products xmlns:x="urn:x" xml:lang="en">
      <!--one--><?target some data?>
      <product code="a1"><name>Tea</name><price>3.50</price></product>
      <product code="b2"><name>Cof<!--x-->fee</name><price>4</price><x:tag x:id="9">new</x:tag></product>
      <product code="c3" xml:lang="de-AT"><name>Se<![CDATA[<k>]]>t &word;</name><price>n/a</price></product>
    </products>
    """

  /// Expressions with the string that their value converts to.
  private static let values: [(String, String)] = [
    ("1+2*3-4 div 2", "5"), ("-7 mod 3", "-1"), ("7 mod -3", "1"), ("- - 4", "4"), ("--'4'", "4"),
    ("1 div 0", "Infinity"), ("-1 div 0", "-Infinity"), ("0 div 0", "NaN"),
    ("0.1+0.2", "0.30000000000000004"),
    ("100000000000000000000", "100000000000000000000"), ("0.0000001", "0.0000001"), ("-0", "0"),
    ("1.50", "1.5"), (".5", "0.5"), ("5.", "5"), ("number(' 12 ')", "12"), ("number('1e3')", "NaN"),
    ("number('+1')", "NaN"), ("number('')", "NaN"), ("number(true())", "1"),
    ("1 < 2 and 2 < 3 or false()", "true"), ("3 > 2 > 1", "false"), ("'a' = 'a'", "true"),
    ("1 = '1.0'", "true"), ("true() = 'x'", "true"), ("'a' < 'b'", "false"),
    ("'\u{e9}' = 'e\u{301}'", "false"),
    ("not(0)", "true"), ("boolean('false')", "true"), ("boolean(0 div 0)", "false"),
    ("floor(-2.5)", "-3"), ("ceiling(-2.5)", "-2"), ("round(-2.5)", "-2"), ("round(2.5)", "3"),
    ("round(0.49999999999999994)", "0"), ("concat('a', 1, true())", "a1true"),
    ("starts-with('abc', 'ab')", "true"), ("contains('abc', '')", "true"),
    ("substring-before('1999/04/01', '/')", "1999"),
    ("substring-after('1999/04/01', '/')", "04/01"),
    ("substring('12345', 2, 3)", "234"), ("substring('12345', 1.5, 2.6)", "234"),
    ("substring('12345', 0, 3)", "12"), ("substring('12345', 0 div 0, 3)", ""),
    ("substring('12345', 1, 0 div 0)", ""), ("substring('12345', -42, 1 div 0)", "12345"),
    ("substring('12345', -1 div 0, 1 div 0)", ""), ("substring('12345', -1 div 0)", "12345"),
    ("substring('12345', 1 div 0)", ""), ("substring('12345', 0 div 0)", ""),
    ("substring('a𝄞b', 2, 1)", "𝄞"),
    ("string-length('a𝄞é')", "3"), ("normalize-space('  a \t b\n')", "a b"),
    ("translate('bar', 'abc', 'AB')", "BAr"), ("translate('--aaa--', 'abc-', 'ABC')", "AAA"),
    ("count(//product)", "3"), ("sum(//product[position() < 3]/price)", "7.5"),
    ("string(//product[2]/name)", "Coffee"), ("//product[3]/name", "Se<k>t entity"),
    ("//product[@code='b2']/price", "4"), ("count(//product[price > 3.6])", "1"),
    ("count(//product[price != price])", "0"), ("//product[last()]/@code", "c3"),
    ("(//product)[2]/@code", "b2"), ("count(//name[1])", "3"), ("count((//name)[1])", "1"),
    ("//product/following-sibling::*[1]/@code", "b2"),
    ("string(//product[3]/preceding-sibling::*[1]/@code)", "b2"),
    ("count(//name/ancestor::*)", "4"), ("name(//name[1]/ancestor::*[1])", "product"),
    ("name(//x:tag)", "x:tag"), ("local-name(//x:*)", "tag"),
    ("namespace-uri(//x:tag/@*)", "urn:x"),
    ("count(//tag)", "0"), ("string(//@x:id)", "9"), ("count(//x:tag/preceding::*)", "5"),
    ("count(//product[1]/following::*)", "7"), ("count(//comment())", "2"),
    ("string(//processing-instruction('target'))", "some data"),
    ("count(//text()[. = 'fee'])", "1"),
    ("id('b2 zz c3')/name", "Coffee"), ("count(id(//product/@code))", "3"),
    ("count(//product[lang('de')])", "1"), ("count(//product[lang('EN')])", "2"),
    ("count(//product[1]/namespace::*)", "2"), ("string(//product[1]/namespace::x)", "urn:x"),
    ("count(/)", "1"), ("count(/..)", "0"), ("count(//node())", "27"), ("count(//@*/..)", "5"),
    ("//product/price = //product/price", "true"), ("//name = //price", "false"),
    ("//price > //price", "true"), ("//price < 3", "false"), ("/nothing = /nothing", "false"),
    ("boolean(/nothing) = false()", "true"), ("//price = 4", "true"),
    ("count(//price | //name | //price)", "6"),
    ("string(//name | /products)", "\n  \n  Tea3.50\n  Coffee4new\n  Se<k>t entityn/a\n"),
    ("count(//product/*[2][self::price])", "3"), ("child::products/descendant::*[5]", "Coffee"),
    ("count(//*[@*[local-name() = 'code']])", "3"), ("count(//product[name][price])", "3"),
    ("//product[name = 'Tea' or price = 4][2]/@code", "b2"), ("div = 1", "false"),
    ("count(//*[.//x:tag])", "2"),
  ]

  @Test(arguments: values)
  func `An expression has its value`(text: String, expected: String) throws {
    let tree = try XMLTree(parsing: Self.shop)
    let result = try XPath(text, namespaces: ["x": "urn:x"]).evaluate(on: tree)
    #expect(result.string == expected)
  }

  @Test func `Nodes come in document order with name, value, line and place`() throws {
    let tree = try XMLTree(parsing: Self.shop)
    let path = try XPath(
      "//y:tag/@* | //product[3]/price | //comment()[1]", namespaces: ["y": "urn:x"])
    let nodes = try #require(try path.evaluate(on: tree).nodes)
    #expect(
      nodes.map(\.path) == [
        "/products/comment()", "/products/product[2]/name/comment()",
        "/products/product[2]/y:tag/@y:id", "/products/product[3]/price",
      ])
    #expect(nodes.map(\.value) == ["one", "x", "9", "n/a"])
    #expect(nodes.map(\.line) == [4, 6, 6, 7])
    #expect(nodes.map(\.kind) == [.comment, .comment, .attribute, .element])
    #expect(nodes[2].name?.expanded == "{urn:x}id")
    #expect(nodes[2].name?.description == "x:id")
    for node in nodes {
      let again = try XPath(node.path, namespaces: ["y": "urn:x"]).evaluate(on: tree)
      #expect(again.nodes == [node])
    }
  }

  @Test(arguments: [
    ("//text()", 0), ("//b/node()", 0), ("//node()", 4), ("//c/text()", 0),
  ])
  func `A text has at least one character`(text: String, count: Int) throws {
    let tree = try XMLTree(
      parsing: """
        <!DOCTYPE a [<!ENTITY e ''>]><a><b><![CDATA[]]></b>&e;<c>&e;<![CDATA[]]></c><b/></a>
        """)
    #expect(try XPath(text).evaluate(on: tree).nodes?.count == count)
  }

  @Test func `A text goes on behind an empty CDATA section`() throws {
    let tree = try XMLTree(
      parsing: "<a><![CDATA[]]>x<![CDATA[]]>y<b/><![CDATA[z]]><![CDATA[]]></a>")
    let nodes = try XPath("//text()").evaluate(on: tree).nodes
    #expect(nodes?.map(\.value) == ["xy", "z"])
    #expect(nodes?.map(\.path) == ["/a/text()[1]", "/a/text()[2]"])
  }

  @Test func `A place names an element of a namespace without a prefix as the document does`()
    throws
  {
    let tree = try XMLTree(parsing: "<r xmlns='urn:d'><c/><c><k>1</k></c></r>")
    let without = try XPath("//*[local-name() = 'k']").evaluate(on: tree)
    #expect(without.nodes?.map(\.path) == ["/r/c[2]/k"])
    let with = try XPath("//d:k", namespaces: ["d": "urn:d"]).evaluate(on: tree)
    #expect(with.nodes?.map(\.path) == ["/d:r/d:c[2]/d:k"])
  }

  @Test(arguments: [
    ("//a", XPathKind.nodes), ("count(//a)", .number), ("'a'", .string), ("//a = 1", .boolean),
    ("id('x') | //a", .nodes), ("-1", .number), ("(//a)[1]", .nodes), ("not(1)", .boolean),
  ])
  func `What an expression gives is known without a document`(text: String, kind: XPathKind) throws
  {
    #expect(try XPath(text).kind == kind)
  }
}
