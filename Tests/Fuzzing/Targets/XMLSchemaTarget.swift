import AccordDocuments

/// XSD and RELAX NG: a hostile document, held to schemas that are the author's own.
func testXMLSchema(_ input: FuzzInput) {
  guard let schema, let grammar else {
    return require(false, "the schemas of the target can be used")
  }
  do throws(XMLSyntaxError) {
    let tree = try XMLTree(parsing: input.bytes)
    for _ in 0..<2 {
      describe { () throws(XMLSchemaError) in try schema.violations(of: tree, limit: 20) }
      describe { () throws(XMLSchemaError) in try grammar.violations(of: tree, limit: 20) }
    }
    // Validating changes nothing.
    require(tree.differences(from: tree).isEmpty, "a validated document is itself")
  } catch {
    require(!error.reason.isEmpty, "an error has words")
  }
}

private func describe(_ violations: () throws(XMLSchemaError) -> [XMLViolation]) {
  do throws(XMLSchemaError) {
    for violation in try violations() {
      require(!violation.message.isEmpty, "a violation has words")
      require(!violation.description.contains("\n"), "a violation is one line")
      require(violation.line >= 0, "a violation has a line")
    }
  } catch {
    require(!error.description.isEmpty, "an error has words")
  }
}

private let schema = try? XMLSchema(
  parsing: Array(
    """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:x" targetNamespace="urn:x"
      elementFormDefault="qualified">
      <xs:simpleType name="code"><xs:restriction base="xs:string"><xs:pattern value="[A-Z]{2}-\\d+"/>
        <xs:maxLength value="8"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="either"><xs:union memberTypes="xs:date xs:int code"/></xs:simpleType>
      <xs:complexType name="item"><xs:sequence>
        <xs:element name="price" type="xs:decimal" minOccurs="0" nillable="true"/>
        <xs:element name="part" type="item" minOccurs="0" maxOccurs="3"/>
        </xs:sequence><xs:attribute name="id" type="xs:ID"/><xs:attribute name="of" type="xs:IDREF"/>
        <xs:attribute name="code" type="code"/><xs:attribute name="when" type="either"/></xs:complexType>
      <xs:complexType name="book"><xs:complexContent><xs:extension base="item"><xs:sequence>
        <xs:element name="title" type="xs:token"/></xs:sequence></xs:extension></xs:complexContent>
        </xs:complexType>
      <xs:element name="item" type="item"/>
      <xs:element name="book" type="book" substitutionGroup="item"/>
      <xs:element name="cart"><xs:complexType><xs:sequence>
        <xs:element ref="item" minOccurs="0" maxOccurs="20"/>
        <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="a" type="xs:boolean"/>
          <xs:element name="b"><xs:simpleType><xs:list itemType="xs:double"/></xs:simpleType></xs:element>
          <xs:any namespace="##other" processContents="lax"/></xs:choice>
        </xs:sequence><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>
        <xs:unique name="codes"><xs:selector xpath="item|book"/><xs:field xpath="@code"/></xs:unique>
      </xs:element>
    </xs:schema>
    """.utf8))

private let grammar = try? RelaxNG(
  parsing: Array(
    """
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="urn:x"
      datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start><element name="cart"><zeroOrMore><ref name="item"/></zeroOrMore><interleave>
        <zeroOrMore><element name="a"><data type="boolean"/></element></zeroOrMore>
        <optional><element name="b"><list><oneOrMore><data type="double"/></oneOrMore></list></element>
        </optional><text/></interleave></element></start>
      <define name="item"><element><choice><name>item</name><name>book</name></choice>
        <optional><attribute name="id" ns=""><data type="ID"/></attribute></optional>
        <optional><attribute name="code" ns=""><data type="string"><param name="pattern">[A-Z]{2}-\\d+</param>
          </data></attribute></optional>
        <zeroOrMore><attribute><anyName><except><name ns="">id</name><name ns="">code</name></except>
          </anyName></attribute></zeroOrMore>
        <optional><element name="price"><choice><data type="decimal"/><value>free</value></choice></element>
        </optional><zeroOrMore><element name="part"><ref name="any"/></element></zeroOrMore>
      </element></define>
      <define name="any"><zeroOrMore><choice><text/><element><anyName/><ref name="any"/></element>
        <attribute><anyName/></attribute></choice></zeroOrMore></define>
    </grammar>
    """.utf8))
