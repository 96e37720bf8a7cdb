import AccordDocuments
import Testing

/// Paths changed at random: they must be evaluated or refused, and never crash or hang.
struct JSONPathMutationTests {
  private static let seeds = [
    "$.users[?@.id == 9007199254740993 && !(@.a || $['b'][0] <= -1.5e3)].name",
    "$..*[1:-2:3, -1, 'é\\u00e9\\ud83d\\ude42', \"\\\"\", ?length(@.x) > count(@..y)]",
    "$[?match(@.a, 'a.*[b-c]') || search(@['x'], $.p) && value(@..z) == null]",
  ]

  @Test(arguments: seeds.indices)
  func `A changed path is evaluated or refused with its place`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 11)
    let root = try JSONDocument(
      parsing: #"{"users":[{"id":1,"a":"abc","x":[{}]},[1,[2,3]]],"b":[0],"p":"a+","z":null}"#
    ).root
    let original = Array(Self.seeds[seed].utf8)
    let alphabet = Array("$@.[]()?!=<>&|*:,'\"\\ 019-e_a\u{e9}".utf8)
    var accepted = 0
    for _ in 0..<4000 {
      let bytes = generator.mutate(original, alphabet: alphabet)
      let text = String(decoding: bytes, as: UTF8.self)
      do throws(JSONPathSyntaxError) {
        let path = try JSONPath(text)
        accepted += 1
        for node in (try? path.select(from: root)) ?? [] {
          #expect(node.location.pointer.evaluate(in: root)?.isSamePlace(as: node) == true)
        }
      } catch {
        #expect((0...text.utf8.count).contains(error.byteOffset))
      }
    }
    #expect(accepted > 0)
    #expect(accepted < 4000)
  }
}
