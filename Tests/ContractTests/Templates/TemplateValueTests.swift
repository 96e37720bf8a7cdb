import AccordContract
import Testing

struct TemplateValueTests {
  private static let id = Variable("id")

  @Test(
    arguments: [
      ("a b", "a b"), ("x\(id)", "x{id}"), ("", ""), (-1, "-1"),
      (123_456_789_012_345_678_901_234_567_890, "123456789012345678901234567890"),
      (1.50, "1.5"), (2.0, "2"), (0.1, "0.1"), (true, "true"), (false, "false"),
      (["a", 2, "\(id)"], "a,2,{id}"), (["b": 1, "a": "\(id)", "b": "x"], "b=1,a={id},b=x"),
      (.variable(id), "{id}"), (.string("a{b"), "a{b"), (.list(["a", "b"]), "a,b"),
    ] as [(TemplateValue, String)])
  func `A value is written as a literal`(value: TemplateValue, text: String) {
    #expect(value.description == text)
    #expect(value.variables == (text.contains("{id}") ? [Self.id] : []))
    #expect(!value.isUndefined)
  }

  @Test func `Nothing in a list or an association is no value`() {
    #expect(([] as TemplateValue).isUndefined)
    #expect(([:] as TemplateValue).isUndefined)
    #expect(TemplateValue.list([]).isUndefined)
  }
}
