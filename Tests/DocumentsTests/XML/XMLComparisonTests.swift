import AccordDocuments
import Testing

struct XMLComparisonTests {
  private static let same: [(String, String)] = [
    ("<a b='1' c='2'/>", "<a c=\"2\"  b=\"1\"></a>"),
    ("<x:a xmlns:x='u' x:b='1'/>", "<y:a xmlns:y='u' xmlns:z='u' z:b='1'/>"),
    ("<a xmlns='u'><b/></a>", "<p:a xmlns:p='u'><q:b xmlns:q='u'/></p:a>"),
    ("<a><b>1</b><c/></a>", "<a>\n  <b>1</b>\n\n  <c/>\n</a>"),
    ("<a>x<!-- y -->z</a>", "<a>xz</a>"), ("<a><!-- y --> </a>", "<a/>"),
    ("<a><![CDATA[x<]]>y</a>", "<a>x&lt;y</a>"),
    ("<a><![CDATA[]]></a>", "<a/>"), ("<a><b/><![CDATA[]]><c/></a>", "<a><b/><c/></a>"),
    ("<a><![CDATA[]]> <b/></a>", "<a><b/></a>"), ("<a>x<![CDATA[]]><b/></a>", "<a>x<b/></a>"),
    ("<!DOCTYPE a [<!ENTITY w 'x'>]><a>&w;</a>", "<a>x</a>"),
    ("<?xml version='1.0' encoding='UTF-8'?><!-- z --><a/>", "<a/>"),
    (
      "<a xmlns:i='http://www.w3.org/2001/XMLSchema-instance' xmlns:p='u' i:type='p:t'/>",
      "<a xmlns:j='http://www.w3.org/2001/XMLSchema-instance' xmlns:q='u' j:type='q:t'/>"
    ),
    ("<p>a <b>x</b> <i>y</i></p>", "<p>a <b>x</b> <i>y</i></p>"), ("<?t d?><a/>", "<?t   d?><a/>"),
  ]

  @Test(arguments: same)
  func `Documents that mean the same have no differences`(left: String, right: String) throws {
    let one = try XMLTree(parsing: left)
    let other = try XMLTree(parsing: right)
    #expect(one.differences(from: other) == [])
    #expect(other.differences(from: one) == [])
  }

  /// Expected, found, and the differences.
  private static let different: [(String, String, [String])] = [
    ("<a>3</a>", "<a>2</a>", ["/a: expected 3, found 2"]),
    ("<a>3</a>", "<a/>", ["/a: expected 3, found "]),
    ("<a/>", "<a> </a>", ["/a: expected , found  "]),
    ("<a b='3'/>", "<a b='2'/>", ["/a/@b: expected 3, found 2"]),
    ("<a b='3'/>", "<a/>", ["/a/@b: expected 3, found nothing"]),
    ("<a/>", "<a b='3'/>", ["/a/@b: expected nothing, found 3"]),
    ("<a/>", "<b/>", ["/b: expected a, found b"]),
    ("<a xmlns='u'/>", "<a xmlns='v'/>", ["/a: expected {u}a, found {v}a"]),
    (
      "<r><i>1</i><i>2</i><i>3</i><i>4</i></r>", "<r><i>1</i><i>3</i><i>4</i></r>",
      ["/r/i[2]: expected <i>, found nothing"]
    ),
    (
      "<r><i>1</i><i>3</i></r>", "<r><i>1</i><i n='2'>2</i><i>3</i></r>",
      ["/r/i[2]: expected nothing, found <i n=\"2\">"]
    ),
    (
      "<r><i>1</i><i>2</i><i>3</i></r>", "<r><i>1</i><i>x</i><i>3</i></r>",
      ["/r/i[2]: expected 2, found x"]
    ),
    (
      "<r><i>1</i><k>2</k></r>", "<r><i>x</i><j/><k>2</k></r>",
      ["/r/i: expected 1, found x", "/r/j: expected nothing, found <j>"]
    ),
    (
      "<r><i/><j/></r>", "<r><j/><i/></r>",
      ["/r/i: expected <i>, found nothing", "/r/i: expected nothing, found <i>"]
    ),
    ("<p>a <b/> c</p>", "<p>a <b/> d</p>", ["/p/text()[2]: expected  c, found  d"]),
    ("<p>a<b/></p>", "<p><b/></p>", ["/p/text(): expected a, found nothing"]),
    ("<a>é</a>", "<a>e\u{301}</a>", ["/a: expected é, found e\u{301}"]),
    (
      "<a xml:space='preserve'><b/></a>", "<a xml:space='preserve'> <b/></a>",
      ["/a/text(): expected nothing, found  "]
    ),
    ("<a><?t x?></a>", "<a><?t y?></a>", ["/a/processing-instruction(\"t\"): expected x, found y"]),
    ("<p>a <b/> <i/></p>", "<p>a <b/><i/></p>", ["/p/text()[2]: expected  , found nothing"]),
  ]

  @Test(arguments: different.indices)
  func `A difference names the smallest part and its place`(row: Int) throws {
    let (expected, found, differences) = Self.different[row]
    let tree = try XMLTree(parsing: found)
    #expect(
      tree.differences(from: try XMLTree(parsing: expected)).map(\.description) == differences)
  }

  @Test func `Differences know their line, and no more are told than asked for`() throws {
    let found = try XMLTree(parsing: "<r>\n<i>1</i>\n<i>2</i>\n<i>3</i>\n</r>")
    let expected = try XMLTree(parsing: "<r><i>4</i><i>5</i><i>6</i></r>")
    #expect(found.differences(from: expected).map(\.line) == [2, 3, 4])
    #expect(found.differences(from: expected, limit: 2).count == 2)
  }

  @Test(.timeLimit(.minutes(5))) func `Long lists are compared in linear time`() throws {
    let items = (0..<20_000).map { "<i n='\($0)'><k>\($0)</k></i>" }
    let expected = try XMLTree(parsing: "<r>\(items.joined())</r>")
    let found = try XMLTree(parsing: "<r>\((items[..<10_000] + items[10_001...]).joined())</r>")
    #expect(
      found.differences(from: expected).map(\.description)
        == ["/r/i[10001]: expected <i n=\"10000\">, found nothing"])
    let reversed = try XMLTree(parsing: "<r>\(items.reversed().joined())</r>")
    #expect(reversed.differences(from: expected).count == 100)
  }
}
