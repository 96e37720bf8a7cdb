import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordConformance

@Suite("Comparing what is read")
struct ComparingTests {
  private static func read(_ members: some Sequence<(String, Int)>) -> ObservedExchange {
    let text = members.map { "\"\($0)\":\($1)" }.joined(separator: ",")
    return ObservedExchange(Answer(body: "{\(text)}").exchange)
  }

  private static func members(_ count: Int, from first: Int = 0) -> [(String, Int)] {
    (0..<count).map { ("m\($0)", first + $0) }
  }

  @Test("More members that change by themselves than are remembered prevent comparing")
  func tooMany() {
    let volatility = Volatility(learning: [
      Self.read(Self.members(3_000)), Self.read(Self.members(3_000, from: 1)),
    ])
    #expect(volatility.preventsComparison)
  }

  @Test("A difference behind many places that change by themselves is found")
  func behind() {
    func list(servedAt: Int, last: Int) -> ObservedExchange {
      let items = (0..<150).map { "{\"id\":\($0),\"servedAt\":\(servedAt + $0)}" }
      return ObservedExchange(
        Answer(body: "{\"items\":[\(items.joined(separator: ","))],\"last\":\(last)}").exchange)
    }
    let volatility = Volatility(learning: [list(servedAt: 1, last: 1), list(servedAt: 2, last: 1)])
    #expect(!volatility.preventsComparison)
    let found = volatility.difference(list(servedAt: 1, last: 1), list(servedAt: 3, last: 2))
    #expect(found?.quote == "1 → 2")
  }

  @Test("Many members are compared, in whatever order", .timeLimit(.minutes(1)))
  func many() {
    let members = Self.members(100_000)
    let one = Self.read(members)
    #expect(Volatility().difference(one, Self.read(members.reversed())) == nil)
    let other = Self.read(members.dropLast().reversed() + [("m99999", 0)])
    #expect(Volatility().difference(one, other)?.part == .member("/m99999"))
    let less = Self.read(members.dropFirst().reversed())
    #expect(Volatility().difference(one, less)?.part == .member("/m0"))
    #expect(Volatility().difference(less, one)?.part == .member("/m0"))
  }

  @Test("Differences come in the order of the left text, what only the right one has last")
  func order() {
    let left = Self.read([("b", 1), ("a", 1), ("c", 1)])
    let right = Self.read([("d", 1), ("c", 2), ("a", 2)])
    var places: [String] = []
    if let one = left.document, let other = right.document {
      let isWhole = JSONDifference.each(one.root, other.root) {
        places.append($0.pointer)
        return true
      }
      #expect(isWhole)
    }
    #expect(places == ["/b", "/a", "/c", "/d"])
  }

  @Test("Only so many values are looked at, and it is told", arguments: [4, 5, 6])
  func limit(limit: Int) {
    // The object is a value too.
    let one = Self.read(Self.members(5))
    let other = Self.read(Self.members(4) + [("m4", 0)])
    var count = 0
    let isWhole = one.document.flatMap { left in
      other.document.map { right in
        JSONDifference.each(left.root, right.root, limit: limit) { _ in
          count += 1
          return true
        }
      }
    }
    #expect(isWhole == (limit == 6))
    #expect(count == (limit == 6 ? 1 : 0))
  }

  @Test("Of a name that is there twice the last value counts")
  func repeated() {
    let left = Self.read([("a", 1), ("a", 2)])
    #expect(Volatility().difference(left, Self.read([("a", 2)])) == nil)
    #expect(Volatility().difference(left, Self.read([("a", 1)]))?.quote == "2 → 1")
  }

  @Test(
    "Names of what counts reads have a word of it",
    arguments: [
      ("views", true), ("viewCount", true), ("last_accessed_at", true), ("hit-count", true),
      ("HTTPHits", true), ("lastSeenAt", true), ("downloads", true), ("readCount2", true),
      ("already", false), ("thread", false), ("white", false), ("review", false),
      ("accessory", false), ("readme", false), ("", false),
    ])
  func counts(name: String, isCounter: Bool) {
    #expect(Excuse.countsReads(name) == isCounter)
  }

  @Test(
    "Names of versions and times",
    arguments: [
      ("version", true), ("updatedAt", true), ("last_modified", true), ("modified", true),
      ("rev", true), ("_rev", true), ("etag", true), ("updated", true), ("timestamp", true),
      ("revisionNumber", true), ("lastChange", true), ("@version", true),
      ("quantity", false), ("conversion", false), ("name", false), ("update", false),
      ("revenue", false), ("changes", false),
    ])
  func maintained(name: String, isMaintained: Bool) {
    #expect(SentMembers.isMaintained(name) == isMaintained)
  }
}
