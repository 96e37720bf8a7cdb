import AccordDocuments
import Testing

/// Templates changed at random: they must be expanded to ASCII or refused, and never crash or hang.
struct URITemplateMutationTests {
  private static let seeds = [
    "/users{/id}{?page,limit:3,fields*}{#x.y_z}", "{+a%C3%9F,b:9999}{.c*}{;d,e}{&f}/ü%20'x'",
  ]

  @Test(arguments: seeds.indices)
  func `A changed template is expanded or refused with its place`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 31)
    let original = Array(Self.seeds[seed].utf8)
    let alphabet = Array("{}+#./;?&,:*%0aé= ".utf8)
    let values: [String: URITemplateValue] = [
      "id": "7", "page": "", "limit": "ü%4", "fields": ["a", "%"], "b": "\u{10FFFF}",
      "c": ["x": "1"], "d": [],
    ]
    var accepted = 0
    for _ in 0..<20_000 {
      let text = String(
        decoding: generator.mutate(original, alphabet: alphabet), as: UTF8.self)
      do throws(URITemplateSyntaxError) {
        let template = try URITemplate(text)
        accepted += 1
        if let expansion = try? template.expand(values) {
          #expect(expansion.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
        }
      } catch {
        #expect((0...text.utf8.count).contains(error.byteOffset))
      }
    }
    #expect(accepted > 0)
    #expect(accepted < 20_000)
  }
}
