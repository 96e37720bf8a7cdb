import AccordContract
import AccordDocuments
import Testing

@Suite("Text with variables")
struct TemplateTests {
  private let place = Variable("place")

  @Test("A template that stands in another keeps its variables")
  func nested() {
    let inner: Template = "in-\(place)"
    let outer: Template = "<\(inner)\(1)>"
    #expect(outer.parts == [.literal("<in-"), .variable(place), .literal("1>")])
    #expect(outer.description == "<in-{place}1>")
    #expect(Bindings(["place": .text("here")]).text(outer) == "<in-here1>")
  }

  @Test("Values of variables are character data in XML")
  func xml() {
    let template: Template = "<a b='\(place)'>\(place)</a>"
    #expect(
      template.xml(Bindings(["place": .text("<&>'\"")]))
        == "<a b='&lt;&amp;&gt;&apos;&quot;'>&lt;&amp;&gt;&apos;&quot;</a>")
  }
}
