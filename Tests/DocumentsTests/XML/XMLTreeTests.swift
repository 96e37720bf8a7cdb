import AccordDocuments
import Testing

struct XMLTreeTests {
  @Test func `A document is read with names, attributes, texts and namespaces`() throws {
    let tree = try XMLTree(
      parsing: """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a comment -->
        <suite xmlns:x="urn:x" name="a &lt; b&#10;c" x:id="7">
          <case name="é"><failure>one <![CDATA[<two>]]> &amp; three</failure></case>
          <x:case/>
        </suite>
        """)
    let root = tree.root
    #expect(root.name == "suite")
    #expect(root.namespace == nil)
    #expect(root.line == 3)
    #expect(root.attribute("name") == "a < b\nc")
    #expect(root.attribute("id") == nil)
    #expect(root.attributes.map(\.name) == ["name", "id"])
    #expect(root.attributes.map(\.namespace) == [nil, "urn:x"])
    #expect(root.elements.map(\.name) == ["case", "case"])
    #expect(root.elements.map(\.namespace) == [nil, "urn:x"])
    #expect(root.elements("case").first?.elements("failure").first?.text == "one <two> & three")
    #expect(root.elements("missing").isEmpty)
  }

  @Test(arguments: [
    ("", 1, 1), ("<a>", 1, 4), ("<a></b>", 1, 8), ("<a>\n<b>\n</a>", 3, 5),
    ("<a b='1' b='2'/>", 1, 15), ("<a>\u{1}</a>", 1, 4), ("<a>&nothing;</a>", 1, 13),
    ("<a/><b/>", 1, 5), ("<x:a/>", 1, 5), ("{}", 1, 1),
  ])
  func `What is not well-formed is refused with its place`(text: String, line: Int, column: Int) {
    do throws(XMLSyntaxError) {
      _ = try XMLTree(parsing: text)
      Issue.record("accepted: \(text)")
    } catch {
      #expect(error.line == line)
      #expect(error.column == column)
      #expect(!error.reason.isEmpty)
      #expect(!error.description.contains("\n"))
    }
  }

  @Test func `Bytes that are not in the declared encoding are refused`() {
    do throws(XMLSyntaxError) {
      _ = try XMLTree(parsing: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8))
      Issue.record("accepted")
    } catch {
      #expect(error.line == 1)
    }
  }

  @Test func `Entities that a document declares itself are put in place`() throws {
    let tree = try XMLTree(
      parsing: """
        <!DOCTYPE a [<!ENTITY word "w<b>&deep;</b>"><!ENTITY deep "d&lt;"><!ATTLIST a c CDATA "&deep;">
          <!ENTITY % more "<!ENTITY late 'l'>"> %more;]>
        <a d="&deep;">&word;|&late;|<![CDATA[&word;]]>&word;</a>
        """)
    #expect(tree.root.text == "wd<|l|&word;wd<")
    #expect(tree.root.attribute("d") == "d<")
    #expect(tree.root.attribute("c") == "d<")
    #expect(tree.root.elements("b").map(\.text) == ["d<", "d<"])
    #expect(try XPath("//text()[2]").evaluate(on: tree).nodes?.map(\.value) == ["|l|&word;w"])
  }

  private static let entities = """
    <!DOCTYPE a [<!ENTITY plain "x<b/>y"><!ENTITY deep "<c>&plain;</c>"><!ENTITY text "t">
    <!ENTITY element "<p:b/>"><!ENTITY attribute "<b p:i='1'/>"><!ENTITY lang "<b xml:lang='e'/>">
    <!ENTITY whole "<p:b xmlns:p='urn:p'/>"><!ENTITY mixed "<p:b xmlns:p='urn:p'><b/></p:b>">]>
    """

  @Test(arguments: [
    "<a xmlns='urn:d'>&plain;</a>", "<a xmlns='urn:d'>&deep;</a>",
    "<a xmlns:p='urn:p'>&element;</a>",
    "<a xmlns:p='urn:p'>&attribute;</a>", "<a>&plain;<c xmlns='urn:d'>&plain;</c></a>",
    "<a>&mixed;<c xmlns='urn:d'>&mixed;</c></a>", "<a>&deep;<c xmlns='urn:d'>&plain;</c></a>",
  ])
  func `Names of entities that depend on namespaces around them are refused`(content: String) {
    let text = Self.entities + content
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: text) }
    #expect(
      error?.reason
        == "an entity brings names whose namespace is declared outside of it, which is not supported"
    )
  }

  @Test(arguments: [
    ("<a>&plain;&deep;</a>", 4, 0), ("<a xmlns:p='urn:p'>&plain;&lang;</a>", 3, 0),
    ("<a>&whole;<c xmlns='urn:d'>&whole;</c></a>", 4, 2), ("<a>&mixed;&mixed;</a>", 5, 2),
    ("<a xmlns='urn:d'>&text;<c xmlns=''>&plain;&plain;</c></a>", 4, 0),
    ("<a xmlns='urn:d' xmlns:p='urn:p' p:i='&text;'>&text;<p:b p:i='&text;'/></a>", 2, 1),
  ])
  func `Names of entities that bring their own namespaces have them`(
    content: String, elements: Int, inNamespace: Int
  ) throws {
    let tree = try XMLTree(parsing: Self.entities + content)
    #expect(try XPath("count(//*)").evaluate(on: tree).number == Double(elements))
    let named = try XPath("count(//p:b)", namespaces: ["p": "urn:p"])
    #expect(try named.evaluate(on: tree).number == Double(inNamespace))
  }

  @Test func `Entities are put in place in namespaces and identifiers too`() throws {
    let tree = try XMLTree(
      parsing: Self.entities + "<a xmlns:q='urn:&text;'><q:b xml:id='n&text;'/></a>")
    let path = try XPath("name(id('nt')[self::x:b])", namespaces: ["x": "urn:t"])
    #expect(try path.evaluate(on: tree).string == "q:b")
  }

  @Test(arguments: [
    ("<a><p:b/>&text;</a>", "Namespace prefix p on b is not defined"),
    ("<a xml:id='1&text;'/>", "xml:id : attribute value 1t is not an NCName"),
  ])
  func `What is wrong with entities in place is still an error`(content: String, reason: String) {
    let text = Self.entities + content
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: text) }
    #expect(error?.reason == reason)
  }
}
