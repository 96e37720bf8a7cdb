import AccordDocuments
import Testing

/// Documents and expressions changed at random: they must be read or refused, and never crash or
/// hang.
struct XMLMutationTests {
  private static let documents = [
    """
    <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE r [<!ENTITY w "e&#233;<b/>"><!ENTITY % p "<!ENTITY v 'x'>">
    %p;<!ATTLIST a id ID #IMPLIED d CDATA "&v;">]><r xmlns:x="urn:x"><a id="1" x:b='&lt;&v;'>&w;<![CDATA[<]]></a>
    <!--c--><?t d?><x:c xmlns=""/></r>
    """,
    "<a b='1'><c>x</c><c>y &amp; z</c><d/></a>",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: documents.indices)
  func `A changed document is read or refused with its place`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 41)
    let original = Array(Self.documents[seed].utf8)
    let alphabet = Array("<>&;%'\"/=![]-?:xa ".utf8)
    let unchanged = try XMLTree(parsing: original)
    let paths = try ["//@*", "//node()", "id('1')", "count(//namespace::*)"].map { text in
      try XPath(text)
    }
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = generator.mutate(original, alphabet: alphabet)
      do throws(XMLSyntaxError) {
        let tree = try XMLTree(parsing: bytes)
        accepted += 1
        for path in paths { _ = try? path.evaluate(on: tree) }
        // Whatever it is, it is itself.
        #expect(try tree.differences(from: XMLTree(parsing: bytes)) == [])
        _ = tree.differences(from: unchanged)
      } catch {
        #expect(!error.reason.isEmpty)
      }
    }
    #expect(accepted > 0)
    #expect(accepted < 4000)
  }

  private static let expressions = [
    "//a[@id = 'x' or position() < last()]/following::node()[2] | id('1')/../@*",
    "concat(substring-before(//a, '-'), translate(., 'ab', 'c'), -count(//*) div 2 mod 3)",
    "sum(//x:*[not(lang('en'))]/ancestor-or-self::*/namespace::x) >= round(.5) != true()",
  ]

  @Test(.timeLimit(.minutes(5)), arguments: expressions.indices)
  func `A changed expression is evaluated or refused with its place`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 51)
    let tree = try XMLTree(parsing: Self.documents[0])
    let original = Array(Self.expressions[seed].utf8)
    let alphabet = Array("()[]/@.:*|+-=!<>'\"$, 1xaé".utf8)
    var accepted = 0
    for _ in 0..<6000 {
      let text = String(decoding: generator.mutate(original, alphabet: alphabet), as: UTF8.self)
      do throws(XPathSyntaxError) {
        let path = try XPath(text, namespaces: ["x": "urn:x"])
        accepted += 1
        if let result = try? path.evaluate(on: tree) {
          #expect((result.nodes != nil) == (path.kind == .nodes))
        }
      } catch {
        #expect((0...text.utf8.count).contains(error.byteOffset))
      }
    }
    #expect(accepted > 0)
    #expect(accepted < 6000)
  }
}
