import AccordContract
import Testing

@Suite("What files and expressions are found by")
struct ReferenceTests {
  private static let composed = "caf\u{E9}"
  private static let decomposed = "cafe\u{301}"

  @Test("Names of other code points are other names, although Swift takes them for equal")
  func codePoints() {
    #expect(Self.composed == Self.decomposed)
    #expect(
      FileReference(Self.composed, at: .unknown) != FileReference(Self.decomposed, at: .unknown))
    #expect(
      XPathReference("//p:a", ["p": Self.composed])
        != XPathReference("//p:a", ["p": Self.decomposed]))
    #expect(
      SchemaReference("s", .draft7, .annotation, [Self.composed], filePath: "f")
        != SchemaReference("s", .draft7, .annotation, [Self.decomposed], filePath: "f"))
    #expect(XPathReference("//a", ["p": "q"]).namespaces == ["p": "q"])
  }
}
