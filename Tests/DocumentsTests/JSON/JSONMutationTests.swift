import AccordDocuments
import Testing

/// Texts changed at random: they must be read or refused, and never crash or hang.
struct JSONMutationTests {
  private static let seeds = [
    #"{"id":7,"name":"Ada \u00e9\ud83d\ude42 \"x\"","list":[1,-2.5e+10,true,false,null,{}],"é🙂":[]}"#,
    "[[[[]],{}],[[1e5,0.1,-0]],\"\\/\\b\\f\\n\\r\\t\"]",
    "  [ 1 , { \"a\" : \"0123456789abcdefghijklmnop\" } ]  ",
  ]

  @Test(arguments: seeds.indices)
  func `A changed text is read whole or refused with its place`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 7)
    let original = Array(Self.seeds[seed].utf8)
    let alphabet = Array("{}[],:\"\\u0e-+.tfn 19\u{e9}".utf8)
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = generator.mutate(original, alphabet: alphabet)
      do throws(JSONSyntaxError) {
        let root = try JSONDocument(parsing: bytes).root
        accepted += 1
        // What was read is written, read again, and the same.
        let again = try JSONDocument(parsing: root.compactText).root
        #expect(root.equals(again))
        #expect(JSONShape(of: root) == JSONShape(of: again))
        #expect(try JSONDocument(parsing: root.indentedText).root.equals(root))
      } catch {
        #expect((0...bytes.count).contains(error.byteOffset))
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
    #expect(accepted > 0)
    #expect(accepted < 4000)
  }
}
